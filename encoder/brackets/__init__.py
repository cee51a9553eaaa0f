"""The readings of brackets: one module each, with ``claim`` (is it this?) and ``encode`` (how it is written).

RULES is asked in order: exact forms first, then remarks in a fixed vocabulary, then readings that need the words before;
``supplied`` takes what is left. A module's docstring is its paragraph in the manual.
"""

import re
from collections.abc import Iterator
from types import ModuleType

from encoder.brackets import (
    annotation,
    expansion,
    footnote,
    gap,
    gloss,
    note,
    omission,
    original,
    page,
    query,
    rendition,
    sic,
    supplied,
    variant,
)
from encoder.brackets.context import REACH, Context
from encoder.markup import Encode
from encoder.model import Bracket, Claim, Node

RULES: tuple[ModuleType, ...] = (
    query,
    page,
    omission,
    sic,
    rendition,
    annotation,
    gap,
    note,
    expansion,
    footnote,
    variant,
    original,
    gloss,
    supplied,
)
ENCODERS: dict[str, Encode] = {rule.__name__.rsplit(".", 1)[1]: rule.encode for rule in RULES}
_BLANK = re.compile(r"[\s\[\]](?<! )")


def claims(content: str, nodes: tuple[Node, ...], **facts: object) -> dict[int, Claim]:
    """The claim of every bracket in a block, by the position of its ``[``.

    :param facts: what the document knows: ``kind``, ``language``, ``footnotes``, ``places`` (see Context).
    """
    found: dict[int, Claim] = {}
    for node, context in contexts(content, nodes, found, **facts):
        found[node.span.start] = read(context)
    return found


def contexts(
    content: str, nodes: tuple[Node, ...], found: dict[int, Claim] | None = None, **facts: object
) -> Iterator[tuple[Bracket, Context]]:
    """Every bracket of a block with what the rules see of it, outer before inner.

    :param found: the claims so far, filled while this runs: a bracket sees the claim of the one before.
    """
    found = {} if found is None else found
    previous: Bracket | None = None
    for node in nodes:
        if not isinstance(node, Bracket):
            continue
        near = previous is not None and not content[previous.span.end : node.span.start].strip()
        before = found.get(previous.span.start) if near and previous else None
        yield node, context_of(content, node, before, facts)
        yield from contexts(content, node.children, found, **facts)
        previous = node


def context_of(content: str, node: Bracket, previous: Claim | None, facts: dict[str, object]) -> Context:
    """What the rules see of one bracket."""
    start, end = node.span.start, node.span.end
    raw = content[start + 1 : end - 1]
    flat = _BLANK.sub(" ", raw)
    before, after = content[max(0, start - REACH) : start], content[end : end + REACH]
    near = start < 8 and len(content) - end < 8
    alone = near and not content[:start].strip() and not content[end:].strip(" \n.")
    inner = " ".join(flat.split())
    return Context(node, inner, flat, before, after, alone, previous, **facts)  # type: ignore[arg-type]


def read(context: Context) -> Claim:
    """The first rule's claim; the last rule claims everything."""
    return next(_claimed(context))


def every_claim(context: Context) -> list[Claim]:
    """The claims of all rules that would have one, in order: the first is the reading."""
    return list(_claimed(context))


def _claimed(context: Context) -> Iterator[Claim]:
    for rule in RULES:
        made = rule.claim(context)
        if made is not None:
            yield made

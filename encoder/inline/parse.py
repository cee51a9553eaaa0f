"""Square brackets as syntax: any text is a tree, nothing is an error, nothing is lost.

The leaves of the tree, in order, are the text itself. A ``[`` whose ``]`` does not come, or the reverse, is a
:class:`~encoder.model.Stray`; where it should have closed is never guessed. Time is linear in the text.
"""

import re

from encoder.model import Bracket, Node, Span, Stray, Text

DEPTH = 16  # a bracket deeper than this is a character: no translator nests so, damaged files do

_SIGNS = re.compile(r"[\[\]](?:(?<=\[)\[*|\]*)")  # a row of one sign


def parse(text: str) -> tuple[Node, ...]:
    """The bracket tree of ``text``; spans are positions in it."""
    levels: list[tuple[int, list[Node]]] = [
        (-1, [])
    ]  # where each open bracket stands, and what it holds so far
    too_deep = 0
    done = 0
    for match in _SIGNS.finditer(text):
        at, end = match.span()
        _add_text(levels[-1][1], done, at)
        done = end
        if text[at] == "[":
            while at < end and len(levels) <= DEPTH:
                levels.append((at, []))
                at += 1
            too_deep += end - at
        else:
            deep = min(too_deep, end - at)
            too_deep -= deep
            _add_stray(levels[-1][1], at, at + deep)
            at += deep
            while at < end and len(levels) > 1:
                start, children = levels.pop()
                levels[-1][1].append(Bracket(Span(start, at + 1), tuple(children)))
                at += 1
        _add_stray(levels[-1][1], at, end)
    _add_text(levels[-1][1], done, len(text))
    return _runs(_close(levels), text)


def _add_stray(nodes: list[Node], start: int, end: int) -> None:
    if start < end:
        nodes.append(Stray(Span(start, end)))


def _add_text(nodes: list[Node], start: int, end: int) -> None:
    if start < end:
        nodes.append(Text(Span(start, end)))


def _close(levels: list[tuple[int, list[Node]]]) -> list[Node]:
    """What is still open at the end was never closed: its ``[`` is a stray, its content belongs one level up."""
    nodes = levels[0][1]
    for start, children in levels[1:]:
        nodes.append(Stray(Span(start, start + 1)))
        nodes.extend(children)
    return nodes


def _runs(nodes: list[Node], text: str) -> tuple[Node, ...]:
    """Strays of one sign that touch are one: a row of brackets is damage, and no deeper damage for its length."""
    joined: list[Node] = []
    for node in nodes:
        last = joined[-1] if joined else None
        if (
            isinstance(node, Stray)
            and isinstance(last, Stray)
            and last.span.end == node.span.start
            and text[last.span.start] == text[node.span.start]
        ):
            joined[-1] = Stray(Span(last.span.start, node.span.end))
        else:
            joined.append(node)
    return tuple(joined)


def leaves(nodes: tuple[Node, ...]) -> list[Span]:
    """The spans of all leaves and bracket signs, in order: together they are the text that was parsed."""
    spans: list[Span] = []
    for node in nodes:
        match node:
            case Bracket(span, children):
                spans += [Span(span.start, span.start + 1), *leaves(children), Span(span.end - 1, span.end)]
            case Text(span) | Stray(span):
                spans.append(span)
    return spans

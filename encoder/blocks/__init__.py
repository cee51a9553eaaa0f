"""Source to blocks: every stretch of a document with its function.

Lines are read first (furniture of the page, the catalogue record), then grouped into paragraphs; then each paragraph is
offered to RULES in order, and the first that claims it names its kind. A rule says beside its ``claim`` what no paragraph of
its kind lacks, where that is quickly seen, and is not asked of others: ``WORDS``, how many it has at most; ``FRAME``, that it
stands before the running text or after it.
"""

import re
from itertools import pairwise
from types import ModuleType

from encoder.blocks import (
    address,
    attachment,
    catalogue,
    classification,
    dateline,
    distribution,
    field,
    flat,
    footnote,
    furniture,
    handling,
    heading,
    letterhead,
    lines,
    list_item,
    paragraph,
    postscript,
    quotation,
    registry,
    separator,
    signature,
    speech,
    stray,
    tabular,
)
from encoder.blocks import series as numbering
from encoder.blocks.paragraphs import Paragraph, paragraphs
from encoder.blocks.place import Place, is_prose, is_remark
from encoder.blocks.speakers import speakers
from encoder.model import Block, Content, Source, Span

RULES: tuple[ModuleType, ...] = (
    attachment,
    postscript,
    separator,
    tabular,
    stray,
    quotation,
    footnote,
    classification,
    distribution,
    field,
    handling,
    registry,
    address,
    dateline,
    list_item,
    letterhead,
    speech,
    signature,
    heading,
    paragraph,
)

_ASKED = tuple(
    (rule.claim, getattr(rule, "FRAME", False), getattr(rule, "WORDS", float("inf"))) for rule in RULES
)
_MARKDOWN = re.compile(r"(?m)^[ \t]*#{1,6}[ \t]|\*\*[^*\n]+\*\*")


def blocks(source: Source) -> list[Block]:
    """All blocks of a source, in its order; together with white space and typed signs they are the source."""
    found = flat.unflatten(lines.lines(source.text))
    dropped = furniture.furniture(found)
    kept = [line for index, line in enumerate(found) if index not in dropped]
    record, begin = catalogue.record(kept, source.text)
    text = paragraphs(kept[begin:])
    if kept and any(found[index].start > kept[-1].start for index in dropped):
        record += _summary_after_text(text, source)
    body = _body(text, source)
    away = [Block("furniture", Content.of(source.text, (found[index].span,))) for index in sorted(dropped)]
    return sorted([*record, *body, *away], key=lambda block: block.spans[0].start)


def is_markdown(source: Source) -> bool:
    """Whether the signs of Markdown are markup here: by the file's name, or because they are used."""
    signs = "#" in source.text or "**" in source.text
    return source.form == "markdown" or (signs and bool(_MARKDOWN.search(source.text)))


def _body(found: list[Paragraph], source: Source) -> list[Block]:
    """The blocks of the text. What is attached to a document opens and closes for itself."""
    starts = [index for index, one in enumerate(found) if index and attachment.begins(one)]
    edges = [0, *starts, len(found)]
    return [block for start, end in pairwise(edges) for block in _part(found[start:end], source)]


def _part(found: list[Paragraph], source: Source) -> list[Block]:
    texts = [one.text for one in found]
    calls = footnote.calls(source.text)
    notes = footnote.tail(texts, calls)
    prose = [
        index
        for index, one in enumerate(found[:notes])
        if is_prose(one) and not is_remark(one.text) and not _is_frame(one.text, index)
    ]
    first, last = (prose[0], prose[-1]) if prose else (len(found), -1)
    series, speaking = numbering.series(found), speakers(texts)
    markdown = is_markdown(source)
    result: list[Block] = []
    in_notes = False
    for index, one in enumerate(found):
        place = Place(
            source.text,
            one,
            opening=index < first and not series.get(index),
            closing=index > last,
            before=result[-1] if result else None,
            after=found[index + 1] if index + 1 < len(found) else None,
            calls=calls,
            in_notes=in_notes,
            series=series.get(index),
            speakers=speaking,
            markdown=markdown,
            seen=frozenset(block.kind for block in result[-8:]),
        )
        claimed = _claimed(place)
        in_notes = in_notes or any(block.field == "notes" for block in claimed)
        result += claimed
    return result


def _claimed(place: Place) -> tuple[Block, ...]:
    """The blocks of the first rule that claims a paragraph; the last rule claims everything."""
    words, framed = place.paragraph.words, place.opening or place.closing
    claims = (claim(place) for claim, frame, most in _ASKED if words <= most and (framed or not frame))
    return next(made for made in claims if made is not None)


_FRAME = re.compile(
    r"^(?:Received|Sent|Dispatched|Arrived)\s+(?:on|at)\b.{0,60}$"
    r"|^(?:[A-Z][A-Z &]+|[A-Z][a-z]+(?: [a-z]+)?):\s.{0,140}$"
    r"|^\W*(?:To|to|Distribution|From|Received)\b[^.]*[:.]?$|^\W*\(?[Dd]istribution\b"
)


def _is_frame(text: str, index: int) -> bool:
    """An address, a distribution list, a field of the head or a postscript may be as long as a sentence; it is none of the text."""
    if postscript.BEGINS.match(text) and index:
        return True
    plain = text.replace("[", "").replace("]", "")
    return (
        bool(_FRAME.match(plain))
        or bool(distribution._LABEL.match(plain))
        or bool(handling._LABEL.match(plain) or handling.OFFICE.match(plain))
    )


def _summary_after_text(found: list[Paragraph], source: Source) -> list[Block]:
    """A portal's page prints its summary below the text: a sentence between the closer and the page's frame."""
    if len(found) < 3 or is_prose(found[-2]) or not is_prose(found[-1]) or len(found[-1].lines) > 3:
        return []
    content = Content.of(source.text, (Span(found[-1].start, found[-1].lines[-1].end),))
    del found[-1]
    return [
        Block(
            "metadata",
            content,
            field="summary",
            degree=0.7,
            why="a sentence about the document between its end and the page's frame",
        )
    ]


def uncovered(source: Source, found: list[Block]) -> list[Span]:
    """Stretches of the source that are in no block, white space apart."""
    rows: list[Span] = []
    done = 0
    for span in sorted((span for block in found for span in block.spans), key=lambda span: span.start):
        if source.text[done : span.start].strip():
            rows.append(Span(done, span.start))
        done = max(done, span.end)
    return [*rows, Span(done, len(source.text))] if source.text[done:].strip() else rows

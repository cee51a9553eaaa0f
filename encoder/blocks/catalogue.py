"""The catalogue record before (and sometimes after) the text: title, date, citation, summary, credits, languages.

It comes as a web page's headed sections, as Markdown, or as a form in two columns.
"""

import re
from dataclasses import dataclass

from encoder.blocks import labels
from encoder.blocks.lines import Line, width
from encoder.inline import english
from encoder.metadata import archives, contributors, dates
from encoder.metadata.shelfmarks import units
from encoder.model import Block, Content, Span

REACH = 40  # lines within which the next label of the same record stands
_NEAR = 6  # lines before the reference of a record that has no label for it
_SURE = {"citation", "summary", "credits", "contents", "language"}
_CREDITS = re.compile(
    r"(?i)^(?:this\s+\w+\s+was\s+)?made\s+possible\s+(?:with|by|through|thanks)\b"
    r"|^this\s+\w+\s+was\s+made\s+possible\b|^with\s+(?:generous\s+)?support\s+(?:from|of|by)\b"
)
_TRANSLATED = re.compile(
    r"(?i)^translated\s+(?:from\s+(?:the\s+)?\w+\s+)?(?:for\s+\w+\s+)?by\s+[A-Z][^.]{2,60}\.?$"
)
_SECOND = re.compile(r"(?<=\S)\s{2,}(?=([A-Z][a-z]+(?: [A-Za-z]+)?)\s*:)")
_BARE = "reference"  # a line of the record that says where the document is kept, without a label
_ARCHIVE = re.compile(
    r"\b(?:Archiv|Arhiv|Архив|Arkiv|Arquivo|Lev[ée]lt[áa]r|Arxiu|[Ll]ưu\s+trữ|Records?\s+Office)|(?<=[a-z])archiv|[檔档]案[館馆]"
)
_TITLE = re.compile(r"[“\"](.{8,400}?),?[”\"],?\s")
_COMPLETE = re.compile(r"(?:[.?!][)\]}\"'”’»*_]*|https?://\S+)$")
_SIGNS = re.compile(r"^[#>*_\s]+|[*_\s]+$")
_LEAD = re.compile(r"[\s.*_]*")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A line, or one column of it."""

    line: Line
    field: str  # the field whose label it begins with, or ""
    value: int  # where the value begins, from the start of the line
    column: int = 0


def record(found: list[Line], source: str) -> tuple[list[Block], int]:
    """The record before the text, and the index of the first line of the text."""
    marks = _labels(found)
    if not marks:
        return _bare_record(found, source)
    first = marks[0]
    blocks = _front(found[:first], source, _quoted(found[first : first + REACH]))
    for index, at in enumerate(marks):
        stop = marks[index + 1] if index + 1 < len(marks) else None
        end = stop if stop is not None else _end(found, at)
        blocks += _section(found[at:end], source)
    return blocks, end


def _labels(found: list[Line]) -> list[int]:
    """Indexes of the lines that begin a field of the record; none where the labels make no record."""
    marks: list[int] = []
    fields: set[str] = set()
    for index in range(len(found)):
        if index - (marks[-1] if marks else 0) > REACH:
            break
        name = _named(found, index, fields)
        if name and name not in fields:
            marks.append(index)
            fields.add(name)
            if (
                name == "source"
                and index <= _NEAR
                and _is_reference(found[:index], _value(found[index].text))
            ):
                fields.add(_BARE)
            if name == "contents":
                break
    if fields & {*_SURE, _BARE} or len(fields & {"title", "author", "date", "source", "summary"}) >= 2:
        return marks
    return []


def _named(found: list[Line], index: int, fields: set[str]) -> str:
    """The field that a line begins; ``_BARE`` for a reference that stands there without a label."""
    label = labels.match(found[index].text)
    if label:
        return label[0]
    known = fields & {"citation", "source", _BARE}
    return (
        _BARE if 0 < index <= _NEAR and not known and _is_reference(found[:index], found[index].text) else ""
    )


def _value(text: str) -> str:
    """What follows the label, without brackets around both: `[Source: …]`."""
    label = labels.match(text)
    return text[label[1] :].strip(" *_[]") if label else text


def _is_reference(before: list[Line], text: str) -> bool:
    """Below title and date, a line that says where the document is kept: a shelfmark by its units, or an archive with a number,
    and nothing else but whom it is owed to."""
    credited = next(contributors.sentences(text, 0), None)
    held = text[: credited[0]] if credited else text
    speaks = any(word.lower() in english.AUXILIARIES for word in english.words(held))
    if speaks or len(held) > 160 or not (credited or any(dates.parse(line.text) for line in before)):
        return False
    by_units = units(held, at_start=False)
    named = _ARCHIVE.search(held) or archives.archive_named(held, archives.shipped())
    return bool(by_units and (by_units.start == 0 or "," in held[: by_units.start] or named)) or bool(
        named and "," in held and any(sign.isdigit() for sign in held)
    )


def _quoted(found: list[Line]) -> str:
    """The title that a citation says again, between quotation marks."""
    match = _TITLE.search(" ".join(line.text for line in found))
    return " ".join(match[1].split()) if match else ""


def _bare_record(found: list[Line], source: str) -> tuple[list[Block], int]:
    """A record without labels: a date and a title, closed by the sentence that thanks a funder."""
    for index, line in enumerate(found[:8]):
        translated = _TRANSLATED.match(line.text)
        if _CREDITS.match(line.text) or translated:
            block = Block(
                "metadata", Content.of(source, (line.span,)), field="translator" if translated else "credits"
            )
            return [*_front(found[:index], source, ""), block], index + 1
    return [], 0


def _front(found: list[Line], source: str, quoted: str) -> list[Block]:
    """Lines before the first label: dates, thanks, and what is left is the title.

    :param quoted: the title as the citation says it; where some of the lines are that title, the others are a page's frame.
    """
    blocks: list[Block] = []
    title: list[Span] = []
    own = _lines_of(found, quoted)
    for line in found:
        span = _bare(line)
        text = source[span.start : span.end]
        if not text:
            continue
        if dates.parse(text):
            blocks.append(Block("metadata", Content.of(source, (span,)), field="date"))
        elif _CREDITS.match(text):
            blocks.append(Block("metadata", Content.of(source, (span,)), field="credits"))
        elif (own and line not in own) or re.search(r"\S\s{5,}\S", text) or re.fullmatch(r"\d{4}", text):
            blocks.append(Block("furniture", Content.of(source, (span,)), field="head of the record"))
        else:
            title.append(span)
    if title:
        blocks.append(Block("metadata", Content.of(source, tuple(title)), field="title"))
    return sorted(blocks, key=lambda block: block.content.spans[0].start)


def _lines_of(found: list[Line], quoted: str) -> list[Line]:
    """The lines that together are the quoted title."""
    wanted = _letters(quoted)
    for start in range(len(found) if wanted else 0):
        for end in range(start + 1, len(found) + 1):
            if _letters(" ".join(line.text for line in found[start:end])) == wanted:
                return found[start:end]
    return []


def _letters(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _bare(line: Line) -> Span:
    """A line without the Markdown signs around it."""
    text = line.text
    lead = len(text) - len(re.sub(r"^[#>*_\s]+", "", text))
    tail = len(text) - len(re.sub(r"[*_\s]+$", "", text))
    return Span(line.start + lead, max(line.start + lead, line.end - tail))


def _end(found: list[Line], at: int) -> int:
    """Where the value of the last label ends: at the first blank line after it has begun."""
    field, value, _ = labels.match(found[at].text) or (_BARE, 0, 0)
    rest = found[at].text[value:].strip(" *_")
    index = at + 1
    if field == "contents":
        while index < len(found) and labels._CONTENTS.fullmatch(found[index].text):
            index += 1
        return index
    if rest == ".":
        return index
    if not rest and index < len(found):
        index += 1
    if field == "language":
        return index
    unbroken = width(found) == float("inf")  # each line is a paragraph
    while index < len(found) and not found[index].gap and not found[index].page:
        if unbroken and _COMPLETE.search(found[index - 1].text):
            break
        index += 1
    return index


def _section(found: list[Line], source: str) -> list[Block]:
    """A label with its value, or a row of two labels with values in two columns; or a reference without a label."""
    label = labels.match(found[0].text)
    if not label:
        content = Content.of(source, tuple(_bare(line) for line in found))
        return [Block("metadata", content, field="source")]
    second = _SECOND.search(found[0].text, label[1])
    right = labels.match(found[0].text[second.end() :]) if second else None
    if second is None or right is None:
        return _field([(line.start, line.end) for line in found], source)
    column = found[0].indent + second.end()
    left, other = (
        [(found[0].start, found[0].start + second.start())],
        [(found[0].start + second.end(), found[0].end)],
    )
    for line in found[1:]:
        for start, end in _columns(line, column, source):
            (other if start - (line.start - line.indent) >= column - 2 else left).append((start, end))
    return _field(left, source) + _field(other, source)


def _columns(line: Line, column: int, source: str) -> list[tuple[int, int]]:
    gap = max(
        (
            match
            for match in re.finditer(r"\s{2,}", line.text)
            if abs(line.indent + match.end() - column) <= 2
        ),
        key=lambda match: len(match[0]),
        default=None,
    )
    if gap is None:
        return [(line.start, line.end)]
    return [(line.start, line.start + gap.start()), (line.start + gap.end(), line.end)]


def _field(pieces: list[tuple[int, int]], source: str) -> list[Block]:
    """One label and its value; the label itself is the record's, not the text's."""
    start, end = pieces[0]
    label = labels.match(source[start:end])
    assert label is not None
    field, value, at = label
    value += len(_LEAD.match(source[start + value : end])[0])  # type: ignore[index]
    blocks = [
        Block("furniture", Content.of(source, (_trim(source, start + at, start + value),)), field="label")
    ]
    spans = [_trim(source, start + value, end)] + [_trim(source, a, b) for a, b in pieces[1:]]
    spans = [span for span in spans if len(span)]
    if spans:
        kind = "furniture" if field == "contents" else "metadata"
        blocks.append(Block(kind, Content.of(source, tuple(spans)), field=field))
    return blocks


def _trim(source: str, start: int, end: int) -> Span:
    text = source[start:end]
    bare = _SIGNS.sub("", text)
    lead = text.find(bare) if bare else len(text)
    return Span(start + lead, start + lead + len(bare))

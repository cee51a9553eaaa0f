"""A citation as typed, taken apart: title, date, series, archival reference, reprint, contributors, link."""

from __future__ import annotations

import re
from dataclasses import dataclass

from encoder.metadata import contributors, dates
from encoder.metadata.archives import (
    ArchiveReference,
    Archives,
    archive_named,
    parse_reference,
    typed_reference,
)
from encoder.metadata.dates import DateValue
from encoder.metadata.folding import Folded, folded
from encoder.model import Span


@dataclass(frozen=True, slots=True)
class Citation:
    """What a citation says, with single blanks for any white space; empty or None where nothing is said.

    ``other_contributors`` are pairs of a role (``contributed by``) and a name. ``spans`` says where each
    part is: pairs of a field's name and a span, in the order of the text.
    """

    title: str = ""
    date: DateValue | None = None
    series: str = ""
    reference: ArchiveReference | None = None
    reprint: str = ""
    translators: tuple[str, ...] = ()
    obtained_by: tuple[str, ...] = ()
    other_contributors: tuple[tuple[str, str], ...] = ()
    url: str = ""
    spans: tuple[tuple[str, Span], ...] = ()


_LABEL = re.compile(r"\W*(?:citation|source|cite as)\s*:\W?\s*", re.IGNORECASE)
_QUOTES = {"“": "”", "”": "”", '"': '"', "„": "“”", "«": "»", "‘": "’", "'": "'"}
_SERIES = re.compile(
    r"[^,]*\b(?:Digital Archive|Wilson Cent(?:er|re)|Cold War International History Project|CWIHP|NKIDP|NPIHP"
    r"|International History Declassified|History and Public Policy Program)\b[^,.;]*",
)
_PROVENANCE = re.compile(
    r"(?:provided|donated|contributed|courtesy|with\s+(?:the\s+)?permission|given)\b", re.IGNORECASE
)
_URL = re.compile(r"https?://\S+|\bwww\.\S+", re.IGNORECASE)
_UNDATED = re.compile(r"[\s,.;(]*(?:undated|no date|n\.\s?d\.?|date unknown)(?=[\s,;.)])", re.IGNORECASE)
_URL_GOES_ON = re.compile(r"\s+(?=[^\s]*[/\d=?&][^\s]*)\S+")


def parse(text: str, register: Archives) -> Citation:
    """Take a citation apart. Line breaks may stand anywhere in it; what is missing stays empty."""
    typed = folded(text)
    line = typed.text
    spans: list[tuple[str, int, int]] = []
    label = _LABEL.match(line)
    title, at = _title(line, label.end() if label else 0)
    if title:
        spans.append(("title", *title))
    date, at = _date(line, at, spans)
    series, at = _series(line, at, spans, bool(title))
    url, end = _url(line, at, spans)
    sentences = list(contributors.sentences(line[:end], at))
    source_end = sentences[0][0] if sentences else end
    reference = _reference(line, (at, source_end), sentences, register, spans)
    reprint = _reprint(line, sentences, spans)
    credits = [credit for begin, stop in sentences for credit in contributors.credits(line, begin, stop)]
    spans += [(_field(credit.role), credit.start, credit.end) for credit in credits]
    return Citation(
        title=line[slice(*title)] if title else "",
        date=date,
        series=series,
        reference=reference,
        reprint=reprint,
        translators=_of(credits, "translated by"),
        obtained_by=_of(credits, "obtained by"),
        other_contributors=tuple((c.role, c.name) for c in credits if _field(c.role) == "other_contributors"),
        url=url,
        spans=_spans(typed, spans),
    )


def _spans(typed: Folded, spans: list[tuple[str, int, int]]) -> tuple[tuple[str, Span], ...]:
    placed = sorted(spans, key=lambda part: part[1:])
    return tuple((name, Span(*typed.place(start, end))) for name, start, end in placed if end > start)


def _field(role: str) -> str:
    return {"translated by": "translators", "obtained by": "obtained_by"}.get(role, "other_contributors")


def _of(credits: list[contributors.Credit], role: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(credit.name for credit in credits if credit.role == role))


def _title(line: str, start: int) -> tuple[tuple[int, int] | None, int]:
    """The title's place and what follows: quoted, up to the quotation mark before the date."""
    quote = line[start : start + 1]
    if quote not in _QUOTES or not quote:
        return None, start
    ends = [m.start() for m in re.finditer(f"[{_QUOTES[quote]}]", line[start + 1 :])]
    ends = [start + 1 + end for end in ends]
    if not ends:
        return None, start
    closing = next((end for end in ends if _dated(line, end + 1)), None)
    if closing is None:
        closing = next((end for end in ends if re.match(r"[,.;]?(?:\s|$)", line[end + 1 :])), ends[0])
    stop = start + 1 + len(line[start + 1 : closing].rstrip(" ,"))
    return (start + 1, stop), closing + 1


def _dated(line: str, at: int) -> bool:
    found = dates.find(line[at : at + 60])
    return bool(found) and not line[at : at + found[0].start].strip(" ,.;(”\"'’")


def _date(line: str, at: int, spans: list[tuple[str, int, int]]) -> tuple[DateValue | None, int]:
    """The date right after the title; a bare year or month counts there too."""
    found = dates.find(line[at : at + 80])
    if found and not line[at : at + found[0].start].strip(" ,.;(”\"'’"):
        match = found[0]
        spans.append(("date", at + match.start, at + match.end))
        return match.value, at + match.end
    if undated := _UNDATED.match(line, at):
        return None, undated.end()
    piece = re.compile(r"[\s,.;”\"'’]*([^,;]{4,40}?)(?=[,;]|\.\s)").match(line, at)
    value = dates.parse(piece[1]) if piece else None
    if piece and value:
        spans.append(("date", piece.start(1), piece.end(1)))
        return value, piece.end(1)
    return None, at


def _series(line: str, at: int, spans: list[tuple[str, int, int]], titled: bool) -> tuple[str, int]:
    """The digital archive or project that publishes it: pieces between commas right after the date."""
    begin = end = at + len(line[at:]) - len(line[at:].lstrip(" ,.;)”\"'’"))
    while (
        titled and (match := _SERIES.match(line, end)) and not contributors.START.match(line, match.start())
    ):
        spoilt = re.search(r"\b(?:by|for)\b", match[0])
        if spoilt:
            break
        end = match.end()
        following = re.compile(r",\s*").match(line, end)
        if not following or not _SERIES.match(line, following.end()):
            break
        end = following.end()
    if end > begin:
        spans.append(("series", begin, end))
    return line[begin:end], end


def _url(line: str, at: int, spans: list[tuple[str, int, int]]) -> tuple[str, int]:
    """The address, put together where a line break fell into it, and where it begins."""
    match = _URL.search(line, at)
    if not match:
        return "", len(line)
    end = match.end()
    while line[end - 1] in "/-_=?&.%" and (more := _URL_GOES_ON.match(line, end)):
        end = more.end()
    if (more := _URL_GOES_ON.match(line, end)) and "/" in more[0] and more[0].strip()[0].islower():
        end = more.end()
    stop = match.start() + len(line[match.start() : end].rstrip(".,;)]>"))
    spans.append(("url", match.start(), stop))
    return line[match.start() : stop].replace(" ", ""), match.start()


def _reference(
    line: str,
    place: tuple[int, int],
    sentences: list[tuple[int, int]],
    register: Archives,
    spans: list[tuple[str, int, int]],
) -> ArchiveReference | None:
    """What stands between the series and the credits; where nothing does, who provided it."""
    at, end = place
    begin = at + len(line[at:]) - len(line[at:].lstrip(" ,.;:)”\"'’"))
    source = line[begin : max(begin, end)].rstrip(" ,;.")
    if not any(c.isalnum() for c in source):
        return _provenance(line, sentences, register, spans)
    spans.append(("reference", begin, begin + len(source)))
    return parse_reference(source, register) or typed_reference(source)


def _provenance(
    line: str, sentences: list[tuple[int, int]], register: Archives, spans: list[tuple[str, int, int]]
) -> ArchiveReference | None:
    """``Provided to … by …``: kept whole as the name, with its archive; else where it is printed."""
    said = [place for place in sentences if _PROVENANCE.match(line, place[0])]
    if not said:
        printed = [line[begin:end] for begin, end in sentences if contributors.is_reprint(line, begin)]
        return parse_reference(re.sub(r"^.*?\bin\s+", "", printed[0]), register) if printed else None
    begin, end = said[0][0], said[-1][1]
    spans.append(("reference", begin, end))
    found = archive_named(line[begin:end], register)
    if not found:
        return ArchiveReference("", line[begin:end], end=end - begin)
    return ArchiveReference(
        found.id, line[begin:end], found.name, found.country, found.settlement, end=end - begin
    )


def _reprint(line: str, sentences: list[tuple[int, int]], spans: list[tuple[str, int, int]]) -> str:
    for begin, stop in sentences:
        if contributors.is_reprint(line, begin):
            spans.append(("reprint", begin, stop))
            return line[begin:stop].rstrip(" ,;")
    return ""

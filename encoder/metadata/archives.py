"""References to what archives keep: ``PRC FMA 118-01026-01, 1-2``, ``APRF: F. 45, Op. 1, D. 331``."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from encoder.metadata.archive_register import Archive, Archives, load, register, shipped
from encoder.metadata.leaves import Leaves, leaves
from encoder.metadata.printed import printed
from encoder.metadata.shelfmarks import units

__all__ = [
    "Archive",
    "ArchiveReference",
    "Archives",
    "archive_named",
    "load",
    "parse_reference",
    "register",
    "shipped",
    "typed_reference",
]

_SEPARATORS = " \t\n,:;.–—"
_BEFORE_SHORT = re.compile(r"(?:^|[,;:(\[/–—.]|\b(?:in|from|at|see|source|the|also))\s*$", re.IGNORECASE)
_PIECE = re.compile(r"(?:^|[,;:.]\s+)(?P<name>[^\W\d_][^,;:.\[\]()]*)$")
_CREDITS = re.compile(
    r"(?<=[.\d)\]])\s+(?=(?:translated|obtained|provided|contributed|reprinted|published|printed|donated|included"
    r"|with permission|courtesy|copy|document|available|also|see|cited|from the)\b|https?:)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ArchiveReference:
    """Where a document is kept. Strings are empty where nothing is said.

    ``archive`` is the id in the register; ``name`` the archive or printed work as typed; ``shelfmark`` has no
    leaves. ``text[start:end]`` is the reference; ``rest`` what follows it in the text.
    """

    archive: str
    name: str
    full_name: str = ""
    country: str = ""
    settlement: str = ""
    collection: str = ""
    shelfmark: str = ""
    pages_from: str = ""
    pages_to: str = ""
    start: int = 0
    end: int = 0
    rest: str = ""


def parse_reference(text: str, register: Archives) -> ArchiveReference | None:
    """The first reference in the text: to an archive of the register, to another one, or to a printed work.

    None where nothing in the text has the form of a reference. Linear in the length of the text.
    """
    stop = _CREDITS.search(text)
    said = text[: stop.start()] if stop else text
    found = _named(said, register)
    made = _held(said, *found, register) if found else _by_pattern(said, register) or _unnamed(said)
    if made is None or (made.start > 0 and made.archive and not (made.shelfmark or made.collection)):
        return None
    return _with_rest(made, text)


def typed_reference(text: str) -> ArchiveReference:
    """A reference that no grammar fits, kept as typed: what stands before the first comma is the name."""
    name, comma, shelf = text.partition(",")
    found = leaves(shelf, bare=True) if comma else None
    mark = shelf[: found.start if found else None].strip(_SEPARATORS)
    if not any(c.isdigit() for c in mark):
        return ArchiveReference("", text.strip(_SEPARATORS), end=len(text))
    pages = (found.first, found.last) if found else ("", "")
    return ArchiveReference("", name.strip(), "", "", "", "", mark, *pages, end=len(text))


def archive_named(text: str, register: Archives) -> Archive | None:
    """The first archive of the register that the text names."""
    found = _named(text, register)
    return found[0] if found else None


def _with_rest(made: ArchiveReference, text: str) -> ArchiveReference:
    return replace(made, rest=text[made.end :].strip(_SEPARATORS + ")"))


def _named(text: str, register: Archives) -> tuple[Archive, int, int] | None:
    """The first archive of the register that is named, and where; by a short form only as a piece begins."""
    for match in register.named(text):
        name = " ".join(match[0].split())
        if match["long"]:
            return register.by_name[name.casefold().replace("’", "'")], match.start(), match.end()
        if _BEFORE_SHORT.search(text, max(0, match.start() - 12), match.start()):
            return register.by_name[name], *_with_full_form(text, match.start(), match.end())
    return None


def _with_full_form(text: str, start: int, end: int) -> tuple[int, int]:
    """A short form in brackets goes with the name before it: ``Central State Archive [CDA]``."""
    pair = text[start - 1 : start] + text[end : end + 1]
    if pair not in ("[]", "()"):
        return start, end
    before = _PIECE.search(text, 0, start - 1)
    return (before.start("name"), end + 1) if before else (start, end)


def _held(text: str, archive: Archive, start: int, end: int, register: Archives) -> ArchiveReference:
    end = _past_place(text, archive, _past_parenthesis(text, archive, end))
    name = " ".join(text[start:end].split()).rstrip(" ,")
    following = _following(text, end, register)
    shelf = (
        text[end:following].lstrip(_SEPARATORS) if start == end or text[end : end + 1] in _SEPARATORS else ""
    )
    at = following - len(shelf)
    parted = any(c in ",:;" for c in text[end:at])
    mark, collection, found = _mark(shelf, archive)
    last = at + (len(shelf.rstrip(_SEPARATORS + ")")) if found else len(mark) if mark else 0)
    return ArchiveReference(
        archive=archive.id,
        name=_without_place(name, archive),
        full_name=archive.name,
        country=archive.country,
        settlement=archive.settlement,
        collection=collection if mark or parted else "",
        shelfmark=" ".join(mark.split()),
        pages_from=found.first if found else "",
        pages_to=found.last if found else "",
        start=start,
        end=max(last, end),
    )


def _following(text: str, at: int, register: Archives) -> int:
    """Where the next archive's reference begins, after a semicolon or a stop; else the end."""
    for match in register.named(text, at):
        before = text[at : match.start()].rstrip()
        if before[-1:] in (";", ".") and any(c.isdigit() for c in before):
            return at + len(before)
    return len(text)


def _past_parenthesis(text: str, archive: Archive, end: int) -> int:
    """Past ``(RGASPI)`` or ``(Moscow)`` after the name."""
    match = re.compile(r"\s?[(\[]([^()\[\]]{1,80})[)\]]").match(text, end)
    names = {*archive.abbreviations, *archive.variants, archive.settlement, archive.country}
    return match.end() if match and match[1].strip() in names else end


def _past_place(text: str, archive: Archive, end: int) -> int:
    """Past ``, Moscow`` and ``, Russia`` after the name."""
    places = "|".join(re.escape(place) for place in (archive.settlement, archive.country) if place)
    match = re.compile(rf"(?:,\s?(?:{places})(?=[,;:.]))+").match(text, end) if places else None
    return match.end() if match else end


def _without_place(name: str, archive: Archive) -> str:
    for place in (archive.country, archive.settlement):
        name = name.removesuffix(f", {place}") if place else name
    return name


def _mark(shelf: str, archive: Archive) -> tuple[str, str, Leaves | None]:
    """The shelfmark, the collection it belongs to and the leaves."""
    if named := units(shelf, at_start=True):
        found = leaves(shelf[named.end :], bare=True)
        return shelf[named.start : named.end], f"Fond {named.holding}", found
    match = archive.pattern.match(shelf) if archive.pattern else None
    found = leaves(shelf, bare=True)
    if found and not found.label and (match is None or _year(found)) and found.first == found.last:
        found = None  # a single number is a file or a year as well
    if found and match and found.start < match.end():
        found = None
    mark = shelf[: found.start if found else None].strip(_SEPARATORS)
    if match:
        holding = match[1] if match.re.groups and match[1] else ""
        return mark, f"Fond {holding}" if holding.isdigit() else holding, found
    return (mark, "", found) if any(c.isdigit() for c in mark) else ("", mark, found)


def _year(found: Leaves) -> bool:
    return len(found.first) == 4 and found.first.startswith(("19", "20"))


def _by_pattern(text: str, register: Archives) -> ArchiveReference | None:
    """A shelfmark without its archive's name, where one archive alone has shelfmarks of that form."""
    shelf = text.lstrip(_SEPARATORS)
    fitting = [a for a in register.entries if a.pattern and a.pattern.match(shelf)]
    if len(fitting) != 1:
        return None
    start = len(text) - len(shelf)
    made = _held(text, fitting[0], start, start, register)
    return replace(made, name=fitting[0].name)


def _unnamed(text: str) -> ArchiveReference | None:
    """An archive that the register does not have, or a printed work."""
    named = units(text, at_start=False)
    if not named or not text[: named.start].strip(_SEPARATORS):
        work = printed(text)
        return work and ArchiveReference(
            "", work.name, shelfmark=work.volume, pages_from=work.first, pages_to=work.last,
            start=work.start, end=work.end,
        )  # fmt: skip
    found = leaves(text[named.end :], bare=True)
    name = re.split(r"(?<=[a-z])[.;]\s", text[: named.start])[-1].strip(_SEPARATORS)
    return ArchiveReference(
        archive="",
        name=" ".join(name.split()),
        collection=f"Fond {named.holding}",
        shelfmark=" ".join(text[named.start : named.end].split()),
        pages_from=found.first if found else "",
        pages_to=found.last if found else "",
        end=len(text) if found else named.end,
    )

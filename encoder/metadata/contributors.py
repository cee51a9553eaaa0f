"""Who brought, gave and translated a document: the sentences after the shelfmark of a citation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

# The verb of a sentence that credits somebody, and the role it gives.
_ROLES = {
    verb: role
    for role, verbs in (
        ("translated by", "translated"),
        ("obtained by", "obtained procured acquired collected received located discovered"),
        ("provided by", "provided supplied given"),
        ("contributed by", "contributed submitted"),
        *((f"{verb} by", verb) for verb in ("donated", "edited", "introduced", "annotated", "transcribed")),
        *((f"{verb} by", verb) for verb in ("compiled", "selected", "revised", "reviewed", "interviewed")),
    )
    for verb in verbs.split()
}
_VERB = "|".join(_ROLES)
_ADVERB = r"(?:originally|first|also|kindly|subsequently|initially|document|copy)\s+"
START = re.compile(
    rf"(?:^|(?<=[.,;:)\]\d”\"’])\s+)(?=(?:(?:{_ADVERB})?(?:{_VERB})(?:,?\s+(?:and|for|from|into|to|by|with|in)\b)"
    r"|(?:also\s+|originally\s+|first\s+)?(?:re)?(?:printed|published|cited)\s+(?:in|as|by|on)\b"
    r"|with\s+(?:the\s+)?permission\b|by\s+permission\b|courtesy\s+of\b|translation\s+(?:by|from)\b"
    r"|available\s+(?:at|from|in|on)\b|accessed\b|retrieved\b|included\s+in\b|appears?\s+in\b))",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    rf"\b(?P<verbs>(?:{_VERB})(?:(?:,|\s+and|,\s+and)\s+(?:{_VERB}))*)\b(?P<between>(?:\s+(?:for|from|into|to|in|as)\b"
    r"[^.;]{0,120}?)?)\s+by\s+",
    re.IGNORECASE,
)
_PERMISSION = re.compile(
    r"\b(?:with\s+(?:the\s+)?permission|courtesy)\s+(?:of|from)\s+(?P<who>[^.;]+)", re.IGNORECASE
)
_TRANSLATION = re.compile(r"\btranslation(?:\s+(?:from|for)\b[^.;]{0,60}?)?\s+by\s+", re.IGNORECASE)
_REPRINT = re.compile(
    r"(?:also\s+|originally\s+|first\s+)?(?:re)?(?:printed|published|cited)\s+in\b", re.IGNORECASE
)
_JOINTS = re.compile(
    r",?\s+(?:and|und|et|&)\s+|;\s*|,\s+(?!(?:Jr|Sr|II|III|IV|Ph\.?D|M\.?D|ed|eds|trans)\b)", re.IGNORECASE
)
_AFFILIATION = re.compile(
    r"\b(?:University|Institute|College|School|Cent(?:er|re)|Project|Program(?:me)?|Academy|Department|Foundation"
    r"|Library|Society|Association|Council|Team|Staff)\b"
)
_SHORT = ("Jr", "Sr", "Dr", "Prof", "Mr", "Mrs", "St")
_TITLES = re.compile(r"^(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms|Ambassador|Sir)\.?\s+)+")


class Credit(NamedTuple):
    """One name in one role, with its place in the text."""

    role: str
    name: str
    start: int
    end: int


def sentences(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Where each crediting sentence from ``start`` on begins and ends."""
    begins = [match.end() for match in START.finditer(text, start)]
    for begin, following in zip(begins, [*begins[1:], len(text)], strict=False):
        yield begin, begin + len(text[begin:following].rstrip())


def credits(text: str, start: int, end: int) -> list[Credit]:
    """Everybody whom the sentence ``text[start:end]`` credits, in the order of the names."""
    found: list[Credit] = []
    clauses = list(_CLAUSE.finditer(text, start, end)) or list(_TRANSLATION.finditer(text, start, end))
    for number, clause in enumerate(clauses):
        stop = clauses[number + 1].start() if number + 1 < len(clauses) else end
        verbs = re.findall(_VERB, clause.groupdict().get("verbs") or "translated", re.IGNORECASE)
        for name, begin in _names(text, clause.end(), stop):
            found += [Credit(_ROLES[verb.casefold()], name, begin, begin + len(name)) for verb in verbs]
    if permission := _PERMISSION.search(text, start, end):
        who = permission["who"].strip(" ,.").removeprefix("the ")
        begin = text.index(who, permission.start("who"))
        found.append(Credit("by permission of", who, begin, begin + len(who)))
    return found


def is_reprint(text: str, start: int) -> bool:
    """Whether the sentence at ``start`` says where the document is printed."""
    return bool(_REPRINT.match(text, start))


def _names(text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """The names of a list ``A, B and C``, up to the end of the sentence; without titles and affiliations."""
    stop = _sentence_end(text, start, end)
    at, found, employed = start, False, False
    for joint in [*_JOINTS.finditer(text, start, stop), None]:
        piece = text[at : joint.start() if joint else stop]
        bare = _bare(piece)
        if bare and (not found or (_person(bare) and not employed)):
            yield bare, text.index(bare.rstrip("."), at)
            found = True
        employed = bool(_AFFILIATION.search(piece)) and found  # what a comma adds after it is its place
        employed = employed and not (joint and joint[0].strip(" ,"))
        at = joint.end() if joint else stop


def _bare(piece: str) -> str:
    """The name without what stands in brackets, an affiliation, a title, an article."""
    name = re.sub(r"\s*\([^)]*\)|\s+(?:of|from|at)\s+(?:the\s+)?[A-Z].*$", "", piece)
    name = _TITLES.sub("", name).strip(" .,;:)]").removeprefix("the ")
    return name + "." if re.search(r"\b(?:Jr|Sr|[A-Z])$", name) and f"{name}." in piece else name


def _person(name: str) -> bool:
    return name[0].isupper() and 2 <= len(name.split()) <= 6 and not _AFFILIATION.search(name)


def _sentence_end(text: str, start: int, end: int) -> int:
    """The first stop that is not an initial's or a title's, a link or a bracket; else the end."""
    for stop in re.finditer(r"\.(?=\s|$)|https?:|\s\(", text[start:end]):
        word = re.search(r"(\w+)$", text[start : start + stop.start()])
        if stop[0] != "." or not word or (len(word[1]) > 1 and word[1] not in _SHORT):
            return start + stop.start()
    return end

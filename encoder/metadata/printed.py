"""References to printed works: a title with its imprint, a volume, pages."""

from __future__ import annotations

import re
from typing import NamedTuple

from encoder.metadata.leaves import leaves

_IMPRINT = re.compile(
    r"\((?:[^():]{2,60}:\s?[^():]{2,120}|[^():]{2,60}),?\s?(?:1[6-9]|20)\d\d(?:[-–]\d{2,4})?\)"
)
_VOLUME = re.compile(
    r"(?P<work>[^\W\d_][^.;()]{0,120}?),?\s(?P<volume>(?:vol(?:ume)?|bd|band|tome?|t|book)\b\.?\s?(?:\d+|[IVXLC]+)\b)",
    re.IGNORECASE,
)
_LEADS = re.compile(r"^(?:see|in|from|source|cited in|published in|printed in)\b[\s:]*", re.IGNORECASE)
_TRANSLATED_TITLE = re.compile(r"\s*\[[^\[\]]*\]\s*$")

_ABBREVIATED = re.compile(r"\b(?:vol|ed|eds|trans|no|al|op)\.\s+$", re.IGNORECASE)


class Work(NamedTuple):
    """A printed work: author and title, volume with its work, first and last page, place in the text."""

    name: str
    volume: str
    first: str
    last: str
    start: int
    end: int


def printed(text: str) -> Work | None:
    """The printed work that the text refers to; None where it has neither imprint nor labelled pages."""
    imprint = next(iter(_IMPRINT.finditer(text)), None)
    if imprint and text[: imprint.start()].strip():
        return _with_imprint(text, imprint)
    found = leaves(text, bare=False)
    if not found or not found.label.startswith(("p", "s", "bl", "str")):
        return None
    before = text[: found.start]
    sentence = _last_sentence(before)
    start = len(before) - len(sentence)
    volume = _VOLUME.search(sentence)
    if volume:
        name = volume["work"].strip(" ,")
        return Work(_bare(name), " ".join(volume[0].split()), found.first, found.last, start, len(text))
    name = _bare(sentence)
    return Work(name, "", found.first, found.last, start, len(text)) if name else None


def _with_imprint(text: str, imprint: re.Match[str]) -> Work:
    name = _TRANSLATED_TITLE.sub("", _bare(text[: imprint.start()]))
    after = text[imprint.end() :]
    found = leaves(after, bare=True)
    volume = _VOLUME.search("x " + after[: found.start if found else None])
    first, last = (found.first, found.last) if found else ("", "")
    return Work(
        name, volume["volume"] if volume else "", first, last, 0, len(text) if found else imprint.end()
    )


def _bare(name: str) -> str:
    return _LEADS.sub("", " ".join(name.split())).strip(" ,:;.")


def _last_sentence(text: str) -> str:
    """What follows the last stop that ends a sentence: one after a word or figure that is no abbreviation."""
    stops = [m.end() for m in re.finditer(r"(?<=[a-z\d]{3})\.\s+(?=[^\W\d_])", text)]
    stops = [
        stop
        for stop in stops
        if not re.search(r"\b(?:vol|ed|eds|trans|no|al|op)\.\s+$", text[:stop], re.IGNORECASE)
    ]
    return text[stops[-1] :] if stops else text

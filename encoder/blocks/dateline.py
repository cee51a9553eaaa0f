"""Place and date: `New Delhi, 1st April, 1949.`, `(Dictated on 4 September 1958)`, `10.1.1949`."""

import re

from encoder.blocks.place import Place
from encoder.inline import english
from encoder.metadata import dates
from encoder.model import Block

# `, 02.30`, ` at 17:00`, `, 11:00–13:00`, `, 9 a.m.` after a date
_HOUR = (
    r"(?:[,;]?\s*(?:at\s+)?\d{1,2}[.:]\d{2}(?:\s?[-–—]\s?\d{1,2}[.:]\d{2})?(?:\s?(?:h(?:ours|rs)?|[ap]\.?\s?m)\b\.?)?"
    r"|[,;]?\s*(?:at\s+)?\d{1,2}\s?(?:h(?:ours|rs)?|[ap]\.?\s?m)\b\.?)?"
)
_AFTER = re.compile(rf"{_HOUR}[\s.,)\]*”\"]*")
# Figures and a Roman month, of which the last figures may be lost: `30.XII.194`.
_DAMAGED = re.compile(
    rf"\W*\d{{1,2}}\s?[./-]\s?(?:\d{{1,2}}|[IVX]{{1,4}})\s?[./-]\s?\d{{1,4}}[^\s\d,]?{_HOUR}\W*$"
)

FRAME, WORDS = True, 14


def claim(place: Place) -> tuple[Block, ...] | None:
    text = place.text
    if len(text) > 300:
        return None
    found = dates.find(text)
    whole = dates.parse(text.strip(" .()"))
    if whole or _DAMAGED.match(text):
        return (place.block("dateline"),)
    if not found or not _AFTER.fullmatch(text, found[-1].end):
        return None
    before = text[: found[-1].start].strip(" ,.(–—-")
    words = before.split()
    if len(words) > 8 or _speaks(before):
        return None
    if place.closing and words and _signs(place, text[: found[-1].start]):
        return None
    return (place.block("dateline"),)


def _signs(place: Place, lead: str) -> bool:
    """A name with a date is a signature, unless someone has signed already, or a comma or bracket parts place and date."""
    return not (
        re.match(r"\(|.*,\s*$", lead, re.S) or "signed" in place.seen or re.search(r"\S\s{5,}\S", place.text)
    )


def _speaks(text: str) -> bool:
    """A finite verb makes it a sentence, not a dateline."""
    return any(
        word in english.AUXILIARIES | english.IRREGULAR | english.POSSESSIVES | {"received", "dated"}
        or (word.endswith("ed") and len(word) > 4)
        for word in english.words(text)
    )

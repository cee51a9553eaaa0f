"""Shelfmarks by named units: ``F. 39, Op. 1, D. 31``; ``fond 0100, opis 40, delo 7, papka 248``."""

from __future__ import annotations

import re
from typing import NamedTuple

# The holding, and the units below it, as several languages call them.
_HOLDING = r"f(?:onds?|und|ondi)?|фонд|ф|zesp[oó][lł]|z"
_BELOW = (
    r"op(?:is['’ʹ]?|ys)?|опись|оп|inv(?:entory)?|dans|d(?:elo|osja|ossier)?|дело|д|files?|ed\.?\s?khr"
    r"|a\.?\s?e|а\.?\s?е"
    r"|p(?:apka|ap|or|ort|ortfel|erechen|er|k)?|папка|п|folder|box|wi[aą]zka|w|teczka|t|kh/n|viti?|year|nos?"
    r"|karton|kart|krabice|kr|k|sv|roll|[čc]j|ar\.?\s?j|dosar"
)
_FIRST = re.compile(
    rf"(?<!\w)(?:{_HOLDING})\b\s?[.:]?\s?(?:no\.?\s)?(?P<value>\d[\w/-]*|[A-Z]-?\d[\w/-]*)", re.I
)
_NEXT = re.compile(rf"\s?[,;.]?\s?(?:{_BELOW})\b\s?[.:]?\s?[«“\"]?\d[\w/-]*[»”\"]?", re.I)


_PAGES = re.compile(r"\W*pp?\W*\d+[-–]\d+", re.I)  # `p. 1-4`: a papka has one number


class Units(NamedTuple):
    """A shelfmark of units: its place in the text, and the number of the holding (fond)."""

    start: int
    end: int
    holding: str


def units(text: str, at_start: bool) -> Units | None:
    """The first holding with at least one unit below it; ``at_start``: only where the text begins with it."""
    for first in _FIRST.finditer(text):
        if at_start and text[: first.start()].strip(" ,:;"):
            return None
        end = first.end()
        while (below := _NEXT.match(text, end)) and not _PAGES.fullmatch(below[0]):
            end = below.end()
        if end > first.end():
            return Units(first.start(), end, first["value"])
    return None

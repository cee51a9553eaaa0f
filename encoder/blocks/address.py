"""Whom it is for: `To the Consular Affairs Department, Ministry of Foreign Affairs:`, `Dear Premier,`, `Comrade Stalin!`"""

import re

from encoder.blocks.place import Place
from encoder.model import Block

_TO = re.compile(
    r"(?i)^(?:to|for|an\s+(?:die|das|den|herrn|frau)|attn\.?|attention|copy\s+to|copies\s+to|for\s+the\s+attention\s+of)\b[:\s]+\S"
)
_GREETING = re.compile(
    r"^(?:(?:My\s+)?(?:[Dd]ear(?:est)?|[Ee]steemed|[Mm]uch\s+[Ee]steemed|[Rr]espected|[Hh]onou?red|[Ee]xcellency|Your\s+Excellenc\w+|"
    r"(?:Mr|Madam)\.?|Sirs?|Gentlemen|[Cc]omrades?|Lieber|Liebe|Werter|Cher|Chère)\b.{0,80}[,:!.]?)$"
)

FRAME = True


def claim(place: Place) -> tuple[Block, ...] | None:
    text = place.plain
    if not place.opening:
        return None
    if (
        _TO.match(text)
        and (text.endswith(":") or place.paragraph.words <= 12)
        and not re.search(r"[.;]\s+[A-Z][a-z]+\s[a-z]", text)
    ):
        return (place.block("address"),)
    if _GREETING.match(text) and place.paragraph.words <= 12:
        return (place.block("address"),)
    return None

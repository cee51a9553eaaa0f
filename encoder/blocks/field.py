"""The fields of a memorandum's head: `PARTICIPANTS: …`, `DATE AND TIME: …`, `PLACE: …`, with the lines that continue them."""

import re

from encoder.blocks.place import Place
from encoder.metadata import dates
from encoder.model import Block

_FIELD = re.compile(
    r"(?i)(?:also\s+)?(?:participants?|present|attendees|attended\s+by|date(?:\s+and\s+time)?|time(?:\s+and\s+place)?|place|location|from|via|"
    r"prepared(?:\s+by)?|drafted(?:\s+by)?|written(?:\s+by)?|typed(?:\s+by)?|recorded(?:\s+by)?|file|enclosures?|copies)\s*:\s*\S"
)

FRAME, WORDS = True, 30


def claim(place: Place) -> tuple[Block, ...] | None:
    if not place.opening:
        return None
    goes_on = place.before is not None and place.before.field == "field" and place.paragraph.first.indent >= 8
    if not _FIELD.match(place.plain) and not goes_on:
        return None
    dated = re.match(r"(?i)date", place.plain) and dates.find(place.text)
    return (place.block("dateline" if dated else "status", field="field"),)

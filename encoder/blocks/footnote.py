"""Notes typed after the text: `[1] See …` where the text calls `[1]`, or `1. …` below a heading `Notes`."""

import re

from encoder.blocks.place import Place
from encoder.model import Block

HEADING = re.compile(r"(?i)^[#*\s]*(?:(?:foot|end)?notes?|references|anmerkungen)\s*:?[*\s]*$")
_BRACKETED = re.compile(r"\[(\d{1,3})\]\s*(?=\S)")
_NUMBERED = re.compile(r"(\d{1,3})[.)]\s+(?=\S)")


def claim(place: Place) -> tuple[Block, ...] | None:
    if HEADING.match(place.text) and place.calls:
        return (place.block("heading", field="notes"),)
    match = _BRACKETED.match(place.text) or (_NUMBERED.match(place.text) if place.in_notes else None)
    if (
        match is None
        and place.after is None
        and place.series is None
        and (alone := _NUMBERED.match(place.text))
        and alone[1] == "1"
    ):
        return (
            place.after_sign(
                "footnote",
                alone.end(),
                n="1",
                field=alone[0].strip(),
                degree=0.7,
                why="one numbered paragraph after the end of the text",
            ),
        )
    if not match or (place.text.startswith("[") and match[1] not in place.calls):
        return None
    return (
        place.after_sign(
            "footnote",
            match.end(),
            n=match[1],
            field=match[1] if place.text.startswith("[") else match[0].strip(),
        ),
    )

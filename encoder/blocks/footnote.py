"""Notes typed after the text: `[1] See …` where the text calls `[1]`, or `1. …` below a heading `Notes`."""

import re

from encoder.blocks.place import Place
from encoder.model import Block

HEADING = re.compile(r"(?i)^[#*\s]*(?:(?:foot|end)?notes?|references|anmerkungen)\s*:?[*\s]*$")
_BRACKETED = re.compile(r"\[(\d{1,3})\]\s*(?=\S)")
_NUMBERED = re.compile(r"(\d{1,3})[.)]\s+(?=\S)")
# A raised number that lost its place in digitisation: right behind a sign that ends words, before a space.
# The figure comes first and looks back, so that the expression engine passes over all else.
GLUED = re.compile(r"\d(?:(?<=[^\W\d_][.,;:!?”\"’)]\d)|(?<=[^\W\d_][.,;:!?][”\"’)]\d))\d?(?=\s|$)")
_CALL = re.compile(r"\[(\d{1,3})\]")
_PLAIN = re.compile(r"(\d{1,2})\s+(?=[A-Z“\"(])")


def calls(text: str) -> frozenset[str]:
    """The numbers of the notes that a text calls."""
    return frozenset([*_CALL.findall(text), *(match[0] for match in GLUED.finditer(text))])


def tail(texts: list[str], called: frozenset[str]) -> int:
    """Where the notes after the text begin: from there on each paragraph is one, with a number that is called."""
    index = len(texts)
    while (
        index
        and (match := _BRACKETED.match(texts[index - 1]) or _PLAIN.match(texts[index - 1]))
        and match[1] in called
    ):
        index -= 1
    return index


def claim(place: Place) -> tuple[Block, ...] | None:
    if HEADING.match(place.text) and place.calls:
        return (place.block("heading", field="notes"),)
    match = _BRACKETED.match(place.text) or (_NUMBERED.match(place.text) if place.in_notes else None)
    plain = _PLAIN.match(place.text) if place.closing else None
    if match is None and plain and plain[1] in place.calls:
        return (place.after_sign("footnote", plain.end(), n=plain[1], field=plain[1]),)
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

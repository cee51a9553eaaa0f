"""A few signs that stand alone and are no word: what is left of a seal, a number or a rule after digitisation.

The evidence is in the letters: no word of any language mixes alphabets within itself, and a paragraph of
unassigned, private-use or pictographic characters says nothing.
"""

import re
import unicodedata

from encoder.blocks.place import Place
from encoder.model import Block

WORDS = 6


def claim(place: Place) -> tuple[Block, ...] | None:
    text = place.text
    if len(text) > 12 or re.search(r"[\[\]\d]", text):
        return None
    scripts = {unicodedata.name(sign, "?").split()[0] for sign in text if sign.isalpha()}
    mixed = len(scripts) > 1 and len(scripts & {"LATIN", "CYRILLIC", "GREEK"}) > 1
    if mixed or (not scripts and not any(sign.isalnum() for sign in text)):
        return (
            place.block("stray", degree=0.5, why="signs of several alphabets, or of none, by themselves"),
        )
    return None

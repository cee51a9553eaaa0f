"""What is added after the signature: `P.S. Burn this letter.`"""

import re

from encoder.blocks.place import Place
from encoder.model import Block

BEGINS = re.compile(r"\W*(?:P\.\s?S\.|PS[:.]|Post\s?script\b)")

FRAME = True


def claim(place: Place) -> tuple[Block, ...] | None:
    return (place.block("postscript"),) if BEGINS.match(place.text) and place.closing else None

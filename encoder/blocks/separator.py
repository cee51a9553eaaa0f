"""A line of asterisks or rules between two parts of a text."""

import re

from encoder.blocks.place import Place
from encoder.model import Block

_SEPARATOR = re.compile(r"(?:[*·•#~=_–—-]\s*){3,}$")


def claim(place: Place) -> tuple[Block, ...] | None:
    return (place.block("separator"),) if _SEPARATOR.match(place.text) else None

"""A paragraph: what no other rule claims."""

from encoder.blocks.place import Place
from encoder.model import Block


def claim(place: Place) -> tuple[Block, ...] | None:
    return (place.block("paragraph"),)

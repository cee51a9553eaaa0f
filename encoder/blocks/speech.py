"""Who says it, in the record of a conversation: `Premier Zhou: We have seen it.`"""

from encoder.blocks.place import Place
from encoder.blocks.speakers import SPEAKER, who
from encoder.model import Block


def claim(place: Place) -> tuple[Block, ...] | None:
    match = SPEAKER.match(place.text)
    return (place.after_sign("speech", match.end()),) if match and who(place.text) in place.speakers else None

"""Who says it, in the record of a conversation: `Premier Zhou: We have seen it.`"""

import re

from encoder.blocks.place import Place
from encoder.model import Block

SPEAKER = re.compile(
    r"(?:\*\*)?(?P<who>(?:[A-Z][\w’'.-]*|\[[^\]:]{1,40}\])(?:\s+(?:[A-Z(\[][\w’'.)\]-]*|of|the|de|von|and)){0,5}):(?:\*\*)?\s+(?=\S)"
)


# Labels of a record's form, not names.
_LABELS = frozenset(
    "present participants participant attendees also subject date place time from to note notes topic re".split()
)


def claim(place: Place) -> tuple[Block, ...] | None:
    match = SPEAKER.match(place.text) if place.speaks else None
    return (place.after_sign("speech", match.end()),) if match else None


def speakers(texts: list[str]) -> set[int]:
    """The paragraphs that begin with a speaker: at least four, by names that come back."""
    found = {
        index: match["who"]
        for index, text in enumerate(texts)
        if (match := SPEAKER.match(text)) and match["who"].split()[0].lower() not in _LABELS
    }
    names = list(found.values())
    back = {index for index, who in found.items() if names.count(who) > 1}
    return set(found) if len(back) >= 3 and len(found) >= 4 else set()

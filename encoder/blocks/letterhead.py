"""The office a paper comes from, as printed at its head: `Embassy of the People's Republic of China in …`, `From the Korea Desk`."""

import re

from encoder.blocks.place import ORGANIZATION, TITLE_SMALL, Place
from encoder.model import Block

_STATUS = re.compile(
    r"(?i)^(?:draft|final|version|copy|excerpts?|extracts?|original|translation|translated|typescript|verbatim|"
    r"appendix|enclosure)\b.{0,40}$|^(?:workers|proletarians|working\s+(?:men|people))\b.{0,30}\bunite\b!?$|^(?:received|sent|dispatched|arrived)\s+(?:on|at)\b.{0,50}$|^(?:written|typed|made|printed|issued)\s+in\s+\w+\s+cop(?:y|ies)\b.{0,20}$"
)

_SENTENCE = re.compile(r"[;:!?]$|\w\w\w\.$")

FRAME, WORDS = True, 25


def claim(place: Place) -> tuple[Block, ...] | None:
    text = place.plain
    if _SENTENCE.search(text, max(0, len(text) - 4)) and not text.isupper() and not _STATUS.match(text):
        return None
    if place.opening and _STATUS.match(text) and place.paragraph.words <= 10:
        return (place.block("status"),)
    late = place.closing and bool({"dateline", "handling"} & place.seen)
    if not (place.opening or late):
        return None
    if re.match(r"(?i)^from(?:\s+the|:)\s+\S", text) or names_office(text):
        return (place.block("letterhead", field="office" if names_office(text) else ""),)
    return None


def names_office(text: str) -> bool:
    """Nothing but the name of an office: an organisation word near the start, and all words in capitals or small words."""
    text = text.title().replace("’S", "’s").replace("'S", "'s") if text.isupper() else text
    words = re.findall(r"[^\W\d_][\w’'-]*", text)
    found = ORGANIZATION.search(text)
    if (
        not found
        or not words
        or len(text[: found.start()].split()) > 5
        or words[0].lower() in {"on", "about", "to", "from", "regarding", "concerning"}
    ):
        return False
    return all(word[0].isupper() or word.lower() in TITLE_SMALL for word in words)

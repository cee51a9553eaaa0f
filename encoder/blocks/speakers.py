"""Lines that begin with who speaks: `Premier Zhou: …`, by names that come back."""

import re
from collections import Counter

SPEAKER = re.compile(
    r"(?:\*\*)?(?P<who>(?:[A-Z][\w’'.-]*|\[(?=[^\]]*[^\W\d_])[^\]:]{1,40}\])(?:\s+(?:[A-Z(\[][\w’'.)\]-]*|of|the|de|von|and)){0,5}):(?:\*\*)?\s+(?=\S)"
)
# Labels of a record's form, not names.
_LABELS = frozenset(
    "present participants participant attendees also subject date place time from to note notes topic re source citation summary "
    "title author translator original language classification copy distribution received".split()
)


def who(text: str) -> str:
    """The name before the colon that a text begins with; empty where there is none."""
    match = SPEAKER.match(text) if ":" in text else None
    return match["who"] if match and match["who"].split()[0].lower() not in _LABELS else ""


def speakers(texts: list[str]) -> frozenset[str]:
    """Everyone who speaks in a record: at least four turns, by names of which some come back."""
    names = Counter(name for text in texts if (name := who(text)))
    turns = sum(names.values())
    back = sum(count for count in names.values() if count > 1)
    return frozenset(names) if turns >= 4 and back >= 3 else frozenset()

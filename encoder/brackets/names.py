"""The proper name that stands just before a bracket, and what is known of it from the words around it."""

import re
from dataclasses import dataclass

from encoder.inline import english

_TOKEN = (
    r"(?:(?:al|el|ad|an|ar|as|at|az|ash)-)?[^\W\d_a-zß-öø-ÿ][^\W\d_]*(?:[’'ʼ‘ʿʾ-][^\W\d_]+)*(?:[’'ʼʹ](?!\w))?"
)
_PARTICLE = r"(?:de|da|di|du|von|van|der|den|la|le|al|el|bin|ibn|ben|y|af|zu)"
_NAME = re.compile(rf"(?:{_TOKEN})(?:\s+(?:{_PARTICLE}\s+)*{_TOKEN})*\s*$")
_PLACE_WORDS = re.compile(
    r"\b(?:in|at|near|around|into|through|across|via|from|to|toward|towards|outside|inside|(?:city|town|port|province|county|district|region|village|area|"
    r"harbou?r|coast|streets|suburbs|battle|mayor|governor|capture|liberation|occupation|siege|fall|bombing|north|south|east|west|outskirts|people|population)\s+of|city|town|port|province|county|"
    r"district|region|village|river|island|station|front|area|occupied?|liberat\w+|tak(?:e|en|ing)|captur\w+|enter\w*|left|leav\w+|"
    r"visit\w*|reach\w*|between|islands|ports|provinces|cities|counties|districts|villages|towns|rivers|stations|(?:left|leav\w+|depart\w*|bound|head\w*|set\s+out)\s+for)\s+(?:the\s+)?$",
    re.I,
)
_LIST = re.compile(
    rf"(?:{_TOKEN}(?:\s*\[[^\]]*\])?(?:,\s*(?:and\s+|or\s+)?|\s+and\s+|\s+or\s+|\s*[–—-]\s*))+$"
)
_PERSON_ENDINGS = re.compile(
    r"(?:ov|ev|ëv|yov|in|yn|sky|skii|skiy|ski|enko|chuk|ian|yan|shvili|dze|son|sen|berg|mann|stein|escu|eanu|ić|vić)$"
)
_LAST_WORD = re.compile(r"(?<!\w)(\w+)\.?\s*(?:\[[^\]]*\]\s*)?$")


@dataclass(frozen=True, slots=True)
class NameBefore:
    """A proper name: its text, how many characters before the bracket it begins, and what it names.

    ``kind`` is ``persName``, ``placeName``, ``orgName`` or ``""``; ``titled``: a title of a person stands before it.
    """

    text: str
    length: int
    kind: str
    titled: bool


def name_before(before: str, places: frozenset[str] = frozenset()) -> NameBefore | None:
    """The name at the end of ``before``; titles and words that begin a sentence are no part of it."""
    last = before.rsplit(None, 1)[-1:]
    match = None if not last or (last[0].isascii() and last[0].islower()) else _NAME.search(before)
    if not match:
        return None
    tokens = list(re.finditer(r"\S+", match[0]))
    keep = len(tokens)
    while keep and not _stops(tokens[keep - 1][0]):
        keep -= 1
    titled = keep > 0 and tokens[keep - 1][0].strip(".").lower() in english.TITLES
    tokens = tokens[keep:]
    if not tokens:
        return None
    start = match.start() + tokens[0].start()
    text = before[start:].strip()
    word = _LAST_WORD.search(before[:start])
    titled = titled or (word is not None and word[1].lower() in english.TITLES)
    return NameBefore(text, len(before) - start, _kind(text, before[:start], titled, places), titled)


def surname(name: str) -> bool:
    """Whether a name has an ending of family names."""
    return bool(_PERSON_ENDINGS.search(name))


def _stops(word: str) -> bool:
    bare = word.strip(".").lower()
    return bare in english.TITLES or bare in english.SMALL


def _kind(name: str, before: str, titled: bool, places: frozenset[str]) -> str:
    if name.lower() in places:
        return "placeName"
    if titled:
        return "persName"
    tokens = re.findall(r"\S+", name)
    if len(tokens) in (2, 3) and len(tokens[0]) <= 6 and not _PLACE_WORDS.search(before):
        return "persName"
    chain = _LIST.search(before)
    stem = before[: chain.start()] if chain else before
    if len(tokens) == 1 and _PERSON_ENDINGS.search(name) and not _PLACE_WORDS.search(stem):
        return "persName"
    return "placeName" if _PLACE_WORDS.search(stem) else ""


# Words that names of places are put together with.
_TOPONYMIC = frozenset(
    "port new saint st fort cape mount north south east west lower upper great city bay lake island san santa los las "
    "bad ville burg stadt river province county mountain mountains islands peninsula oblast prefecture plain desert valley "
    "pass strait lakes".split()
)


def is_toponym(name: str) -> bool:
    """Whether a name of several words begins or ends as names of places do: `Port Arthur`, `Ho Chi Minh City`."""
    parts = name.lower().split()
    return len(parts) > 1 and (parts[0] in _TOPONYMIC or parts[-1] in _TOPONYMIC)

"""Headings: Markdown's, lines in capitals or title case, and short lines without a full stop between paragraphs."""

import re

from encoder.blocks.place import SIGNS, TITLE_SMALL, Place, is_prose, is_remark
from encoder.inline import english
from encoder.model import Block

_HASHES = re.compile(r"(#{1,6})\s+")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_MANY = 41  # no heading has so many words
_FAR = 320  # nearly always more than that many, and then the rest need not be counted
_BOLD = re.compile(r"\*\*[^*]+\*\*:?$")
_ABOUT = re.compile(r"(?:On|About|Concerning|Regarding|As to)\s(?:the\s)?[\w\s’'-]+(?:\([^()]*\))?\.?$")
_TOPIC = re.compile(r"(?i)^(?:subject|re|betreff?|objet|topic)\s*:")


def claim(place: Place) -> tuple[Block, ...] | None:
    text = place.text
    if is_remark(text):
        return None
    hashes = _HASHES.match(text)
    if hashes and place.markdown:
        return (place.after_sign("heading", hashes.end(), level=len(hashes[1])),)
    if (_BOLD.match(text) and place.markdown) or (_TOPIC.match(text) and place.opening):
        return (place.block("heading"),)
    words = _WORD.findall(text[:_FAR].translate(SIGNS))
    if len(text) > _FAR and len(words) <= _MANY:
        words = _WORD.findall(place.plain)
    if (
        place.before is not None
        and place.before.kind == "signed"
        and not place.closing
        and not re.search(r"[.!?:;]$", text)
        and len(words) < _MANY
    ):
        return (place.block("heading", degree=0.7, why="words without a full stop after a signature"),)
    if (
        _ABOUT.match(text)
        and 3 <= len(words) <= 14
        and not _speaks(re.sub(r"\(.*?\)", "", place.plain))
        and place.after is not None
    ):
        return (place.block("heading", degree=0.7, why="says what it is about, without a verb"),)
    if (
        not words
        or len(words) > 24
        or place.closing
        or place.after is None
        or (re.search(r"[.,;:!]$", place.plain) and not _announces(place.plain, words))
    ):
        return None
    if re.fullmatch(r"(?:\S\s){3,}\S", place.plain) or _capitals(place.plain) or _titled(words):
        return (place.block("heading"),)
    goes_on = (
        place.before is not None
        and not re.match(r"[a-z]+:", text)
        and place.before.kind in {"heading", "status"}
    )
    if place.opening and place.paragraph.words >= 3 and (words[0][0].isupper() or goes_on):
        return (place.block("heading", degree=0.7, why="a line without a full stop before the text"),)
    if words[0][0].isupper() and len(place.paragraph.lines) == 1 and _parted(place):
        return (
            place.block("heading", degree=0.7, why="a short line without a full stop before a paragraph"),
        )
    return None


def _speaks(text: str) -> bool:
    return any(word.lower() in english.AUXILIARIES | english.PRONOUNS for word in english.words(text))


def _capitals(text: str) -> bool:
    letters = [sign for sign in text if sign.isalpha()]
    return len(letters) >= 3 and sum(sign.isupper() for sign in letters) >= 0.9 * len(letters)


def _announces(text: str, words: list[str]) -> bool:
    """`AGENDA:`, `RESOLUTION:`"""
    return text.endswith(":") and len(words) <= 4 and _capitals(text)


def _titled(words: list[str]) -> bool:
    large = [word for word in words if word.lower() not in TITLE_SMALL]
    return (
        bool(large)
        and len(words) <= 14
        and words[0][0].isupper()
        and sum(w[0].isupper() for w in large) >= 0.75 * len(large)
    )


def _parted(place: Place) -> bool:
    """Prose that ended stands before, prose that begins with a capital follows."""
    before = place.before
    return (
        before is not None
        and before.kind in {"paragraph", "heading", "item", "separator"}
        and bool(re.search(r"[.?!:…][”\"')\]]*$", before.content.text) or before.kind != "paragraph")
        and place.after is not None
        and place.after.text[:1].isupper()
        and (is_prose(place.after) or _titled(_WORD.findall(place.after.text)))
    )

"""Vietnamese (Quốc ngữ), by its syllables, which are written apart, and its letters."""

from __future__ import annotations

import re
import unicodedata

_TONES = {"\u0301", "\u0300", "\u0309", "\u0303", "\u0323"}
_SYLLABLE = re.compile(
    r"(?:ngh|ng|gh|gi|kh|nh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?"
    r"(?:[iuưo]?[aăâeêioôơuưy][aeêiouưyâơô]?y?)(?:ch|ng|nh|[cmnpt])?"
)
_OWN = re.compile(r"[đơưăâêô]|[aeiouy]\u0309|[aeiouyơưăâêô]\u0323")


def vietnamese(word: str) -> bool:
    """Whether the word is one syllable that Vietnamese writes."""
    return bool(_SYLLABLE.fullmatch(_toneless(word)))


def telling(words: list[str]) -> bool:
    """Whether the words have letters that only Vietnamese has: ``đ ơ ư``, or a tone on a marked vowel."""
    marked = unicodedata.normalize("NFD", " ".join(words).casefold())
    if any(c in marked for c in ("đ", "\u0309", "\u0323", "\u031b")):
        return True
    return bool(re.search(r"[aeo]\u0302[\u0300\u0301\u0303]", marked))


def plain(word: str) -> str:
    """The word in small letters without any mark: `Trần` → `tran`."""
    marked = unicodedata.normalize("NFD", word.casefold().replace("đ", "d"))
    return "".join(c for c in marked if not unicodedata.combining(c))


def _toneless(word: str) -> str:
    marked = unicodedata.normalize("NFD", word.casefold())
    return unicodedata.normalize("NFC", "".join(c for c in marked if c not in _TONES))

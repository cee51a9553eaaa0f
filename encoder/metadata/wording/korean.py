"""Romanized Korean (Revised Romanization, McCune-Reischauer, the North Korean form) by its syllables."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from encoder.metadata.wording.syllables import cut

# Initials and vowels of the two systems.
_REVISED = (
    "g kk n d tt r m b pp s ss j jj ch k t p h",
    "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i",
)
_MCCUNE = (
    "k kk n t tt r l m p pp s ss sh ch tch k' t' p' ch' h g d b j",
    "a ae ya yae ŏ e yŏ ye o wa wae oe yo u wŏ wo we wi yu ŭ ŭi ui i",
)
_FINALS = ("", "k", "n", "l", "m", "p", "t", "ng")
_TELLING = re.compile(r"eo|eu|yeo|[ŏŭ]|k'|t'|p'|ch'|kk|tt|pp|jj|ui|oe|wae|yae|gye|ng")


@cache
def _inventory(system: int) -> frozenset[str]:
    initials, vowels = (_REVISED, _MCCUNE)[system]
    return frozenset(i + v + f for i in ("", *initials.split()) for v in vowels.split() for f in _FINALS)


def korean(word: str) -> tuple[str, ...] | None:
    """The syllables of a Korean word in one of the romanizations; hyphens part them (``Seong-cheol``)."""
    plain = unicodedata.normalize("NFC", word.casefold().replace("’", "'").replace("ʼ", "'"))
    if not re.fullmatch(r"[a-zŏŭ'-]+", plain):
        return None
    for system in (0, 1):
        found: tuple[str, ...] = ()
        for piece in plain.split("-"):
            syllables = cut(piece, _inventory(system), 7)
            if not syllables:
                found = ()
                break
            found += syllables
        if found:
            return found
    return None


def telling(word: str) -> bool:
    """Whether the word has a letter group that is Korean rather than Chinese or Japanese."""
    return bool(_TELLING.search(unicodedata.normalize("NFC", word.casefold().replace("’", "'"))))

"""Romanized Japanese (Hepburn), by its moras."""

from __future__ import annotations

import re
import unicodedata

_CONSONANTS = [
    "k",
    "g",
    "s",
    "z",
    "t",
    "d",
    "n",
    "h",
    "b",
    "p",
    "m",
    "r",
    "f",
    "y",
    "w",
    "ky",
    "gy",
    "ny",
    "hy",
    "by",
    "py",
    "my",
    "ry",
    "sh",
    "ch",
    "j",
    "ts",
    "kk",
    "ss",
    "tt",
    "pp",
    "ssh",
    "tch",
    "tts",
    "kky",
    "ppy",
]
_WORD = re.compile(
    "(?:(?:" + "|".join(sorted(_CONSONANTS, key=len, reverse=True)) + ")?[aiueoāīūēō]|n'?(?![aiueoāīūēō]))+"
)
_TELLING = re.compile(r"ts[ui]|sh[iuo]|ky[ouaō]|[ghnmr]y[oua]|kk[aiou]|sshi|tch|[āūēō]|ssh")
_NEVER = re.compile(r"(?:^|[^s])si|(?:^|[^t])ti|(?:^|[^t])tu|hu|wu|wi|we|yi|ye|du|di|zi")


def japanese(word: str) -> bool:
    """Whether the word is made of moras that Hepburn writes."""
    plain = unicodedata.normalize("NFC", word.casefold().replace("’", "'").replace("-", ""))
    return bool(_WORD.fullmatch(plain)) and not _NEVER.search(plain)


def telling(word: str) -> bool:
    """Whether the word has a group that is Japanese rather than Chinese or Korean."""
    return bool(_TELLING.search(unicodedata.normalize("NFC", word.casefold())))

"""The words of a text as search knows them. ``xslt/assets/search-words.js`` has the same function; a test compares the two."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
_FOREIGN = re.compile(r"[^\x00-\x7f]+")
# An apostrophe inside a word is a sign of its romanization; with an s behind a word it is English.
_APOSTROPHE = re.compile(r"['’ʼ‘`ʹ](?<=[^\W_].)(?:s(?![^\W_])|(?=[^\W_]))")
# Scripts that do not part words, and Hangul, in which particles are written with their word: read by pairs of signs.
_PAIRED = re.compile(
    "[\u1100-\u11ff\u3005\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff"
    "\U00020000-\U0003ffff]+"
)


def words(text: str) -> list[str]:
    """All words in order, without case, accents and apostrophes: ``Sŏng-ch’ŏl`` is ``song``, ``chol``.

    A run of Chinese, Japanese or Korean signs gives each pair of neighbours, and its last sign alone, so that a single
    sign is found as the beginning of a pair.
    """
    plain = folded(text)
    found = _WORD.findall(plain)
    if plain.isascii() or not _PAIRED.search(plain):
        return found
    return [part for word in found for part in ((word,) if word.isascii() else _parts(word))]


def folded(text: str) -> str:
    """A text in small letters without accents and apostrophes, full-width letters and the like made plain."""
    plain = (text if text.isascii() else _FOREIGN.sub(_plain, text)).lower()
    return _APOSTROPHE.sub("", plain)


def _plain(run: re.Match[str]) -> str:
    return _unmarked(run[0])


@lru_cache(maxsize=1 << 14)
def _unmarked(signs: str) -> str:
    marked = unicodedata.normalize("NFKD", signs)
    bare = "".join([sign for sign in marked if not unicodedata.category(sign).startswith("M")])
    return unicodedata.normalize("NFC", bare)


def key(text: str) -> str:
    """A whole name as one word: what ``Pak Song-chol`` and ``Pak Songchol`` share."""
    return "".join(_WORD.findall(folded(text)))


def _parts(word: str) -> Iterator[str]:
    """A word with its runs of paired signs taken apart."""
    end = 0
    for run in _PAIRED.finditer(word):
        if run.start() > end:
            yield word[end : run.start()]
        signs = run[0]
        yield from (signs[at : at + 2] for at in range(len(signs)))
        end = run.end()
    if end < len(word):
        yield word[end:]

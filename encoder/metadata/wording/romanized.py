"""Romanized Chinese, Korean, Japanese and Vietnamese: how sure the syllables of words make it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from encoder.metadata.wording import chinese, english, japanese, korean, vietnamese


class Candidate(NamedTuple):
    """A language that words could be in: how sure (0 to 1), and by what."""

    tag: str
    degree: float
    evidence: str


def candidates(words: list[str], source_language: str) -> Iterator[Candidate]:
    """Every syllabic language whose inventory all the words keep to; English words among them weigh less."""
    strange = 1 - english.share(words)
    for found in (_pinyin(words), _wade_giles(words), _korean(words), _japanese(words)):
        if found:
            degree = found.degree - 0.5 * (1 - strange)
            if found.tag.split("-")[0] != source_language and _short(words):
                degree = min(degree, 0.6)  # any language has words of two such syllables
            yield found._replace(degree=degree)
    if vietnamese_ := _vietnamese(words, source_language):
        yield vietnamese_


_TELLING = re.compile(r"zh|q|x|'|^(?:kk|pp|tt|jj)|eo|eu|ts|sh|[kgrmnhbp]y")


def _short(words: list[str]) -> bool:
    """One word of six letters at most, without a sign that few languages have."""
    return len(words) == 1 and len(words[0]) <= 6 and words[0].isascii() and not _TELLING.search(words[0])


def _all(parts: list[tuple[str, ...] | None]) -> list[tuple[str, ...]]:
    found = [part for part in parts if part]
    return found if len(found) == len(parts) else []


def _by_length(syllables: int) -> float:
    return (0.55, 0.8, 0.88, 0.92)[min(syllables, 4) - 1]


def _said(words: list[list[str]] | list[tuple[str, ...]]) -> str:
    return " ".join("·".join(word) for word in words).replace("v", "ü")


def _pinyin(words: list[str]) -> Candidate | None:
    cut = _all([chinese.pinyin(word) for word in words])
    if not cut:
        return None
    if any(chinese.bare(word)[1] for word in words):
        return Candidate("zh-Latn-pinyin", 0.98, f"Pinyin with tones: {_said(cut)}")
    degree = _by_length(sum(map(len, cut)))
    return Candidate("zh-Latn-pinyin", degree, f"Pinyin syllables: {_said(cut)}")


def _wade_giles(words: list[str]) -> Candidate | None:
    cut = _all([chinese.wade_giles(word) for word in words])
    if not cut or not any(chinese.only_wade_giles(word) for word in cut):
        return None
    telling = any(
        "'" in s or "ü" in s or s.startswith(("hs", "ts", "tz", "ss")) or s.endswith("ieh")
        for w in cut
        for s in w
    )
    degree = 0.9 if telling else 0.8 if any(len(word) > 1 for word in cut) else 0.5
    return Candidate(
        "zh-Latn-wadegile", degree, f"Wade-Giles syllables: {'  '.join('-'.join(w) for w in cut)}"
    )


def _korean(words: list[str]) -> Candidate | None:
    cut = _all([korean.korean(word) for word in words])
    if not cut:
        return None
    count = sum(map(len, cut))
    telling = any(korean.telling(word) for word in words)
    degree = (0.75 if telling else 0.55) if count > 1 else 0.45 if telling else 0.3
    return Candidate("ko-Latn", degree, f"Korean syllables: {' '.join('·'.join(word) for word in cut)}")


def _japanese(words: list[str]) -> Candidate | None:
    if not all(japanese.japanese(word) for word in words):
        return None
    telling = any(japanese.telling(word) for word in words)
    length = sum(map(len, words))
    degree = (0.75 if telling else 0.5) if length > 4 else 0.3
    return Candidate("ja-Latn", degree, "moras of Hepburn")


def _vietnamese(words: list[str], source_language: str) -> Candidate | None:
    if not all(vietnamese.vietnamese(word) for word in words):
        return None
    if vietnamese.telling(words):
        return Candidate("vi", 0.97, "letters that only Vietnamese has")
    marked = sum(not word.isascii() for word in words)
    if len(words) > 1 and marked * 2 > len(words):
        return Candidate("vi", 0.88, "words of one syllable, as Vietnamese writes and marks them")
    if source_language != "vi" or (not marked and english.share(words) > 0.34):
        return None
    return Candidate("vi", 0.6, "Vietnamese syllables in a document in Vietnamese")

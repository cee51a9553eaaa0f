"""Text to tokens with their places: numbers, words, signs, Brackets are left out, they are not said."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from encoder.metadata.dating import words


class Token(NamedTuple):
    """``kind``: number, ordinal, decade, decimal, time, compact (a date in figures), word, other, sign."""

    kind: str
    text: str
    start: int
    end: int
    key: str = ""
    number: int = -1


_NUMERAL = "〇零一二三四五六七八九十元百"
_DIGIT = rf"[0-9０-９{_NUMERAL}]"
COMPACT = re.compile(
    r"(?P<iso>(?<![\w.-])\d{4}-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?)?)?(?![\w-]|\.\d))"
    r"|(?P<figures>(?<![\w./-])\d{1,2}(?P<sign>[./-])[ ]?(?:\d{1,2}|[IVX]{1,4})(?P=sign)[ ]?"
    r"(?:\d{4}|\d{2})(?![\w/-]|\.\d))"
    rf"|(?P<cjk>(?:民[国國]|昭和|大正|明治|平成)?{_DIGIT}{{1,4}}\s?[年년](?:\s?{_DIGIT}{{1,3}}\s?[月월](?:\s?{_DIGIT}{{1,3}}\s?[日號号일])?)?"
    rf"|{_DIGIT}{{1,3}}\s?[月월]\s?{_DIGIT}{{1,3}}\s?[日號号일])"
)
# With what a date in figures begins: the expression above, tried at every character, would cost more than all the rest.
_BEGINS = re.compile(rf"[\d{_NUMERAL}民昭大明平]")
# What every date has: a figure of four digits, a sign between figures or after them, or a word of WORDS.
_FIGURES = re.compile(r"\d(?:\d{3}|[./-])|[年月년월]")
WORDS = frozenset({*words.FULL, *words.SHORT, *words.SEASONS, "year", "ngay"})
_WORD = r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*"
_WORDS = re.compile(_WORD)
_LEX = re.compile(
    r"(?P<time>\d{1,2}:\d{2}(?::\d{2})?(?![\d:]))"
    r"|(?P<decimal>\d+(?:,\d{3}(?!\d)|\.\d+)+)"
    rf"|(?P<word>{_WORD})"
    r"|(?P<sign>[^\s\w]|_)"
)
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er|ère|º|ª|го|е|oe)")
_DECADE = re.compile(r"(\d{3}0)s")
_YEAR_GLUED = re.compile(r"(\d{4})(?:г|г\.|年)")
_SAID_ASIDE = frozenset(["sic", "?", "!", "sic!"])


def holds_time(text: str, start: int = 0, end: int | None = None) -> bool:
    """Whether ``text[start:end]`` has what no date lacks: much cheaper to ask than what its tokens say."""
    stop = len(text) if end is None else end
    return bool(_FIGURES.search(text, start, stop)) or any(
        _said(word)[1] in WORDS for word in _WORDS.findall(text, start, stop)
    )


def is_time(token: Token) -> bool:
    """Whether a date can have this token for the one that none lacks: a year, a month, a season or the whole in figures."""
    if token.kind == "word":
        return token.key in WORDS
    return token.kind in ("compact", "decade") or (token.kind == "number" and len(token.text) in (4, 5))


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """All that is said in ``text[start:end]``, without brackets and a ``sic`` or ``?`` in them."""
    stop = len(text) if end is None else end
    found: list[Token] = []
    at = start
    for compact in _compact(text, start, stop):
        if compact["iso"] and _two_years(compact["iso"]):
            continue
        found += _plain(text, at, compact.start())
        found.append(Token("compact", compact[0], compact.start(), compact.end()))
        at = compact.end()
    return _without_brackets(found + _plain(text, at, stop))


def _compact(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The dates in figures, none overlapping."""
    done = start
    for begin in _BEGINS.finditer(text, start, end):
        if begin.start() >= done and (compact := COMPACT.match(text, begin.start(), end)):
            done = compact.end()
            yield compact


def _two_years(iso: str) -> bool:
    """``1949-50`` and ``1911-12`` are years; ``1949-05`` can only be a month."""
    return len(iso) == 7 and (int(iso[5:]) > 12 or int(iso[5:]) > int(iso[2:4]))


def _plain(text: str, start: int, end: int) -> list[Token]:
    found = []
    for match in _LEX.finditer(text, start, end):
        word, kind = match[0], match.lastgroup or "other"
        kind, key, number = _said(word) if kind == "word" else (kind, word, -1)
        found.append(Token(kind, word, match.start(), match.end(), key, number))
    return found


@lru_cache(maxsize=16384)
def _said(word: str) -> tuple[str, str, int]:
    """The kind of a word, the word folded, and the number it says (-1: none)."""
    key = words.fold(word)
    if word.isascii() and word.isdigit():
        return "number", key, int(word[:9])
    if not any(c.isdigit() for c in word):
        return "word", key, -1
    for kind, pattern in (("ordinal", _ORDINAL), ("decade", _DECADE), ("number", _YEAR_GLUED)):
        if glued := pattern.fullmatch(unicodedata.normalize("NFC", word).lower()):
            return kind, key, int(glued[1])
    return "other", key, -1


def _without_brackets(found: list[Token]) -> list[Token]:
    kept: list[Token] = []
    skip = -1
    for i, token in enumerate(found):
        if i <= skip or token.text == "]":
            continue
        if token.text == "[":
            aside = [t.text for t in found[i + 1 : i + 4]]
            if "]" in aside and "".join(aside[: aside.index("]")]).casefold() in _SAID_ASIDE:
                skip = i + 1 + aside.index("]")
            continue
        kept.append(token)
    return kept


def numeral(text: str) -> int | None:
    """A number in ASCII, full-width or Chinese figures (``一九五七``, ``二十一``); None where it is none."""
    text = unicodedata.normalize("NFKC", text)
    if text.isdigit():
        return int(text)
    if text == "元":  # the first year of an era
        return 1
    figures = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0}
    if "十" in text:
        tens, _, ones = text.partition("十")
        if (tens and tens not in figures) or (ones and ones not in figures):
            return None
        return (figures[tens] if tens else 1) * 10 + (figures[ones] if ones else 0)
    if not text or any(c not in figures for c in text):
        return None
    return int("".join(str(figures[c]) for c in text))

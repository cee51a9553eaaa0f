"""Languages in Latin letters (and transliterated Russian) by function words, letters and letter groups."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import NamedTuple

from encoder.metadata.tables import lines
from encoder.metadata.wording import english

# Groups that English spelling does not have, or only in borrowed words.
_UNENGLISH = re.compile(
    r"[iuvjq]$|[^aeiou][ao]$|(?<![aeiouc])[aeiou]k$|zh|kh|shch|dzh|tsk|szk|^(?:vl|vs|vz|mn|zd|zn|zl|zm|ml|gn|sr|vr|vp|kt|pt"
    r"|hl|tl|dv|tv|cv)|yi|iy|ii|uu|aa|jj|[bcdfghklmnpqrstvwxz]j|q(?!u)|[bdfgklmnpt]'$"
)
_LONG = 9  # a German word of more letters is a compound rather than a name
# How English is spelt: a language has none of these groups but those that the table says it ``spells``.
_ENGLISH_SPELLING = {
    name: re.compile(pattern)
    for name, pattern in {
        "th": "th",
        "ck": "ck",
        "w": "w",
        "q": "q",
        "x": "x",
        "ee": "ee",
        "ea": "ea",
        "ou": "ou",
        "ph": "ph",
        "gh": "gh",
        "c": "c(?!h)",
        "y": "^y|[^i]ly$",
        "e": "[bcdfghklmnpqrstvwxz]e$",
        "ed": "(?:ed|ing)$",
        "er": "(?:[eo]rs|al|ous|ics?|ents?|ants?|[^aeiou]s)$",
    }.items()
}


@dataclass(slots=True)
class _Features:
    words: frozenset[str] = frozenset()
    letters: frozenset[str] = frozenset()
    groups: list[re.Pattern[str]] = field(default_factory=list)
    spells: frozenset[str] = frozenset()


class Fit(NamedTuple):
    """How well words fit a language (about 0 to 1, below 0 where they are English) and by what."""

    score: float
    evidence: str


@cache
def languages() -> dict[str, _Features]:
    """The table of ``lists/european.txt``: language to its features."""
    table: dict[str, _Features] = {}
    for line in lines("european.txt"):
        tag, kind, *items = line.split()
        features = table.setdefault(tag, _Features())
        if kind == "words":
            features.words = frozenset(items)
        elif kind == "spells":
            features.spells = frozenset(items)
        elif kind == "letters":
            features.letters = frozenset("".join(items))
        else:
            features.groups = [re.compile(item) for item in items]
    return table


@cache
def _shared_letters() -> frozenset[str]:
    """Letters that more than one of the languages has."""
    count = Counter(letter for features in languages().values() for letter in features.letters)
    return frozenset(letter for letter, number in count.items() if number > 1)


def fit(words: list[str], tag: str, expected: bool = False) -> Fit:
    """How well the words (none empty) fit the language ``tag``; ``expected``: it is the document's."""
    features = languages()[tag]
    said = [word.casefold() for word in words]
    known = [word for word in said if word not in features.words and english.known(word)]
    own = len(words) > 1 and any(word in features.words and not english.known(word) for word in said)
    mixed = own and not any(word in english.FUNCTION for word in known)
    if len(known) * 3 > len(words) and not mixed:
        return Fit(-1.0, "")
    alone = len(words) == 1
    found = [_worth(word.replace("’", "'"), tag, expected, alone) for word in words]
    if mixed:  # beside a word of its grammar, a word that is English too is no English
        found = [Fit(max(worth, 0.0), evidence) for worth, evidence in found]
    seen = dict.fromkeys(evidence for _, evidence in found if evidence)
    return Fit(sum(worth for worth, _ in found) / len(words), ", ".join(seen))


@lru_cache(maxsize=65536)
def _worth(typed: str, tag: str, expected: bool, alone: bool) -> Fit:
    features, word = languages()[tag], typed.casefold()
    if word in features.words:
        return Fit(0.4, "") if english.known(word) else Fit(0.3 if alone else 0.9, f"“{word}”")
    if english.known(word):
        return Fit(-0.7, "")
    if own := [letter for letter in word if letter in features.letters]:
        telling = [letter for letter in own if letter not in _shared_letters()]
        return Fit(1.0, telling[0]) if telling else Fit(0.7 + 0.1 * _groups(word, features)[0], own[0])
    if not word.replace("'", "").replace("-", "").isascii():
        return Fit(-0.7, "")  # a letter of another language
    return _by_groups(typed, tag, expected)


def _by_groups(typed: str, tag: str, expected: bool) -> Fit:
    """By letter groups; of the document's own language a word in small letters that is merely not English."""
    word = typed.casefold()
    count, evidence = _groups(word, languages()[tag])
    common = typed[0].islower() or (tag == "de" and len(typed) > _LONG)  # German capitalises its nouns
    english_spelling = _english_spelling(word, languages()[tag])
    worth = min(0.45 * count + (0.2 if unenglish(word) else 0), 1.0) * (0.5 if english_spelling else 1)
    if expected and worth < 0.3 and len(word) > 3 and common and not english_spelling:
        return Fit(0.2, evidence or f"{word} is no English word")
    return Fit(worth, evidence)


def _english_spelling(word: str, features: _Features) -> bool:
    return any(p.search(word) for name, p in _ENGLISH_SPELLING.items() if name not in features.spells)


def _groups(word: str, features: _Features) -> tuple[int, str]:
    """How many groups of the language are in the word, and the longest of them."""
    found = [pattern.pattern for pattern in features.groups if pattern.search(word)]
    longest = max((group.strip("^$") for group in found), key=len, default="")
    return len(found), f"“{longest}” in {word}" if found else ""


def tells(evidence: str) -> bool:
    """Whether what speaks for a language is more than that words are not English."""
    return any(not part.endswith("is no English word") for part in evidence.split(", "))


def has_letters(text: str, language: str) -> bool:
    """Whether a letter that English does not have, and the language has, is in the text."""
    rows = [row for tag, row in languages().items() if tag.split("-")[0] == language]
    return any(letter in row.letters for row in rows for letter in text.casefold())


def unenglish(word: str) -> bool:
    """Whether the spelling of the word is one that English does not use."""
    return bool(_UNENGLISH.search(word.casefold()))

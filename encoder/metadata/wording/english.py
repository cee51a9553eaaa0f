"""How English a word is: a list of common words, and the rules by which English makes more of them."""

from __future__ import annotations

import re
from functools import lru_cache

from encoder.metadata.tables import listed, vocabulary

# Endings that make a word English whatever stands before them.
_DERIVED = re.compile(
    r"[a-z]{3,}(?:tions?|sions?|ments?|ness|ible|able|ably|less|fully?|ous|ously|ically"
    r"|[bcdfklmprstvw][bdfklmpstvwz]ings?|ingly|edly|ities|ity|isms?|ists?|ized?|ised?|izing|ising|ght"
    r"|ologies|ology|graphs?|graphic|graphy"
    r"|ough|ances?|ences?|ancy|ency|ually|ary|aries|ory|ories|ives?|ively|atic|etic|itic|ial|ially|cial|tial)"
)
_PREFIXES = listed(
    "un re non anti pre over under inter counter mis dis in im semi sub super trans co self ex mid out up "
    "fore multi post pro pseudo quasi ultra vice hand type head cross north south east west"
)
_SECOND_PARTS = listed(
    "ward wards fold like wise worthy some proof craft smith wright man men woman women person people maker "
    "holder land ship ships hood free based style type level scale line lines made built born held led run"
)
FUNCTION = listed(
    "the of and to in on at by for from with without is are was were be been has have had not this that "
    "these those it its they them their he his him she her we us our you your i my me who which what as "
    "or but if an a will would shall should can could may might must do does did no all any some more "
    "most other such than then there here into about between after before during against through under "
    "over also only both each"
)


@lru_cache(maxsize=65536)
def known(word: str) -> bool:
    """Whether the word is English by the list or by a rule of formation."""
    word = word.casefold().replace("’", "'")
    if not word.isascii() or len(word) > 40:
        return False
    word = word.removesuffix("'s").removesuffix("'")
    if "our" in word and known(word.replace("our", "or")):  # British spelling
        return True
    if "-" in word:
        return all(known(part) for part in word.split("-") if part)
    words = vocabulary("english.txt")
    return (
        word in words
        or any(word in vocabulary(name) for name in ("english-more.txt", "english-syllabic.txt"))
        or _inflected(word, words)
        or bool(_DERIVED.fullmatch(word))
        or _compound(word, words)
    )


def _inflected(word: str, words: frozenset[str]) -> bool:
    """Plurals, verb forms, ``-ly``, ``-er``: with a doubled letter, a lost e or a y become i undone."""
    for ending in ("s", "es", "ed", "d", "ing", "er", "ers", "or", "ors", "est", "ly", "al", "y", "n"):
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < 3:
            continue
        if stem in words or stem + "e" in words or (stem[-1] == "i" and stem[:-1] + "y" in words):
            return True
        if stem[-1] == stem[-2] and stem[:-1] in words:
            return True
    return False


def _compound(word: str, words: frozenset[str]) -> bool:
    for prefix in sorted(_PREFIXES):
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) > 3 and (rest in words or _inflected(rest, words)):
            return True
    return any(word.endswith(part) and word[: -len(part)] in words for part in sorted(_SECOND_PARTS))


def share(words: list[str]) -> float:
    """How many of the words are English, as a share; 0 of none."""
    return sum(known(word) for word in words) / len(words) if words else 0.0

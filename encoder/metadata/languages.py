"""Source-language wording in an English text: is it, and in which language (BCP 47)?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from encoder.metadata.likeness import same_name_other_form
from encoder.metadata.names import given_name, name_form, syllables
from encoder.metadata.tongues import language_name, language_tag, latin_tag
from encoder.metadata.wording import chinese, english, european, scripts
from encoder.metadata.wording.romanized import Candidate, candidates

__all__ = [
    "Language",
    "given_name",
    "identify",
    "language_name",
    "language_tag",
    "latin_tag",
    "name_form",
    "same_name_other_form",
    "syllables",
]

_WORD = re.compile(
    r"[^\W\d_]+(?:[\u0300-\u036f'’ʼʹʺ‘-]+[^\W\d_]+)*(?:[1-5](?!\d))?(?:[^\W\d_]+[1-5](?!\d))*['’ʹ]?"
)
_SURE = 0.75  # from this on, words may be of another language than the document's
_ENOUGH = 0.4  # below this a reading is no better than a guess


@dataclass(frozen=True, slots=True)
class Language:
    """What words are in: ``tag`` as BCP 47 (``und``: not English, no more is known), how sure, and by what.

    ``is_name`` says that they are capitalised like a proper name: romanized names keep to the same syllables.
    """

    tag: str
    degree: float
    evidence: str
    is_name: bool = False


def identify(words: str, host: str = "", source_language: str | None = None) -> Language | None:
    """The language of words that a translator put beside ``host``; None where they are English or no words.

    ``source_language`` (a tag or an English name) is what the document was translated from: it makes its own
    romanizations likelier and others less so, and never decides alone. Linear in the length of the words.
    """
    return _identified(words, " ".join(host.split()[-4:]), _primary(source_language))


@lru_cache(maxsize=16384)
def _identified(words: str, host: str, source: str) -> Language | None:
    if found := scripts.native(words, source):
        return Language(*found)
    said = [m[0].strip("-") for m in _WORD.finditer(words)]
    said = [word for word in said if not _abbreviation(word)]
    if not said:
        return None
    best = max(_weighed(said, host, source), key=lambda c: c.degree, default=None)
    if (own := _untabled(said, source) or _own_letters(said, source)) and (
        best is None or best.degree < _SURE
    ):
        return Language(own, 0.5, "no English, in a document in that language", _name(said, own))
    if best and best.degree >= _ENOUGH:
        return Language(best.tag, round(min(best.degree, 0.98), 2), best.evidence, _name(said, best.tag))
    return _unknown(said)


@lru_cache(maxsize=256)
def _primary(source_language: str | None) -> str:
    tag = language_tag(source_language or "") or source_language or ""
    return tag.split("-")[0].casefold()


def _abbreviation(word: str) -> bool:
    return word.isupper() and len(word) <= 6


def _weighed(words: list[str], host: str, source: str) -> Iterator[Candidate]:
    """All candidates with the weight of the document's language and of a likeness to the host."""
    if _english_sentence(words, source):
        return
    all_found = (*candidates(words, source), *_european(words, source))
    fits = any(found.tag.split("-")[0] == source for found in all_found)
    for found in all_found:
        degree, evidence = found.degree, found.evidence
        if source and found.tag.split("-")[0] == source:
            degree, evidence = degree + 0.12, f"{evidence}; the document's language"
        elif source:
            degree -= 0.05 if degree >= 0.9 and not fits else 0.15
        if like := _cognate(words, host):
            degree, evidence = degree + 0.1, f"{evidence}; sounds like “{like}”"
        yield found._replace(degree=degree, evidence=evidence)


def _english_sentence(words: list[str], source: str) -> bool:
    """Mostly English words, or English words of grammar among them that no foreign phrase would have."""
    share = english.share(words)
    said = [word.casefold() for word in words if word.casefold() in english.FUNCTION]
    if source == "zh":
        said = [word for word in said if not chinese.pinyin(word)]  # can, he, she are syllables too
    return share > 0.5 or (len(said) * 4 > len(words) and share >= 0.4)


def _european(words: list[str], source: str) -> Iterator[Candidate]:
    rows_of_syllables = sum(len(chinese.pinyin(word) or ()) for word in words) > 1
    less = 0.25 if rows_of_syllables and all(chinese.pinyin(word) for word in words) else 0.0
    fits = [
        (tag, own := tag.split("-")[0] == source, *european.fit(words, tag, own))
        for tag in european.languages()
    ]
    other = max((score for _, own, score, _ in fits if not own), default=0)
    for tag, own, score, evidence in fits:
        if own and other >= (0.9 if len(words) == 1 else 0.32) and not european.tells(evidence):
            continue  # merely not English, and spelt as another language is
        if score >= (0.15 if own else 0.6 if len(words) == 1 else 0.45) and evidence:
            telling = bool(re.search(r"“\w{3,}”", evidence))
            degree = min(0.35 + 0.5 * min(score, 1), 0.9)
            yield Candidate(tag, degree if telling or own else degree - less, evidence)


def _cognate(words: list[str], host: str) -> str:
    """The last words of the host where the words sound like them."""
    last = " ".join(host.split()[-len(words) :])
    alike = last and len("".join(words)) > 4 and same_name_other_form(" ".join(words), last) >= 0.6
    return last if alike else ""


def _name(words: list[str], tag: str) -> bool:
    """Capitalised throughout; but an abstract noun, or one of a language that capitalises all, is no name."""
    if not all(word[0].isupper() for word in words):
        return False
    if tag == "de" and any(len(word) > 9 for word in words):
        return False
    return not any(_ABSTRACT.search(word.casefold()) for word in words)


_ABSTRACT = re.compile(
    r"(?:tsi[iy]a|ts[iy]ya|nost'?|stvo|eni[ey]|ani[ey]|izm|ość|ção|ción|zione|ság|ség|ung|heit|keit|schaft|tät|ismus)$"
)


_SYLLABIC = frozenset(["zh", "ko", "ja", "vi", "en"])


@lru_cache(maxsize=256)
def _tabled(source: str) -> bool:
    """Whether the forms of a language are known here."""
    return (
        not source or source in _SYLLABIC or any(tag.split("-")[0] == source for tag in european.languages())
    )


def _untabled(words: list[str], source: str) -> str:
    """The tag of the document's language where nothing is known of its forms and the words are not English: `mn-Latn`, `sq`."""
    if _tabled(source):
        return ""
    strange = [word for word in words if len(word) > 2 and word.islower() and not english.known(word)]
    return latin_tag(source) if strange and len(strange) * 2 > len(words) else ""


def _own_letters(words: list[str], source: str) -> str:
    return latin_tag(source) if source and european.has_letters("".join(words), source) else ""


def _unknown(words: list[str]) -> Language | None:
    """Words that are not English, in no language known here."""
    strange = [word for word in words if not english.known(word)]
    odd = [word for word in strange if not word.isascii() or european.unenglish(word)]
    if not odd or len(strange) * 2 <= len(words):
        return None
    name = all(word[0].isupper() for word in words)
    return Language("und", 0.4, f"“{odd[0]}” is not spelt as English", name)

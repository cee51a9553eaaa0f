"""Romanized Chinese: Hanyu Pinyin (GB/T 16159) and Wade-Giles, by their syllables.

Wade-Giles is made from the Pinyin table by its own rules (aspirates with an apostrophe, ``hs``, ``ung`` …).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from encoder.metadata.tables import vocabulary
from encoder.metadata.wording.syllables import cut

_TONES = {"\u0304", "\u0301", "\u030c", "\u0300"}
_DIAERESIS = "\u0308"
_INITIALS = dict(
    pair.split("=")
    for pair in "zh=ch ch=ch' sh=sh b=p p=p' d=t t=t' g=k k=k' j=ch q=ch' x=hs z=ts c=ts' r=j".split()
)
_WHOLE = dict(
    pair.split("=")
    for pair in [
        "zhi=chih",
        "chi=ch'ih",
        "shi=shih",
        "ri=jih",
        "zi=tzu",
        "ci=tz'u",
        "si=ssu",
        "er=erh",
        "e=o",
        "yi=i",
        "yan=yen",
        "ye=yeh",
        "you=yu",
        "yong=yung",
        "yu=yü",
        "yue=yüeh",
        "yuan=yüan",
        "yun=yün",
        "ge=ko",
        "ke=k'o",
        "he=ho",
        "gui=kuei",
        "kui=k'uei",
        "guo=kuo",
        "kuo=k'uo",
        "huo=huo",
        "shuo=shuo",
        "lve=lüeh",
        "nve=nüeh",
        "lv=lü",
        "nv=nü",
    ]
)


def bare(word: str) -> tuple[str, int]:
    """The word without tones (marks or figures), ``ü`` as ``v``, and how many tones it had."""
    marked = unicodedata.normalize("NFD", word.casefold().replace("’", "'").replace("ʼ", "'"))
    tones = sum(c in _TONES for c in marked)
    plain = "".join(c for c in marked.replace("u" + _DIAERESIS, "v") if c not in _TONES)
    plain = plain.replace("u" + _DIAERESIS, "v")
    figures = len(re.findall(r"[a-zv][1-5]", plain))
    return re.sub(r"(?<=[a-zv])[1-5]", "", plain), tones + figures


def pinyin(word: str) -> tuple[str, ...] | None:
    """The syllables of a Pinyin word; one that begins with a vowel stands first or after an apostrophe."""
    plain, _ = bare(_marks_of_tones_only(word))
    pieces = re.split(r"[-']", plain)
    if not all(pieces) or not re.fullmatch(r"[a-z'-]+", plain):
        return None
    found: tuple[str, ...] = ()
    for piece in pieces:
        syllables = cut(piece, vocabulary("pinyin.txt"), 6)
        if not syllables or any(s[0] in "aoe" for s in syllables[1:]):
            return None
        found += syllables
    return found


def _marks_of_tones_only(word: str) -> str:
    marks = {c for c in unicodedata.normalize("NFD", word) if unicodedata.combining(c)}
    return word if marks <= _TONES | {_DIAERESIS} else "?"


@cache
def wade_giles_syllables() -> frozenset[str]:
    """The Wade-Giles inventory; also as typed without apostrophe, circumflex and diaeresis."""
    strict = {_to_wade_giles(syllable) for syllable in vocabulary("pinyin.txt")} | {"szu"}
    return frozenset(strict | {s.replace("ü", "u") for s in strict} | {s.replace("'", "") for s in strict})


def _to_wade_giles(syllable: str) -> str:
    if syllable in _WHOLE:
        return _WHOLE[syllable]
    initial = next((i for i in (*_INITIALS, *"lmnfhswy") if syllable.startswith(i)), "")
    final = syllable[len(initial) :]
    if initial in ("j", "q", "x") and final.startswith("u"):
        final = "ü" + final[1:]
    final = re.sub(r"^ian$", "ien", re.sub(r"^(i|ü)e$", r"\1eh", final))
    final = re.sub(r"ong$", "ung", final)
    if final == "uo" and initial not in ("g", "k", "sh"):
        final = "o"
    sound = _INITIALS.get(initial, initial) + final
    return sound


def wade_giles(word: str) -> tuple[str, ...] | None:
    """The syllables of a Wade-Giles word: written apart with hyphens (``Tse-tung``), or one syllable."""
    plain = (
        word.casefold()
        .replace("’", "'")
        .replace("ʼ", "'")
        .replace("ʻ", "'")
        .replace("‘", "'")
        .replace("ê", "e")
    )
    pieces = tuple(plain.split("-"))
    return pieces if all(piece in wade_giles_syllables() for piece in pieces) else None


def only_wade_giles(syllables: tuple[str, ...]) -> bool:
    """Whether something in the syllables is impossible in Pinyin."""
    return any("'" in s or s not in vocabulary("pinyin.txt") for s in syllables)

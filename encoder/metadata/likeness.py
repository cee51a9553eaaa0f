"""Whether two words look like forms of one proper name: romanizations, a native and a foreign spelling."""

from __future__ import annotations

import itertools
import re
import unicodedata
from functools import lru_cache

# Letters and groups that romanizations write differently for one sound, the longer first.
_SPELLINGS = """
S shch|sch|sh|sz|ş|š|hs|x
C tch|tsch|cz|ch|zh|q|č|ć|ž|j|dz|ts|tz|c(?=[eiyhaou])|z
N ng
f ph
h kh|gh|h
k ck|c|k|g
p b|p
t d|t
l l|r
v v|w|f
a iia|iya|ia|ya
u iu|yu
o eo|ŏ|oe|o|ô
u eu|ŭ|ü|u|ou
e ae|e|ê
i yi|ii|iy|y|ih|i
S s
"""
_SOUNDS = tuple((re.compile(line[2:]), line[0]) for line in _SPELLINGS.strip().split("\n"))
_CYRILLIC = dict(
    pair.split("=")
    for pair in (
        "а=a б=b в=v г=g д=d е=e ё=e ж=zh з=z и=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t "
        "у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya і=i ї=i є=e"
    ).split()
)


@lru_cache(maxsize=4096)
def same_name_other_form(a: str, b: str) -> float:
    """How alike two names sound, 0 to 1, by the letters that romanizations interchange (``eo``/``o``).

    1 is the same sound throughout, 0.6 and more is likely one name. Names that have nothing in common but the
    thing named (``Mukden``, ``Shenyang``) come out low: likeness is one kind of evidence only.
    """
    one, two = _sounds(a), _sounds(b)
    if not one or not two:
        return 0.0
    if len(one) == len(two) > 1:
        each = [_alike(x, y) for x, y in zip(one, two, strict=True)]
        return round(sum(each) / len(each) * (1.0 if min(each) >= 0.5 else 0.7), 3)
    return round(_alike("".join(one), "".join(two)), 3)


def _sounds(name: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFC", name.casefold())
    plain = "".join(_CYRILLIC.get(c, c) for c in plain)
    words = re.findall(r"[^\W\d_]+", re.sub(r"['’ʼ`ʹ]", "", plain))
    return tuple(sound for word in words if (sound := _sound(word)))


@lru_cache(maxsize=4096)
def _sound(word: str) -> str:
    found, at = [], 0
    while at < len(word):
        match, sound = next(((m, s) for p, s in _SOUNDS if (m := p.match(word, at))), (None, ""))
        if match:
            found.append(sound)
            at = match.end()
        else:
            found.append(_stripped(word[at]))
            at += 1
    return re.sub(r"(.)\1", r"\1", "".join(found))


def _stripped(char: str) -> str:
    return "".join(
        c for c in unicodedata.normalize("NFD", char) if not unicodedata.combining(c) and ord(c) < 0x250
    )


def _alike(one: str, two: str) -> float:
    """1 less the edit distance by the longer length; vowels cost less."""
    one, two = one[:40], two[:40]
    across = [_weight(char) for char in two]
    row = list(itertools.accumulate(across, initial=0.0))
    for left in one:
        down = _weight(left)
        new = [row[0] + down]
        for j, right in enumerate(two):
            swap = row[j] + (0.0 if left == right else _swap(left, right))
            new.append(min(swap, row[j + 1] + down, new[-1] + across[j]))
        row = new
    longest = max(sum(map(_weight, one)), sum(across))
    return max(0.0, 1 - row[-1] / longest) if longest else 0.0


def _weight(char: str) -> float:
    return 0.6 if char in "aeiou" else 1.0


@lru_cache(maxsize=4096)
def _swap(left: str, right: str) -> float:
    pair = {left, right}
    if pair <= set("aeiou"):
        return 0.35
    return 0.4 if pair in ({"n", "N"}, {"S", "C"}, {"h", "k"}, {"n", "m"}) else 1.0

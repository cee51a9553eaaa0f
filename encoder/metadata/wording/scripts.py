"""Native scripts: which language letters that are not Latin belong to."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache

from encoder.metadata.tables import lines

_RANGES = tuple(
    (name, int(low, 16), int(high, 16))
    for name, low, high in (
        line.split()
        for line in [
            "hangul 1100 11FF",
            "hangul 3130 318F",
            "hangul AC00 D7AF",
            "kana 3040 30FF",
            "kana FF66 FF9F",
            "bopomofo 3100 312F",
            "han 3400 4DBF",
            "han 4E00 9FFF",
            "han F900 FAFF",
            "han 20000 3FFFF",
            "cyrillic 0400 052F",
            "greek 0370 03FF",
            "greek 1F00 1FFF",
            "armenian 0530 058F",
            "hebrew 0590 05FF",
            "arabic 0600 077F",
            "devanagari 0900 097F",
            "bengali 0980 09FF",
            "tamil 0B80 0BFF",
            "sinhala 0D80 0DFF",
            "thai 0E00 0E7F",
            "lao 0E80 0EFF",
            "tibetan 0F00 0FFF",
            "burmese 1000 109F",
            "georgian 10A0 10FF",
            "khmer 1780 17FF",
            "mongolian 1800 18AF",
        ]
    )
)
_LANGUAGE = dict(
    pair.split("=")
    for pair in [
        "hangul=ko",
        "greek=el",
        "hebrew=he",
        "thai=th",
        "lao=lo",
        "tibetan=bo",
        "burmese=my",
        "georgian=ka",
        "armenian=hy",
        "khmer=km",
        "mongolian=mn-Mong",
        "devanagari=hi",
        "bengali=bn",
        "tamil=ta",
        "sinhala=si",
        "bopomofo=zh-Bopo",
    ]
)
_SHARED = {
    "cyrillic": ("ru", "uk", "bg", "sr", "mn", "be", "mk", "kk", "tg"),
    "arabic": ("ar", "fa", "ur", "ps"),
}
# Letters that only one language of the script has.
_CYRILLIC_OWN = (
    ("uk", "їєґ"),
    ("be", "ў"),
    ("sr", "ђћ"),
    ("mk", "ѓќѕ"),
    ("mn", "өү"),
    ("sr", "јљњџ"),
    ("ru", "ыэё"),
    ("uk", "і"),
)


def script(char: str) -> str:
    """The script of a letter: one of the names above, ``latin``, or nothing for what is no letter."""
    if not char.isalpha():
        return ""
    code = ord(char)
    if code < 0x0370:
        return "latin"
    return next((name for name, low, high in _RANGES if low <= code <= high), "latin")


@cache
def _letters(name: str) -> frozenset[str]:
    return frozenset("".join(lines(name)))


def native(text: str, source_language: str) -> tuple[str, float, str] | None:
    """Language, degree and evidence where most letters of the text are not Latin; else None."""
    if text.isascii():
        return None
    counts = Counter(name for c in unicodedata.normalize("NFC", text) if (name := script(c)))
    if not counts or counts["latin"] * 2 > counts.total():
        return None
    if counts["kana"]:
        return "ja", 0.98, "kana"
    main = max(counts, key=lambda name: (counts[name], name))
    if counts["hangul"] and main in ("hangul", "han"):
        return "ko", 0.98, "hangul"
    if main == "han":
        return _han(text, source_language)
    if main in _SHARED:
        return _shared(text, main, source_language)
    return (_LANGUAGE[main], 0.97, f"{main} script") if main in _LANGUAGE else None


def _han(text: str, source_language: str) -> tuple[str, float, str]:
    if source_language in ("ja", "ko", "vi"):
        return source_language, 0.8, "Chinese letters in a document in that language"
    simple = [c for c in text if c in _letters("han-simplified.txt")]
    full = [c for c in text if c in _letters("han-traditional.txt")]
    if simple and len(simple) >= len(full):
        return "zh-Hans", 0.97, f"simplified {simple[0]}"
    if full:
        return "zh-Hant", 0.95, f"traditional {full[0]}"
    return "zh", 0.9, "Chinese letters, the same in both scripts"


def _shared(text: str, main: str, source_language: str) -> tuple[str, float, str]:
    candidates = _SHARED[main]
    if main == "cyrillic":
        own = next(
            ((tag, c) for tag, letters in _CYRILLIC_OWN for c in text.casefold() if c in letters), None
        )
        if own:
            return own[0], 0.95, f"Cyrillic {own[1]}"
    if source_language in candidates:
        return source_language, 0.9, f"{main} script in a document in that language"
    if (
        main == "cyrillic"
        and "ъ" in text.casefold()
        and not text.casefold().startswith(("объ", "съ", "подъ"))
    ):
        return "bg", 0.6, "Cyrillic ъ as a vowel"
    if main == "arabic" and any(c in text for c in "پچژگ"):
        return "fa", 0.85, "Arabic script with a Persian letter"
    return candidates[0], 0.75, f"{main} script"

"""The names of languages in English (and the main ones' own) and their tags."""

from __future__ import annotations

from functools import cache

# Tag and English name; other names.
_NAMES = """
zh Chinese; 中文; 汉语; 漢語; Mandarin
lzh Classical Chinese; 文言
yue Cantonese; 粵語
ko Korean; 한국어; 조선말
ja Japanese; 日本語
vi Vietnamese; Tiếng Việt
mn Mongolian; Монгол
bo Tibetan
ug Uyghur; Uighur
kk Kazakh
ru Russian; Русский
uk Ukrainian; Українська
be Belarusian; Belorussian
pl Polish; Polski
cs Czech; Čeština
sk Slovak; Slovenčina
hu Hungarian; Magyar
ro Romanian; Română; Rumanian
bg Bulgarian; Български
sr Serbian; Srpski; Српски
hr Croatian; Hrvatski
sh Serbo-Croatian; Serbo-Croat
sl Slovenian; Slovene
mk Macedonian
bs Bosnian
sq Albanian; Shqip
el Greek; Ελληνικά
tr Turkish; Türkçe
de German; Deutsch
fr French; Français
it Italian; Italiano
es Spanish; Español; Castilian
pt Portuguese; Português
nl Dutch; Nederlands
en English
sv Swedish
no Norwegian
da Danish
fi Finnish
is Icelandic
et Estonian
lv Latvian
lt Lithuanian
ka Georgian
hy Armenian
az Azerbaijani; Azeri
uz Uzbek
tg Tajik
tk Turkmen
ky Kyrgyz; Kirghiz
ar Arabic; العربية
he Hebrew; עברית
fa Persian; Farsi; فارسی
prs Dari
ps Pashto
ur Urdu
hi Hindi; हिन्दी
bn Bengali
ta Tamil
si Sinhala; Sinhalese
ne Nepali
my Burmese
th Thai; ไทย
lo Lao
km Khmer; Cambodian
id Indonesian; Bahasa Indonesia
ms Malay
tl Tagalog; Filipino
sw Swahili
am Amharic
so Somali
af Afrikaans
la Latin
yi Yiddish
"""
_VARIANTS = {
    "zh-Hans": "Chinese in simplified script",
    "zh-Hant": "Chinese in traditional script",
    "zh-Bopo": "Chinese in Bopomofo",
    "zh-Latn-pinyin": "Chinese in Hanyu Pinyin",
    "zh-Latn-wadegile": "Chinese in Wade-Giles",
    "ko-Latn": "Korean in Latin script",
    "ja-Latn": "Japanese in Latin script",
    "ru-Latn": "Russian in Latin script",
    "bg-Latn": "Bulgarian in Latin script",
    "uk-Latn": "Ukrainian in Latin script",
    "sr-Latn": "Serbian in Latin script",
    "mn-Mong": "Mongolian in Mongolian script",
    "und": "Undetermined",
}


@cache
def _tables() -> tuple[dict[str, str], dict[str, str]]:
    """Name (without case) to tag, and tag to English name."""
    tags: dict[str, str] = {}
    names: dict[str, str] = dict(_VARIANTS)
    for line in _NAMES.strip().split("\n"):
        tag, _, rest = line.partition(" ")
        first, *others = rest.split("; ")
        names[tag] = first
        tags |= {name.casefold(): tag for name in (first, *others)}
    return tags | {name.casefold(): tag for tag, name in _VARIANTS.items()}, names


def language_tag(name: str) -> str | None:
    """The BCP 47 tag of a language by its English or own name (``Chinese``, ``中文``); None where unknown."""
    bare = " ".join(name.split()).casefold().removesuffix(" language").strip(" .:;,")
    return _tables()[0].get(bare)


# Languages that are written with other letters than Latin ones.
_OTHER_LETTERS = frozenset(
    "zh lzh yue ko ja mn bo ug kk ru uk be bg sr mk el ka hy tg ky ar he fa prs ps ur hi bn ta si ne my th lo km am yi".split()
)


def latin_tag(tag: str) -> str:
    """The tag of a language's words in Latin letters: `ru` → `ru-Latn`, `cs` → `cs`."""
    return f"{tag}-Latn" if tag in _OTHER_LETTERS else tag


def language_name(tag: str) -> str:
    """The English name of a language tag (``zh``, ``zh-Latn-pinyin``); the tag where unknown."""
    names = _tables()[1]
    return names.get(tag) or names.get(tag.split("-")[0]) or tag

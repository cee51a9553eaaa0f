"""The source-language wording of the words before it: `cross-border people [yuejing renyuan]`, `given up [ustuplena]`.

What language it is, and that it is one, is told by what languages allow (syllables, letter patterns, scripts).
"""

import re

from lxml import etree

from encoder.brackets.context import Context
from encoder.inline import english
from encoder.markup import Builder, element
from encoder.metadata import languages, wording
from encoder.metadata.names import given_name, is_place, syllables
from encoder.model import Annotated, Claim

_NO_HOST = english.SMALL | english.TITLES
SAFE = 0.75
_SIGNS = re.compile(r"[-’'ʹʺʿʾ‘]")
# English words for bodies and works, which the original names in words of its own.
_THINGS = frozenset(
    """center centre committee bureau division department ministry front party congress council section office army union
    association league court bank institute academy school agency commission directorate assembly chamber plan program programme
    movement policy law treaty house hall administration secretariat group club federation corps guard police militia service
    parliament government newspaper daily news journal review front alliance society board authority team brigade politburo presidium secretariat
    cabinet headquarters embassy consulate""".split()
)
_NAMED = re.compile(r"^\W*[“\"«]([^“”\"«»]{3,60})[”\"»][,;]?\s")  # `“ot cherta”, literally: “from the devil”`


def claim(context: Context) -> Claim | None:
    named = _NAMED.match(context.inner)
    inner = (named[1] if named else context.own).strip(' ?"“”.,')
    if context.completes or not inner or inner.lower() in english.SMALL:
        return None
    found = languages.identify(inner, context.before[-80:], context.language)
    if found is None and _source_abbreviation(context, inner):
        tag = languages.latin_tag(context.language or "und")
        return _made(tag, 0.6, "an abbreviation of the original, beside English words", "expansion")
    if (found is None or found.degree < 0.5) and _unknown_word(context, inner):
        tag = "und" if context.quotation else languages.latin_tag(context.language or "und")
        return _made(tag, 0.6, "no English word, beside a word that it may stand for")
    if found is None or found.degree < 0.5:
        return None
    if named:
        return _made(found.tag, 0.8, f"quotes the original, then explains it: {found.evidence}", "gloss")
    capital = all(english.is_capitalized(word) for word in context.words)
    arabic = capital and inner[0].islower()  # `al-Kuni`
    if (found.is_name or arabic or (capital and len(context.words) > 1)) and not _names_thing(context):
        return None
    safe = found.degree >= SAFE
    # a guess at a language is no fact about the document
    return _made(found.tag if safe or context.language else "und", 1.0 if safe else 0.6, found.evidence)


def _made(tag: str, degree: float, why: str, other: str = "supplied") -> Claim:
    return Claim("original", degree=degree, other=other if degree < 1 else "", attrs={"lang": tag}, why=why)


# Abbreviations that English has.
_ENGLISH = frozenset(
    "US USA USSR UN UNO UK EU EEC NATO SEATO GDR FRG PRC DPRK ROK DRV RVN CIA FBI KGB CPSU CCP CC".split()
)


def _source_abbreviation(context: Context, inner: str) -> bool:
    """`state farms [SAA]`: letters that abbreviate no English, after a common noun."""
    if context.language in {None, "en"} or not (inner.isalpha() and inner.isupper() and 1 < len(inner) < 6):
        return False
    last = context.last_word
    noun = last.islower() and wording.english.known(last) and last not in english.SMALL
    return (
        noun and context.apart and inner not in _ENGLISH and not english.looks_verbal(last.removesuffix("s"))
    )


def _unknown_word(context: Context, inner: str) -> bool:
    """Words that English does not have, after a word that it has: one in small letters, or several."""
    words = context.words
    unknown = [
        word for word in words if not wording.english.known(word.lower()) and _SIGNS.sub("", word).isalpha()
    ]
    if context.quotation:
        quoted = english.words(context.quotation)
        return bool(unknown) and len(unknown) == len(words) <= 8 and wording.english.share(quoted) > 0.5
    last = context.last_word.lower()
    if not last or not wording.english.known(last):
        return False
    if last in _THINGS and len(unknown) == len(words) > 1 and not given_name(words[0]):
        return bool(context.language)
    if last in _NO_HOST and len(words) == 1:
        return False
    if len(words) == 1:
        small = inner.islower() or (
            context.language == "de" and inner[1:].islower() and context.last_word.islower()
        )
        return small and inner.isalpha() and len(inner) > 3 and bool(unknown)
    marked = any(not word.isascii() for word in words) or any(
        word.islower() and len(word) > 3 for word in unknown
    )
    return (
        len(words) <= 8 and len(unknown) >= 0.75 * len(words) and marked and not english.is_name_phrase(inner)
    )


def _names_thing(context: Context) -> bool:
    """Capitalised wording may be a person's or a place's name; after a quotation, or the English name of a body, it is what
    the original calls that. So is a title of four syllables or more after words that are one too."""
    last = context.last_word
    if context.quotation or (last.lower() in _THINGS and not is_place(context.inner)):
        return True
    if len(context.words) == 1:  # German writes its nouns with capitals
        return context.language == "de" and last.islower() and last not in _NO_HOST
    return syllables(context.inner) > 3 and last[:1].isupper() and last.lower() not in english.TITLES


def encode(annotated: Annotated, parent: etree._Element, build: Builder) -> etree._Element:
    made = element(parent, "note", {"type": "original"})
    build.items(
        element(made, "foreign", {"xml:lang": annotated.claim.attrs["lang"]}), build.trimmed(annotated.inner)
    )
    return made

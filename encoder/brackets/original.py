"""The source-language wording of the words before it: `cross-border people [yuejing renyuan]`, `given up [ustuplena]`.

What language it is, and that it is one, is told by what languages allow (syllables, letter patterns, scripts).
"""

from lxml import etree

from encoder.brackets.context import Context
from encoder.inline import english
from encoder.markup import Builder, element
from encoder.metadata import languages, wording
from encoder.metadata.names import syllables
from encoder.model import Annotated, Claim

_LATIN = frozenset(
    [
        "de",
        "fr",
        "hu",
        "ro",
        "pl",
        "cs",
        "sk",
        "vi",
        "it",
        "es",
        "pt",
        "nl",
        "sv",
        "da",
        "fi",
        "hr",
        "sl",
        "sq",
        "tr",
        "et",
        "lv",
        "lt",
    ]
)  # written with Latin letters anyway
SAFE = 0.75


def claim(context: Context) -> Claim | None:
    inner = context.inner.strip(' ?"“”.,')
    if context.completes or not inner or inner.lower() in english.SMALL:
        return None
    found = languages.identify(inner, context.before[-80:], context.language)
    if (found is None or found.degree < 0.5) and _unknown_word(context, inner):
        tag = context.language or "und"
        return Claim(
            "original",
            degree=0.6,
            other="supplied",
            attrs={"lang": tag if "-" in tag or tag in _LATIN else f"{tag}-Latn"},
            why="no English word, beside a word that it may stand for",
        )
    named = len(context.words) > 1 and all(english.is_capitalized(word) for word in context.words)
    if found is None or found.degree < 0.5 or ((found.is_name or named) and not _names_thing(context)):
        return None
    safe = found.degree >= SAFE
    tag = (
        found.tag if safe or context.language else "und"
    )  # a guess at a language is no fact about the document
    return Claim(
        "original",
        degree=1.0 if safe else 0.6,
        other="" if safe else "supplied",
        attrs={"lang": tag},
        why=found.evidence,
    )


def _unknown_word(context: Context, inner: str) -> bool:
    """Words that English does not have, after a word that it has: one in small letters, or several."""
    words = context.words
    unknown = [word for word in words if not wording.english.known(word.lower()) and word.isalpha()]
    last = context.last_word.lower()
    if not last or not wording.english.known(last):
        return False
    if last in english.SMALL | english.TITLES and len(words) == 1:
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
    """Capitalised wording may be a person's or a place's name; a title of four syllables or more is that of an office or work,
    after words that are one too."""
    if len(context.words) == 1:  # German writes its nouns with capitals
        return (
            context.language == "de"
            and context.last_word.islower()
            and context.last_word not in english.TITLES | english.SMALL
        )
    return (
        syllables(context.inner) > 3
        and len(context.words) > 1
        and context.last_word[:1].isupper()
        and context.last_word.lower() not in english.TITLES
    )


def encode(annotated: Annotated, parent: etree._Element, build: Builder) -> etree._Element:
    made = element(parent, "note", {"type": "original"})
    build.items(
        element(made, "foreign", {"xml:lang": annotated.claim.attrs["lang"]}), build.trimmed(annotated.inner)
    )
    return made

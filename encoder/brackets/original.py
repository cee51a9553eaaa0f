"""The source-language wording of the words before it: `cross-border people [yuejing renyuan]`, `given up [ustuplena]`.

What language it is, and that it is one, is told by what languages allow (syllables, letter patterns, scripts).
"""

from lxml import etree

from encoder.brackets.context import Context
from encoder.brackets.names import syllables
from encoder.inline import english
from encoder.markup import Builder, element
from encoder.metadata import languages, wording
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
    if found is None and _unknown_word(context, inner):
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
    return Claim(
        "original",
        degree=1.0 if safe else 0.6,
        other="" if safe else "supplied",
        attrs={"lang": found.tag},
        why=found.evidence,
    )


def _unknown_word(context: Context, inner: str) -> bool:
    """One word that English does not have, after a common noun, in a translation from a language that is known."""
    after_noun = context.last_word.islower() and context.last_word not in english.SMALL | english.TITLES
    form = inner.islower() or (context.language == "de" and inner[:1].isupper() and inner[1:].islower())
    return (
        bool(context.language)
        and after_noun
        and form
        and inner.isalpha()
        and len(inner) > 3
        and not wording.english.known(inner.lower())
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

"""The source-language wording of the words before it: `cross-border people [yuejing renyuan]`, `given up [ustuplena]`.

What language it is, and that it is one, is told by what languages allow (syllables, letter patterns, scripts).
"""

from lxml import etree

from encoder.brackets.context import Context
from encoder.brackets.names import syllables
from encoder.inline import english
from encoder.markup import Builder, element
from encoder.metadata import languages
from encoder.model import Annotated, Claim

SAFE = 0.75


def claim(context: Context) -> Claim | None:
    inner = context.inner.strip(" ?\"“”'’.,")
    if context.completes or not inner or inner.lower() in english.SMALL:
        return None
    found = languages.identify(inner, context.before[-80:], context.language)
    if found is None or found.degree < 0.5 or (found.is_name and not _names_thing(context)):
        return None
    safe = found.degree >= SAFE
    return Claim("original", degree=1.0 if safe else 0.6, other="" if safe else "supplied", attrs={"lang": found.tag}, why=found.evidence)


def _names_thing(context: Context) -> bool:
    """Capitalised wording may be a person's or a place's name; a title of four syllables or more is that of an office or work,
    after words that are one too."""
    return (syllables(context.inner) > 3 and len(context.words) > 1 and context.last_word[:1].isupper()
            and context.last_word.lower() not in english.TITLES)


def encode(annotated: Annotated, parent: etree._Element, build: Builder) -> etree._Element:
    made = element(parent, "note", {"type": "original"})
    build.items(element(made, "foreign", {"xml:lang": annotated.claim.attrs["lang"]}), build.trimmed(annotated.inner))
    return made

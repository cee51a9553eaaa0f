"""Unreadable, lost or removed in the source: `[illegible]`, `[one word illegible]`, `[page missing]`, `[3 lines not declassified]`.

The words that say so are few; all others in the bracket only count, measure or place (vocabulary.TALK).
"""

import re

from lxml import etree

from encoder.brackets.context import Context
from encoder.brackets.vocabulary import NUMBERS, TALK, UNITS
from encoder.inline import english
from encoder.markup import Builder, element
from encoder.model import Annotated, Claim

_REASONS = (
    (
        "redacted",
        r"redact(?:ed|ion)|excis(?:ed|ion)|sanitized|not\s+declassified|blacked\s+out|withheld|censored|deleted|still\s+classified|"
        r"exempted|security\s+deletion|deletion",
    ),
    (
        "illegible",
        r"(?:heavily\s+)?(?:inked|blotted|crossed|scratched|struck|painted|rubbed|written)\s+(?:out|over|through)|erased|illegible|unreadable|indecipherable|undecipherable|unintelligible|inaudible|not\s+(?:legible|readable|clear)|unclear|indistinct|garbled?|blurred|"
        r"faded|smudged|garbled|obscured|cannot\s+be\s+(?:read|deciphered|made\s+out)|nrzb|нрзб",
    ),
    (
        "lost",
        r"missing|lost|torn(?:\s+(?:off|away|out))?|cut\s+off|damaged|destroyed|burn(?:t|ed)|not\s+preserved|not\s+extant|"
        r"does\s+not\s+survive|lacuna|breaks?\s+off|ends\s+here",
    ),
    (
        "blank",
        r"blank(?:\s+space)?|left\s+(?:blank|empty)|empty|vacat|(?:space|room|blank)\s+left(?:\s+for\s+.{1,30})?",
    ),
)
_ANY = re.compile(
    r"(?i)(?<![\w-])(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _REASONS) + r")(?![\w-])"
)
_PLACEHOLDER = re.compile(r"[Xx]{2,}|_{2,}|-{2,}|[█■]+")  # `[XXX]`, `[___]`
_OTHER_COPY = re.compile(r"(?i)\W*cop(?:y|ies)\s+(?:nos?\.?\s*|numbers?\s+)?\d")  # a note
_COUNT = re.compile(
    r"(?i)\b(\d+|"
    + "|".join(NUMBERS)
    + r")(?:\s+(?:and\s+a\s+half|more|or\s+two|whole|full|handwritten|typed))?\s+("
    + "|".join(UNITS)
    + r")\b"
)


def speaks_of_loss(text: str) -> str | None:
    """The reason that a remark gives, where it says nothing else: one of TEI's gap reasons of the convention."""
    match = _ANY.search(text)
    if not match:
        return None
    rest = english.words(_ANY.sub(" ", text))
    known = sum(
        word.lower() in TALK or not re.search(r"[^\d–-]", word) or word.lower() in english.SMALL
        for word in rest
    )
    if len(rest) > 16 or known < len(rest) - (1 if len(rest) > 3 else 0):
        return None
    return next(name for name, words in match.groupdict().items() if words)


def claim(context: Context) -> Claim | None:
    if not context.inner and not context.nested:
        return Claim("gap", attrs={"reason": "blank"}, degree=0.7, other="omission", why="an empty bracket")
    if _PLACEHOLDER.fullmatch(context.inner):
        return Claim("gap", attrs={"reason": "redacted"}, degree=0.7, other="supplied", why="signs for words")
    reason = speaks_of_loss(context.inner.strip(" ?.!"))
    if (
        reason is None
        or _OTHER_COPY.match(context.inner)
        or context.completes
        or context.nested
        or _in_syntax(context)
    ):
        return None
    attrs = {"reason": reason}
    count = _COUNT.search(context.inner)
    if count:
        attrs["quantity"] = str(NUMBERS.get(count[1].lower(), count[1]))
        attrs["unit"] = UNITS[count[2].lower()]
    return Claim("gap", attrs=attrs, why=f"says that something is {reason}")


def _in_syntax(context: Context) -> bool:
    """`the [missing] documents`: one adjective between a determiner and its noun is a word of the sentence."""
    return (
        len(context.words) == 1
        and context.last_word.lower() in english.DETERMINERS | {"were", "was"}
        and bool(context.next_word)
        and context.next_word.islower()
        and context.next_word not in english.SMALL
    )


def encode(annotated: Annotated, parent: etree._Element, build: Builder) -> etree._Element:
    attrs = annotated.claim.attrs
    made = element(parent, "gap", {key: attrs.get(key) for key in ("reason", "quantity", "unit")})
    if described := build.text_of(annotated.inner):
        element(made, "desc", text=described)
    return made

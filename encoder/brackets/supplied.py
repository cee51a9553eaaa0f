"""Words, letters or figures put in so that the sentence reads completely; they stand in its syntax.

`[North] Korea` · `Com[munist]` · `6 March [1962]` · `[.]` · a conjecture `[Yunnan?]`, which the translator doubts.
What no other reading claims is read so; where a gloss is nearly as likely, that is said.
"""

import re

from lxml import etree

from encoder.brackets.context import Context
from encoder.inline import english
from encoder.markup import Builder, element
from encoder.model import Annotated, Claim


def claim(context: Context) -> Claim | None:
    attrs = {"conjecture": "yes"} if re.search(r"\w\s*\?$", context.inner) else {}
    degree, why = _degree(context)
    return Claim("supplied", degree=degree, other="gloss" if degree < 1 else "", attrs=attrs, why=why)


def _degree(context: Context) -> tuple[float, str]:
    """A long remark, or a noun phrase after a noun phrase, may stand beside the sentence and not in it."""
    words = context.words
    if context.completes or len(words) <= 1:
        return 1.0, "part of a word, or one word of the sentence"
    if len(words) > 14:
        return 0.6, "long for words that a sentence lacks"
    host = context.last_word
    apart = not context.next_word or english.looks_verbal(context.next_word)
    if (
        host
        and host.lower() not in english.SMALL
        and apart
        and english.is_noun_phrase(context.inner)
        and words[0].lower() in english.ARTICLES
    ):
        return 0.6, "a noun phrase after a noun: may explain it"
    return 1.0, "stands in the sentence's syntax"


def encode(annotated: Annotated, parent: etree._Element, build: Builder) -> etree._Element:
    doubted = {"cert": "low", "resp": "#translator"} if "conjecture" in annotated.claim.attrs else {}
    made = element(parent, "supplied", {"reason": "subaudible", **doubted})
    build.items(made, annotated.inner)
    return made

"""Words, letters or figures put in so that the sentence reads completely; they stand in its syntax.

`[North] Korea` · `Com[munist]` · `6 March [1962]` · `[.]` · a conjecture `[Yunnan?]`, which the translator doubts.
What no other reading claims is read so; where a gloss is nearly as likely, that is said.
"""

import re

from lxml import etree

from encoder.brackets.context import Context
from encoder.inline import english
from encoder.markup import Builder, element
from encoder.metadata.wording.english import known
from encoder.model import Annotated, Claim

_CONJECTURE = re.compile(r"\w\s*\?$")


def claim(context: Context) -> Claim | None:
    attrs = {"conjecture": "yes"} if _CONJECTURE.search(context.inner) else {}
    degree, why = _degree(context)
    return Claim("supplied", degree=degree, other="gloss" if degree < 1 else "", attrs=attrs, why=why)


def _degree(context: Context) -> tuple[float, str]:
    """What is read so only because nothing else claims it: a long remark, or a noun phrase after a noun with nothing left to
    modify, may stand beside the sentence and not in it; a word that is not English is doubtful anywhere."""
    words = context.words
    if context.completes or not words:
        return 1.0, "part of a word"
    if re.search(r"(?<!\d)\d\d?\s*$", context.before) and _MONTH.match(context.inner):
        return 1.0, "completes a date"
    if len(words) > 14:
        return 0.6, "long for words that a sentence lacks"
    strange = [word for word in words if word.islower() and len(word) > 3 and not known(word)]
    if strange and len(strange) == len(words):
        return 0.6, "no English words"
    host = context.last_word
    beside = host and host.lower() not in _NO_NOUN and context.apart and words[0].lower() not in _IN_SYNTAX
    if beside and len(words) > 1 and not any(word.lower() in english.AUXILIARIES for word in words):
        return 0.7, "words beside a noun: may explain it"
    return 1.0, "stands in the sentence's syntax"


_MONTH = re.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b")
_NO_NOUN = english.SMALL | english.IRREGULAR
# What begins words that belong to the sentence.
_IN_SYNTAX = (
    (english.SMALL - english.ARTICLES)
    | english.ADVERBS
    | {"to", "not", "back", "away", "home", "forward", "together", "alone"}
)


def encode(annotated: Annotated, parent: etree._Element, build: Builder) -> etree._Element:
    doubted = {"cert": "low", "resp": "#translator"} if "conjecture" in annotated.claim.attrs else {}
    made = element(parent, "supplied", {"reason": "subaudible", **doubted})
    build.items(made, annotated.inner)
    return made

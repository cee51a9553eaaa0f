"""The oddity stands so in the source: `[sic]`, `[!]`, with a proposal `[sic, should be Xibaipo]`, `[recte: 1949]`.

The word before is the `sic`; a proposal becomes its `corr`, with the words that introduce it as `label`. A remark that
says `sic` of something lost is a gap.
"""

import re
from dataclasses import replace

from lxml import etree

from encoder.brackets import gap
from encoder.brackets.context import Context
from encoder.markup import Builder, element
from encoder.model import Annotated, Claim, Item

_SIC = re.compile(r"(?i)^[\s\"“(]*(?:sic!?|thus|so(?=\s+in\b)|as\s+in\s+(?:the\s+)?original|!)(?![\w-])")
_BARE = re.compile(
    r"(?i)^(?:sic|thus|so|as)?[\s!.,;:()\"”]*(?:in\s+(?:the\s+)?(?:original|source|text|document)(?:\s+\w+)?)?[\s.!?)]*$"
)
_LEAD = re.compile(
    r"(?i)^\s*(?:sic\b)?[\s,;:.!()–—-]*(?:(?:ed|editor|tr|trans|translator)(?:['’]s)?\.?\s*note\s*[:.,–—-]*\s*)?"
    r"(?:(?:it\s+)?\b(?:should\s+(?:be|read)|must\s+(?:be|read)|reads?|recte(?:\s+lege)?|rectius|correct(?:ly|ed\s+to)?|actually|in\s+fact|"
    r"i\.?\s?e\.?|probably|possibly|perhaps|presumably|(?:most\s+)?likely|meaning|means?|for|apparently|evidently|or\s+rather|rather|"
    r"is|be|meant|refers\s+to)\b[\s,:;.]*|=\s*)*"
)
_ALONE = re.compile(r"(?i)^(?:recte|rectius|should\s+(?:be|read)|correct(?:ly)?\s*:|read\s*:|lege)\b")


def claim(context: Context) -> Claim | None:
    inner = context.inner
    if not (_SIC.match(inner) or _ALONE.match(inner)) or gap.speaks_of_loss(
        re.sub(r"(?i)^sic\W*", "", inner)
    ):
        return None
    lead = _LEAD.match(context.flat)
    corr = context.flat[lead.end() :].strip(" .!") if lead else ""
    if (_BARE.match(inner) or not corr) and context.nested:
        return None
    if _BARE.match(inner) or not corr:
        host = _last_word(context)
        return Claim("sic" if host else "note", host=host, degree=1.0 if host else 0.5, why="says sic")
    host = _host(context, corr)
    if not host:
        return Claim("note", degree=0.5, other="sic", why="says sic of no word")
    return Claim(
        "sic", host=host, attrs={"lead": str(lead.end() if lead else 0)}, why="says sic and proposes"
    )


def _host(context: Context, corr: str) -> int:
    """As many words in capitals as the proposal has, where there are so many; else the last word."""
    for number in range(len(corr.split()), 1, -1):
        length = context.host_of(r"[^\W\d_a-z][\w’'-]*" + r"\s+[^\W\d_a-z][\w’'-]*" * (number - 1))
        if length:
            return length
    return _last_word(context)


# Readings of which the bracket before may be, for `sic` to say something of it: words of the text.
_WORDS = {"supplied", "variant", "expansion", "gloss", "original", "unclear"}
_QUOTED_WORD = r"[\"“(][^\W_][\w’'./…-]*[\"”)]+"
_PARTLY_TYPED = r"[^\s\[\]]*\[[^\[\]\s]*\][^\s\[\]]*"  # `To[kyo]`, `[T]okio`
_EXPLAINED = rf"(?:{_QUOTED_WORD}|[“\"][^“”\"]+[”\"]|[^\s\[\]]+)\s*\[[^\[\]]*\]"  # `“sputnik” [satellite]`


def _last_word(context: Context) -> int:
    """The word before, with the signs of a quotation around it; a word with a bracket in it, or a bracket just before, is taken
    whole (-1)."""
    if context.previous is not None and context.previous.reading not in _WORDS:
        return 0
    explained = context.previous is not None and context.previous.reading in {"gloss", "original"}
    word = context.host_of(_PARTLY_TYPED) or (explained and context.host_of(_EXPLAINED))
    if word:
        return word
    if context.previous is not None:
        return -1
    return (
        context.host_of(_QUOTED_WORD)
        or context.host_of(r"[^\W_][\w’'./…-]*[\"”’)/]*")
        or context.host_of(r"[^\s\[\]]+")
    )


def encode(annotated: Annotated, parent: etree._Element, build: Builder) -> etree._Element:
    if "lead" not in annotated.claim.attrs:
        made = element(parent, "sic")
        build.items(made, build.trimmed(annotated.host))
        return made
    choice = element(parent, "choice")
    build.items(element(choice, "sic"), build.trimmed(annotated.host))
    corr = element(choice, "corr")
    proposed, closing = _unquoted(annotated, build)
    build.labelled(corr, proposed)
    if closing:
        build.items(element(corr, "label"), closing)
    return corr


def _unquoted(annotated: Annotated, build: Builder) -> tuple[Annotated, tuple[Item, ...]]:
    """`[sic, read “deployed”]`: the quotation marks belong to the words that introduce the proposal."""
    lead, inside = int(annotated.claim.attrs["lead"]), annotated.bracket.span.start + 1
    typed = build.content[inside + lead : annotated.bracket.span.end - 1]
    match = re.fullmatch(r"(\s*[“\"«])[^“”\"«»]+([”\"»]\s*)", typed)
    if not match:
        return annotated, ()
    words, closing = build.split(annotated.inner, inside + lead + match.start(2))
    claim = replace(annotated.claim, attrs={"lead": str(lead + len(match[1]))})
    return replace(annotated, inner=words, claim=claim), build.trimmed(closing)

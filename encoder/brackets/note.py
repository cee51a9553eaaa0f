"""A remark of the translator or editor to the reader: `[Translator's note: …]`, `[not attached]`, `[see document 3]`.

A leading `Translator's note:` is its `label`.
"""

import re

from lxml import etree

from encoder.brackets.context import Context
from encoder.brackets.vocabulary import SPEAKERS
from encoder.inline import english
from encoder.markup import Builder, element
from encoder.model import Annotated, Claim

_LABEL = re.compile(
    rf"(?i)^\s*(?:{SPEAKERS}\.?\s*(?:note|comment|remark)s?|{SPEAKERS}\.?\s*(?=[:–—])|note|n\.?\s?b\.?|t\.?\s?n\.?)\s*[:.,–—-]+\s*"
)
_SIGNED = re.compile(rf"(?i)(?:[-–—]\s*|,\s+){SPEAKERS}\.?(?:\s+note)?\.?$")
_POINTER = re.compile(
    r"(?i)^\W*(?:see|cf\.?|compare|for\s+(?:the|a|an|this|more|further|details?)\b.{0,80}\bsee|refer\s+to|ibid|op\.?\s*cit|quoted\s+(?:from|in)|source\s*:)"
)
_STATE = re.compile(
    r"(?i)^\W*(?:the\s+)?(?:(?:enclosures?|attachments?|annex(?:es)?|appendix|appendices|documents?|lists?|maps?|text|original|chart|table)\s+(?:is|are|was|were)?\s*)?"
    r"(?:not\s+(?:attached|found|enclosed|included\s+in\s+the\s+file|available)|attached|enclosed|appended)\W*$"
)
_EMPHASIS = re.compile(
    r"(?i)\b(?:emphasis|italics?|underlining|stress)\s+(?:is\s+|are\s+)?(?:added|mine|ours|supplied)\b"
)
_DOCUMENT = re.compile(
    r"(?i)\b(?:this|the)\s+(?:document|telegram|letter|report|cable|memorandum|note|text|file|original|translation|word|phrase|sentence|passage|term|paragraph|date|name)\b"
)


def claim(context: Context) -> Claim | None:
    label = _LABEL.match(context.flat)
    if label:
        return Claim("note", attrs={"lead": str(label.end())}, why="says that it is a note")
    inner = context.inner
    if _SIGNED.search(inner):
        return Claim("note", why="signed by the one who remarks")
    if (_POINTER.match(inner) and len(context.words) > 1) or _STATE.match(inner) or _EMPHASIS.search(inner):
        return Claim("note", why="points elsewhere, or tells of the file")
    if _is_sentence(context):
        return Claim(
            "note",
            degree=1.0 if _DOCUMENT.search(inner) else 0.6,
            other="" if _DOCUMENT.search(inner) else "supplied",
            why="a sentence of its own, beside the text",
        )
    return None


def _is_sentence(context: Context) -> bool:
    """A whole sentence with a finite verb, between two sentences, that speaks about the document."""
    inner, words = context.inner, context.words
    if len(words) < 6 or not inner[:1].isupper() or not re.search(r"[.!]$", inner):
        return False
    between = not context.before.strip() or bool(re.search(r"[.!?:][”\"’)\]]*\s*$", context.before))
    return (
        between
        and any(word.lower() in english.AUXILIARIES for word in words)
        and bool(_DOCUMENT.search(inner) or context.alone)
    )


def encode(annotated: Annotated, parent: etree._Element, build: Builder) -> etree._Element:
    made = element(parent, "note", {"type": "editorial", "resp": "#translator"})
    build.labelled(made, annotated)
    return made

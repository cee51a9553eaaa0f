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
# What people do while others speak.
_STAGE = re.compile(
    r"(?i)^\W*(?:general\s+|loud\s+|prolonged\s+)?(?:laugh(?:s|ter|ing)?|applau(?:se|ds)|pauses?|silence|interrupt(?:ion|s|ing)|interject\w*|commotion|"
    r"noise|animation|movement|tears|smil(?:es|ing)|nods|sighs|whispers|shouts?|exclaims|turn(?:s|ing)\s+to|address(?:es|ing)|speak(?:s|ing)\s+to|"
    r"point(?:s|ing)\s+(?:to|at)|look(?:s|ing)\s+at|show(?:s|ing)|read(?:s|ing)\s+(?:from|out|aloud)|hand(?:s|ing)\s+over|enters|leaves)"
)
_FORMULA = re.compile(
    r"(?i)\bin\s+(?:(?:english|russian|german|french|chinese|korean|latin|spanish|hungarian|polish|czech|quotes|quotation\s+marks)\s+)"
    r"in\s+(?:the\s+)?(?:original|text|source)|\b(?:printed|published|reproduced)\s+(?:as|above|below|elsewhere|in)\b|"
    r"\b(?:not|never)\s+(?:survived|preserved|been\s+found|found)\b|^not\s+printed$"
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
    if _FORMULA.search(inner) or (_STAGE.match(inner) and context.ended):
        return Claim("note", why="tells what happened, or how it is printed")
    if _stands_alone(context):
        return Claim(
            "note",
            degree=0.8,
            other="supplied",
            why="begins with a capital, ends with its own full stop, between sentences",
        )
    if _is_sentence(context):
        return Claim(
            "note",
            degree=1.0 if _DOCUMENT.search(inner) else 0.6,
            other="" if _DOCUMENT.search(inner) else "supplied",
            why="a sentence of its own, beside the text",
        )
    return None


def _stands_alone(context: Context) -> bool:
    return (
        context.inner[:1].isupper()
        and context.inner[-1:] in {".", "!"}
        and len(context.words) > 1
        and context.ended
        and bool(re.search(r"\w[.!]$", context.inner))
    )


def _is_sentence(context: Context) -> bool:
    """A whole sentence with a finite verb, between two sentences, that speaks about the document."""
    inner, words = context.inner, context.words
    if len(words) < 6 or not inner[:1].isupper() or not re.search(r"[.!]$", inner):
        return False
    return (
        context.ended
        and any(word.lower() in english.AUXILIARIES for word in words)
        and bool(_DOCUMENT.search(inner) or context.alone)
    )


def encode(annotated: Annotated, parent: etree._Element, build: Builder) -> etree._Element:
    made = element(parent, "note", {"type": "editorial", "resp": "#translator"})
    build.labelled(made, annotated)
    return made

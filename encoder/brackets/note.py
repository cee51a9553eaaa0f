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
_SIGN = re.compile(r"[-–—,]")  # before the one who signs a remark
_SIGNED = re.compile(rf"(?i)(?:[-–—]\s*|,\s+){SPEAKERS}\.?(?:\s+note)?\.?$")
_POINTER = re.compile(
    r"(?i)^\W*(?:see|cf\.?|compare|for\s+(?:the|a|an|this|more|further|details?)\b.{0,80}\bsee|refer\s+to|ibid|op\.?\s*cit|quoted\s+(?:from|in)|source\s*:)"
)
_STATE = re.compile(
    r"(?i)^\W*(?:the\s+)?(?:(?:enclosures?|attachments?|annex(?:es)?|appendix|appendices|documents?|lists?|maps?|text|original|chart|table)\s+(?:is|are|was|were)?\s*)?"
    r"(?:not\s+(?:attached|found|enclosed|included\s+in\s+the\s+file|available)|attached|enclosed|appended)\W*$"
)
_COPY = re.compile(
    r"(?i)^\W*(?:the\s+)?(?:(?:original|sender|recipient|author|file|carbon|second|first|third|last|photo|only|archival)(?:[’']s)?[\s-]+)?"
    r"(?:tapes?|recording|cassette|reel|microphone|transcript|transcription|stenogram|dictation|draft|cop(?:y|ies))\b|"
    r"^\W*(?:the\s+)?(?:end|beginning|start|continuation)\s+of\s+(?:the\s+)?(?:\w+\s+)?"
    r"(?:sides?|tapes?|document|text|page|transcript|recording|cassette|reel|part|letter|telegram|session|meeting|passage|quotation|quote|note)\b"
)
_UNKNOWN = re.compile(
    r"(?i)^(?:the\s+|his\s+|her\s+|exact\s+)*(?:(?:sur|fore)?names?|(?:first|last|given|family)\s+names?|dates?|rank|titles?|identity|author|place|"
    r"office|addressee|number)\b.{0,20}\b(?:not\s+(?:given|known|stated|identified|mentioned)|unknown|uncertain|unidentified)\W*$|"
    r"^(?:not\s+(?:further\s+)?identified|unidentified|otherwise\s+unknown)\W*$|"
    r"^no\s+(?:mark|date|number|signature|title|name|place|year|address|answer|reply)s?\W*$"
)
_LIFE = re.compile(r"(?i)^(?:b|born|d|died)\.?\s+(?:in\s+|ca?\.\s*)?\d{4}|^\d{4}\s*[–-]\s*\d{4}$")
# What people do while others speak.
_STAGE = re.compile(
    r"(?i)^\W*(?:general\s+|loud\s+|prolonged\s+)?(?:laugh(?:s|ter|ing)?|applau(?:se|ds)|(?:tele)?phone\s+rings|knock\w*|(?:a\s+)?(?:break|recess)\b|gets?\s+up|rises|voices?\b|cries|whistl\w*|pauses?|silence|interrupt(?:ion|s|ing)|interject\w*|commotion|"
    r"noise|animation|movement|tears|smil(?:es|ing)|nods|sighs|whispers|shouts?|exclaims|turn(?:s|ing)\s+to|address(?:es|ing)|speak(?:s|ing)\s+to|"
    r"point(?:s|ing)\s+(?:to|at)|look(?:s|ing)\s+at|show(?:s|ing)|read(?:s|ing)\s+(?:from|out|aloud)|hand(?:s|ing)\s+over|enters|leaves)"
)
_FORMULA = re.compile(
    r"(?i)\bin\s+(?:(?:english|russian|german|french|chinese|korean|latin|spanish|hungarian|polish|czech|quotes|quotation\s+marks)\s+)"
    r"in\s+(?:the\s+)?(?:original|text|source)|\b(?:printed|published|reproduced)\s+(?:as|above|below|elsewhere|in)\b|"
    r"\bin\s+small(?:er)?\s+(?:print|type|letters)\b|\b(?:not|never)\s+(?:survived|preserved|been\s+found|found)\b|^not\s+printed$"
)
_EMPHASIS = re.compile(
    r"(?i)\b(?:emphasis|italics?|underlining|stress)\s+(?:is\s+|are\s+)?(?:added|mine|ours|supplied|removed|omitted|retained)\b"
)
_DOCUMENT = re.compile(
    r"(?i)\b(?:this|the)\s+(?:document|telegram|letter|report|cable|memorandum|note|text|file|original|translation|word|phrase|sentence|passage|term|paragraph|date|name)\b"
)


_RELATIVES = frozenset("where which who whom whose when that".split())


def claim(context: Context) -> Claim | None:
    label = _LABEL.match(context.flat)
    if label:
        return Claim("note", attrs={"lead": str(label.end())}, why="says that it is a note")
    inner = context.inner
    if _SIGN.search(inner) and _SIGNED.search(inner):
        return Claim("note", why="signed by the one who remarks")
    several = len(context.words) > 1
    if context.words[:1] and context.words[0] in _RELATIVES:
        return None
    if (several and (_POINTER.match(inner) or _EMPHASIS.search(inner))) or _STATE.match(inner):
        return Claim("note", why="points elsewhere, or tells of the file")
    if _FORMULA.search(inner) or (_STAGE.match(inner) and context.ended):
        return Claim("note", why="tells what happened, or how it is printed")
    if _UNKNOWN.search(inner) or (_COPY.match(inner) and _off_the_line(context)):
        return Claim("note", why="tells of the copy, or of what is not known")
    if _LIFE.match(inner) and context.last_word[:1].isupper():
        return Claim("note", degree=0.8, other="gloss", why="when someone lived")
    if _stands_alone(context):
        return Claim(
            "note",
            degree=0.8,
            other="supplied",
            why="begins with a capital, ends with its own full stop, between sentences",
        )
    if context.alone and len(context.words) > 1 and _remarks(context):
        return Claim("note", degree=0.8, other="supplied", why="all that its block says, and no name or date")
    if _is_sentence(context):
        return Claim(
            "note",
            degree=1.0 if _DOCUMENT.search(inner) else 0.6,
            other="" if _DOCUMENT.search(inner) else "supplied",
            why="a sentence of its own, beside the text",
        )
    return _clause(context)


def _remarks(context: Context) -> bool:
    """Neither a name or title in capitals, nor a date."""
    return not english.is_name_phrase(context.inner) and not re.search(r"\d", context.inner)


def _off_the_line(context: Context) -> bool:
    """Not between the words of a sentence."""
    return context.ended or not context.next_word


def _clause(context: Context) -> Claim | None:
    """`the list is attached [it is not in the file].`: a clause of its own where the sentence needs none."""
    words = context.words
    if len(words) < 3 or context.next_word[:1].islower() or context.attached or _wants(context):
        return None
    first = words[0].lower()
    subject = (
        1 if first in english.PRONOUNS - {"who", "whom", "that"} else 2 if first in english.DETERMINERS else 0
    )
    finite = [n for n, word in enumerate(words) if word in english.AUXILIARIES | english.IRREGULAR]
    if subject == 1 and not finite:
        finite = [n for n, word in enumerate(words[:3]) if n and english.looks_verbal(word)]
    if not subject and english.looks_verbal(first):
        return None
    if not finite or finite[-1] == len(words) - 1 or (first in english.SMALL and not subject):
        return None
    if not subject <= finite[0] <= 6 or (subject == 1 and finite[0] > 2):
        return None
    whole = context.ended and (context.alone or not context.next_word)
    return Claim(
        "note", degree=0.8 if whole else 0.6, other="supplied", why="a clause of its own, beside the text"
    )


def _wants(context: Context) -> bool:
    """The word before wants a clause or an object: a verb, a conjunction, a preposition."""
    last = context.last_word.lower()
    passive = (
        last.endswith(("ed", "en"))
        and context.before.split()[-2:-1]
        and context.before.split()[-2].lower() in english.AUXILIARIES
    )
    return not (context.ended or passive) and (
        not last or last in english.SMALL or english.looks_verbal(last)
    )


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

"""Left out by the editor or translator: `[...]`, `[…]`, `[passage omitted]`, `[Here follow details on military planning.]`"""

import re

from lxml import etree

from encoder.brackets.context import Context
from encoder.brackets.vocabulary import TALK
from encoder.markup import Builder, element
from encoder.model import Annotated, Claim

_DOTS = re.compile(r"^[\s.…·•*-]*(?:\.\s*\.|…|\*\s*\*)[\s.…·•*-]*$")
_FOLLOWS = re.compile(
    r"(?i)^(?:here|there)\s+follows?\b(?!.{0,12}\b(?:pause|silence|laughter|applause|break))|^(?:the\s+)?(?:text|document|list|report|speech)\s+continues\b|"
    r"^(?:the\s+)?(?:following|preceding|remaining)\s+\w+(?:\s+\w+){0,4}\s+(?:concerns?|deals?|discuss\w*|describes?|lists?)\b|"
    r"^(?:unrelated|irrelevant)\s+\w+|^(?:the\s+)?(?:rest|remainder)\s+of\s+.{3,60}\s(?:concerns?|deals?|discuss\w*|describes?)\b"
)
_PRINTED = re.compile(r"(?i)\s*not\s+printed\s*$")
_UNKNOWN = re.compile(
    r"(?i)\b(?:sur|fore)?(?:names?|dates?|rank|titles?|identity|author|place)\s+(?:is\s+|was\s+)?not\s+given"
)  # a note
_LEFT_OUT = re.compile(
    r"(?i)\b(?:omitted|omission|omits?|abridged|abbreviated|left\s+out|skipped|shortened|ellipsis|excerpted|"
    r"not\s+(?:translated|reproduced|printed|included|transcribed|published|given(?:\s+here)?))\b"
)
_TURNS = re.compile(
    r"(?i)^(?:the\s+)?(?:conversation|discussion|talks?|meeting|speakers?)\s+(?:then\s+)?(?:turn(?:s|ed)|moved|continue[sd]?)\b|"
    r"^(?:an?\s+)?(?:exchange|discussion|list|table|passage|description|account)\s.{3,60}\sfollows\W*$|^omitted\s+(?:here|is|are)\b|^omitted:"
)
_ENDS = re.compile(
    r"(?i)[\s,;](?:omitted|left\s+out|not\s+(?:translated|reproduced|printed|included))"
    r"(?:\s+(?:here|below|from\s+(?:this|the)\s+\w+|in\s+(?:this|the)\s+\w+))?\W*$"
)


def claim(context: Context) -> Claim | None:
    inner = context.inner
    if context.nested or _PRINTED.match(inner):  # of a document that is referred to: a note
        return None
    if _UNKNOWN.search(inner):
        return None
    if _DOTS.match(inner):
        return Claim("omission", why="dots")
    if (" " in inner and _FOLLOWS.match(inner)) or _TURNS.match(inner):
        return Claim("omission", attrs={"words": "yes"}, why="says what the passage left out was about")
    if _ENDS.search(inner) and len(context.words) <= 20:
        return Claim("omission", attrs={"words": "yes"}, why="says that something was left out")
    if _LEFT_OUT.search(inner):
        rest = [word.lower() for word in context.words]
        known = sum(word in TALK or bool(_LEFT_OUT.search(word)) for word in rest)
        if len(rest) <= 3 or known >= 0.5 * len(rest):
            return Claim("omission", attrs={"words": "yes"}, why="says that something was left out")
    return None


def encode(annotated: Annotated, parent: etree._Element, build: Builder) -> etree._Element:
    made = element(parent, "gap", {"reason": "editorial"})
    if "words" in annotated.claim.attrs:
        element(made, "desc", text=build.text_of(annotated.inner))
    return made

"""The translator doubts what stands before: `Choe [?]`, `[yuejing renyuan][?]`.

After a closing quotation mark or at the end of a question the sign may be the question mark that the sentence lacks; it
is then supplied.
"""

import re

from lxml import etree

from encoder.brackets.context import Context
from encoder.markup import Builder, element
from encoder.model import Annotated, Claim

_DOUBT = re.compile(r"(?i)^[(\s]*(?:\?+|sic\s*\?)[)\s]*$")
_QUESTION = re.compile(
    r"(?i)(?:^|[.!?:;]\s+[\"“]?)(?:who|whom|whose|what|when|where|why|how|which|is|are|was|were|do|does|did|has|have|had|can|could|"
    r"will|would|shall|should|may|might|must)\b[^.!?]*$"
)


def claim(context: Context) -> Claim | None:
    if not _DOUBT.match(context.inner) or context.nested:
        return None
    if re.search(r"\?\s*\]\Z", context.before):
        return Claim(
            "supplied", degree=0.5, other="unclear", why="a question mark after a doubt that is typed already"
        )
    if context.previous is not None and context.attached and context.previous.reading not in {"query", "sic"}:
        return Claim("query", host=-1, why="says ? of the bracket just before")
    if re.search(r"[\"”’]\s*$", context.before) and re.match(r"\s*(?:$|[A-Z“\"])", context.after):
        if _QUESTION.search(context.before):
            return Claim("supplied", degree=0.6, other="unclear", why="the question mark of a question")
        return Claim(
            "query", host=_quoted(context), degree=0.6, other="supplied", why="says ? of a quotation"
        )
    host = context.host_of(r"[^\W_](?:[\w’'./-]*[\w’'])?[\"”’),;:]{0,2}")
    host = host or context.host_of(r"[^\s\[\]]+")
    if not host:
        return Claim("supplied", degree=0.5, other="unclear", why="a question mark with no word before it")
    return Claim("query", host=host, why="says ? of the word before")


def _quoted(context: Context) -> int:
    return context.host_of(r"[\"“‘][^\"“”‘’]{1,120}[\"”’]") or context.host_of(r"[^\s\[\]]+")


def encode(annotated: Annotated, parent: etree._Element, build: Builder) -> etree._Element:
    attrs = {"cert": "low", "resp": "#translator"}
    host = build.trimmed(annotated.host)
    if len(host) == 1 and isinstance(host[0], Annotated):
        build.items(parent, host)
        made = parent[-1][-1] if parent[-1].tag.endswith("}choice") else parent[-1]
        for name, value in attrs.items():
            made.set(name, value)
        return made
    made = element(parent, "unclear", attrs)
    build.items(made, host)
    return made

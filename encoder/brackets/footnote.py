"""A call for a numbered note: `[1]`, `[23]`.

A number in brackets is a call where it stands right behind a word or a sign, as printers set it, or where the numbers of
the document run 1, 2, 3. A number between spaces inside a sentence may be supplied.
"""

import re

from lxml import etree

from encoder.brackets.context import Context
from encoder.markup import Builder, element
from encoder.model import Annotated, Claim

_NUMBER = re.compile(r"\s*(?:\^?\d{1,3}|[*†‡§]{1,3})\s*")
# A number that completes what stands before it (`Copy No. [3]`), or stands in a cell of figures, calls no note.
_COUNTED = re.compile(
    r"(?i)\b(?:no|nos|n[º°o]|nr|copy|copies|vol|volume|para|paragraph|point|item|article|section|telegram|protocol|number|page|pp?)\.?\s*$|№\s*$"
)
_CELL = re.compile(r"\|[\s\d.,–-]*$")


def claim(context: Context) -> Claim | None:
    if not _NUMBER.fullmatch(context.inner) or context.nested:
        return None
    if not context.attached and _COUNTED.search(context.before[-20:]):
        return None
    behind = context.attached and not context.before.endswith("(")
    if re.match(r"\w", context.after) or (re.search(r"\d$", context.before) and context.attached):
        return None  # [19]61 · 19[61]: part of a figure
    if behind or context.footnotes:
        return Claim(
            "footnote",
            attrs={"n": context.inner.strip(" ^")},
            why="a number right behind a word, or one of a series",
        )
    if context.alone or (not context.next_word and not _CELL.search(context.before)):
        return Claim(
            "footnote",
            attrs={"n": context.inner.strip(" ^")},
            degree=0.6,
            other="supplied",
            why="a number by itself",
        )
    return None


def encode(annotated: Annotated, parent: etree._Element, build: Builder) -> etree._Element:
    number = annotated.claim.attrs["n"]
    target = build.notes.get(number)
    made = element(
        parent, "ref", {"type": "footnote", "n": number, "target": f"#{target}" if target else None}
    )
    build.items(made, build.trimmed(annotated.inner))
    return made

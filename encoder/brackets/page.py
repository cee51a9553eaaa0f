"""A page of the source begins: `[page 2]`, `[p. 3]`, `[fol. 12v]`, `[l. 57]`."""

import re

from lxml import etree

from encoder.brackets.context import Context
from encoder.markup import Builder, element
from encoder.model import Annotated, Claim

_LEAF = re.compile(r"\s*(?P<n>\d{1,4}\s?(?:[rv]|ob\.?|verso|recto))\s*$")
_PAGE = re.compile(
    r"(?i)^\W*(?:page|pag|pg|p|S|Seite|стр|с|folio|fol|f|ff|leaf|list|l|sheet|bl|blatt)\b\.?\s*(?P<n>\d{1,4}\s?(?:[rv]|ob|recto|verso)?\.?|[ivxlc]{1,6})"
    r"(?:\s*(?:of|/)\s*\d{1,4})?\W*$"
)


def claim(context: Context) -> Claim | None:
    match = _PAGE.match(context.inner) or _LEAF.match(context.inner)
    return (
        Claim("page", attrs={"n": match["n"].strip(" .")}, why="page and number")
        if match and not context.nested
        else None
    )


def encode(annotated: Annotated, parent: etree._Element, build: Builder) -> etree._Element:
    return element(parent, "pb", {"n": annotated.claim.attrs["n"]})

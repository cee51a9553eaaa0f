"""What a document gives to the book: its page, and its entry in the contents."""

import re
from functools import lru_cache

from lxml import etree

from encoder.edition import Edition
from encoder.model import TeiFile, UsageError
from encoder.outputs.described import described, house
from encoder.outputs.epub.sheets import common, of_document, prepared

# Noncharacters of Unicode, which stand for what a document cannot know until all are put together.
NUMBER, TOTAL = "\ufdd0", "\ufdd1"


def page(edition: Edition, document: TeiFile) -> str:
    """The XHTML of a document. Where its number in the edition belongs stands NUMBER, for that of all TOTAL.

    :raises UsageError: it has these characters itself; or there are no signs for the edition's house.
    :raises TransformError: it has an element that the pages do not know; the text names both.
    """
    if NUMBER in document.xml or TOTAL in document.xml:
        raise UsageError(f"{document.id}: U+FDD0 and U+FDD1 are no characters; take them out.")
    facts = described(edition)
    facts.set("total", TOTAL)
    return _page(document, etree.tostring(facts, encoding="unicode"), edition.language, house(edition))


@lru_cache(maxsize=1)  # both entries of a document are made one after the other
def _page(document: TeiFile, facts: str, language: str, house: str) -> str:
    parameters = common(facts, language, house)
    return str(of_document("run", "epub", document, prepared(document), number=NUMBER, **parameters))


def contents(edition: Edition, document: TeiFile) -> str:
    """What the contents, the list of pages and the registers say of a document, as XML (see ``epub/entry.xsl``)."""
    entry = str(of_document("run", "entry", document, prepared(document), id=document.id))
    if entry.count("<page ") < 2:
        return entry
    # The page breaks come in the order of the page, which sets the heading of a list before what stands before it.
    root = etree.fromstring(entry)
    order = re.findall(r'id="(edition-page-[^"]+)"', page(edition, document))
    for found in sorted(root.iterfind("page"), key=lambda found: order.index(found.get("id", ""))):
        root.append(found)
    return etree.tostring(root, encoding="unicode")

"""The pages that an EPUB gives besides its own: those of the archival copies, or those of the print edition.

The book is set once more for its pages, so that they hang on nothing but the edition. Each page is marked before the
first paragraph, heading or item that begins on it; one on which nothing begins, together with the next.
"""

from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from encoder.edition import Edition
from encoder.model import TeiFile
from encoder.outputs.epub.settings import settings
from encoder.outputs.output import Entries
from encoder.outputs.print import book, entry

_H = "{http://www.w3.org/1999/xhtml}"
_TYPE = "{http://www.idpf.org/2007/ops}type"
TOP, END = "", "."  # places that have no identifier

Pages = Mapping[
    str, Sequence[int]
]  # what begins (an identifier, or TOP, or END) → the pages that are marked there


def print_xml(edition: Edition, document: TeiFile) -> str:
    """The print XML of a document, where the pages of the book are asked for."""
    return entry.entry(edition, document) if settings(edition).pages == "book" else ""


def of_book(edition: Edition, entries: Entries) -> Iterator[Pages]:
    """The pages of the print edition, for one document after the other."""
    pages: dict[str, list[int]] = {}
    last = 0
    for mark, page in book.begins(edition, entries.of("print")):
        number, colon, _ = mark.partition(":")
        if colon and number.isdigit():
            pages, last = {TOP: [page]}, page
            continue
        if page > last:
            pages.setdefault(mark.partition("-")[2] or END, []).extend(range(last + 1, page + 1))
            last = page
        if not mark:
            yield pages


def marked(xhtml: str, pages: Pages) -> str:
    """A document's page with marks for these pages instead of those of the archival copy."""
    root = etree.fromstring(xhtml.encode())
    for copied in list(root.iter(f"{_H}span")):
        if copied.get("role") == "doc-pagebreak":
            _cut(copied)
    chapter = root.find(f".//{_H}section")
    assert chapter is not None
    elements = {element.get("id"): element for element in chapter.iter(etree.Element)}
    waiting: list[int] = []
    for place, numbers in pages.items():
        waiting += numbers
        element = chapter if place == TOP else elements.get(place)
        if element is not None:
            _mark(element, waiting)
            waiting = []
    _mark(chapter[-1], waiting)
    return etree.tostring(root, encoding="unicode", doctype="<!DOCTYPE html>")


def _mark(element: etree._Element, pages: Sequence[int]) -> None:
    """Marks at the beginning of an element."""
    for place, page in enumerate(pages):
        mark = etree.Element(
            f"{_H}span", {"id": f"edition-page-{page}", "role": "doc-pagebreak", "aria-label": str(page)}
        )
        mark.set(_TYPE, "pagebreak")
        if place == 0:
            mark.tail, element.text = element.text, None
        else:
            mark.tail, element[place - 1].tail = element[place - 1].tail, None
        element.insert(place, mark)


def _cut(element: etree._Element) -> None:
    """Take an empty element out of a text."""
    parent, before = element.getparent(), element.getprevious()
    assert parent is not None
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "") or None
    else:
        parent.text = (parent.text or "") + (element.tail or "") or None
    element.tail = None
    parent.remove(element)

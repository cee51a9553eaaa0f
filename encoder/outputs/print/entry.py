"""What the book must know of a document: its print XML, and its TEI, which the PDF carries."""

from functools import cache
from typing import Any

from lxml import etree

from encoder import data
from encoder.edition import Edition
from encoder.model import TeiFile
from encoder.outputs import described
from encoder.outputs.print import feet
from encoder.outputs.print.fonts import fonts
from encoder.outputs.print.settings import settings
from encoder.saxon import Stylesheets, TransformError

NUMBER = "\ufdd0"  # stands for a document’s number until it has its place; no character of Unicode


def entry(edition: Edition, document: TeiFile) -> str:
    """The print XML of a document, and where notes have two levels, which of them are set together."""
    xml = unassigned(edition, document)
    chosen = settings(edition)
    return feet.assigned(xml, chosen, fonts(edition, chosen)) if chosen.notes == "levels" else xml


def unassigned(edition: Edition, document: TeiFile) -> str:
    """The print XML of a document. Where its number in the edition belongs there stands NUMBER.

    :raises UsageError: there are no signs for the edition's house, or ``[print]`` says what cannot be.
    :raises TransformError: it has an element that the print edition does not know; the text names both.
    """
    try:
        prepared = sheets().tree("prepare", document.xml)
        return sheets().run("print", prepared, number=NUMBER, **common(edition))
    except TransformError as error:
        raise TransformError(f"{document.id}: {error}") from error


def tei(edition: Edition, document: TeiFile) -> str:
    """The TEI itself."""
    return document.xml


def numbered(xml: str, number: int) -> str:
    """The print XML of a document with its number; only identifiers have it, at the beginning of an attribute."""
    return xml.replace(f'="{NUMBER}', f'="{number}')


def volume(edition: Edition, facts: etree._Element) -> str:
    """The print XML of all that is no document.

    :param facts: <edition> with what the documents and the registers say, see :mod:`encoder.outputs.print.book`.
    """
    return sheets().run("print", etree.tostring(facts, encoding="unicode"), **common(edition))


def common(edition: Edition) -> dict[str, Any]:
    """The parameters of the stylesheet that do not hang on the document."""
    return _words() | {
        "language": edition.language,
        "house": described.house(edition),
        "apparatus": " ".join(settings(edition).apparatus),
    }


@cache
def sheets() -> Stylesheets:
    return Stylesheets({"prepare": data.XSLT / "prepare.xsl", "print": data.XSLT / "print.xsl"})


@cache
def _words() -> dict[str, Any]:
    return described.words(sheets())

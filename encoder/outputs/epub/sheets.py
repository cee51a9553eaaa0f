"""The stylesheets of the EPUB."""

from functools import cache, lru_cache
from typing import Any

from encoder import data
from encoder.model import TeiFile
from encoder.outputs import described
from encoder.saxon import Stylesheets, TransformError


@cache
def sheets() -> Stylesheets:
    return Stylesheets(
        {
            "prepare": data.XSLT / "prepare.xsl",
            "entry": data.XSLT / "epub" / "entry.xsl",
            "epub": data.XSLT / "epub.xsl",
        }
    )


@lru_cache(maxsize=1)
def prepared(document: TeiFile) -> Any:
    """A document as ``prepare.xsl`` makes it, once for both of its entries."""
    return of_document("tree", "prepare", document, document.xml)


def of_document(how: str, name: str, document: TeiFile, context: Any, **parameters: Any) -> Any:
    """What a stylesheet makes of a document, as text (``run``) or as a document (``tree``).

    :raises TransformError: it has an element that the stylesheet does not know; the text names both.
    """
    try:
        return getattr(sheets(), how)(name, context, **parameters)
    except TransformError as error:
        raise TransformError(f"{document.id}: {error}") from error


def common(facts: str, language: str, house: str) -> dict[str, Any]:
    """The parameters of every page.

    :param facts: the facts of the edition, as XML.
    """
    return _words() | {"edition": _parsed(facts), "language": language, "house": house}


@cache
def _words() -> dict[str, Any]:
    return described.words(sheets())


@lru_cache(maxsize=2)
def _parsed(xml: str) -> Any:
    return sheets().parse(xml)

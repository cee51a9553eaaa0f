"""The stylesheets of the HTML edition, and the one parsed and prepared tree that all of them read."""

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

from encoder import data
from encoder.edition import Edition
from encoder.model import TeiFile
from encoder.outputs import described
from encoder.saxon import Stylesheets, TransformError


@cache
def sheets() -> Stylesheets:
    return Stylesheets(
        {
            "prepare": data.XSLT / "prepare.xsl",
            "entry": data.XSLT / "html" / "entry.xsl",
            "mentions": data.XSLT / "html" / "mentions.xsl",
            "html": data.XSLT / "html.xsl",
            "named": data.XSLT / "html" / "named.xsl",
            "told": data.XSLT / "html" / "told.xsl",
            "cmif": data.XSLT / "html" / "cmif.xsl",
        }
    )


@lru_cache(maxsize=4)
def parsed(xml: str) -> Any:
    """Some XML as a document for a stylesheet: what all pages share, or the entry of a neighbour."""
    return sheets().parse(xml)


@lru_cache(maxsize=1)
def prepared(document: TeiFile) -> Any:
    """A document as ``prepare.xsl`` makes it, once for its entries or its pages, before it gets its lasting names (see
    :func:`encoder.outputs.html.told.prepared`).

    :raises TransformError: it cannot be prepared; the text names it.
    """
    return of_document(document, "tree", "prepare", sheets().parse(document.xml))


def of_document(document: TeiFile, how: str, name: str, tree: Any, **parameters: Any) -> Any:
    """What a stylesheet makes of a document, as text (``run``) or as a document (``tree``).

    :raises TransformError: it has an element that the stylesheet does not know; the text names both.
    """
    try:
        return getattr(sheets(), how)(name, tree, **parameters)
    except TransformError as error:
        raise TransformError(f"{document.id}: {error}") from error


def common(edition: Edition, facts: str) -> Mapping[str, Any]:
    """The parameters of every page.

    :param facts: the facts of the edition, see :func:`encoder.outputs.html.contents.shared`.
    :raises UsageError: the edition's house has no signs.
    """
    return _words() | {
        "edition": parsed(facts),
        "language": edition.language,
        "house": described.house(edition),
    }


@cache
def _words() -> dict[str, Any]:
    return described.words(sheets())

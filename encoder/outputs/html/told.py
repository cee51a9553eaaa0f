"""A document under its lasting names, and what search and other programs are told of it (``xslt/html/told.xsl``)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any
from xml.sax.saxutils import quoteattr

from encoder.edition import Edition
from encoder.model import TeiFile
from encoder.outputs.html import permalinks, sheets
from encoder.outputs.html.permalinks import Passage
from encoder.outputs.html.sheets import of_document

_Names = tuple[tuple[str, str], ...]


def prepared(edition: Edition, document: TeiFile) -> Any:
    """The tree of a document as ``prepare.xsl`` makes it, with the names that the ledger of permanent addresses has.

    :raises TransformError: it cannot be prepared; the text names it.
    """
    return _tree(document, _names(edition, document))


def told(edition: Edition, document: TeiFile) -> dict[str, Any]:
    """The facts by name; ``passages`` is a list of lists: where to link to, the words, the entries of registers named.

    :raises TransformError: the document cannot be read so; the text names it.
    """
    return _told(document, _names(edition, document))


def renamed(edition: Edition, document: TeiFile) -> Mapping[str, str]:
    """The generated names that are others in the ledger."""
    return dict(_names(edition, document))


def passages(facts: Mapping[str, Any]) -> Sequence[Passage]:
    """All that has a name, with the mark of its words."""
    words: dict[str, list[str]] = {}
    for name, text, *_ in facts["passages"]:
        words.setdefault(name, []).append(text)
    return [
        Passage(name, permalinks.mark(" ".join(words.get(name, ()))))
        for name in (*facts["cited"], *facts["noted"])
    ]


def entry(edition: Edition, document: TeiFile) -> str:
    """The document's line in the ledger of permanent addresses."""
    return permalinks.line(document.id, passages(told(edition, document)))


def _names(edition: Edition, document: TeiFile) -> _Names:
    if not permalinks.known(edition, document.id):
        return ()
    facts = _told(document, ())
    return tuple(permalinks.names(edition, document.id, document.xml, passages(facts)).items())


@lru_cache(maxsize=2)
def _told(document: TeiFile, names: _Names) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(of_document(document, "run", "told", _tree(document, names)))
    return found


@lru_cache(maxsize=2)
def _tree(document: TeiFile, names: _Names) -> Any:
    tree = sheets.prepared(document)
    if not names:
        return tree
    rows = "".join(f"<name old={quoteattr(old)} new={quoteattr(new)}/>" for old, new in names)
    return of_document(document, "tree", "named", tree, names=sheets.parsed(f"<names>{rows}</names>"))

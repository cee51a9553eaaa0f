"""What search and other programs are told of a document: facts of its header, and its passages (``xslt/html/told.xsl``)."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from encoder.model import TeiFile
from encoder.outputs.html.sheets import of_document, prepared


@lru_cache(maxsize=1)
def told(document: TeiFile) -> dict[str, Any]:
    """The facts by name; ``passages`` is a list of lists: where to link to, the words, the entries of registers named.

    :raises TransformError: the document cannot be read so; the text names it.
    """
    found: dict[str, Any] = json.loads(of_document(document, "run", "told", prepared(document)))
    return found

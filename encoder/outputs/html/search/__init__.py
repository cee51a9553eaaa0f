"""Search without a server: what a browser loads is scripts, so that it works for pages opened from a disk too.

``leaves`` is what there is of each document, ``index`` of all; ``xslt/assets/search-index.js`` reads both.
"""

from encoder.outputs.html.search.index import files as whole
from encoder.outputs.html.search.leaves import entry, files

__all__ = ["entry", "files", "whole"]

"""Style sheets, script and icon, which all pages use."""

from collections.abc import Iterator

from encoder import data
from encoder.edition import Edition
from encoder.model import OutputFile
from encoder.outputs.output import Entries

SEARCH = (
    "search-words.js",
    "search-index.js",
    "search-excerpts.js",
    "search.js",
)  # in the order they are loaded
ASSETS = ("edition.css", "beside.css", "edition.js", "search.css", *SEARCH, "icon.svg")


def files(edition: Edition, entries: Entries, facts: str) -> Iterator[OutputFile]:
    for name in ASSETS:
        yield OutputFile(name, (data.XSLT / "assets" / name).read_bytes())

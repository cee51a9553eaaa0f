"""The HTML edition: a table of contents, an index of names, a page for each document, and what the pages need."""

from encoder.outputs.html import assets, citations, contents, coverage, names, page, plain, search, tei
from encoder.outputs.output import Output, Whole

OUTPUT = Output(
    opens="index.html",
    entries={
        "contents": contents.entry,
        "search": search.entry,
        "coverage": coverage.ENTRY,
    },
    beside=("contents",),
    shared=contents.shared,
    pages=(
        page.files,
        tei.files,
        plain.files,
        citations.files,
        search.files,
    ),
    whole=(
        Whole(contents.files, reads=("contents",)),
        Whole(names.files, reads=("contents",)),
        Whole(search.whole, reads=("search",)),
        Whole(coverage.files, reads=("coverage",)),
        Whole(assets.files),
    ),
)

"""The HTML edition: a table of contents, an index of names, a page for each document, and what the pages need."""

from encoder.outputs.html import (
    assets,
    beacon,
    citations,
    cmif,
    contents,
    coverage,
    dts,
    moved,
    names,
    page,
    permalinks,
    plain,
    search,
    sitemap,
    tei,
    told,
)
from encoder.outputs.output import Output, Whole

OUTPUT = Output(
    opens="index.html",
    entries={
        "contents": contents.entry,
        "search": search.entry,
        "coverage": coverage.ENTRY,
        "letter": cmif.entry,
        "permalinks": told.entry,
    },
    beside=("contents",),
    shared=contents.shared,
    keeps=(permalinks.NAME,),
    pages=(
        page.files,
        tei.files,
        plain.files,
        citations.files,
        dts.files,
        search.files,
    ),
    whole=(
        Whole(contents.files, reads=("contents",)),
        Whole(names.files, reads=("contents",)),
        Whole(search.whole, reads=("search",)),
        Whole(coverage.files, reads=("coverage",)),
        Whole(permalinks.files, reads=("permalinks",)),
        Whole(moved.files),
        Whole(sitemap.files),
        Whole(cmif.files, reads=("letter",)),
        Whole(dts.whole, reads=("contents",)),
        Whole(beacon.files, reads=("contents",)),
        Whole(assets.files),
    ),
)

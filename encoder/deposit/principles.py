"""``editorial-principles.txt``: what the editors say of their principles, then the prose of the guidelines."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from functools import cache

from encoder import data
from encoder.deposit.record import Record
from encoder.deposit.rights import WIDTH
from encoder.saxon import Stylesheets


def text(record: Record) -> Iterator[str]:
    yield f"EDITORIAL PRINCIPLES\n\n{record.full_title}\n"
    if record.principles:
        yield f"\n{record.principles}\n\n\nHow the texts are encoded\n"
    for line in _guidelines().splitlines():
        yield f"\n{textwrap.fill(line, WIDTH)}\n"
    if any(file.path == "schema/edition.odd" for file in record.contents):
        yield "\nEach element with its attributes and rules: schema/guidelines.html, made of schema/edition.odd.\n"


@cache
def _guidelines() -> str:
    sheets = Stylesheets({"principles": data.XSLT / "deposit" / "principles.xsl"})
    return sheets.run("principles", (data.SCHEMA / "edition.odd").read_text(encoding="utf-8"))

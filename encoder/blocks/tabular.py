"""Rows of a table, with bars or with columns set apart: kept as they are typed, and never taken for names or headings."""

import re

from encoder.blocks.place import Place
from encoder.model import Block

_COLUMNS = re.compile(r"\S(?:\s{3,}|\t+)\S")
_FIGURES = re.compile(r"(?:\S+\s+){0,2}\d[\d,.]*(?:\s+\d[\d,.]*)+$")


def claim(place: Place) -> tuple[Block, ...] | None:
    rows = [line.text for line in place.paragraph.lines]
    barred = all(row.count("|") >= 2 for row in rows)
    set_apart = len(rows) > 1 and all(len(_COLUMNS.findall(row)) >= 2 for row in rows)
    figures = len(rows) > 1 and sum(bool(_FIGURES.match(row)) for row in rows) >= len(rows) - 1
    return (place.block("paragraph"),) if barred or set_apart or figures else None

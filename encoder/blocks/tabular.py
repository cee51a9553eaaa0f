"""Rows of a table, with bars or with columns set apart: kept as they are typed, and never taken for names or headings."""

import itertools
import re
from collections.abc import Iterable

from encoder.blocks.place import Place
from encoder.model import Block

_BETWEEN = re.compile(r"\s(?<=\S\s)(?:\s{2,}|(?<=\t)\t*)(?=\S)")
_FIGURES = re.compile(r"(?:\S+\s+){0,2}\d[\d,.]*(?:\s+\d[\d,.]*)+$")


def claim(place: Place) -> tuple[Block, ...] | None:
    rows = [line.text for line in place.paragraph.lines]
    barred = all(row.count("|") >= 2 for row in rows)
    set_apart = all(_is_row(row) for row in rows) and (len(rows) > 1 or _has_neighbour(place))
    figures = len(rows) > 1 and _all_but_one(_FIGURES.match(row) for row in rows)
    return (place.block("paragraph"),) if barred or set_apart or figures else None


def _all_but_one(rows: Iterable[object]) -> bool:
    return sum(1 for _ in itertools.islice((row for row in rows if not row), 2)) < 2


def _is_row(text: str) -> bool:
    """Three columns or more: two are also how signatures are set side by side."""
    return len(_BETWEEN.findall(text)) >= 2


def _has_neighbour(place: Place) -> bool:
    above = place.before.content.text if place.before is not None else ""
    return _is_row(above) or (place.after is not None and _is_row(place.after.first.text))

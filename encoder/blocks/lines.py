"""The lines of a source, as the page had them: with indent, blank lines before, and page breaks."""

import itertools
import re
from collections.abc import Iterator

from encoder.model import Span, value


@value
class Line:
    """A line that is not blank. ``start`` and ``end`` are without the white space around it.

    ``indent`` counts the blanks before it, ``gap`` the blank lines; ``page`` says that a form feed stands before it.
    """

    start: int
    end: int
    text: str
    indent: int = 0
    gap: int = 0
    page: bool = False

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


# Line ends of Unicode Standard Annex 14 (mandatory breaks).
_END = re.compile("[\n\r\f\v\x85\u2028\u2029](?:(?<=\r)\n)?")


def lines(text: str) -> list[Line]:
    """All lines that are not blank, in order."""
    found: list[Line] = []
    gap, page, begin = 0, False, 0
    for start, end, sign in _ends(text):
        body = text[begin:start]
        bare = body.strip().strip("\ufeff\u200b")
        if bare:
            indent = body.index(bare)
            at = begin + indent
            found.append(Line(at, at + len(bare), bare, indent, gap, page))
            gap, page = 0, False
        elif body or sign != "\f":  # a form feed right after a line end begins a page, not a blank line
            gap += 1
        page = page or sign == "\f"
        begin = end
    return found


def _ends(text: str) -> Iterator[tuple[int, int, str]]:
    """Where each line ends, where the next begins, and the sign between."""
    for match in _END.finditer(text):
        yield match.start(), match.end(), match[0]
    yield len(text), len(text), ""


def split(line: Line, positions: list[int]) -> list[Line]:
    """A line cut before each of some positions (of the source); the cuts count as blank lines."""
    edges = [line.start, *(p for p in positions if line.start < p < line.end), line.end]
    parts: list[Line] = []
    for start, end in itertools.pairwise(edges):
        piece = line.text[start - line.start : end - line.start]
        bare = piece.strip()
        if bare:
            at = start + piece.index(bare)
            first = not parts
            parts.append(
                Line(
                    at,
                    at + len(bare),
                    bare,
                    line.indent if first else 0,
                    line.gap if first else 1,
                    line.page and first,
                )
            )
    return parts


def width(found: list[Line]) -> float:
    """The column at which the page is full; without bound where nothing shows that lines were broken."""
    ends = sorted(line.indent + len(line.text) for line, after in itertools.pairwise(found) if not after.gap)
    if len(ends) < 3:
        return float("inf")
    width = ends[int(len(ends) * 0.95)]
    return width if width <= 140 else float("inf")

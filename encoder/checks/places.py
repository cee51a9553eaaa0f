"""Line and column of an element.

lxml knows only the line on which a start tag ends; expat knows where it begins. It is asked only when there
is something to say.
"""

from typing import cast
from xml.parsers import expat

from lxml import etree


class Places:
    """Where the elements of one document begin.

    :param tree: the document as parsed.
    :param data: its bytes; without them there is a line, as lxml has it, and no column.
    """

    def __init__(self, tree: etree._ElementTree, data: bytes = b"") -> None:
        self._spans = _spans(data) if data else []
        self._order = {element: index for index, element in enumerate(tree.iter("*"))} if self._spans else {}

    def of(self, element: etree._Element) -> tuple[int, int]:
        """Line and column of the start tag, both from 1; a 0 is unknown."""
        span = self._span(element)
        return span[:2] if span else (line(element), 0)

    def of_text(self, parent: etree._Element, before: etree._Element | None, text: str) -> tuple[int, int]:
        """Line of the first of some characters that stand in an element, after one of its children if any."""
        span = self._span(parent if before is None else before)
        told = span[2] if span and before is not None else line(parent)
        return told + text[: len(text) - len(text.lstrip())].count("\n"), 0

    def _span(self, element: etree._Element) -> tuple[int, int, int] | None:
        index = self._order.get(element)
        return self._spans[index] if index is not None and index < len(self._spans) else None


def line(element: etree._Element) -> int:
    """The line on which the start tag ends, as lxml knows it; 0 for an element that no parser has read."""
    return cast(int | None, element.sourceline) or 0


def _spans(data: bytes) -> list[tuple[int, int, int]]:
    """Line and column of each start tag, and the line of its end tag."""
    found: list[tuple[int, int, int]] = []
    unfinished: list[int] = []
    parser = expat.ParserCreate()

    def start(*_: object) -> None:
        unfinished.append(len(found))
        found.append((parser.CurrentLineNumber, parser.CurrentColumnNumber + 1, 0))

    def end(*_: object) -> None:
        index = unfinished.pop()
        found[index] = (*found[index][:2], parser.CurrentLineNumber)

    parser.StartElementHandler, parser.EndElementHandler = start, end
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError):
        return []  # an encoding that expat does not know
    return found

"""Emphasis as Markdown types it: ``**bold**``, ``*italic*``. The signs are markup, with their exact extent (CommonMark 6.2)."""

import re

from encoder.model import Entity, Span

_EMPHASIS = re.compile(
    r"(?<![\w*_\\])(?P<sign>\*{1,3}|__|_)(?=[^\s*_])(?P<words>[^\n*_]{0,400}[^\s*_])(?P=sign)(?![\w*_])"
)

REND = {3: "bold italic", 2: "bold", 1: "italic"}


def find(content: str) -> list[Entity]:
    """Stretches of emphasis in a text, with the length of their sign."""
    return [
        Entity(
            Span(match.start(), match.end()),
            "hi",
            {"rend": REND[len(match["sign"])]},
            sign=len(match["sign"]),
        )
        for match in _EMPHASIS.finditer(content)
    ]

"""Who got a copy: `Distribution: Premier's Office (2), … Total of 19 copies`."""

import re

from encoder.blocks.place import Place
from encoder.model import Block

_LABEL = re.compile(
    r"(?i)^(?:distribution(?:\s+list)?|distributed\s+to|copies(?:\s+(?:sent\s+)?to)?|copy(?:\s+(?:sent\s+)?to)?|"
    r"cc|circulat(?:ed|ion)(?:\s+to)?|sent\s+to|recipients|verteiler|рассылка)\s*:\s*"
)
_BETWEEN = re.compile(r"(?<=[,;])\s+|(?<=[.)])\s+(?=(?:Total|Altogether|In all)\b)|(?<=\)\.)\s+(?=[A-Z])")

FRAME = True


def claim(place: Place) -> tuple[Block, ...] | None:
    start, end = place.paragraph.start, place.paragraph.lines[-1].end
    label = _LABEL.match(place.source[start:end])
    if not label:
        return None
    edges = [start + label.end()]
    edges += [
        start + match.end()
        for match in _BETWEEN.finditer(place.source[start:end], label.end())
        if not _inside(place.source[start + label.end() : start + match.start()])
    ]
    head = place.part("distribution", start, start + label.end())
    items = [
        place.part("distribution-item", a, b) for a, b in zip(edges, [*edges[1:], end], strict=True) if a < b
    ]
    return (head, *items)


def _inside(text: str) -> bool:
    return text.count("(") > text.count(")") or text.count("[") > text.count("]")

"""A passage quoted as a block: Markdown's ``>`` before each line."""

from encoder.blocks.place import Place, merge
from encoder.model import Block, Content, Span


def claim(place: Place) -> tuple[Block, ...] | None:
    lines = place.paragraph.lines
    if not place.markdown or not all(line.text.startswith(">") for line in lines):
        return None
    spans = []
    for line in lines:
        bare = line.text.lstrip("> ")
        if bare:
            spans.append(Span(line.end - len(bare), line.end))
    return (
        (Block("quotation", Content.of(place.source, merge(place.source, tuple(spans)))),) if spans else None
    )

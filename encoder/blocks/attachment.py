"""The head of what is attached to a document: `Attachment 1: List of delegates`, `Enclosure`, `Annex II`."""

import re

from encoder.blocks.paragraphs import Paragraph
from encoder.blocks.place import Place
from encoder.model import Block

_HEAD = re.compile(
    r"^[#*\s\[(]*+(?:Attachments?|Enclosures?|Annex(?:es)?|Appendix|Appendices|Supplement|Anlage|Beilage|Приложение)"
    r"(?:\s+(?:No\.?\s*)?(?:\d{1,2}|[IVX]{1,4}|[A-Z]))?\s*(?:[.:–—-]\s*\S.{0,100}|[\])*]*)$",
    re.I,
)

WORDS = 16


def begins(paragraph: Paragraph) -> bool:
    """Whether an attachment begins with this paragraph: its head stands on a line of its own."""
    return (
        paragraph.words <= WORDS
        and bool(_HEAD.match(paragraph.text))
        and not paragraph.text.rstrip().endswith((".", ","))
    )


def claim(place: Place) -> tuple[Block, ...] | None:
    # A list of enclosures after the signature has the same form; only one that opens a part is the head of it.
    return (
        (place.block("heading", field="attachment"),)
        if place.before is None and begins(place.paragraph)
        else None
    )

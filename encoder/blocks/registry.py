"""Registry numbers: `No. Chen-8/35`, `(59) Korean Consular No. 085`, `Foreign Ministry Received Chen-593`, `F.N.33.`"""

import re

from encoder.blocks.place import Place
from encoder.model import Block

_NUMBER = re.compile(r"(?:No|Nr|Number|Ref|Reg)\b\.?:?\s*\S*\d")
_FORMS = re.compile(
    r"(?:\(\d{2,4}\)\s*)?(?:[A-Z][\w’'.&-]*\s+){0,6}(?:No|Nr|Nos|Number|№|N°|Ref|Reg|File|Folio|Serial|Copy\s+No|Document|Telegram|Cable)\.?:?\s*"
    r"[\w()./– -]*\d[\w()./-]*(?:\s+(?:to|and)\s+\d[\w/-]*)?\.?"
    r"|(?:[A-Z][\w’'-]*\s+){1,6}(?:[A-Z][a-z]*-?\s?\d[\d/-]*)"
    r"|(?:[A-Z]{1,5}\.?){1,4}\s?\d[\w./-]*\.?"
    r"|\(?\d{2,4}\)?\s*[A-Z][\w-]*\s*[\w-]*\d[\w/-]*"
)

FRAME, WORDS = True, 9


def claim(place: Place) -> tuple[Block, ...] | None:
    text = place.text  # with a bracket in it, it is no bare number
    if re.search(r"\s\S*\w{2,}\.$", text) and not _NUMBER.match(text):
        return None
    # A date has the same shape; it is asked for later and has month names or two dots or strokes.
    if re.search(r"(?i)\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b", text):
        return None
    return (place.block("registry"),) if _FORMS.fullmatch(text) else None

"""What an office did with the paper, and when: `Received: May 12 at 1700 Proofread: May 13 at 0920`."""

import itertools
import re

from encoder.blocks.place import Place
from encoder.metadata import dates
from encoder.model import Block

_LABEL = re.compile(
    r"\b(?:Received|Recd|Proofread|Transcribed|Copied|Typed|Dispatched|Despatched|Sent|Transmitted|Decoded|Deciphered|"
    r"Decrypted|Encrypted|Translated|Printed|Issued|Registered|Checked|Verified|Drafted|Approved|Delivered|Distributed|"
    r"Filed|Recorded|Telegraphed|Signed|Forwarded|Eingegangen|Abgesandt|Reçu|Expédié)\s*:"
)


def claim(place: Place) -> tuple[Block, ...] | None:
    start, end = place.paragraph.start, place.paragraph.lines[-1].end
    text = place.source[start:end]
    if not _LABEL.match(text):
        return None
    edges = [*(match.start() for match in _LABEL.finditer(text)), len(text)]
    pieces = [text[a:b] for a, b in itertools.pairwise(edges)]
    if not all(dates.find(piece) or re.search(r"\d{1,2}[.:]?\d{2}", piece) for piece in pieces):
        return None
    return tuple(place.part("handling", start + a, start + b) for a, b in itertools.pairwise(edges))

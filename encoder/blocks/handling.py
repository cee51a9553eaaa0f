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

# The same as a sentence without a subject, after the text: `Deciphered by A. Novak, 23:50`, `Issued in 5 copies.`
OFFICE = re.compile(
    r"(?:Received|Transcribed|Copied|Typed|Dispatched|Despatched|Sent|Decoded|Deciphered|Decrypted|Encrypted|Printed|Issued|"
    r"Registered|Checked|Verified|Recorded|Drawn\s+up|Executed|Certified|Attested|Authenticated|(?:A\s+)?[Tt]rue\s+copy)\b"
    r"(?=\s+(?:by|in|on|at|to|from)\s|\s*[:.,])"
)


def claim(place: Place) -> tuple[Block, ...] | None:
    start, end = place.paragraph.start, place.paragraph.lines[-1].end
    text = place.source[start:end]
    if not _LABEL.match(text):
        office = place.closing and not place.opening and OFFICE.match(place.plain)
        return (place.block("status", field="handling"),) if office else None
    edges = [*(match.start() for match in _LABEL.finditer(text)), len(text)]
    pieces = [text[a:b] for a, b in itertools.pairwise(edges)]
    if not all(dates.find(piece) or re.search(r"\d{1,2}[.:]?\d{2}", piece) for piece in pieces):
        return None
    return tuple(place.part("handling", start + a, start + b) for a, b in itertools.pairwise(edges))

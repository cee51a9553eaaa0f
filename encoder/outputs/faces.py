"""Font files: which characters they have, and a part of one with some of them."""

from pathlib import Path

import uharfbuzz

from encoder import data
from encoder.model import UsageError

SHIPPED = data.XSLT / "fonts"  # Libertinus Serif, which has Latin, Greek and Cyrillic
SUFFIXES = (".otf", ".ttf", ".ttc")
# Besides what HarfBuzz keeps by itself (kerning, ligatures, marks): figures and small capitals.
_FEATURES = ("onum", "lnum", "pnum", "tnum", "smcp", "c2sc", "sups", "subs", "case")


def read(path: Path) -> uharfbuzz.Face:
    """:raises UsageError: it is not a font."""
    face = uharfbuzz.Face(path.read_bytes())
    if not face.glyph_count:
        raise UsageError(f"{path}: not a font that can be read; take it out of the folder fonts.")
    return face


def has(face: uharfbuzz.Face) -> set[str]:
    return set(map(chr, face.unicodes))


def cut(face: uharfbuzz.Face, characters: set[str]) -> bytes:
    """A font with these characters only."""
    wanted = uharfbuzz.SubsetInput()
    wanted.sets(uharfbuzz.SubsetInputSets.UNICODE).update(map(ord, characters))
    features = (int.from_bytes(tag.encode(), "big") for tag in _FEATURES)
    wanted.sets(uharfbuzz.SubsetInputSets.LAYOUT_FEATURE_TAG).update(features)
    wanted.flags = uharfbuzz.SubsetFlags.NO_HINTING
    part: bytes = uharfbuzz.subset(face, wanted).blob.data
    return part


def ranges(characters: set[str]) -> str:
    """Characters as CSS names them (``unicode-range``)."""
    return ", ".join(f"U+{ord(one):X}" for one in sorted(characters))

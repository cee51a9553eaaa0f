"""The faces of the pages: Libertinus Serif, which the printed book has too, cut down to the characters that occur.

For what it lacks, above all Chinese, Japanese and Korean script, fonts come from the folder ``fonts`` beside
``edition.toml``, as for the printed book; without one the pages name the faces that systems usually have.
"""

from collections.abc import Iterator
from pathlib import Path

import uharfbuzz

from encoder import data
from encoder.edition import Edition
from encoder.model import OutputFile, TeiFile, UsageError
from encoder.outputs.output import Entries

FACES = {  # file: style and weight in CSS
    "LibertinusSerifRegular.otf": ("normal", "400"),
    "LibertinusSerifItalic.otf": ("italic", "400"),
    "LibertinusSerifSemibold.otf": ("normal", "600 900"),
}
# Besides what HarfBuzz keeps by itself (kerning, ligatures, marks): figures and small capitals.
FEATURES = ("onum", "lnum", "pnum", "tnum", "smcp", "c2sc", "sups", "subs", "case")
PLAIN = "".join(map(chr, range(0x20, 0x7F))) + "–—‘’“”…·¶×←→§°"  # what pages say by themselves


def entry(edition: Edition, document: TeiFile) -> str:
    """The characters of a document, each once."""
    return "".join(sorted(set(document.xml)))


def own(edition: Edition) -> list[Path]:
    """The fonts of the edition."""
    return sorted(
        path for path in (edition.root / "fonts").glob("*") if path.suffix.lower() in (".otf", ".ttf", ".ttc")
    )


def files(edition: Edition, entries: Entries, facts: str) -> Iterator[OutputFile]:
    """``fonts.css`` and the faces that it names.

    :raises UsageError: a font of the edition cannot be read.
    """
    wanted = set(PLAIN) | set(facts)
    for characters in entries.of("characters"):
        wanted.update(characters)
    for path in edition.registers.glob("*.xml"):
        wanted.update(path.read_text(encoding="utf-8", errors="replace"))
    rules = []
    for name, (style, weight) in FACES.items():
        face = uharfbuzz.Face((data.XSLT / "fonts" / name).read_bytes())
        yield OutputFile(f"fonts/{name}", _cut(face, wanted & _has(face)))
        rules.append(_rule("Libertinus Serif", name, style, weight, ""))
    missing = wanted - _has(uharfbuzz.Face((data.XSLT / "fonts" / next(iter(FACES))).read_bytes()))
    for path in own(edition):
        face = _read(path)
        found = missing & _has(face)
        if found:
            name = path.with_suffix(".otf").name
            yield OutputFile(f"fonts/{name}", _cut(face, found))
            ranges = ", ".join(f"U+{ord(one):X}" for one in sorted(found))
            rules.append(_rule("Edition", name, "normal", "400", f" unicode-range: {ranges};"))
            missing -= found
    yield OutputFile("fonts/OFL.txt", (data.XSLT / "fonts" / "OFL.txt").read_bytes())
    yield OutputFile("fonts.css", "".join(rules).encode())


def _read(path: Path) -> uharfbuzz.Face:
    face = uharfbuzz.Face(path.read_bytes())
    if not face.glyph_count:
        raise UsageError(f"{path}: not a font that can be read; take it out of the folder fonts.")
    return face


def _has(face: uharfbuzz.Face) -> set[str]:
    return set(map(chr, face.unicodes))


def _cut(face: uharfbuzz.Face, characters: set[str]) -> bytes:
    """A font with these characters only."""
    wanted = uharfbuzz.SubsetInput()
    wanted.sets(uharfbuzz.SubsetInputSets.UNICODE).update(map(ord, characters))
    features = (int.from_bytes(tag.encode(), "big") for tag in FEATURES)
    wanted.sets(uharfbuzz.SubsetInputSets.LAYOUT_FEATURE_TAG).update(features)
    wanted.flags = uharfbuzz.SubsetFlags.NO_HINTING
    cut: bytes = uharfbuzz.subset(face, wanted).blob.data
    return cut


def _rule(family: str, name: str, style: str, weight: str, more: str) -> str:
    return (
        f'@font-face {{ font-family: "{family}"; src: url("fonts/{name}"); font-style: {style}; '
        f"font-weight: {weight}; font-display: swap;{more} }}\n"
    )

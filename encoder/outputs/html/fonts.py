"""The faces of the pages: Libertinus Serif, which the printed book has too, cut down to the characters that occur.

For what it lacks, above all Chinese, Japanese and Korean script, fonts come from the folder ``fonts`` beside
``edition.toml``, as for the printed book; without one the pages name the faces that systems usually have.
"""

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from encoder import data
from encoder.edition import Edition
from encoder.model import OutputFile, TeiFile
from encoder.outputs import faces
from encoder.outputs.output import Entries

FACES = {  # file: style and weight in CSS
    "LibertinusSerifRegular.otf": ("normal", "400"),
    "LibertinusSerifItalic.otf": ("italic", "400"),
    "LibertinusSerifSemibold.otf": ("normal", "600 900"),
}
PLAIN = "".join(map(chr, range(0x20, 0x7F))) + "–—‘’“”…·¶×←→§°"  # what pages say by themselves


def entry(edition: Edition, document: TeiFile) -> str:
    """The characters of a document, each once."""
    return "".join(sorted(set(document.xml)))


def own(edition: Edition) -> list[Path]:
    """The fonts of the edition."""
    return sorted(
        path for path in (edition.root / "fonts").glob("*") if path.suffix.lower() in faces.SUFFIXES
    )


def _labels(language: str) -> set[str]:
    """The characters of the words that pages put in by themselves, as ``f:label`` chooses their language."""
    labels = etree.parse(data.XSLT / "labels.xml").getroot()
    known = (labels.get("languages") or "").split()
    chosen = next((one for one in (language, language.split("-")[0]) if one in known), "en")
    return {sign for label in labels for sign in str(label.get(chosen) or "")}


def files(edition: Edition, entries: Entries, facts: str) -> Iterator[OutputFile]:
    """``fonts.css`` and the faces that it names.

    :raises UsageError: a font of the edition cannot be read.
    """
    wanted = set(PLAIN) | set(facts) | _labels(edition.language)
    for characters in entries.of("characters"):
        wanted.update(characters)
    for path in edition.registers.glob("*.xml"):
        wanted.update(path.read_text(encoding="utf-8", errors="replace"))
    rules = []
    for name, (style, weight) in FACES.items():
        face = faces.read(faces.SHIPPED / name)
        yield OutputFile(f"fonts/{name}", faces.cut(face, wanted & faces.has(face)))
        rules.append(_rule("Libertinus Serif", name, style, weight, ""))
    missing = wanted - faces.has(faces.read(faces.SHIPPED / next(iter(FACES))))
    for path in own(edition):
        face = faces.read(path)
        found = missing & faces.has(face)
        if found:
            name = path.with_suffix(".otf").name
            yield OutputFile(f"fonts/{name}", faces.cut(face, found))
            ranges = f" unicode-range: {faces.ranges(found)};"
            rules.append(_rule("Edition", name, "normal", "400", ranges))
            missing -= found
    yield OutputFile("fonts/OFL.txt", (faces.SHIPPED / "OFL.txt").read_bytes())
    yield OutputFile("fonts.css", "".join(rules).encode())


def _rule(family: str, name: str, style: str, weight: str, more: str) -> str:
    return (
        f'@font-face {{ font-family: "{family}"; src: url("fonts/{name}"); font-style: {style}; '
        f"font-weight: {weight}; font-display: swap;{more} }}\n"
    )

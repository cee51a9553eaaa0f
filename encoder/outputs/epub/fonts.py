"""The fonts that an EPUB carries: for characters that a reader's own faces cannot be expected to have.

Latin, Greek and Cyrillic are left to the reader. For Chinese, Japanese and Korean script and whatever else there is, fonts
come from where those of the printed book come from, cut down to the characters that occur.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from encoder.edition import Edition
from encoder.model import OutputFile
from encoder.outputs import faces
from encoder.outputs.print import fonts


def paths(edition: Edition) -> Iterator[Path]:
    """The font files at hand."""
    return (path for path in fonts.paths(edition) if path.suffix.lower() in faces.SUFFIXES)


@cache
def everywhere() -> frozenset[str]:
    """The characters that every reader is taken to have: those of the face of the book."""
    return frozenset(faces.has(faces.read(faces.SHIPPED / "LibertinusSerifRegular.otf")))


def wanted(texts: Iterable[str]) -> set[str]:
    """The characters of some texts that need a font."""
    found: set[str] = set()
    for text in texts:
        found.update(text)
    return {
        character for character in found - everywhere() if character.isprintable() and not character.isspace()
    }


def embedded(edition: Edition, characters: set[str]) -> Iterator[tuple[OutputFile, set[str]]]:
    """Fonts for some characters, each with those that it has; each character is in the first font that has it.

    :raises UsageError: a file in the folder fonts is not a font.
    """
    missing = set(characters)
    for number, path in enumerate(paths(edition) if missing else (), 1):
        face = faces.read(path)
        found = missing & faces.has(face)
        if found:
            part = faces.cut(face, found)
            suffix = "otf" if part.startswith(b"OTTO") else "ttf"
            yield OutputFile(f"fonts/font-{number}.{suffix}", part), found
            missing -= found


def rules(fonts: Iterable[tuple[OutputFile, set[str]]]) -> str:
    """CSS that has them looked at after the reader's own face."""
    said = "".join(
        f'@font-face {{ font-family: "Edition"; src: url("{font.path}"); unicode-range: {faces.ranges(found)}; }}\n'
        for font, found in fonts
    )
    return f'\n{said}body {{ font-family: serif, "Edition"; }}\n' if said else ""

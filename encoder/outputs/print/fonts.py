"""The fonts that Typst may use, and the characters that they lack."""

import datetime
import importlib.util
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import typst

from encoder import files
from encoder.edition import Edition
from encoder.model import Finding, UsageError
from encoder.outputs.print.settings import Settings
from encoder.outputs.print.typesetting import Job

# Packages (the extra ``cjk``) and the family that each is asked for.
PACKAGES = {
    "pylopdf_fonts_zh_cn": "Noto Serif SC",
    "pylopdf_fonts_zh_tw": "Noto Serif TC",
    "pylopdf_fonts_ko": "Noto Serif KR",
    "pylopdf_fonts_jp": "Noto Serif JP",
}
LANGUAGES = {"ko": "Noto Serif KR", "ja": "Noto Serif JP"}  # whose shapes of Chinese characters are their own
LAST_FONTS = ("New Computer Modern", "DejaVu Sans Mono")  # Typst brings them too: they have some signs more
# Typst's words about a character that no font has, and about one that PDF/A refuses (private use).
REFUSED = re.compile(r'(?:the text|the codepoint) `"(.*?)"`')


@dataclass(frozen=True)
class Fonts:
    """Font files, and their families in the order in which Typst asks them for a character."""

    found: typst.Fonts
    families: tuple[str, ...]

    def missing(self, characters: frozenset[str]) -> frozenset[str]:
        """The characters that Typst would refuse, found by asking it: nobody else knows its own fonts."""
        missing: frozenset[str] = frozenset()
        while more := self._refused(characters - missing - {"\n"}):
            missing |= more
        return missing

    def _refused(self, characters: frozenset[str]) -> frozenset[str]:
        inputs = {"characters": "\n".join(sorted(characters)), "fonts": "\n".join(self.families)}
        try:
            Job("probe.typ", self.found, inputs).pdf(datetime.date(2000, 1, 1))
        except UsageError as error:
            refused = characters.intersection(map(_unquoted, REFUSED.findall(str(error))))
            if not refused:
                raise
            return refused
        return frozenset()


def paths(edition: Edition) -> Iterator[Path]:
    """The font files that an edition may be set in: those of its folder ``fonts``, those of packages that are installed."""
    folders = [edition.root / "fonts", *_packages()]
    yield from (path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file())


def _packages() -> list[Path]:
    specs = [importlib.util.find_spec(package) for package in PACKAGES]
    return [Path(spec.origin).parent for spec in specs if spec is not None and spec.origin is not None]


def fonts(edition: Edition, settings: Settings) -> Fonts:
    """The fonts of an edition: the face of its text, those it names, those of its folder ``fonts``, those of packages, those
    of Typst.

    The fonts of the machine are looked at only where ``edition.toml`` names a family that is not among the others: what
    somebody installs cannot change a book by itself.

    :raises UsageError: a family that is named is not there.
    """
    signed = tuple((str(path), files.signature(path)) for path in paths(edition))
    return _fonts(str(edition.root / "fonts"), signed, settings.face, settings.fonts)


@lru_cache(maxsize=1)
def _fonts(own: str, signed: tuple[tuple[str, str], ...], face: str, named: tuple[str, ...]) -> Fonts:
    """:param signed: all font files and what tells that one has changed."""
    folders = [folder for folder in (own, *map(str, _packages())) if Path(folder).is_dir()]
    in_own = sorted(typst.Fonts(False, False, [folder for folder in folders if folder == own]).families())
    found = typst.Fonts(include_system_fonts=False, font_paths=folders)
    packaged = [family for family in PACKAGES.values() if family in found.families()]
    wanted = (face, *named)
    if not set(wanted) <= set(found.families()):
        found = typst.Fonts(include_system_fonts=True, font_paths=folders)
    for family in wanted:
        if family not in found.families():
            raise UsageError(
                f"edition.toml: [print] names the font {family!r}, which is neither in the folder fonts "
                "beside it nor on this machine."
            )
    return Fonts(found, tuple(dict.fromkeys([*wanted, *in_own, *packaged, *LAST_FONTS])))


def findings(name: str, text: str, missing: frozenset[str]) -> Iterator[Finding]:
    """What is missing in a file of the edition, one finding a character."""
    for sign in sorted(frozenset(text) & missing):
        yield Finding("P002", name, words={"character": sign, "name": f"U+{ord(sign):04X}"})


def pattern(characters: Sequence[str] | frozenset[str]) -> str:
    """A regular expression for one of them, or nothing for none."""
    numbers = "".join(f"\\x{{{ord(character):x}}}" for character in sorted(characters))
    return f"[{numbers}]" if numbers else ""


def _unquoted(words: str) -> str:
    """A character as Typst quotes it: itself, or ``\\u{378}``."""
    number = re.fullmatch(r"\\u\{([0-9a-f]+)\}", words)
    return chr(int(number[1], 16)) if number else words

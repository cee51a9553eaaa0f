"""The print edition: one PDF, set by Typst from the print XML that ``xslt/print.xsl`` describes."""

import datetime
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import typst
from lxml import etree

from encoder import data
from encoder.edition import Edition, date_of
from encoder.model import Finding, OutputFile, TeiFile, UsageError
from encoder.outputs import described
from encoder.outputs.output import Entries, Output, Whole
from encoder.saxon import Stylesheets, TransformError

TEMPLATE = data.XSLT / "print"
NUMBER = "\ufdd0"  # stands for a document’s number until the book is put together; no character of Unicode
TEXT_FONT = "Libertinus Serif"
LAST_FONTS = ("New Computer Modern", "DejaVu Sans Mono")  # Typst brings them too: they have some signs more
# Typst's words about a character that no font has, and about one that PDF/A refuses (private use).
REFUSED = re.compile(r'(?:the text|the codepoint) `"(.*?)"`')


def entry(edition: Edition, document: TeiFile) -> str:
    """The print XML of a document. Where its number in the edition belongs there stands NUMBER.

    :raises UsageError: there are no signs for the edition's house.
    :raises TransformError: it has an element that the print edition does not know; the text names both.
    """
    try:
        prepared = _sheets().tree("prepare", document.xml)
        return _sheets().run("print", prepared, number=NUMBER, **_common(edition))
    except TransformError as error:
        raise TransformError(f"{document.id}: {error}") from error


def files(edition: Edition, entries: Entries, shared: str) -> Iterator[OutputFile | Finding]:
    """The one file of the print edition, a PDF that keeps to PDF/A-3a and PDF/UA-1.

    A character that no font at hand has is told as P002, and the book names it by its number, as ‹U+4E2D›. A font that
    has it goes into the folder ``fonts`` beside ``edition.toml``; or one that the machine has is named there:
    ``[print] fonts = ["Noto Serif CJK SC"]``.

    :raises UsageError: ``edition.toml`` asks for a paper, a font or a house that is not there; or Typst
        refuses the book or warns of something in it.
    """
    paper = _paper(edition)
    fonts, families = _fonts(edition)
    parts = [_front(edition), *_numbered(entries.of("print"))]
    book = "".join(parts)
    missing = _missing(frozenset(book), fonts, families)
    named = ("edition.toml", *(f"tei/{identifier}.xml" for identifier in entries.ids))
    for name, part in zip(named, parts, strict=True):
        for sign in sorted(frozenset(part) & missing):
            yield Finding("P002", name, words={"character": sign, "name": f"U+{ord(sign):04X}"})
    inputs = {
        "book": f"<book>{book}</book>",
        "paper": paper,
        "fonts": "\n".join(families),
        "missing": _pattern(missing),
    }
    try:
        pdf, warnings = _compile(TEMPLATE / "edition.typ", fonts, inputs, date_of(edition))
    except typst.TypstError as error:
        raise _refusal(error) from error
    if warnings:
        raise _refusal(*warnings)
    yield OutputFile("edition.pdf", pdf)


# From TEI to print XML.


def _numbered(entries: Iterable[str]) -> Iterator[str]:
    """The print XML of each document with its number; only identifiers have it, at the beginning of an attribute."""
    for number, part in enumerate(entries, 1):
        yield part.replace(f'="{NUMBER}', f'="{number}')


def _front(edition: Edition) -> str:
    """The print XML of the front matter."""
    facts = etree.tostring(described.described(edition), encoding="unicode")
    return _sheets().run("print", facts, **_common(edition))


def _common(edition: Edition) -> dict[str, Any]:
    return _words() | {"language": edition.language, "house": described.house(edition)}


@cache
def _sheets() -> Stylesheets:
    return Stylesheets({"prepare": data.XSLT / "prepare.xsl", "print": data.XSLT / "print.xsl"})


@cache
def _words() -> dict[str, Any]:
    return described.words(_sheets())


def _paper(edition: Edition) -> str:
    papers = tomllib.loads((TEMPLATE / "papers.toml").read_text(encoding="utf-8"))
    return _known("[print] paper", edition.print.get("paper", "a5"), papers, "xslt/print/papers.toml")


def _known(field: str, value: str, values: Iterable[str], where: str) -> str:
    names = list(values)
    if value not in names:
        raise UsageError(
            f"edition.toml: {field} {value!r} is not known; there is in {where}: {', '.join(names)}."
        )
    return value


# Fonts, and the characters that they lack.


def _fonts(edition: Edition) -> tuple[typst.Fonts, list[str]]:
    """The fonts that Typst may use, and their families in the order in which it asks them for a character.

    Those of the edition's folder ``fonts`` come after the text font. The fonts of the machine are looked at
    only where ``edition.toml`` names a family that is not among them: what somebody installs cannot change a
    book by itself.
    """
    folder = _folder(edition)
    paths = [str(folder)] if folder.is_dir() else []
    in_folder = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=paths)
    own = sorted(in_folder.families())
    named = edition.print.get("fonts", [])
    fonts = typst.Fonts(include_system_fonts=not set(named) <= set(own), font_paths=paths)
    for family in named:
        _known("[print] fonts", family, fonts.families(), "the folder fonts and on this machine")
    return fonts, list(dict.fromkeys([TEXT_FONT, *named, *own, *LAST_FONTS]))


def _missing(characters: frozenset[str], fonts: typst.Fonts, families: Sequence[str]) -> frozenset[str]:
    """The characters that Typst would refuse, found by asking it: nobody else knows its own fonts."""
    missing: frozenset[str] = frozenset()
    while refused := _refused(characters - missing - {"\n"}, fonts, families):
        missing |= refused
    return missing


def _refused(characters: frozenset[str], fonts: typst.Fonts, families: Sequence[str]) -> frozenset[str]:
    inputs = {"characters": "\n".join(sorted(characters)), "fonts": "\n".join(families)}
    try:
        _compile(TEMPLATE / "probe.typ", fonts, inputs, datetime.date(2000, 1, 1))
    except typst.TypstError as error:
        refused = characters.intersection(map(_unquoted, REFUSED.findall(str(error.diagnostic))))
        if not refused:
            raise _refusal(error) from error
        return refused
    return frozenset()


def _unquoted(words: str) -> str:
    """A character as Typst quotes it: itself, or ``\\u{378}``."""
    number = re.fullmatch(r"\\u\{([0-9a-f]+)\}", words)
    return chr(int(number[1], 16)) if number else words


def _pattern(characters: frozenset[str]) -> str:
    """A regular expression for one of them, or nothing for none."""
    numbers = "".join(f"\\x{{{ord(character):x}}}" for character in sorted(characters))
    return f"[{numbers}]" if numbers else ""


# Typst.


def _compile(
    template: Path, fonts: typst.Fonts, inputs: Mapping[str, str], date: datetime.date
) -> tuple[bytes, list[typst.TypstWarning]]:
    return typst.compile_with_warnings(
        template,
        root=TEMPLATE,
        font_paths=fonts,
        format="pdf",
        sys_inputs=dict(inputs),
        pdf_standards=["a-3a", "ua-1"],
        timestamp=datetime.datetime.combine(date, datetime.time(), datetime.UTC),
    )


def _refusal(*messages: typst.TypstError | typst.TypstWarning) -> UsageError:
    said = "\n".join(str(message.diagnostic) for message in messages)
    return UsageError(f"The print edition cannot be set. Typst says: {said}")


# The fonts of the edition are looked for again when one of them has changed.


def _folder(edition: Edition) -> Path:
    return edition.root / "fonts"


OUTPUT = Output(
    opens="edition.pdf",
    entries={"print": entry},
    whole=(Whole(files, reads=("print",), files=lambda edition: sorted(_folder(edition).rglob("*"))),),
)

"""The register of archives: what they are called, where they are, how their shelfmarks look."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path

from lxml import etree

from encoder import data, files
from encoder.model import UsageError

_TEI = "{http://www.tei-c.org/ns/1.0}"
_ID = "{http://www.w3.org/XML/1998/namespace}id"


@dataclass(frozen=True, slots=True)
class Archive:
    """One archive: the names and abbreviations it is cited by, and how its shelfmarks look."""

    id: str
    name: str
    variants: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    country: str = ""
    settlement: str = ""
    pattern: re.Pattern[str] | None = None


@dataclass(frozen=True)
class Archives:
    """The register of archives, and how any of their names is found in a text."""

    entries: tuple[Archive, ...] = field(repr=False)
    by_name: dict[str, Archive] = field(default_factory=dict, repr=False)

    def named(self, text: str, at: int = 0) -> Iterator[re.Match[str]]:
        """Their names in a text from a place on, none overlapping, the longest first; the group ``long`` or ``short`` says
        whether one is written out. Only the names that begin with a letter of the text are ever put into an expression."""
        for begin in self._begins.finditer(text, at):
            if begin.start() >= at and (
                match := self._pattern(begin[0].casefold()).match(text, begin.start())
            ):
                at = match.end()
                yield match

    @cached_property
    def _by_letter(self) -> dict[str, tuple[list[str], list[str]]]:
        """For each first letter: the names, and the abbreviations."""
        letters: dict[str, tuple[list[str], list[str]]] = {}
        for archive in self.entries:
            for kind, names in enumerate([(archive.name, *archive.variants), archive.abbreviations]):
                for name in names:
                    letters.setdefault(name[0].casefold(), ([], []))[kind].append(_spaced(name))
        return letters

    @cached_property
    def _begins(self) -> re.Pattern[str]:
        letters = {form for letter in self._by_letter for form in (letter, letter.upper(), letter.title())}
        return re.compile(rf"[{re.escape(''.join(sorted(letters)))}](?<!\w.)" if letters else r"(?!)")

    @cached_property
    def _patterns(self) -> dict[str, re.Pattern[str]]:
        return {}

    def _pattern(self, letter: str) -> re.Pattern[str]:
        """The expression for all names that begin with a letter."""
        if letter not in self._patterns:
            long, short = (_longest_first(names) for names in self._by_letter[letter])
            self._patterns[letter] = re.compile(rf"(?:(?P<long>(?i:{long}))|(?P<short>{short}))(?!\w|-\w)")
        return self._patterns[letter]


def load(folder: Path) -> Archives:
    """The register ``archives.xml`` of a folder; the one shipped with the program where the folder has none.

    :raises UsageError: the file is not XML, or a pattern in it is not a regular expression.
    """
    own = folder / "archives.xml"
    path = own if own.is_file() else data.REGISTERS / "archives.xml"
    entries = files.read_xml(path).iter(f"{_TEI}org")
    try:
        return register(tuple(_archive(org) for org in entries if org.get(_ID)))
    except re.error as error:
        raise UsageError(
            f"{path}: the pattern {error.pattern!r} is not a regular expression: {error}."
        ) from None


@cache
def shipped() -> Archives:
    """The register that comes with the program."""
    return load(data.REGISTERS)


def register(entries: tuple[Archive, ...]) -> Archives:
    """The entries as a register. Of two archives with one name the first has it."""
    by_name: dict[str, Archive] = {}
    for archive in entries:
        for name in (archive.name, *archive.variants):
            by_name.setdefault(_key(name), archive)
        for short in archive.abbreviations:
            by_name.setdefault(short, archive)
    return Archives(entries, by_name)


def _key(name: str) -> str:
    return " ".join(name.split()).casefold().replace("’", "'")


def _spaced(name: str) -> str:
    return r"\s+".join(re.escape(word).replace("'", "['’]") for word in name.split())


def _longest_first(patterns: list[str]) -> str:
    return "|".join(sorted(patterns, key=lambda p: (-len(p), p))) or r"(?!)"


def _archive(org: etree._Element) -> Archive:
    def said(path: str) -> tuple[str, ...]:
        return tuple(" ".join("".join(map(str, e.itertext())).split()) for e in org.findall(path))

    pattern = said(f"{_TEI}note[@type='pattern']")
    main = said(f"{_TEI}orgName[@type='main']")
    return Archive(
        id=str(org.get(_ID)),
        name=main[0] if main else str(org.get(_ID)),
        variants=said(f"{_TEI}orgName[@type='variant']") + main[1:],
        abbreviations=said(f"{_TEI}orgName[@type='abbreviation']"),
        country="".join(said(f"{_TEI}country")[:1]),
        settlement="".join(said(f"{_TEI}settlement")[:1]),
        pattern=re.compile(pattern[0], re.IGNORECASE) if pattern else None,
    )

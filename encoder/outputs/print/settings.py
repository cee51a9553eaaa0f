"""``[print]`` of ``edition.toml``: paper, faces, where notes stand, how lines are counted."""

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from lxml import etree

from encoder import data
from encoder.edition import Edition, Table
from encoder.model import UsageError

TEMPLATE = data.XSLT / "print"
FACE = "Libertinus Serif"
LENGTHS = ("width", "height", "inside", "outside", "top", "bottom", "size")

NOTES = {
    "foot": "one series at the foot of the page, in the order of the calls: the accessible file",
    "levels": "two series at the foot of the page, the textual one above: the press file",
    "end": "textual notes at the end of each document, editorial ones at the foot of the page",
}
LINES = ("document", "page", "none")


@dataclass(frozen=True, slots=True)
class Settings:
    """How the book is set.

    :param paper: LENGTHS by name, each a number with ``mm`` or ``pt``; ``size`` is that of the text.
    :param face: the family of the text; ``fonts`` are families asked after it for a character.
    :param notes: a key of NOTES. :param lines: what line numbers begin with anew, one of LINES.
    :param apparatus: readings told in the textual apparatus, by the names of signs; empty for those of the house.
    :param documents: whether each document is a PDF too.
    """

    paper: Mapping[str, str]
    face: str
    fonts: tuple[str, ...]
    notes: str
    lines: str
    apparatus: tuple[str, ...]
    documents: bool


def settings(edition: Edition) -> Settings:
    """The settings of an edition.

    :raises UsageError: one is not known or says what cannot be.
    """
    table = edition.print
    for name in table:
        _known("there is a field in [print],", name, _FIELDS)
    return Settings(**{name: read(table) for name, read in _FIELDS.items()})


def _paper(table: Table) -> Mapping[str, str]:
    value = table.get("paper", "a5")
    if isinstance(value, str):
        return papers()[_known("[print] paper", value, papers())]
    row = _of(dict, "paper", value, 'a name, or a table as in xslt/print/papers.toml: { width = "150mm", … }')
    for name in LENGTHS:
        if not re.fullmatch(r"\d+(\.\d+)?(mm|pt)", str(row.get(name, ""))):
            raise UsageError(
                f'edition.toml: [print] paper wants {name}, a number with mm or pt, as in "21mm"; it is {row.get(name)!r}.'
            )
    for name in row:
        _known("[print] paper:", name, LENGTHS)
    return {name: str(row[name]) for name in LENGTHS}


@cache
def papers() -> Mapping[str, Mapping[str, str]]:
    """The sheets of ``xslt/print/papers.toml``."""
    return tomllib.loads((TEMPLATE / "papers.toml").read_text(encoding="utf-8"))


def _names(field: str, table: Table) -> tuple[str, ...]:
    names = _of(list, field, table.get(field, []), "a list of names in quotation marks")
    return tuple(_of(str, field, name, "a list of names in quotation marks") for name in names)


def _apparatus(table: Table) -> tuple[str, ...]:
    known = [str(sign.get("name")) for sign in etree.parse(data.XSLT / "style.xml").iterfind("house[1]/sign")]
    return tuple(_known("[print] apparatus:", name, known) for name in _names("apparatus", table))


def _of(kind: type, field: str, value: Any, wanted: str) -> Any:
    if not isinstance(value, kind):
        raise UsageError(f"edition.toml: [print] {field} is {value!r}; it must be {wanted}.")
    return value


def _known(what: str, value: Any, values: Iterable[str]) -> str:
    if value not in values:
        raise UsageError(f"edition.toml: {what} {value!r} is not known; known are {', '.join(values)}.")
    return str(value)


_FIELDS: Mapping[str, Callable[[Table], Any]] = {
    "paper": _paper,
    "face": lambda table: _of(str, "face", table.get("face", FACE), "the name of a family of fonts"),
    "fonts": lambda table: _names("fonts", table),
    "notes": lambda table: _known("[print] notes", table.get("notes", "foot"), NOTES),
    "lines": lambda table: _known("[print] lines", table.get("lines", "document"), LINES),
    "apparatus": _apparatus,
    "documents": lambda table: _of(bool, "documents", table.get("documents", True), "true or false"),
}

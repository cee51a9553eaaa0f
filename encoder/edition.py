"""``edition.toml``: the facts of the edition as a whole."""

import datetime
import os
import tomllib
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from encoder.model import UsageError

UNDATED = "1970-01-01"  # a document encoded by itself belongs to no dated edition; SOURCE_DATE_EPOCH gives it a date


Table = dict[str, Any]  # the settings of one output, which reads and refuses them itself


@dataclass(frozen=True, slots=True)
class Editor:
    """Who made the edition. ``orcid`` and ``ror`` are for packages (the ROR is the affiliation's, or an organization's
    own); :mod:`encoder.deposit.settings` looks whether they can be right."""

    name: str
    role: str = "editor"
    orcid: str = ""
    affiliation: str = ""
    ror: str = ""
    organization: bool | None = None  # None: by the form of the name


@dataclass(frozen=True, slots=True)
class Licence:
    name: str
    url: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Edition:
    """What ``edition.toml`` says. ``root`` is the folder that holds it; ``date`` is ISO 8601 (YYYY-MM-DD)."""

    root: Path
    id: str
    title: str
    date: str
    publisher: str
    licence: Licence
    subtitle: str = ""
    place: str = ""
    language: str = "en"
    source_languages: tuple[str, ...] = ()
    house: str = "default"
    status: str = "draft"
    schema: str = "schema"
    description: str = ""
    encoding: str = ""  # of sources that are not UTF-8
    editors: tuple[Editor, ...] = ()
    citation: str = "“{title}”, {date}, {shelfmark}. In: {edition}. {publisher}, {year}, no. {number}."
    html: Table = field(default_factory=dict)
    print: Table = field(default_factory=dict)
    epub: Table = field(default_factory=dict)
    deposit: Table = field(default_factory=dict)

    @property
    def sources(self) -> Path:
        return self.root / "sources"

    @property
    def tei(self) -> Path:
        return self.root / "tei"

    @property
    def registers(self) -> Path:
        return self.root / "registers"

    @property
    def build(self) -> Path:
        return self.root / "build"

    def seen_by(self, output: str) -> "Edition":
        """The edition without the settings of other outputs than this one, which cannot change it then."""
        seen = (output, *_ALSO_SEEN.get(output, ()))
        others: dict[str, Any] = {name: {} for name in TABLES_OF_OUTPUTS if name not in seen}
        return replace(self, **others)

    def schema_from(self, folder: Path) -> str:
        """The path from a folder to the edition's grammar, as a relative URL."""
        path = os.path.relpath((self.root / self.schema).resolve(), folder.resolve())
        return path.replace(os.sep, "/")


def load(root: Path) -> Edition:
    """Read ``root/edition.toml``.

    :raises UsageError: the file is missing, is not TOML, or lacks a field or has one that is not known.
    """
    path = root / "edition.toml"
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError:
        raise UsageError(f"{path}: no edition here. 'encoder new {root}' makes one.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: not valid TOML: {error}.") from None
    return _edition(root, path, table)


def bare(root: Path) -> Edition:
    """An edition that says nothing, for a document that is encoded by itself."""
    return Edition(
        root,
        id="document",
        title="Document",
        date=UNDATED,
        publisher="not published",
        licence=Licence(
            "No licence",
            "about:blank",
            "This file was encoded by itself; its edition says how it may be used.",
        ),
    )


def _edition(root: Path, path: Path, table: dict[str, Any]) -> Edition:
    _refuse_bad_tables(path, table)
    facts = {key.replace("-", "_"): value for key, value in table.get("edition", {}).items()}
    facts["source_languages"] = tuple(facts.get("source_languages", ()))
    try:
        licence = Licence(**table.get("licence", {}))
        editors = tuple(Editor(**editor) for editor in table.get("editor", []))
        edition = Edition(
            root=root,
            licence=licence,
            editors=editors,
            **{name: table.get(name, {}) for name in TABLES_OF_OUTPUTS},
            **({"citation": table["citation"]["document"]} if "citation" in table else {}),
            **facts,
        )
    except (TypeError, KeyError) as error:
        raise UsageError(f"{path}: {_plain(error)}.") from None
    _refuse_bad_values(path, edition)
    return edition


TABLES_OF_OUTPUTS = ("html", "print", "epub", "deposit")
_ALSO_SEEN = {"epub": ("print",), "reledmac": ("print",)}  # what is made from the print XML or asks the book
# The tables of edition.toml, and what each is in Python.
_TABLES = {
    "edition": dict,
    "licence": dict,
    "editor": list,
    "citation": dict,
    **dict.fromkeys(TABLES_OF_OUTPUTS, dict),
}


def _refuse_bad_tables(path: Path, table: dict[str, Any]) -> None:
    for name, value in table.items():
        if name not in _TABLES:
            raise UsageError(f"{path}: there is no table [{name}]; there are {', '.join(_TABLES)}.")
        if not isinstance(value, _TABLES[name]):
            brackets = "[[editor]]" if name == "editor" else f"[{name}]"
            raise UsageError(f"{path}: {name} is a table: write {brackets} and its fields below it.")
    for editor in table.get("editor", []):
        if not isinstance(editor, dict):
            raise UsageError(f"{path}: an editor is a table: write [[editor]] and its fields below it.")
    languages = table.get("edition", {}).get("source-languages", [])
    if not isinstance(languages, list) or not all(isinstance(one, str) for one in languages):
        raise UsageError(f'{path}: source-languages is a list: write ["zh"] or ["zh", "ru"].')
    for name in ("licence", "citation"):
        for key, value in table.get(name, {}).items():
            if not isinstance(value, str):
                raise UsageError(f"{path}: {key} in [{name}] must be text in quotation marks.")


def _plain(error: Exception) -> str:
    """A dataclass's complaint about its fields, for somebody who sees a TOML file."""
    text = str(error).split("__init__() ")[-1]
    return text.replace("got an unexpected keyword argument", "there is no field").replace(
        "required positional argument", "field"
    )


def _refuse_bad_values(path: Path, edition: Edition) -> None:
    try:
        datetime.date.fromisoformat(edition.date)
    except (ValueError, TypeError):
        raise UsageError(f'{path}: date is {edition.date!r}; write it as "2026-11-22" (ISO 8601).') from None
    for item in fields(edition):
        if item.type in ("str", str) and not isinstance(getattr(edition, item.name), str):
            raise UsageError(f"{path}: {item.name} must be text in quotation marks.")


def date_of(edition: Edition) -> datetime.date:
    """The one date that outputs carry: ``SOURCE_DATE_EPOCH`` where it is set, else the edition's own.

    Source: https://reproducible-builds.org/specs/source-date-epoch/
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.date.fromisoformat(edition.date)
    try:
        return datetime.datetime.fromtimestamp(int(epoch), tz=datetime.UTC).date()
    except (ValueError, OverflowError, OSError):
        raise UsageError(
            f"SOURCE_DATE_EPOCH is {epoch!r}; it must be a number of seconds since 1970."
        ) from None

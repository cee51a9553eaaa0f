"""What an edition's last build made, and of what: one SQLite file in its build folder.

Nothing in it is anybody's work: without it a build does everything once more. SQLite keeps it whole when the program or
the machine stops in the middle.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from encoder import files
from encoder.model import Finding

NAME = ".made.sqlite"
FORM = "1"  # of the tables below and of what stands in them; a store of another form is begun anew

MadeFrom = Mapping[str, str]  # what a result was made from: the name of each thing and its digest

_TABLES = """
CREATE TABLE files (path TEXT PRIMARY KEY, signature TEXT, digest TEXT) WITHOUT ROWID;
CREATE TABLE results (stage TEXT, name TEXT, made_from TEXT, value TEXT, PRIMARY KEY (stage, name)) WITHOUT ROWID;
CREATE TABLE written (name TEXT PRIMARY KEY, digest TEXT) WITHOUT ROWID;
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
"""


class Store:
    """Open it as a context. Only the main process writes; workers open it to read."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / NAME
        self._database = self._opened()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self._database.close()

    def _opened(self) -> sqlite3.Connection:
        try:
            return self._begun()
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError) and "disk" in str(error):
                raise
            self.remove(self.path.parent)
            return self._begun()

    def _begun(self) -> sqlite3.Connection:
        database = sqlite3.connect(self.path, isolation_level=None)
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")
        known = database.execute("SELECT name FROM sqlite_master WHERE name = 'facts'").fetchone()
        form = known and database.execute("SELECT value FROM facts WHERE name = 'form'").fetchone()
        if not form:
            database.executescript(f"BEGIN; {_TABLES} INSERT INTO facts VALUES ('form', '{FORM}'); COMMIT;")
        elif form[0] != FORM:
            database.close()
            raise sqlite3.DatabaseError("another form")
        return database

    @staticmethod
    def remove(folder: Path) -> None:
        """Forget everything."""
        for suffix in ("", "-wal", "-shm"):
            (folder / f"{NAME}{suffix}").unlink(missing_ok=True)

    def begin(self) -> None:
        """What is kept from here to :meth:`commit` is kept together."""
        if not self._database.in_transaction:
            self._database.execute("BEGIN")

    def commit(self) -> None:
        if self._database.in_transaction:
            self._database.execute("COMMIT")

    # Files: hashed again only where what ``stat`` says has changed.

    def digest(self, path: Path, signature: str) -> str:
        """The SHA-256 of a file whose size, time and number are as in ``signature``.

        :raises OSError: it cannot be read.
        """
        row = self._one("SELECT signature, digest FROM files WHERE path = ?", str(path))
        if row and row[0] == signature:
            return str(row[1])
        digest = files.digest(path.read_bytes())
        self.know(path, signature, digest)
        return digest

    def know(self, path: Path, signature: str, digest: str) -> None:
        self._database.execute("REPLACE INTO files VALUES (?, ?, ?)", (str(path), signature, digest))

    # Results.

    def made_from(self, stage: str, name: str) -> dict[str, str]:
        """What a result was made from; empty where there is none."""
        row = self._one("SELECT made_from FROM results WHERE stage = ? AND name = ?", stage, name)
        return dict(json.loads(row[0])) if row else {}

    def value(self, stage: str, name: str) -> Any:
        """A result; None where there is none."""
        row = self._one("SELECT value FROM results WHERE stage = ? AND name = ?", stage, name)
        return json.loads(row[0]) if row else None

    def keep(self, stage: str, name: str, made_from: MadeFrom, value: Any) -> None:
        row = (stage, name, json.dumps(made_from), json.dumps(value, ensure_ascii=False))
        self._database.execute("REPLACE INTO results VALUES (?, ?, ?, ?)", row)

    def drop(self, stage: str, name: str) -> None:
        self._database.execute("DELETE FROM results WHERE stage = ? AND name = ?", (stage, name))

    def names(self, stage: str) -> list[str]:
        """The names of all results of a stage."""
        return [
            row[0] for row in self._database.execute("SELECT name FROM results WHERE stage = ?", (stage,))
        ]

    # TEI files about to be written, so that a run that is killed leaves none that seems edited by hand.

    def intend(self, digests: Mapping[str, str]) -> None:
        """Remember what is about to be written, at once and for good."""
        self._database.executemany("REPLACE INTO written VALUES (?, ?)", digests.items())

    def intended(self) -> dict[str, str]:
        return dict(self._database.execute("SELECT name, digest FROM written"))

    def forget_intended(self) -> None:
        self._database.execute("DELETE FROM written")

    # Facts of the last build as a whole.

    def fact(self, name: str) -> Any:
        row = self._one("SELECT value FROM facts WHERE name = ?", name)
        return json.loads(row[0]) if row else None

    def set_fact(self, name: str, value: Any) -> None:
        self._database.execute("REPLACE INTO facts VALUES (?, ?)", (name, json.dumps(value)))

    def _one(self, query: str, *parameters: str) -> Any:
        return self._database.execute(query, parameters).fetchone()


def packed(told: Iterable[Finding]) -> list[list[Any]]:
    """Findings as JSON can hold them."""
    return [[one.code, one.file, one.line, one.column, dict(one.words)] for one in told]


def unpacked(rows: Iterable[list[Any]]) -> Iterator[Finding]:
    return (Finding(*row) for row in rows)

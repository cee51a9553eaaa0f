"""What the results of a build are made from besides its documents, as digests: hashed again only where ``stat`` says that
a file has changed."""

from __future__ import annotations

import importlib.metadata
import os
import platform
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from encoder import __version__, data, files
from encoder.edition import Edition
from encoder.markup import XML
from encoder.model import UsageError
from encoder.outputs import OUTPUTS
from encoder.pipeline.ledger import NAME as LEDGER
from encoder.pipeline.store import Store

Signatures = Mapping[Path, str]  # what stat says of each file

_PACKAGE = Path(__file__).resolve().parent.parent
# Folders of the package that have no part in the TEI and its findings.
_APART = frozenset({"outputs", "cli", "deposit", "formats", "data", "__pycache__"})


def signatures(edition: Edition, outputs: Iterable[str]) -> dict[Path, str]:
    """All files of an edition that a build reads."""
    found: dict[Path, str] = {}
    for folder in (edition.sources, edition.tei, edition.registers):
        found |= _in(folder)
    others = [edition.root / "edition.toml", edition.tei / LEDGER]
    others += [edition.root / edition.schema / name for name in ("edition.rng", "edition.sch")]
    others += _read_by(edition, outputs)
    return found | {path: files.signature(path) for path in others}


def of_program() -> dict[Path, str]:
    """All files of the program that results are made from."""
    found: dict[Path, str] = {}
    for folder in (_PACKAGE, data.XSLT, data.SCHEMA, data.REGISTERS):
        for root, folders, _ in os.walk(folder):
            folders[:] = sorted(name for name in folders if name not in {"__pycache__", "data"})
            found |= _in(Path(root))
    return found


def made(edition: Edition, outputs: Iterable[str]) -> dict[Path, str]:
    """All files that a build has made besides the TEI."""
    found = _in(edition.build)
    for name in outputs:
        for root, folders, _ in os.walk(edition.build / name):
            folders.sort()
            found |= _in(Path(root))
    return found


def _in(folder: Path) -> dict[Path, str]:
    """The files of a folder, without hidden ones."""
    if not folder.is_dir():
        return {}
    with os.scandir(folder) as found:
        shown = [one for one in found if not one.name.startswith(".") and one.is_file()]
    return {folder / one.name: files.signature(one) for one in sorted(shown, key=lambda one: one.name)}


def _read_by(edition: Edition, outputs: Iterable[str]) -> Iterator[Path]:
    for name in outputs:
        yield from OUTPUTS[name].files_read(edition)
        for whole in OUTPUTS[name].whole:
            with suppress(UsageError):  # wrong settings are told when the output is made
                yield from whole.files(edition)


def digests(edition: Edition, encoding: str | None, store: Store, program: Signatures) -> dict[str, str]:
    """The digest of each thing that results are made from, under the name by which a person knows it."""

    def hashed(paths: Iterable[Path]) -> str:
        return _digest([(path.name, store.digest(path, program[path])) for path in paths])

    def below(folder: Path, without: frozenset[str] = frozenset()) -> list[Path]:
        return [
            path
            for path in program
            if path.is_relative_to(folder) and not without & set(path.relative_to(folder).parts)
        ]

    def signed(path: Path) -> tuple[str, str]:
        return path.name, store.digest(path, files.signature(path))

    own = [signed(path) for path in files.shown(edition.registers.glob("*.xml"))]
    facts = {
        f"facts for {name}": _digest(
            [_facts(edition.seen_by(name)), [signed(path) for path in output.files_read(edition)]]
        )
        for name, output in OUTPUTS.items()
    }
    return {
        "program": hashed(below(_PACKAGE, _APART)) + _versions("lxml"),
        "schema": hashed(below(data.SCHEMA)) + _versions("saxonche"),
        "stylesheets": hashed([*below(data.XSLT), *below(data.SCHEMA), *below(_PACKAGE / "outputs")])
        + _versions("saxonche", "typst"),
        "registers": _digest([own, hashed(below(data.REGISTERS))]),
        "facts": _digest(_facts(edition.seen_by("nobody"))),
        "encoding": f"{encoding or edition.encoding}",
        **facts,
    }


def registered(edition: Edition) -> dict[str, str]:
    """The digest of each entry of the edition's registers, by its address from the root."""
    found: dict[str, str] = {}
    for path in files.shown(edition.registers.glob("*.xml")):
        for entry in files.read_xml(path).iter("*"):
            if identifier := entry.get(XML + "id"):
                found[f"registers/{path.name}#{identifier}"] = _digest(files.canonical(entry))
    return found


def _facts(edition: Edition) -> str:
    return repr(replace(edition, root=Path()))


def _versions(*packages: str) -> str:
    told = [f"{name} {importlib.metadata.version(name)}" for name in packages]
    return " ".join(["", f"encoder {__version__}", f"Python {platform.python_version()}", *told])


def _digest(what: object) -> str:
    return files.digest(what if isinstance(what, bytes) else repr(what).encode())


def seal(*what: object) -> str:
    """One digest for everything that a build has read and made."""
    return _digest(what)

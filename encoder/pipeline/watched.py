"""What the results of a build are made from besides its documents, as digests: hashed again only where ``stat`` says that
a file has changed."""

from __future__ import annotations

import importlib.metadata
import platform
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from encoder import __version__, data, files
from encoder.edition import Edition
from encoder.markup import XML
from encoder.model import UsageError
from encoder.outputs import OUTPUTS
from encoder.pipeline.seal import PACKAGE, Signatures
from encoder.pipeline.store import Store

# Folders of the package that have no part in the TEI and its findings.
_APART = frozenset({"outputs", "cli", "deposit", "formats", "data", "__pycache__"})


def read_besides(edition: Edition, outputs: Iterable[str]) -> list[Path]:
    """Files that outputs read besides documents and registers; some may be elsewhere on the machine."""
    found: list[Path] = []
    for name in outputs:
        with suppress(UsageError):  # wrong settings are told when the output is made
            found += OUTPUTS[name].files_read(edition)
            for whole in OUTPUTS[name].whole:
                found += whole.files(edition)
    return found


def digests(
    edition: Edition, encoding: str | None, outputs: Iterable[str], store: Store, program: Signatures
) -> dict[str, str]:
    """The digest of each thing that results are made from, under the name by which a person knows it."""

    def hashed(paths: Iterable[Path]) -> str:
        return digest([(path.name, store.digest(path, program[path])) for path in paths])

    def below(folder: Path, without: frozenset[str] = frozenset()) -> list[Path]:
        return [
            path
            for path in program
            if path.is_relative_to(folder) and not without & set(path.relative_to(folder).parts)
        ]

    def signed(path: Path) -> tuple[str, str]:
        return path.name, store.digest(path, files.signature(path)) if path.is_file() else ""

    own = [signed(path) for path in files.shown(edition.registers.glob("*.xml"))]
    facts = {
        f"facts for {name}": digest(
            [_facts(edition.seen_by(name)), [signed(path) for path in OUTPUTS[name].files_read(edition)]]
        )
        for name in outputs
    }
    return {
        "program": hashed(below(PACKAGE, _APART)) + _versions("lxml"),
        "schema": hashed(below(data.SCHEMA)) + _versions("saxonche"),
        "stylesheets": hashed([*below(data.XSLT), *below(data.SCHEMA), *below(PACKAGE / "outputs")])
        + _versions("saxonche", "typst"),
        "registers": digest([own, hashed(below(data.REGISTERS))]),
        "facts": digest(_facts(edition.seen_by("nobody"))),
        "encoding": f"{encoding or edition.encoding}",
        **facts,
    }


def registered(edition: Edition) -> dict[str, str]:
    """The digest of each entry of the edition's registers, by its address from the root."""
    found: dict[str, str] = {}
    for path in files.shown(edition.registers.glob("*.xml")):
        for entry in files.read_xml(path).iter("*"):
            if identifier := entry.get(XML + "id"):
                found[f"registers/{path.name}#{identifier}"] = digest(files.canonical(entry))
    return found


def _facts(edition: Edition) -> str:
    return repr(replace(edition, root=Path()))


def _versions(*packages: str) -> str:
    told = [f"{name} {importlib.metadata.version(name)}" for name in packages]
    return " ".join(["", f"encoder {__version__}", f"Python {platform.python_version()}", *told])


def digest(what: object) -> str:
    """Of some value as Python writes it, or of bytes."""
    return files.digest(what if isinstance(what, bytes) else repr(what).encode())

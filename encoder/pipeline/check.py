"""TEI files: are they well-formed, valid, within the rules, true to their sources, and do they find each other?"""

from __future__ import annotations

import os
from collections import ChainMap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import ClassVar

from lxml import etree

from encoder import data as shipped
from encoder import edition as editions
from encoder import readers
from encoder.checks import document, fidelity, jing, pointers, relaxng, wellformed
from encoder.checks.pointers import Document, Links
from encoder.checks.relaxng import Validator
from encoder.edition import Edition
from encoder.files import shown
from encoder.model import Finding, Source, UsageError
from encoder.pipeline.document import stem
from encoder.pipeline.pool import Failed, Here, Workers

ENGINES = ("libxml2", jing.NAME)
_TOML = "edition.toml"
_PARTS = ("tei", "registers")


@dataclass(slots=True)
class Checked:
    """What a run has checked and found; the findings are in the order of the documents."""

    documents: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Judges:
    """By what files are checked.

    :param grammar: another RELAX NG grammar; then the edition's own rules and links are left out.
    :param engine: one of ENGINES; with jing, its opinion is added to that of libxml2.
    """

    grammar: Path | None = None
    validator: Validator | None = None
    engine: str = ENGINES[0]

    @classmethod
    def of(cls, grammar: Path | None, engine: str = ENGINES[0]) -> Judges:
        """:raises UsageError: the file is no RELAX NG grammar."""
        try:
            return cls(grammar, Validator(grammar) if grammar else None, engine)
        except (etree.RelaxNGParseError, etree.XMLSyntaxError) as error:
            reason = " ".join(str(error).split())
            raise UsageError(f"{grammar}: no RELAX NG grammar in XML syntax: {reason}") from None


def run(
    paths: Sequence[Path],
    source: Path | None = None,
    judges: Judges | None = None,
    pool: Workers | None = None,
) -> Checked:
    """Check files, folders of XML, and whole editions (folders with an edition.toml).

    :param source: what the one file was encoded from; without it, the file of its name in ``../sources``.
    :param pool: who does the work; without it, this process.
    :raises UsageError: there is nothing to check, or the arguments contradict each other.
    """
    judges = judges or Judges()
    files = list(dict.fromkeys(file for path in paths for file in _files(path)))
    if source and len(files) != 1:
        raise UsageError(f"--source is for one document; there are {len(files)}.")
    sources = _Sources()
    work = [_Task(path, source or sources.of(path), sources.encoding(path)) for path in files]
    found = {
        task.path: [one.finding(str(task.path))] if isinstance(one, Failed) else one
        for task, one in (pool or Here()).run(_one, judges.grammar, work)
    }
    checked = Checked([str(path) for path in files], [one for path in files for one in found[path]])
    if judges.engine == jing.NAME:
        checked.findings += _second_opinion(judges, files)
    if judges.validator is None:
        checked.findings += _links(files)
    return checked


def check(
    path: Path, data: bytes, source: Source | None = None, validator: Validator | None = None
) -> list[Finding]:
    """Everything there is to say about a TEI file by itself.

    :param source: what it was encoded from, where it is at hand; then fidelity is computed too.
    :param validator: another grammar; then the edition's own rules are left out.
    """
    tree = wellformed.parse(str(path), data)
    return [tree] if isinstance(tree, Finding) else of_tree(str(path), tree, data, source, validator)


def of_tree(
    name: str,
    tree: etree._ElementTree,
    data: bytes,
    source: Source | None = None,
    validator: Validator | None = None,
) -> list[Finding]:
    """The same for a file that has been parsed already."""
    valid = relaxng.findings(name, tree, validator, data) if validator else document.of_tree(name, tree, data)
    return valid + (fidelity.findings(name, tree.getroot(), source.text) if source else [])


def across(edition: Edition, documents: Mapping[str, Links]) -> list[Finding]:
    """What is wrong with an edition's registers, and with the links among its files; named from its root.

    :param documents: the links of each TEI file, by its path from there.
    """
    registers = list(_documents(edition.root, edition.root, ["registers"]))
    found = [finding for one in registers for finding in check(Path(one.name), one.data)]
    read = {
        one.path: links
        for one in [*registers, *_shipped(registers)]
        if (links := pointers.read(one.name, one.path, one.data))
    }
    files = ChainMap(dict(read), documents)  # type: ignore[arg-type]  # nobody writes into it
    return found + pointers.among(files, lambda path: (edition.root / path).read_bytes())


def _files(path: Path) -> Iterator[Path]:
    """:raises UsageError: there is no such file, or no XML in the folder."""
    if not path.is_dir():
        if not path.exists():
            raise UsageError(f"{path}: no such file or folder.")
        yield path
        return
    found = [one for one in _listed(path) if one.is_file()]
    if not found:
        raise UsageError(f"{path}: no XML files in this folder.")
    yield from found


def _listed(folder: Path) -> list[Path]:
    if not (folder / _TOML).exists():
        return shown(folder.rglob("*.xml"))
    editions.load(folder)
    return [path for part in _PARTS for path in shown((folder / part).glob("*.xml"))]


def _unreadable(path: Path, error: OSError) -> Finding:
    return Finding("S006", str(path), words={"reason": (error.strerror or str(error)).lower()})


@dataclass(frozen=True, slots=True)
class _Task:
    """:param source: what the file was encoded from, and its ``encoding``, where they are known."""

    path: Path
    source: Path | None
    encoding: str | None
    timed: ClassVar[bool] = True


def _one(grammar: Path | None, task: _Task) -> list[Finding]:
    try:
        data = task.path.read_bytes()
    except OSError as error:
        return [_unreadable(task.path, error)]
    source, told = readers.read(task.source, task.encoding) if task.source else (None, [])
    told = [finding for finding in told if source is None]
    told += check(task.path, data, source, _validator(grammar))
    if task.source is None and task.path.parent.name == "tei" and _root(task.path):
        told.append(Finding("P004", str(task.path)))
    return told


@cache
def _validator(grammar: Path | None) -> Validator | None:
    return Validator(grammar) if grammar else None


class _Sources:
    """The sources beside TEI files: those of ``../sources``, by the name that their TEI file has."""

    def __init__(self) -> None:
        self._folders: dict[Path, Mapping[str, Path]] = {}
        self._encodings: dict[Path, str | None] = {}

    def encoding(self, path: Path) -> str | None:
        """The encoding that an edition says its sources have."""
        root = _root(path)
        if root is not None and root not in self._encodings:
            self._encodings[root] = editions.load(root).encoding or None
        return self._encodings[root] if root else None

    def of(self, path: Path) -> Path | None:
        folder = path.parent.parent / "sources"
        if path.parent.name == "registers":
            return None
        if folder not in self._folders:
            found = sorted(folder.glob("*"), reverse=True) if folder.is_dir() else []
            self._folders[folder] = {
                stem(one.stem): one for one in found if one.suffix.lower() in readers.READERS
            }
        return self._folders[folder].get(path.stem)


def _second_opinion(judges: Judges, files: Sequence[Path]) -> list[Finding]:
    """What jing says of each document, and where libxml2 says otherwise."""
    read = {str(path): path.read_bytes() for path in files if os.access(path, os.R_OK)}
    trees = {name: wellformed.parse(name, data) for name, data in read.items()}
    documents = {name: read[name] for name, tree in trees.items() if not isinstance(tree, Finding)}
    said = jing.findings(judges.grammar or relaxng.GRAMMAR, documents)
    found: list[Finding] = []
    for name, told in said.items():
        found += told
        valid = (judges.validator or relaxng.edition()).valid.validate(trees[name])
        if valid == bool(told):
            words = {"libxml": _verdict(valid), "jing": _verdict(not told)}
            found.append(Finding("T022", name, words=words))
    return found


def _verdict(valid: bool) -> str:
    return "accepts" if valid else "refuses"


def _links(files: Sequence[Path]) -> list[Finding]:
    """The links of those files that are part of an edition, into all of it."""
    chosen = {str(path) for path in files}
    roots = dict.fromkeys(root for path in files if (root := _root(path)))
    found: list[Finding] = []
    for root in roots:
        documents = _documents(root)
        told = pointers.findings([*documents, *_shipped(documents)])
        found += [finding for finding in told if finding.file in chosen]
    return found


def _root(path: Path) -> Path | None:
    """The edition of which a file is a document or a register."""
    root = path.parent.parent
    return root if path.parent.name in _PARTS and (root / _TOML).exists() else None


def _documents(
    root: Path, named_from: Path | None = None, parts: Sequence[str] = tuple(reversed(_PARTS))
) -> list[Document]:
    """The registers and documents of an edition; those that cannot be read are told elsewhere.

    :param named_from: the folder from which findings name them; without it, as they are addressed here.
    """
    found = []
    for part in parts:
        for path in shown((root / part).glob("*.xml")):
            name = path.relative_to(named_from).as_posix() if named_from else str(path)
            try:
                found.append(Document(name, f"{part}/{path.name}", path.read_bytes()))
            except OSError:
                continue
    return found


def _shipped(documents: Sequence[Document]) -> list[Document]:
    """The program's own register of archives, where the edition has none."""
    path = "registers/archives.xml"
    if any(one.path == path for one in documents):
        return []
    return [Document(path, path, (shipped.REGISTERS / "archives.xml").read_bytes())]

"""What worker processes do: one document, what all pages of an output share, the pages of one document, files of the whole.

Each task is told what its earlier results were made from, and does what was made from something else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

from lxml import etree

from encoder import files, readers
from encoder.checks import fidelity, pointers, wellformed
from encoder.edition import Edition
from encoder.markup import TEI, XML
from encoder.model import Finding, OutputFile, Source, TeiFile, UsageError
from encoder.outputs import OUTPUTS
from encoder.outputs.output import Entries, Made, Place
from encoder.pipeline import check, document
from encoder.pipeline.build import Listed
from encoder.pipeline.store import MadeFrom, Store, packed
from encoder.saxon import TransformError

Beside = Mapping[str, str] | None
REGISTER = "registers/"
_WRONG = (TransformError, UsageError)  # what makes an output fail, told as P003


@dataclass(frozen=True)
class Run:
    """What all tasks of one run need.

    :param encoding: of the sources, where it was named.
    :param outputs: names of OUTPUTS.
    :param token: in the names of the folders in which files wait for their place.
    :param digests: of what results are made from besides the documents: ``program``, ``schema`` …
    :param registered: the digest of each entry of the registers, by its address (``registers/persons.xml#mao-zedong``).
    :param shared: by output, what all its pages share.
    """

    edition: Edition
    encoding: str | None = None
    outputs: tuple[str, ...] = ()
    token: str = ""
    digests: Mapping[str, str] = field(default_factory=dict)
    registered: Mapping[str, str] = field(default_factory=dict)
    shared: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def shop(self) -> document.Workshop:
        return document.workshop(self.edition)

    def staged(self, folder: Path) -> Path:
        """Where the files of a folder wait."""
        return folder.with_name(f".{folder.name}.{self.token}{files.STAGED}")

    def relative(self, one: Finding) -> Finding:
        """A finding that names its file from the edition's root."""
        path = Path(one.file)
        if not path.is_relative_to(self.edition.root):
            return one
        return replace(one, file=path.relative_to(self.edition.root).as_posix())

    def used(self, addresses: Iterable[str]) -> str:
        """The digest of those entries of the registers."""
        return files.digest(repr([(one, self.registered.get(one)) for one in addresses]).encode())


class Kept(NamedTuple):
    """A result, for the store."""

    stage: str
    name: str
    made_from: MadeFrom
    value: Any


# One document: from its source to its entries.


@dataclass(frozen=True, slots=True)
class Document:
    """:param stem: of its TEI file. :param source: None where there is none.
    :param source_digest: and ``tei_digest``: empty for a file that is not there.
    :param written: digests of what the program has written as its TEI.
    :param known: by stage, what its results were made from. :param uses: entries of registers that it points to.
    :param encodes: whether TEI is made of the source."""

    stem: str
    source: Path | None
    source_digest: str
    tei_digest: str
    written: frozenset[str]
    known: Mapping[str, MadeFrom]
    uses: Sequence[str]
    encodes: bool
    timed: ClassVar[bool] = True

    def encode_from(self, run: Run, tei: str) -> MadeFrom:
        names = ("encoding", "facts", "registers", "program")
        return {"source": self.source_digest, "TEI": tei, **{name: run.digests[name] for name in names}}

    def check_from(self, run: Run, tei: str) -> MadeFrom:
        names = ("encoding", "schema", "program")
        return {"source": self.source_digest, "TEI": tei, **{name: run.digests[name] for name in names}}

    def stale(self, run: Run) -> bool:
        """Whether there is anything to do."""
        tei = self.tei_digest
        if self.encodes and self.known["encode"] != self.encode_from(run, tei):
            return True
        if not tei:
            return False
        return self.known["check"] != self.check_from(run, tei) or any(
            self.known[f"{name} entries"] != entries_from(run, name, tei, self.uses) for name in run.outputs
        )


def stages(outputs: Iterable[str]) -> tuple[str, ...]:
    """The names under which the results of a document are kept."""
    return ("encode", "check", *(f"{name} entries" for name in outputs))


def entries_from(run: Run, output: str, tei: str, uses: Iterable[str]) -> MadeFrom:
    names = ("stylesheets", "program")
    return {
        "TEI": tei,
        "edition.toml": run.digests[f"facts for {output}"],
        "registers": run.used(uses),
        **{name: run.digests[name] for name in names},
    }


@dataclass(frozen=True, slots=True)
class Done:
    """:param tei: the digest of the TEI file as it is now or will be when it is moved from where it waits (``staged``)."""

    results: list[Kept]
    tei: str
    staged: bool


def one_document(run: Run, task: Document) -> Done:
    """Encode, check, and make the entries, as far as they are not what they would be."""
    return _OneDocument(run, task).done()


class _OneDocument:
    """The state of one document on its way: what is read and parsed is so at most once."""

    def __init__(self, run: Run, task: Document) -> None:
        self._run, self._task = run, task
        self._path = run.edition.tei / f"{task.stem}.xml"
        self._results: list[Kept] = []
        self._tei, self._data, self._staged = task.tei_digest, b"", False

    def done(self) -> Done:
        run, task = self._run, self._task
        if task.encodes and task.known["encode"] != task.encode_from(run, self._tei):
            value = self._encoded()
            self._keep("encode", task.encode_from(run, self._tei), value)
        if self._tei or self._staged:
            self._checked()
        return Done(self._results, self._tei, self._staged)

    def _keep(self, stage: str, made_from: MadeFrom, value: Any) -> None:
        self._results.append(Kept(stage, self._task.stem, made_from, value))

    @cached_property
    def _source(self) -> tuple[Source | None, list[Finding]]:
        if self._task.source is None:
            return None, []
        encoding = self._run.encoding or self._run.edition.encoding or None
        source, told = readers.read(self._task.source, encoding)
        return source, [self._run.relative(one) for one in told]

    def _encoded(self) -> Any:
        source, told = self._source
        if source is None:
            return {"findings": packed(told)}
        made = document.encode(source, self._run.shop, self._run.edition.schema_from(self._run.edition.tei))
        fresh = made.xml.encode()
        digest = files.digest(fresh)
        if self._tei and digest != self._tei and self._tei not in self._task.written:
            return {"findings": packed([*told, Finding("P001", f"tei/{self._path.name}")]), "kept": True}
        if digest != self._tei:
            files.write_synced(self._run.staged(self._run.edition.tei) / self._path.name, fresh)
            self._staged = True
        self._tei, self._data = digest, fresh
        told += [replace(one, file=f"sources/{one.file}") for one in made.findings]
        return {"findings": packed(told), "written": digest}

    def _checked(self) -> None:
        run, task = self._run, self._task
        uses = task.uses
        if task.known["check"] != task.check_from(run, self._tei):
            uses = self._check()
        for name in run.outputs:
            if task.known[f"{name} entries"] != entries_from(run, name, self._tei, uses):
                self._entries(name, uses)

    @cached_property
    def _tree(self) -> etree._ElementTree | Finding:
        if not self._data:
            self._data = self._path.read_bytes()
            self._tei = files.digest(self._data)
        return wellformed.parse(f"tei/{self._path.name}", self._data)

    def _check(self) -> Sequence[str]:
        """:returns: the entries of registers that the document points to."""
        tree, name = self._tree, f"tei/{self._path.name}"
        made_from = self._task.check_from(self._run, self._tei)
        if isinstance(tree, Finding):
            self._keep("check", made_from, {"findings": packed([tree])})
            self._keep("facts", {}, None)
            return ()
        source = self._source[0]
        found = check.of_tree(name, tree, self._data, source)
        told = [*found, *([] if source else [Finding("P004", name)])]
        root = tree.getroot()
        identity = root.get(XML + "id") or self._task.stem
        left_out = [f"    left out as furniture: {line}" for line in fidelity.furniture(root)]
        report = [f"{identity}: {_verdict(source, found)}", *left_out]
        links = pointers.of_tree(name, name, tree)
        uses = sorted({one.value.removeprefix("../") for one in links.pointers if REGISTER in one.value})
        self._keep("check", made_from, {"findings": packed(told), "fidelity": report})
        self._keep("facts", {}, {"id": identity, "date": _date(root), "uses": uses})
        self._keep("links", {}, links)
        return uses

    def _entries(self, output: str, uses: Sequence[str]) -> None:
        tree = self._tree
        if isinstance(tree, Finding):
            return
        identity = tree.getroot().get(XML + "id") or self._task.stem
        made_from = entries_from(self._run, output, self._tei, uses)
        told = TeiFile(identity, _text(self._data, tree))
        try:
            entry = OUTPUTS[output].entry(self._run.edition.seen_by(output), told)
        except _WRONG as error:
            self._keep(f"{output} entries", made_from, {})
            self._keep(f"{output} digests", {}, {"failed": _reason(error)})
            return
        self._keep(f"{output} entries", made_from, entry)
        digests = {name: files.digest(text.encode()) for name, text in entry.items()}
        self._keep(f"{output} digests", {}, {"digests": digests})


def _verdict(source: Source | None, found: Iterable[Finding]) -> str:
    if source is None:
        return "NOT COMPARED: there is no source for it that can be read"
    if any(one.code.startswith("F") for one in found):
        return "FAILED: it differs from its source, see findings.json"
    return "every character of the source is in the TEI, in order and once"


def _date(root: etree._Element) -> str:
    """The date by which a document stands in the edition; one without a date stands last."""
    for date in root.iterfind(f".//{TEI}creation/{TEI}date"):
        for name in ("when", "from", "notBefore", "to", "notAfter"):
            if date.get(name):
                return str(date.get(name))
    return "9999"


def _text(data: bytes, tree: etree._ElementTree) -> str:
    """A document's text; one that an editor has saved in another encoding is written anew."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return etree.tostring(tree, encoding="unicode")


def _reason(error: Exception) -> str:
    return " ".join(str(error).split())


# The edition: links, what pages share, pages, files of the whole.


@dataclass(frozen=True, slots=True)
class Across:
    """Registers and links; ``stems`` of all documents that are XML."""

    stems: Sequence[str]
    timed: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Shared:
    output: str
    documents: Sequence[Listed]
    timed: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Whole:
    """:param name: which of the output's ``whole``."""

    output: str
    name: str
    documents: Sequence[Listed]
    timed: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Pages:
    """:param index: the place of the document among ``total``, from 0.
    :param beside: what its neighbours' entries say, see :class:`Place`."""

    output: str
    document: Listed
    index: int
    total: int
    beside: tuple[Beside, Beside] = (None, None)
    timed: ClassVar[bool] = True


def across(run: Run, task: Across) -> Any:
    """The findings of the registers by themselves, and of all links."""
    with Store(run.edition.build) as store:
        return packed(check.across(run.edition, _Links(store, task.stems)))


class _Links(Mapping[str, pointers.Links]):
    """The links of all documents by path, each read from the store when it is asked for."""

    def __init__(self, store: Store, stems: Sequence[str]) -> None:
        self._store, self._stems = store, {f"tei/{stem}.xml": stem for stem in stems}

    def __getitem__(self, path: str) -> pointers.Links:
        name, path, root, ids, found = self._store.value("links", self._stems[path])
        return pointers.Links(name, path, root, ids, [pointers.Pointer(*one) for one in found])

    def __iter__(self) -> Iterator[str]:
        return iter(self._stems)

    def __len__(self) -> int:
        return len(self._stems)

    def __contains__(self, path: object) -> bool:
        return path in self._stems


@dataclass(frozen=True, slots=True)
class Result:
    """:param value: what was made, for the store; None where that failed. :param reason: why it failed."""

    value: Any = None
    reason: str = ""


def of_output(run: Run, task: Shared | Whole | Pages) -> Result:
    """What all pages share, as text; or files, which wait in the output's folder for their place, and findings."""
    output, edition = OUTPUTS[task.output], run.edition.seen_by(task.output)
    try:
        if isinstance(task, Pages):
            told = TeiFile(task.document.id, _read(edition, task.document.stem))
            place = Place(task.index + 1, task.total, *task.beside, run.shared[task.output])
            return _stage(run, task.output, output.files(edition, told, place))
        with Store(edition.build) as store:
            entries = _entries(store, task.output, task.documents)
            if isinstance(task, Shared):
                return Result(output.shared(edition, entries))
            shared = run.shared[task.output]
            whole = next(one for one in output.whole if one.name == task.name)
            return _stage(run, task.output, whole.make(edition, entries, shared))
    except _WRONG as error:
        return Result(reason=_reason(error))


def _entries(store: Store, output: str, documents: Sequence[Listed]) -> Entries:
    def of(name: str) -> Iterator[str]:
        return (store.value(f"{output} entries", one.stem)[name] for one in documents)

    return Entries([one.id for one in documents], of)


def _read(edition: Edition, stem: str) -> str:
    data = (edition.tei / f"{stem}.xml").read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return etree.tostring(etree.fromstring(data), encoding="unicode")


def _stage(run: Run, output: str, made: Made) -> Result:
    """Write files to where they wait; findings as they come."""
    folder = run.staged(run.edition.build / output)
    told: list[Finding] = []
    written: dict[str, str] = {}
    for one in made:
        if isinstance(one, OutputFile):
            path = folder / one.path
            files.write_new(path, one.data)
            written[one.path] = files.signature(path)
        else:
            told.append(one)
    return Result({"files": written, "findings": packed(told)})

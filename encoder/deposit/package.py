"""A package made of an edition: its files, then the texts and metadata that describe them, then the bag around all."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from encoder import files, findings
from encoder.deposit import (
    arche,
    bag,
    changes,
    citation_cff,
    datacite,
    described,
    documents_csv,
    gather,
    headers,
    invenio,
    mets,
    payload,
    principles,
    provenance,
    readme,
    rights,
    rocrate,
    settings,
)
from encoder.deposit.bag import Bag
from encoder.deposit.payload import Content
from encoder.deposit.record import Document, Input, Licence, Previous, Record
from encoder.edition import Edition, date_of
from encoder.files import read_xml
from encoder.model import Finding, UsageError

# A text or a format of metadata: the record, with the files that stand before it in this table, to its lines.
Part = Callable[[Record], Iterable[str]]

PARTS: Mapping[str, Part] = {
    "README.txt": readme.text,
    "LICENSE.txt": rights.text,
    "CHANGES.txt": changes.text,
    "editorial-principles.txt": principles.text,
    "provenance.json": provenance.text,
    "CITATION.cff": citation_cff.text,
    "metadata/documents.csv": documents_csv.text,
    "metadata/record.xml": described.text,
    "metadata/datacite.xml": described.by("datacite"),
    "metadata/datacite.json": datacite.text,
    "metadata/invenio.json": invenio.text,
    "metadata/dublin-core.xml": described.by("dublin-core"),
    "metadata/olac.xml": described.by("olac"),
    "metadata/cmdi.xml": described.by("cmdi"),
    "metadata/arche.ttl": arche.text,
    "metadata/mets.xml": mets.text,  # what stands above
    rocrate.NAME: rocrate.text,  # everything
}

Progress = Callable[[str, str], None]
# The package before, once the documents of this one are known.
Compare = Callable[[Path, Sequence[Document]], Previous | None]


@dataclass(slots=True)
class Made:
    """A package and what there is to tell of it; ``record`` is None where none was made."""

    record: Record | None = None
    findings: list[Finding] = field(default_factory=list)


def make(
    edition: Edition,
    folder: Callable[[str], Path],
    compare: Compare = lambda folder, documents: None,
    progress: Progress = lambda stage, what: None,
) -> Made:
    """Make the package of a built edition, as a folder: a bag.

    :param folder: where a package of that name goes; what is there is replaced, once the new one is whole.
    :raises UsageError: the edition was not built since it was last edited, or its settings are wrong.
    """
    chosen = settings.read(edition)
    name = bag.named(edition.id, date_of(edition).isoformat())
    if newer := payload.stale(edition):
        missing = newer == "build"
        why = "the edition has not been built" if missing else f"{newer} is newer than the build"
        raise UsageError(f"{edition.root}: {why}. Run 'encoder build {edition.root}' first, or add --build.")
    contents = payload.contents(edition)
    made = Made(findings=[*_told(edition), *payload.refused(contents)])
    if findings.worst(made.findings) == findings.SEVERITIES.index("error"):
        return made
    with files.new_folder(folder(name)) as new:
        package = Bag(new)
        written = _Written()
        for one in contents:
            written.take(edition, package, one)
            progress("package", one.path)
        made.findings += written.findings
        documents = sorted(written.documents, key=lambda one: (one.date or "9999", one.id))
        record = replace(
            gather.record(edition, chosen, name, documents),
            licences=written.licences,
            inputs=written.inputs,
            contents=tuple(package.files),
            previous=compare(new, documents),
        )
        for path, part in PARTS.items():
            lines = part(replace(record, files=package.files))
            package.add(path, (line.encode() for line in lines))
        if record.previous and record.doi and record.previous.doi == record.doi:
            made.findings.append(Finding("D006", "edition.toml", words={"doi": record.doi}))
        made.record = replace(record, files=package.files)
        package.close(made.record)
    return made


def _told(edition: Edition) -> Iterator[Finding]:
    """D001 for what was not built, D002 for an edition with errors."""
    name = edition.root.resolve().name
    for output in payload.missing(edition):
        yield Finding("D001", name, words={"output": output, "edition": name})
    errors = gather.build_findings(edition)["error"]
    if errors:
        yield Finding("D002", name, words={"count": str(errors)})


@dataclass(slots=True)
class _Written:
    """What is learned of the edition's files while they are written."""

    documents: list[Document] = field(default_factory=list)
    licences: dict[str, Licence] = field(default_factory=dict)
    inputs: list[Input] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def take(self, edition: Edition, package: Bag, one: Content) -> None:
        if one.path.startswith("tei/"):
            self._tei(edition, package, one)
            return
        if one.data is not None:
            package.add(one.path, [one.data])
            self._input(one, hashlib.sha256(one.origin.read_bytes()).hexdigest())
            return
        file = package.add(one.path, bag.read(one.origin))
        self._input(one, file.sha256)
        if one.path.startswith("registers/") or one.path.endswith(".odd"):
            self._licence(one, headers.licence(read_xml(one.origin)))

    def _tei(self, edition: Edition, package: Bag, one: Content) -> None:
        data = one.origin.read_bytes()
        self._input(one, hashlib.sha256(data).hexdigest())
        data, root, lost = payload.prepared(edition, one, data)
        package.add(one.path, [data])
        self.findings += lost
        self.documents.append(headers.document(root, one.path))
        self._licence(one, headers.licence(root))

    def _input(self, one: Content, sha256: str) -> None:
        self.inputs.append(Input(one.shown, sha256, one.path))

    def _licence(self, one: Content, licence: Licence | None) -> None:
        if licence:
            self.licences[one.path] = licence

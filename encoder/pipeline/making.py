"""The work of a run: every document to its entries, what is wrong among them, the outputs, the reports."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from encoder import files, findings, readers
from encoder.data import SCHEMA
from encoder.model import Finding, UsageError
from encoder.outputs import OUTPUTS
from encoder.pipeline import publishing, seal, tasks, watched
from encoder.pipeline.build import SHOWN, Listed, Order, Report
from encoder.pipeline.document import stem as stem_of
from encoder.pipeline.ledger import Ledger
from encoder.pipeline.pool import Failed, Workers
from encoder.pipeline.store import Store, unpacked
from encoder.pipeline.tasks import Run

TOGETHER = 500  # documents whose TEI is put in its place at once


def make(order: Order, pool: Workers, store: Store) -> Report:
    """Do what has to be done.

    :raises UsageError: the edition cannot be read, or has no documents.
    """
    return _Making(order, pool, store).report()


class _Making:
    """One run over one edition, from the files that there are to the report."""

    def __init__(self, order: Order, pool: Workers, store: Store) -> None:
        self._order, self._pool, self._store = order, pool, store
        self._edition, self._encodes, self._outputs = order.edition, order.encodes, order.outputs
        self._progress = order.progress
        self._signatures = seal.of_edition(order.edition)
        self._report = Report(order.edition.root)
        self._told: list[Finding] = []  # of no single document, or of this run alone
        self._lasting = True  # whether the next run would find the same
        self._run = Run(
            order.edition,
            order.encoding,
            order.outputs,
            secrets.token_hex(4),
            watched.digests(order.edition, order.encoding, order.outputs, store, seal.of_program()),
            watched.registered(order.edition),
        )

    def report(self) -> Report:
        try:
            self._make()
        finally:
            for folder in (self._edition.root, self._edition.build):
                files.clear_staged(folder)
        if self._lasting:
            besides = watched.read_besides(self._edition, self._order.outputs)
            seal.put(self._order, self._store, self._signatures, besides)
        return self._report

    def _make(self) -> None:
        store, edition = self._store, self._edition
        store.set_fact("seal", None)
        for folder in (edition.root, edition.build):
            files.clear_staged(folder)
        sources = self._sources()
        if self._encodes:
            self._provide_schema()
        stems = sorted({path.stem for path in self._tei()} | (sources.keys() if self._encodes else set()))
        if not stems:
            raise UsageError(
                f"{edition.root}: no documents. Put the texts into {edition.sources} and run 'encoder build {edition.root}'."
            )
        ledger = Ledger(edition.tei)
        ledger.adopt(store.intended())
        store.begin()
        self._documents(stems, sources, ledger)
        if self._encodes:
            ledger.save()
            self._signatures[ledger.path] = files.signature(ledger.path)
            store.forget_intended()
        self._forget(stems)
        self._list(stems)
        across = self._across()
        if not self._listed:
            self._outputs = ()
            self._run = replace(self._run, outputs=())
        made = publishing.publish(self._run, store, self._pool, self._listed, self._report.reasons)
        self._lasting &= made.lasting
        for name in self._outputs:
            if name in made.opens:
                self._report.results.append(edition.build / name / made.opens[name])
            for kept in OUTPUTS[name].keeps:
                self._signatures[edition.root / kept] = files.signature(edition.root / kept)
            self._progress("publish", name)
        self._write_reports(stems, [*across, *made.findings])
        store.commit()

    # Sources and documents.

    def _tei(self) -> list[Path]:
        tei = self._edition.tei
        return [path for path in self._signatures if path.parent == tei and path.suffix == ".xml"]

    def _sources(self) -> dict[str, Path]:
        """The sources by the stem of their TEI file; what is none is told."""
        found: dict[str, Path] = {}
        for path in [one for one in self._signatures if one.parent == self._edition.sources]:
            if not _printable(path.name):
                words = {"reason": "its name is not UTF-8; rename it"}
                name = path.name.encode(errors="replace").decode()
                self._tell(Finding("S006", f"sources/{name}", words=words))
            elif path.suffix.lower() not in readers.READERS:
                self._tell(*map(self._run.relative, readers.read(path)[1]))
            elif (stem := stem_of(path.name.rsplit(".", 1)[0])) in found:
                words = {"target": f"{stem}.xml", "first": found[stem].name, "second": path.name}
                self._tell(Finding("S008", f"sources/{path.name}", words=words))
            else:
                found[stem] = path
        return found

    def _tell(self, *told: Finding) -> None:
        if self._encodes:  # a source that cannot be read hinders nobody from publishing its TEI
            self._told += told

    def _provide_schema(self) -> None:
        """Put the grammar where the TEI files look for it, if it is not there."""
        for name in ("edition.rng", "edition.sch"):
            path = self._edition.root / self._edition.schema / name
            if not path.exists():
                files.write(path, (SCHEMA / name).read_bytes())
                self._signatures[path] = files.signature(path)

    def _documents(self, stems: Sequence[str], sources: dict[str, Path], ledger: Ledger) -> None:
        """Every document to its entries."""
        waiting: dict[str, str] = {}  # TEI files that wait for their place, with their digests
        stale = self._stale(stems, sources, ledger)
        for task, done in self._pool.run(tasks.one_document, self._run, stale):
            if isinstance(done, Failed):
                self._failed(done, task.source or self._edition.tei / f"{task.stem}.xml")
                continue
            for one in done.results:
                if one.made_from:
                    self._report.reasons.add(one.stage, one.name, task.known[one.stage], one.made_from)
                self._store.keep(*one)
                if one.stage == "encode" and "written" in one.value:
                    ledger[f"{one.name}.xml"] = one.value["written"]
                if one.stage in ("encode", "check"):
                    self._progress(one.stage, one.name)
            if done.staged:
                waiting[f"{task.stem}.xml"] = done.tei
            if len(waiting) >= TOGETHER:
                self._place(waiting)
        self._place(waiting)

    def _stale(
        self, stems: Sequence[str], sources: dict[str, Path], ledger: Ledger
    ) -> Iterator[tasks.Document]:
        for stem in stems:
            source, tei = sources.get(stem), self._edition.tei / f"{stem}.xml"
            task = tasks.Document(
                stem,
                source,
                self._digest(source) if source else "",
                self._digest(tei),
                frozenset({ledger[tei.name]}),
                {stage: self._store.made_from(stage, stem) for stage in tasks.stages(self._outputs)},
                (self._store.value("facts", stem) or {}).get("uses", ()),
                self._encodes and source is not None,
            )
            if task.stale(self._run):
                yield task

    def _digest(self, path: Path) -> str:
        signature = self._signatures.get(path)
        return self._store.digest(path, signature) if signature else ""

    def _place(self, waiting: dict[str, str]) -> None:
        """Put TEI files in their places; that we meant to is kept before, so that they never seem edited by hand."""
        tei = self._edition.tei
        self._store.intend(waiting)
        self._store.commit()
        files.move_staged(self._run.staged(tei), tei, waiting)
        self._store.begin()
        for name, digest in waiting.items():
            self._signatures[tei / name] = files.signature(tei / name)
            self._store.know(tei / name, self._signatures[tei / name], digest)
        waiting.clear()

    def _failed(self, failed: Failed, path: Path) -> None:
        self._lasting = False
        self._told.append(self._run.relative(failed.finding(str(path))))

    def _forget(self, stems: Sequence[str]) -> None:
        """Results of documents that are no more."""
        gone = {*self._store.names("check"), *self._store.names("encode")} - set(stems)
        for stem in gone:
            for stage in ("facts", "links", *tasks.stages(OUTPUTS)):
                self._store.drop(stage, stem)

    def _list(self, stems: Sequence[str]) -> None:
        """The documents in the order of the edition. Of those with one id the first is published (L003 tells)."""
        facts = ((stem, self._store.value("facts", stem)) for stem in stems)
        listed = [Listed(stem, one["id"], one["date"]) for stem, one in facts if one]
        unique = {one.id: one for one in reversed(listed)}.values()
        self._all = listed
        self._listed = sorted(unique, key=lambda one: (one.date, one.id))
        self._report.documents = self._listed

    def _across(self) -> list[Finding]:
        """What is wrong with registers and links."""
        checked = [self._store.made_from("check", one.stem)["TEI"] for one in self._all]
        digests = self._run.digests
        made_from = {
            "TEI": watched.digest(checked),
            **{name: digests[name] for name in ("registers", "schema", "program")},
        }
        before = self._store.made_from("across", "")
        if before != made_from:
            self._store.commit()
            task = tasks.Across([one.stem for one in self._all])
            for _, done in self._pool.run(tasks.across, self._run, [task]):
                if isinstance(done, Failed):
                    raise UsageError(f"registers and links could not be checked: {done.detail}.")
                self._store.begin()
                self._store.keep("across", "", made_from, done)
                self._report.reasons.add("links", self._edition.id, before, made_from)
        return list(unpacked(self._store.value("across", "")))

    # Reports.

    def _findings(self, stems: Sequence[str], last: Iterable[Finding]) -> Iterator[Finding]:
        """All findings, in the order of the files."""
        yield from self._told
        stages = ("encode", "check") if self._encodes else ("check",)
        for stem in stems:
            for stage in stages:
                value = self._store.value(stage, stem)
                if value:
                    self._report.kept += bool(value.get("kept"))
                    yield from unpacked(value["findings"])
        yield from last

    def _write_reports(self, stems: Sequence[str], last: Iterable[Finding]) -> None:
        """The findings as JSON, and the fidelity report: what was left out of each document, and that nothing else was."""
        report, folder = self._report, self._edition.build
        counts: Counter[str] = Counter()

        def counted() -> Iterator[Finding]:
            for one in self._findings(stems, last):
                severity = findings.severity(one)
                counts[severity] += 1
                if severity != "info" and counts[severity] <= SHOWN:
                    report.gravest.append(one)
                yield one

        files.write(folder / "findings.json", (line.encode() for line in findings.json_lines(counted())))
        files.write(folder / "fidelity.txt", self._fidelity())
        report.counts = {name: counts[name] for name in reversed(findings.SEVERITIES)}
        report.results += [folder / "findings.json", folder / "fidelity.txt"]
        self._store.set_fact("report", report.packed())

    def _fidelity(self) -> Iterator[bytes]:
        for one in sorted(self._all, key=lambda one: (one.id, one.stem)):
            for row in self._store.value("check", one.stem)["fidelity"]:
                yield f"{row}\n".encode()


def _printable(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True

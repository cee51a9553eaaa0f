"""Documents to outputs: what all pages share, then pages and files of the whole, then all of an output in its place."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

from encoder import files
from encoder.model import Finding, UsageError
from encoder.outputs import OUTPUTS
from encoder.pipeline import tasks, watched
from encoder.pipeline.build import Listed
from encoder.pipeline.pool import Failed, Workers
from encoder.pipeline.reasons import Reasons
from encoder.pipeline.store import MadeFrom, Store, unpacked
from encoder.pipeline.tasks import Run


@dataclass(slots=True)
class Published:
    """:param opens: of each output that was made, the file to open. :param lasting: whether the next run finds the same."""

    opens: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    lasting: bool = True


def publish(
    run: Run, store: Store, pool: Workers, documents: Sequence[Listed], reasons: Reasons
) -> Published:
    """Make the outputs of a run. An output of which a part fails stays as it was, and P003 tells why."""
    made = Published()
    outputs = [_Output(name, run, store, documents, reasons) for name in run.outputs]
    store.commit()
    _do(run, pool, [(one, due) for one in outputs for due in one.shared()])
    run = replace(run, shared={one.name: one.told for one in outputs})
    whole = ((one, due) for one in outputs for due in one.whole())  # first, since a book takes long
    pages = ((one, due) for one in outputs for due in one.pages())
    _do(run, pool, itertools.chain(whole, pages))
    store.begin()
    for one in outputs:
        made.findings += one.placed()
        made.lasting &= one.lasting
        if not one.reason:
            made.opens[one.name] = OUTPUTS[one.name].opens
    return made


def _do(run: Run, pool: Workers, work: Iterable[tuple[_Output, _Due]]) -> None:
    """The tasks of several outputs, each result to the output that it is of."""
    open_: dict[int, tuple[_Output, _Due]] = {}

    def due() -> Iterator[Any]:
        for output, one in work:
            open_[id(one.task)] = output, one
            yield one.task

    for task, result in pool.run(tasks.of_output, run, due()):
        output, one = open_.pop(id(task))
        output.take(one, result)


class _Due(NamedTuple):
    """A task, and under what its result is kept."""

    task: Any
    stage: str
    name: str
    before: MadeFrom
    made_from: MadeFrom


class _Output:
    """One output on its way."""

    def __init__(
        self, name: str, run: Run, store: Store, documents: Sequence[Listed], reasons: Reasons
    ) -> None:
        entries = [(one, store.value(f"{name} digests", one.stem)) for one in documents]
        self.name, self._run, self._store, self._reasons = name, run, store, reasons
        self._documents = [one for one, made in entries if made]
        self._digests: list[Mapping[str, str]] = [made.get("digests", {}) for _, made in entries if made]
        self.reason = next((made["failed"] for _, made in entries if made and "failed" in made), "")
        self.told = ""  # what all pages share
        self.lasting = True
        self._results: list[tasks.Kept] = []
        self._failures: list[Finding] = []
        self._folder = run.edition.build / name

    # What is to be done.

    def shared(self) -> Iterator[_Due]:
        stage, output = f"{self.name} shared", OUTPUTS[self.name]
        if self.reason:
            return
        before, now = self._store.made_from(stage, ""), self._of_whole(output.entries)
        if before == now:
            self.told = self._store.value(stage, "")
        else:
            yield _Due(tasks.Shared(self.name, self._documents), stage, "", before, now)

    def whole(self) -> Iterator[_Due]:
        for one in OUTPUTS[self.name].whole:
            try:
                read = [
                    (path.name, self._file(path)) for path in one.files(self._run.edition.seen_by(self.name))
                ]
            except UsageError as error:
                self.reason = self.reason or str(error)
                return
            now = {
                **self._of_whole(one.reads),
                "files": watched.digest(read),
                "what pages share": watched.digest(self.told),
            }
            yield from self._due(
                tasks.Whole(self.name, one.name, self._documents), f"{self.name} whole", one.name, now
            )

    def pages(self) -> Iterator[_Due]:
        output, total = OUTPUTS[self.name], len(self._documents)
        shared = watched.digest(self.told)
        for index, one in enumerate(self._documents if output.pages else ()):
            beside = [
                [self._digests[at].get(name) for name in output.beside] if 0 <= at < total else []
                for at in (index - 1, index + 1)
            ]
            now = {
                **self._store.made_from(f"{self.name} entries", one.stem),
                "place": f"{index + 1} of {total}",
                "neighbours": watched.digest(beside),
                "what pages share": shared,
            }
            task = tasks.Pages(self.name, one, index, total)
            for due in self._due(task, f"{self.name} pages", one.stem, now):
                yield due._replace(task=replace(task, beside=self._beside(index)))

    def _due(self, task: Any, stage: str, name: str, now: MadeFrom) -> Iterator[_Due]:
        if self.reason:
            return
        before = self._store.made_from(stage, name)
        if before != now or self._lost(stage, name):
            yield _Due(task, stage, name, before, now)

    def _lost(self, stage: str, name: str) -> bool:
        """Whether a file is not as it was written."""
        written = self._store.value(stage, name)["files"]
        return any(files.signature(self._folder / path) != known for path, known in written.items())

    def _of_whole(self, reads: Iterable[str]) -> MadeFrom:
        told = [
            (one.id, [digests.get(name) for name in reads])
            for one, digests in zip(self._documents, self._digests, strict=True)
        ]
        digests = self._run.digests
        return {
            "entries": watched.digest(told),
            "edition.toml": digests[f"facts for {self.name}"],
            **{name: digests[name] for name in ("registers", "stylesheets", "program")},
        }

    def _file(self, path: Path) -> str:
        return self._store.digest(path, files.signature(path)) if path.is_file() else ""

    def _beside(self, index: int) -> tuple[tasks.Beside, tasks.Beside]:
        """What the entries of the neighbours say."""
        return self._shown(index - 1), self._shown(index + 1)

    def _shown(self, index: int) -> tasks.Beside:
        if not 0 <= index < len(self._documents):
            return None
        entry = self._store.value(f"{self.name} entries", self._documents[index].stem)
        return {name: entry[name] for name in OUTPUTS[self.name].beside}

    # What was done.

    def take(self, due: _Due, result: tasks.Result | Failed) -> None:
        """The result of a task."""
        if isinstance(result, Failed):
            self.lasting = False
            self._failures.append(result.finding(f"{self._folder.name}/{due.name}"))
            if not isinstance(due.task, tasks.Pages):
                self.reason = self.reason or result.detail
        elif result.reason:
            self.reason = self.reason or result.reason
        else:
            if isinstance(due.task, tasks.Shared):
                self.told = result.value
            self._results.append(tasks.Kept(due.stage, due.name, due.made_from, result.value))
            self._reasons.add(due.stage, due.name or self._run.edition.id, due.before, due.made_from)

    def placed(self) -> list[Finding]:
        """Put what was made in its place, where nothing failed; what there is to tell of the output."""
        if self.reason:
            words = {"output": self.name, "reason": self.reason}
            return [*self._failures, Finding("P003", self._run.edition.root.name, words=words)]
        staged = self._run.staged(self._folder)
        for one in self._results:
            if one.stage != f"{self.name} shared":
                files.move_staged(staged, self._folder, one.value["files"])
            self._store.keep(*one)
        told: list[Finding] = []
        wanted: set[str] = set()
        for value in self._values():
            wanted |= value["files"].keys()
            told += unpacked(value["findings"])
        files.keep_only(self._folder, wanted)
        for name in OUTPUTS[self.name].keeps:
            kept, data = self._run.edition.root / name, (self._folder / name).read_bytes()
            if not kept.exists() or kept.read_bytes() != data:
                files.write(kept, data)
        return [*self._failures, *told]

    def _values(self) -> Iterator[Any]:
        wholes = [one.name for one in OUTPUTS[self.name].whole]
        for stage, names in (("whole", wholes), ("pages", [one.stem for one in self._documents])):
            for name in names:
                value = self._store.value(f"{self.name} {stage}", name)
                if value:
                    yield value

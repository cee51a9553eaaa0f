"""An edition: its sources to TEI, its TEI checked, its documents published; each only as far as something has changed.

Where nothing has changed since the last run, that is seen here, before anything is imported that would do the work.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

from encoder import files, findings
from encoder.edition import Edition, date_of
from encoder.model import Finding
from encoder.outputs import UNASKED
from encoder.pipeline import seal
from encoder.pipeline.pool import Here, Workers
from encoder.pipeline.reasons import Reasons
from encoder.pipeline.store import Store, packed, unpacked

Progress = Callable[[str, str], None]  # stage and what of it is done

SHOWN = 8  # findings of one severity that a report holds in full


class Listed(NamedTuple):
    """A document in its place: ``stem`` of its file, ``id`` of its root, the ``date`` by which it stands there."""

    stem: str
    id: str
    date: str


@dataclass(frozen=True, slots=True)
class Order:
    """What a run is to do; see :func:`build`. ``encodes``: whether TEI is made of the sources."""

    edition: Edition
    outputs: tuple[str, ...]
    progress: Progress
    encoding: str | None
    encodes: bool


@dataclass(slots=True)
class Report:
    """What a run did.

    :param documents: of the edition, in its order.
    :param results: what to open. :param kept: how many TEI files are their editors'.
    :param counts: of findings, by severity. :param gravest: the first errors and warnings.
    :param reasons: what was made anew, and why.
    """

    root: Path
    documents: list[Listed] = field(default_factory=list)
    results: list[Path] = field(default_factory=list)
    kept: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    gravest: list[Finding] = field(default_factory=list)
    reasons: Reasons = field(default_factory=Reasons)

    @property
    def findings(self) -> list[Finding]:
        """All findings, from the file in which they are."""
        with (self.root / "build" / "findings.json").open(encoding="utf-8") as lines:
            return list(findings.from_json(lines))

    def packed(self) -> Any:
        """What the next run, if nothing has changed, has to tell again."""
        return {
            "documents": self.documents,
            "results": [path.relative_to(self.root).as_posix() for path in self.results],
            "kept": self.kept,
            "counts": self.counts,
            "gravest": packed(self.gravest),
        }

    @classmethod
    def unpacked(cls, root: Path, told: Any) -> Report:
        return cls(
            root,
            [Listed(*one) for one in told["documents"]],
            [root / path for path in told["results"]],
            told["kept"],
            told["counts"],
            list(unpacked(told["gravest"])),
        )


def build(
    edition: Edition,
    outputs: Iterable[str] = UNASKED,
    progress: Progress = lambda stage, what: None,
    encoding: str | None = None,
    *,
    pool: Workers | None = None,
    force: bool = False,
) -> Report:
    """Make TEI of all sources, check all TEI, publish.

    :param outputs: names of OUTPUTS.
    :param pool: who does the work; without it, this process.
    :param force: make everything anew.
    :raises UsageError: the edition cannot be read, or has no documents.
    """
    return _run(edition, tuple(outputs), progress, encoding, pool, force, encodes=True)


def publish(
    edition: Edition,
    outputs: Iterable[str] = UNASKED,
    progress: Progress = lambda stage, what: None,
    *,
    pool: Workers | None = None,
    force: bool = False,
) -> Report:
    """Check and publish the TEI that is there; nothing is encoded."""
    return _run(edition, tuple(outputs), progress, None, pool, force, encodes=False)


def _run(
    edition: Edition,
    outputs: tuple[str, ...],
    progress: Progress,
    encoding: str | None,
    pool: Workers | None,
    force: bool,
    encodes: bool,
) -> Report:
    edition = replace(edition, date=date_of(edition).isoformat())
    order = Order(edition, outputs, progress, encoding, encodes)
    with files.locked(edition.build), closing(pool or Here()) as workers:
        if force:
            Store.remove(edition.build)
        with Store(edition.build) as store:
            if seal.unbroken(order, store):
                return Report.unpacked(edition.root, store.fact("report"))
            from encoder.pipeline.making import make

            return make(order, workers, store)

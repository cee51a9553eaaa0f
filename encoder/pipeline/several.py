"""Several sources to TEI, shared among processes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import ClassVar, NamedTuple

from encoder import readers
from encoder.edition import Edition
from encoder.model import Finding
from encoder.pipeline import document
from encoder.pipeline.pool import Failed, Workers


class Made(NamedTuple):
    """:param xml: the TEI; empty where the source cannot be read. :param stem: of its file."""

    path: Path
    stem: str
    xml: str
    findings: list[Finding]


@dataclass(frozen=True)
class _Run:
    edition: Edition
    encoding: str | None
    schema: str

    @cached_property
    def shop(self) -> document.Workshop:
        return document.workshop(self.edition)


@dataclass(frozen=True, slots=True)
class _Task:
    path: Path
    timed: ClassVar[bool] = True


def encode(
    sources: Sequence[Path], edition: Edition, encoding: str | None, schema: str, pool: Workers
) -> Iterator[Made]:
    """Each source in its turn.

    :param encoding: of the sources; without it, what the edition says. :param schema: see :func:`document.encode`.
    """
    run = _Run(edition, encoding or edition.encoding or None, schema)
    made: dict[Path, Made] = {}
    for task, result in pool.run(_one, run, [_Task(path) for path in dict.fromkeys(sources)]):
        failed = isinstance(result, Failed)
        made[task.path] = Made(task.path, "", "", [result.finding(str(task.path))]) if failed else result
    yield from (made[path] for path in sources)


def _one(run: _Run, task: _Task) -> Made:
    source, told = readers.read(task.path, run.encoding)
    if source is None:
        return Made(task.path, "", "", told)
    made = document.encode(source, run.shop, run.schema)
    return Made(task.path, document.stem(source.id), made.xml, [*told, *made.findings])

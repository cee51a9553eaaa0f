"""What a run shows: a progress bar on a terminal, plain lines elsewhere, and one closing summary."""

from __future__ import annotations

import time
from collections import Counter
from types import TracebackType
from typing import TYPE_CHECKING

from encoder import findings

if TYPE_CHECKING:
    from rich.progress import TaskID

    from encoder.pipeline.build import Report

_STAGES = {"encode": "encoded", "check": "checked", "publish": "published", "package": "packed"}


class Display:
    """Use as a context around a run, and call ``step`` for each thing that is done."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        self._console = Console(stderr=True, highlight=False, soft_wrap=True)
        self._done: Counter[str] = Counter()
        self._shown = 0.0
        self._bars: dict[str, TaskID] = {}
        self._progress = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(bar_width=24),
            TextColumn("{task.completed}"),
            TextColumn("{task.fields[what]}", style="dim"),
            TimeElapsedColumn(),
            console=self._console,
            transient=True,
            auto_refresh=False,  # it would take a thread, with which no process can be forked
        )

    def __enter__(self) -> Display:
        if self._console.is_terminal:
            self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._console.is_terminal:
            self._progress.stop()
        elif kind is None:
            for stage, number in self._done.items():
                self._console.print(f"{_STAGES[stage]}: {number}", markup=False)

    def step(self, stage: str, what: str) -> None:
        self._done[stage] += 1
        if self._console.is_terminal:
            bar = self._bars.get(stage)
            if bar is None:
                bar = self._bars[stage] = self._progress.add_task(_STAGES[stage], total=None, what="")
            self._progress.update(bar, advance=1, what=what)
            if time.monotonic() - self._shown > 0.1:
                self._progress.refresh()
                self._shown = time.monotonic()

    def summary(self, report: Report) -> None:
        """The gravest findings in full, then one paragraph: documents, findings by severity, where the results are."""
        show = self._console.print
        for severity in ("error", "warning"):
            some = [one for one in report.gravest if findings.severity(one) == severity]
            for one in some:
                show(findings.as_text(one), markup=False)
            if report.counts[severity] > len(some):
                show(f"… and {report.counts[severity] - len(some)} more of severity {severity}", markup=False)
        counted = ", ".join(
            f"{number} {name}{'s' if number != 1 and name != 'info' else ''}"
            for name, number in report.counts.items()
        )
        documents = len(report.documents)
        kept_too = f" ({report.kept} edited by hand and kept)" if report.kept else ""
        show(
            f"{documents} document{'s' if documents != 1 else ''}{kept_too}; findings: {counted}",
            markup=False,
        )
        for path in report.results:
            show(f"  {path}", markup=False)
        if report.counts["info"]:
            listed = report.root / "build" / "findings.json"
            show(
                f"  what the program doubts is marked in the TEI (certainty) and listed in {listed}",
                markup=False,
            )

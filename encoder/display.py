"""What a run shows: a progress bar on a terminal, plain lines elsewhere, and one closing summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn

from encoder import findings
from encoder.model import Finding

_STAGES = {"encode": "encoded", "check": "checked", "publish": "published", "package": "packed"}
SHOWN = 8  # findings of one severity that the summary prints in full


class Display:
    """Use as a context around a run, and call ``step`` for each thing that is done."""

    def __init__(self) -> None:
        self._console = Console(stderr=True, highlight=False, soft_wrap=True)
        self._done: Counter[str] = Counter()
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

    def summary(
        self, told: Sequence[Finding], documents: int, kept: int, results: Sequence[Path], root: Path
    ) -> None:
        """The gravest findings in full, then one paragraph: documents, findings by severity, where the results are."""
        show = self._console.print
        for severity in ("error", "warning"):
            some = [one for one in told if findings.severity(one) == severity]
            for one in some[:SHOWN]:
                show(findings.as_text(one), markup=False)
            if len(some) > SHOWN:
                show(f"… and {len(some) - SHOWN} more of severity {severity}", markup=False)
        counted = ", ".join(
            f"{number} {name}{'s' if number != 1 and name != 'info' else ''}"
            for name, number in findings.count(told).items()
        )
        kept_too = f" ({kept} edited by hand and kept)" if kept else ""
        show(
            f"{documents} document{'s' if documents != 1 else ''}{kept_too}; findings: {counted}",
            markup=False,
        )
        for path in results:
            show(f"  {path}", markup=False)
        if any(findings.severity(one) == "info" for one in told):
            show(
                f"  what the program doubts is marked in the TEI (certainty) and listed in {root / 'build' / 'findings.json'}",
                markup=False,
            )

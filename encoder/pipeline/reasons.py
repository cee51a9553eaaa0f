"""Why something was made anew: what it was made from has changed."""

from __future__ import annotations

from collections.abc import Iterator

from encoder.pipeline.store import MadeFrom

_SHOWN = 8  # names in one line
_LOST = ("a file of it is missing or was changed",)


class Reasons:
    """Everything that a run has made, by stage and reason."""

    def __init__(self) -> None:
        self._names: dict[tuple[str, tuple[str, ...]], list[str]] = {}

    def add(self, stage: str, name: str, before: MadeFrom, now: MadeFrom) -> None:
        """:param before: what the last result was made from; empty where there was none."""
        changed = tuple(what for what in now if before.get(what) != now[what]) or _LOST
        self._names.setdefault((stage, changed if before else ("new",)), []).append(name)

    def lines(self) -> Iterator[str]:
        """One for each stage and reason, for people: ``encode: letter-1, letter-2: source changed``."""
        for (stage, reasons), names in self._names.items():
            shown = ", ".join(sorted(names)[:_SHOWN])
            more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
            why = ", ".join(reasons) if reasons in (("new",), _LOST) else f"{', '.join(reasons)} changed"
            yield f"{stage}: {shown}{more}: {why}"

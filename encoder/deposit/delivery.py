"""A package in the forms that were asked for, put where it was asked for."""

from __future__ import annotations

import datetime
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from encoder import files
from encoder.deposit import archives, package
from encoder.deposit.package import Made, Progress
from encoder.edition import Edition
from encoder.model import Finding, UsageError

FORMS = ("folder", *archives.FORMS)


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for.

    :param out: the folder for packages. :param forms: of FORMS.
    """

    out: Path
    forms: tuple[str, ...] = ("folder",)


@dataclass(slots=True)
class Delivered:
    made: Made
    results: list[Path] = field(default_factory=list)

    @property
    def findings(self) -> list[Finding]:
        return self.made.findings


def deliver(edition: Edition, order: Order, progress: Progress = lambda stage, what: None) -> Delivered:
    """Make a package.

    :raises UsageError: as :func:`encoder.deposit.package.make`; or something else stands where the package goes.
    """
    with (
        files.locked(edition.build),
        tempfile.TemporaryDirectory(prefix=".deposit.", dir=_made(order.out)) as spare,
    ):
        kept = "folder" in order.forms

        def place(name: str) -> Path:
            for form in order.forms:
                _refuse_to_replace(edition, order.out / (name if form == "folder" else f"{name}.{form}"))
            return (order.out if kept else Path(spare)) / name

        delivered = Delivered(package.make(edition, place, progress=progress))
        record = delivered.made.record
        if record is None:
            return delivered
        folder = place(record.name)
        delivered.results += [folder] if kept else []
        for form in order.forms:
            if form in archives.FORMS:
                target = order.out / f"{record.name}.{form}"
                archives.write(folder, form, target, datetime.date.fromisoformat(record.date))
                delivered.results.append(target)
        return delivered


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _refuse_to_replace(edition: Edition, target: Path) -> None:
    """A folder is replaced only where it is a package of this edition."""
    if not target.is_dir():
        return
    try:
        info = (target / "bag-info.txt").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        info = ""
    if f"Bag-Group-Identifier: {edition.id}\n" not in info:
        raise UsageError(
            f"{target}: this is not a package of the edition; move it away, or name another folder with -o."
        )

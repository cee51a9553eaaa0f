"""A package in the forms that were asked for, put where it was asked for."""

from __future__ import annotations

import datetime
import glob
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from encoder import files
from encoder.deposit import archives, ocfl, package
from encoder.deposit.package import Made, Progress
from encoder.deposit.previous import previous
from encoder.deposit.record import Document, Previous, Record
from encoder.edition import Edition
from encoder.model import Finding, UsageError

FOLDER = "folder"


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for.

    :param out: the folder for packages. :param forms: ``folder``, ``zip``, ``tar.gz``. :param object: an OCFL object, that is there
        or is to be made. :param previous: the package that was deposited before.
    """

    out: Path
    forms: tuple[str, ...] = (FOLDER,)
    object: Path | None = None
    previous: Path | None = None


@dataclass(slots=True)
class Delivered:
    """:param results: what was made, as paths."""

    made: Made
    results: list[Path] = field(default_factory=list)

    @property
    def findings(self) -> list[Finding]:
        return self.made.findings


def deliver(edition: Edition, order: Order, progress: Progress = lambda stage, what: None) -> Delivered:
    """Make a package.

    :raises UsageError: as :func:`encoder.deposit.package.make`; or something else stands where the package goes, or the
        package before cannot be compared with.
    """
    with files.locked(edition.build), _spare(edition, order.out) as spare:
        kept = FOLDER in order.forms

        def place(name: str) -> Path:
            for target in _targets(order, name).values():
                _refuse_to_replace(edition, target)
            return (order.out if kept else spare) / name

        def compare(new: Path, documents: Sequence[Document]) -> Previous | None:
            return previous(order.previous, new, documents) if order.previous else None

        made = package.make(edition, place, compare, progress)
        if made.record is None:
            return Delivered(made)
        folder = place(made.record.name)
        return Delivered(made, _packed(order, made.record, folder))


@contextmanager
def _spare(edition: Edition, out: Path) -> Iterator[Path]:
    """A folder beside the packages, for what is made on the way to them; those of runs that were killed are removed."""
    out.mkdir(parents=True, exist_ok=True)
    prefix = f".{edition.id}.deposit."
    for stale in out.glob(f"{glob.escape(prefix)}*"):
        shutil.rmtree(stale, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=prefix, dir=out) as spare:
        yield Path(spare)


def _targets(order: Order, name: str) -> dict[str, Path]:
    return {form: order.out / (name if form == FOLDER else f"{name}.{form}") for form in order.forms}


def _packed(order: Order, record: Record, folder: Path) -> list[Path]:
    """Make the other forms of a package. :returns: where they are, the folder among them if it was asked for."""
    targets = _targets(order, record.name)
    for form, target in targets.items():
        if form != FOLDER:
            archives.write(folder, form, target, datetime.date.fromisoformat(record.date))
    if order.object:
        ocfl.add(folder, record, order.object)
    return [*targets.values(), *([order.object] if order.object else [])]


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

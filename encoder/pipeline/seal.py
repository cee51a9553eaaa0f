"""Whether anything has changed since the last run: what ``stat`` says of all that it read and made, as one digest."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from encoder import data, files
from encoder.edition import Edition
from encoder.pipeline.ledger import NAME as LEDGER
from encoder.pipeline.store import Store

if TYPE_CHECKING:
    from encoder.pipeline.build import Order

Signatures = dict[Path, str]  # what stat says of each file

PACKAGE = Path(__file__).resolve().parent.parent


def unbroken(order: Order, store: Store) -> bool:
    """Whether all is as the last run left it, and that run did what this one is to do."""
    last = store.fact("seal")
    if not isinstance(last, dict):  # nothing, or what another version of the program left
        return False
    besides = [Path(path) for path in last["besides"]]
    return bool(last["seal"] == of(order, of_edition(order.edition, besides), of_program()))


def put(order: Order, store: Store, read: Mapping[Path, str], besides: Iterable[Path]) -> None:
    """Seal a run. :param read: see :func:`of`. :param besides: files that it read elsewhere."""
    outside = {str(path): files.signature(path) for path in besides}
    told = {**read, **{Path(path): told for path, told in outside.items()}}
    store.set_fact("seal", {"seal": of(order, told, of_program()), "besides": sorted(outside)})


def of(order: Order, read: Mapping[Path, str], program: Mapping[Path, str]) -> str:
    """The seal of a run.

    :param read: the files of the edition that it read, or wrote to read them.
    """
    folders = [order.edition.build, *(order.edition.build / name for name in order.outputs)]
    made = [one for number, folder in enumerate(folders) for one in _files(folder, deep=number > 0)]
    told = sorted((str(path), told) for path, told in (*read.items(), *program.items()) if told)
    options = (order.outputs, order.encoding, order.encodes, order.edition)
    return files.digest(repr((told, sorted(made), options)).encode())


def of_edition(edition: Edition, besides: Iterable[Path] = ()) -> Signatures:
    """All files of an edition in order, without those that are made of it, and others that it reads."""
    found = {Path(path): told for path, told in sorted(_files(edition.root, without=edition.build.name))}
    others = [edition.tei / LEDGER, *besides]
    others += [edition.root / edition.schema / name for name in ("edition.rng", "edition.sch")]
    return found | {path: files.signature(path) for path in others}


def of_program() -> Signatures:
    """All files of the program that results are made from."""
    folders = (PACKAGE, data.XSLT, data.SCHEMA, data.REGISTERS)
    return {
        Path(path): told
        for folder in folders
        for path, told in sorted(_files(folder, without=data.INSTALLED.name))
    }


def _files(folder: Path, deep: bool = True, without: str = "") -> Iterator[tuple[str, str]]:
    """Path and signature of the files of a folder and those in it, but for hidden ones and one folder."""
    waiting: list[str | Path] = [folder]
    while waiting:
        try:
            found = os.scandir(waiting.pop())
        except FileNotFoundError:
            continue
        with found:
            for one in found:
                if one.name.startswith(".") or one.name in (without, "__pycache__"):
                    continue
                if not one.is_dir():
                    yield one.path, files.signature(one)
                elif deep:
                    waiting.append(one.path)

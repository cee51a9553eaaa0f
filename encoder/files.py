"""Files written whole or not at all."""

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from lxml import etree

from encoder.model import OutputFile, UsageError

try:
    import fcntl
except ImportError:  # Windows has no advisory locks of this kind
    fcntl = None  # type: ignore[assignment]


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep a folder for one run. The system lets go of the lock when the run ends, however it ends.

    :raises UsageError: another run has it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("wb") as file:
        if fcntl is not None:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise UsageError(f"{folder}: another run is writing there; wait until it is done.") from None
        yield


def read_xml(path: Path) -> etree._Element:
    """The root of one of the edition's own XML files; no entity or address is read.

    :raises UsageError: it is not well-formed.
    """
    try:
        return etree.parse(str(path), etree.XMLParser(resolve_entities=False, no_network=True)).getroot()
    except etree.XMLSyntaxError as error:
        raise UsageError(f"{path}: not well-formed XML: {error.msg}.") from None


def shown(paths: Iterable[Path]) -> list[Path]:
    """Files in order, without hidden ones, in which programs keep what is theirs."""
    return sorted(path for path in paths if not path.name.startswith("."))


def write(path: Path, data: bytes) -> None:
    """Write a file beside its place and rename it there; the folder is made where it is missing."""
    with new_file(path) as file:
        file.write(data)


@contextmanager
def new_file(path: Path) -> Iterator[IO[bytes]]:
    """A file to be filled, which then takes the place of the old one. If that fails, the old one stays as it was."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def replace_folder(folder: Path, files: Iterable[OutputFile]) -> list[str]:
    """Write some files into a new folder and put it in the place of the old one.

    :returns: their paths in it. If a file cannot be made, the old folder stays as it was.
    """
    written: list[str] = []
    with new_folder(folder) as new:
        for file in files:
            target = new / file.path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.data)
            written.append(file.path)
    return written


@contextmanager
def new_folder(folder: Path) -> Iterator[Path]:
    """A folder to be filled, which then takes the place of the old one. If that fails, the old one stays as it was."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    old = folder.with_name(f".{folder.name}.old")
    if old.exists() and not folder.exists():  # a run was killed between its last two steps
        old.replace(folder)
    for stale in folder.parent.glob(f".{folder.name}.*"):  # of a run that was killed
        shutil.rmtree(stale, ignore_errors=True) if stale.is_dir() else stale.unlink(missing_ok=True)
    new = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    try:
        yield new
        new.chmod(0o755)
        if folder.exists():
            folder.replace(old)
        new.replace(folder)
        shutil.rmtree(old, ignore_errors=True)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise

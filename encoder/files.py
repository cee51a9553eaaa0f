"""Files written whole or not at all."""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from lxml import etree

from encoder.model import UsageError

try:
    import fcntl
except ImportError:  # Windows has no advisory locks of this kind
    fcntl = None  # type: ignore[assignment]


STAGED = ".staged"  # how the name of a folder ends in which files wait for their place


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
        _locks.add(file)
        try:
            yield
        finally:
            _locks.discard(file)


def give_up_locks() -> None:
    """In a fork: the locks are its parent's, and must not outlive it."""
    for file in _locks:
        file.close()


_locks: set[IO[bytes]] = set()


def read_xml(path: Path) -> etree._Element:
    """The root of one of the edition's own XML files; no entity or address is read.

    :raises UsageError: it is not well-formed.
    """
    try:
        return etree.parse(str(path), etree.XMLParser(resolve_entities=False, no_network=True)).getroot()
    except etree.XMLSyntaxError as error:
        raise UsageError(f"{path}: not well-formed XML: {error.msg}.") from None


def digest(data: bytes) -> str:
    """SHA-256, in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def signature(path: Path | os.DirEntry[str]) -> str:
    """What ``stat`` says of a file: size, time of its last change and number; empty where there is none."""
    try:
        told = path.stat()
    except OSError:
        return ""
    return f"{told.st_size}-{told.st_mtime_ns}-{told.st_ino}"


def canonical(element: etree._Element) -> bytes:
    """An element's text as XML, without what follows it."""
    return etree.tostring(element, with_tail=False)


def shown(paths: Iterable[Path]) -> list[Path]:
    """Files in order, without hidden ones, in which programs keep what is theirs."""
    return sorted(path for path in paths if not path.name.startswith("."))


def write(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Write a file beside its place and rename it there; the folder is made where it is missing."""
    with new_file(path) as file:
        file.writelines([data] if isinstance(data, bytes) else data)


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


def write_new(path: Path, data: bytes) -> None:
    """Write a file that waits for its place in a folder of its own, where nobody reads it yet."""
    try:
        path.write_bytes(data)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def write_synced(path: Path, data: bytes) -> None:
    """The same, and onto the disk, so that it is whole even where the machine stops after it has been moved."""
    write_new(path, data)
    with path.open("rb") as file:
        os.fsync(file.fileno())


def clear_staged(folder: Path) -> None:
    """Remove what runs that were killed have left beside its place: hidden folders whose names end with STAGED."""
    for stale in folder.glob(f".*{STAGED}"):
        shutil.rmtree(stale, ignore_errors=True)


def move_staged(staged: Path, folder: Path, paths: Iterable[str]) -> None:
    """Put files in their places, one by one: at each moment each of them is the old or the new one, whole."""
    for path in paths:
        target = folder / path
        try:
            (staged / path).replace(target)
        except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
            _make_room(target, folder)
            (staged / path).replace(target)


def _make_room(target: Path, folder: Path) -> None:
    """A folder for a file: what an earlier run left there may be a file that is to be a folder, or the reverse."""
    for parent in reversed(target.relative_to(folder).parents):
        if (folder / parent).is_file():
            (folder / parent).unlink()
    if target.is_dir():
        shutil.rmtree(target)
    target.parent.mkdir(parents=True, exist_ok=True)


def keep_only(folder: Path, paths: Iterable[str]) -> None:
    """Remove all other files of a folder, and the folders that are then empty."""
    wanted = set(paths)
    for root, _, names in os.walk(folder, topdown=False):
        for name in names:
            path = Path(root) / name
            if path.relative_to(folder).as_posix() not in wanted:
                path.unlink()
        if Path(root) != folder and not os.listdir(root):  # noqa: PTH208
            Path(root).rmdir()

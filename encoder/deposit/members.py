"""The files of a package, whatever its form: a folder, a ``.zip``, a ``.tar.gz``. Each is read once, and nothing is unpacked.

A package may come from anybody. Names that lead out of it, links, devices, two files of one name, and archives that unpack to
many times their size are refused as soon as they are met; sizes are counted while reading and not believed.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from encoder.deposit.bag import CHUNK, read
from encoder.deposit.record import File
from encoder.model import Finding

# An archive that unpacks to more than this many times its size, and to more than FLOOR bytes, is a bomb: texts shrink to a
# twentieth at best.
RATIO, FLOOR = 200, 64 << 20
MOST_FILES = 2_000_000
# What is kept in memory to be read: manifests and metadata, which are small against the files.
MOST_KEPT = 1 << 30

Keep = Callable[[str], bool]
Members = Iterator[tuple[str, Iterator[bytes]]]


@dataclass(slots=True)
class Contents:
    """What is in a package: each file by its path, and the bytes of those that were to be kept.

    :param whole: whether everything could be read.
    """

    name: str
    files: dict[str, File] = field(default_factory=dict)
    kept: dict[str, bytes] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    whole: bool = True

    def tell(self, code: str, path: str, **words: str) -> None:
        self.findings.append(Finding(code, f"{self.name}/{path}" if path else self.name, words=words))


class RefusedError(Exception):
    """The package cannot be read on. ``code`` is that of the finding."""

    def __init__(self, code: str, path: str, **words: str) -> None:
        super().__init__(code)
        self.code, self.path, self.words = code, path, words


def contents(package: Path, keep: Keep) -> Contents:
    """Read a package.

    :param keep: which files are needed, by their paths from its root.
    """
    found = Contents(package.name)
    try:
        for path, chunks in _members(package, found):
            _take(found, path, chunks, keep(path))
    except RefusedError as refused:
        found.tell(refused.code, refused.path, **refused.words)
        found.whole = False
    except (
        OSError,
        zipfile.BadZipFile,
        tarfile.TarError,
        zlib.error,
        EOFError,
        NotImplementedError,
    ) as error:
        found.tell("D010", "", reason=f"it cannot be read: {' '.join(str(error).split()).rstrip('.')}")
        found.whole = False
    return found


def form(package: Path) -> str:
    """``folder``, ``zip`` or ``tar.gz``; empty for anything else."""
    if package.is_dir():
        return "folder"
    name = package.name.lower()
    return next((form for form, ends in _ENDS.items() if name.endswith(ends)), "")


_ENDS = {"zip": (".zip",), "tar.gz": (".tar.gz", ".tgz")}


def _members(package: Path, found: Contents) -> Members:
    kind = form(package)
    if not kind:
        reason = (
            "there is no such file or folder" if not package.exists() else "it is no folder, .zip or .tar.gz"
        )
        raise RefusedError("D010", "", reason=reason)
    if kind == "folder":
        return _of_folder(package, found)
    return _without_top(_of_zip(package) if kind == "zip" else _of_tar(package))


def _take(found: Contents, path: str, chunks: Iterator[bytes], kept: bool) -> None:
    if path in found.files:
        raise RefusedError("D023", path)
    if len(found.files) >= MOST_FILES:
        raise RefusedError("D022", "", limit=f"{MOST_FILES} files")
    sha256, sha512, size = hashlib.sha256(), hashlib.sha512(), 0
    pieces: list[bytes] = []
    room = MOST_KEPT - sum(map(len, found.kept.values())) if kept else 0
    for chunk in chunks:
        sha256.update(chunk)
        sha512.update(chunk)
        size += len(chunk)
        if kept:
            if size > room:
                raise RefusedError("D022", path, limit=f"{MOST_KEPT} bytes of manifests and metadata")
            pieces.append(chunk)
    found.files[path] = File(path, size, sha256.hexdigest(), sha512.hexdigest())
    if kept:
        found.kept[path] = b"".join(pieces)


def safe(path: str) -> bool:
    """Whether a path stays where it belongs: relative, without ``..``, backslash, drive or control character."""
    parts = path.split("/")
    wrong = any(part in ("", ".", "..") for part in parts) or "\\" in path or path.startswith("~")
    return not (wrong or re.match(r"[A-Za-z]:", path) or any(ord(sign) < 32 for sign in path))


def _of_folder(folder: Path, found: Contents, inside: str = "") -> Members:
    for entry in sorted(os.scandir(folder), key=lambda one: one.name):
        path = f"{inside}{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            yield from _of_folder(Path(entry.path), found, f"{path}/")
        elif entry.is_file(follow_symlinks=False):
            yield path, read(Path(entry.path))
        else:
            found.tell("D021", path, kind="a symbolic link" if entry.is_symlink() else "a device or pipe")


def _of_zip(package: Path) -> Members:
    bound = _Bound(package)
    with zipfile.ZipFile(package) as archive:
        for member in archive.infolist():
            mode = member.external_attr >> 16
            if stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
                raise RefusedError("D021", _shown(member.filename), kind="a symbolic link or device")
            if member.flag_bits & 1:
                raise RefusedError("D010", "", reason=f"{_shown(member.filename)} is encrypted")
            if not member.is_dir():
                with archive.open(member) as file:
                    yield _safe(member.filename), bound.counted(file)


def _of_tar(package: Path) -> Members:
    bound = _Bound(package)
    # gzip proves its own sum, which tarfile does not ask for: a byte between two files counts too.
    with gzip.open(package) as unpacked, tarfile.open(fileobj=unpacked, mode="r|") as archive:
        for member in archive:
            if not (member.isreg() or member.isdir()):
                kind = "a symbolic link" if member.issym() or member.islnk() else "a device or pipe"
                raise RefusedError("D021", _shown(member.name), kind=kind)
            file = archive.extractfile(member) if member.isreg() else None
            if file:
                yield _safe(member.name), bound.counted(file)
        for _ in bound.counted(unpacked):  # what stands behind the last file
            pass


def _safe(name: str) -> str:
    if not safe(name.removeprefix("./")):
        raise RefusedError("D015", "", target=_shown(name))
    return name.removeprefix("./")


def _shown(name: str) -> str:
    return "".join(sign if ord(sign) >= 32 else "�" for sign in name)


def _without_top(members: Members) -> Members:
    """A packed bag has one folder at its top (RFC 8493, 4.1)."""
    top = ""
    for path, chunks in members:
        folder, slash, rest = path.partition("/")
        if not slash or (top and folder != top):
            raise RefusedError(
                "D010", "", reason=f"an archive holds one folder, and in it the bag; {path} is beside it"
            )
        top = folder
        yield rest, chunks


class _Bound:
    """Counts what comes out of an archive."""

    def __init__(self, package: Path) -> None:
        self._most = max(FLOOR, RATIO * package.stat().st_size)
        self._seen = 0

    def counted(self, file: IO[bytes] | gzip.GzipFile) -> Iterator[bytes]:
        while chunk := file.read(CHUNK):
            self._seen += len(chunk)
            if self._seen > self._most:
                raise RefusedError("D022", "", limit=f"{RATIO} times its size")
            yield chunk

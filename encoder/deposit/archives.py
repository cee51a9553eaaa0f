"""A package as one file, ``.zip`` or ``.tar.gz``: the same bytes on every run and every machine.

Files stand in the order of their paths, with the edition's date for their time, readable by all. Nothing is compressed: what
compressors write changes from version to version, and what an archive keeps for good should be read without one.
"""

from __future__ import annotations

import datetime
import io
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any, cast

from encoder import files

Write = Callable[[Path, IO[bytes], datetime.date], None]
_MODE = 0o644


def write(folder: Path, form: str, target: Path, date: datetime.date) -> None:
    """Pack a folder; the folder's name is the one folder in the archive.

    :param form: one of FORMS. :param date: for the times of all files; a zip knows none before 1980.
    """
    with files.new_file(target) as file:
        FORMS[form](folder, file, date)


def _members(folder: Path) -> Iterator[tuple[str, Path]]:
    paths = [path for path in folder.rglob("*") if path.is_file()]
    names = {path.relative_to(folder.parent).as_posix(): path for path in paths}
    for name in sorted(names):
        yield name, names[name]


def _zip(folder: Path, file: IO[bytes], date: datetime.date) -> None:
    time = (max(date.year, 1980), date.month, date.day, 0, 0, 0)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for name, path in _members(folder):
            member = zipfile.ZipInfo(name, time)
            member.create_system = 3  # Unix, on every system
            member.external_attr = (0o100000 | _MODE) << 16
            member.file_size = path.stat().st_size
            with archive.open(member, "w") as target, path.open("rb") as source:
                _copy(source, target)


def _tar(folder: Path, file: IO[bytes], date: datetime.date) -> None:
    time = int(datetime.datetime.combine(date, datetime.time(), datetime.UTC).timestamp())
    packed = _Stored(file)
    with tarfile.open(fileobj=cast(IO[bytes], packed), mode="w|", format=tarfile.PAX_FORMAT) as archive:
        for name, path in _members(folder):
            member = tarfile.TarInfo(name)
            member.size = path.stat().st_size
            member.mtime = time
            member.mode = _MODE
            with path.open("rb") as source:
                archive.addfile(member, source)
    packed.finish()


def _copy(source: IO[bytes], target: IO[bytes]) -> None:
    while chunk := source.read(1 << 20):
        target.write(chunk)


class _Stored(io.RawIOBase):
    """Gzip with stored blocks (RFC 1951, 3.2.4; RFC 1952), written here because zlib chooses its own blocks."""

    _BLOCK = 65535

    def __init__(self, file: IO[bytes]) -> None:
        super().__init__()
        self._file = file
        self._pending = bytearray()
        self._sum = self._size = 0
        file.write(b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff")  # no name, no time, no system

    def write(self, data: Any) -> int:
        self._sum = zlib.crc32(data, self._sum)
        self._size += len(data)
        self._pending += data
        whole = len(self._pending) // self._BLOCK * self._BLOCK
        for start in range(0, whole, self._BLOCK):
            self._block(self._pending[start : start + self._BLOCK], last=False)
        del self._pending[:whole]
        return len(data)

    def _block(self, data: bytes | bytearray, last: bool) -> None:
        self._file.write(struct.pack("<BHH", last, len(data), len(data) ^ 0xFFFF))
        self._file.write(data)

    def finish(self) -> None:
        self._block(self._pending, last=True)
        self._file.write(struct.pack("<LL", self._sum, self._size & 0xFFFFFFFF))


FORMS: Mapping[str, Write] = {"zip": _zip, "tar.gz": _tar}

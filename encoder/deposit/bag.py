"""BagIt 1.0 (RFC 8493): a folder in which every file's sums stand beside it. Each file is read once, for both sums."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from encoder import __version__
from encoder.deposit.record import File, Record
from encoder.model import UsageError

CHUNK = 1 << 20
SUMS = ("sha256", "sha512")
DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
PROFILE = Path(__file__).with_name("bagit-profile.json")
PROFILE_ID = "urn:uuid:8801bde6-dc6a-4d2f-a926-339d5fce03e0"


class Bag:
    """A bag that is being written; until ``close`` it is none."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.files: list[File] = []

    def add(self, path: str, chunks: Iterable[bytes]) -> File:
        """Write a file below ``data``.

        :param path: relative to ``data``, with ``/``.
        """
        file = self._write(f"data/{path}", path, chunks)
        self.files.append(file)
        return file

    def close(self, record: Record) -> None:
        """Write the manifests and what is told of the bag."""
        tags = [
            self._tag("bagit.txt", [DECLARATION]),
            self._tag("bag-info.txt", _info(record, self.files)),
            self._tag("bagit-profile.json", [PROFILE.read_text(encoding="utf-8")]),
        ]
        payload = sorted(self.files, key=lambda file: file.path)
        tags += [self._tag(f"manifest-{sum}.txt", _manifest(payload, sum, "data/")) for sum in SUMS]
        tags.sort(key=lambda file: file.path)
        for sum in SUMS:
            self._tag(f"tagmanifest-{sum}.txt", _manifest(tags, sum, ""))

    def _tag(self, path: str, lines: Iterable[str]) -> File:
        return self._write(path, path, (line.encode() for line in lines))

    def _write(self, target: str, path: str, chunks: Iterable[bytes]) -> File:
        place = self._folder / target
        place.parent.mkdir(parents=True, exist_ok=True)
        sha256, sha512, size = hashlib.sha256(), hashlib.sha512(), 0
        with place.open("wb") as file:
            for chunk in chunks:
                sha256.update(chunk)
                sha512.update(chunk)
                size += file.write(chunk)
        return File(path, size, sha256.hexdigest(), sha512.hexdigest())


def read(path: Path) -> Iterator[bytes]:
    """The bytes of a file, a piece at a time."""
    with path.open("rb", buffering=0) as file:
        while chunk := file.read(CHUNK):
            yield chunk


def _manifest(files: Iterable[File], sum: str, folder: str) -> Iterator[str]:
    for file in files:
        yield f"{getattr(file, sum)}  {folder}{file.path}\n"


def _info(record: Record, files: list[File]) -> Iterator[str]:
    """``bag-info.txt`` (RFC 8493, 2.2.2). The date is the edition's."""
    size = sum(file.size for file in files)
    told = {
        "Source-Organization": record.publisher.name,
        "Organization-Address": record.place,
        "Contact-Name": record.contact[0],
        "Contact-Email": record.contact[1],
        "External-Description": record.summary,
        "External-Identifier": record.address,
        "Bagging-Date": record.date,
        "Bag-Size": _readable(size),
        "Payload-Oxum": f"{size}.{len(files)}",
        "Bag-Group-Identifier": record.id,
        "Bag-Count": "1 of 1",
        "Internal-Sender-Identifier": record.name,
        "Internal-Sender-Description": record.full_title,
        "BagIt-Profile-Identifier": PROFILE_ID,
        "Bag-Software-Agent": f"encoder {__version__}",
    }
    for label, value in told.items():
        if value:
            yield f"{label}: {' '.join(value.split())}\n"


def _readable(size: int) -> str:
    units = ("bytes", "KB", "MB", "GB", "TB")
    step = min(max(len(str(size)) - 1, 0) // 3, len(units) - 1)
    return f"{size / 1000**step:.{1 if step else 0}f} {units[step]}"


def named(edition: str, date: str) -> str:
    """The name of a package.

    :raises UsageError: the edition's id cannot be the name of a folder.
    """
    if not edition or any(sign not in "abcdefghijklmnopqrstuvwxyz0123456789_-." for sign in edition.lower()):
        raise UsageError(f"edition.toml: id is {edition!r}; a package is named by it: use a-z, 0-9, _ and -.")
    return f"{edition.lower()}-{date}"

"""Under which rights each file of a package stands; ``LICENSE.txt``."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from encoder.deposit.record import Licence, Record

WIDTH = 78
_SOURCES = (
    "The texts in this folder are as they were received. Their rights remain with their holders; the licence of the "
    "edition does not cover them."
)


def of(record: Record, path: str) -> Licence:
    """The rights in a file: what its own header says, what ``edition.toml`` says of the sources, else the edition's licence.

    :param path: relative to ``data``.
    """
    if path.startswith("sources/"):
        return Licence("Rights of the source texts", "", text=record.sources_rights or _SOURCES)
    own = record.licences.get(path)
    return own if own and own.url != record.licence.url else record.licence


def text(record: Record) -> Iterator[str]:
    """``LICENSE.txt``: each licence, then the files that stand under it."""
    yield f"RIGHTS\n\n{record.full_title}\n{record.publisher.name}, {record.year}\n"
    groups: dict[Licence, list[str]] = {}
    for file in record.files:
        groups.setdefault(of(record, file.path), []).append(file.path)
    groups.setdefault(record.licence, [])
    for licence, paths in sorted(groups.items(), key=lambda group: group[0] != record.licence):
        yield "\n\n" + licence.name + "\n" + "-" * len(licence.name) + "\n"
        if licence.url:
            yield f"{licence.url}\n"
        if licence.spdx:
            yield f"SPDX-License-Identifier: {licence.spdx}\n"
        if licence.text:
            yield f"\n{textwrap.fill(licence.text, WIDTH)}\n"
        yield "\nIt holds for:\n"
        yield from (f"  {one}\n" for one in _listed(record, paths, groups))
    if record.rights_holder.name:
        yield f"\n\nHolder of the rights in the edition: {record.rights_holder.name}\n"
    yield "\nro-crate-metadata.json says the same of each file (license; a file without has that of the whole).\n"


def _listed(record: Record, paths: list[str], groups: dict[Licence, list[str]]) -> Iterator[str]:
    """Folders as a whole where all their files stand under one licence, else file by file."""
    others = {path.split("/")[0] for group in groups.values() if group is not paths for path in group}
    told: dict[str, int] = {}
    for path in paths:
        folder = path.split("/")[0]
        if "/" in path and folder not in others:
            told[folder] = told.get(folder, 0) + 1
    yield from (f"{folder}/ (all files)" for folder in told)
    yield from (path for path in paths if "/" not in path or path.split("/")[0] not in told)
    if paths and groups.get(record.licence) is paths:
        yield "metadata/ and the other files that describe the package"

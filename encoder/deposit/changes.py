"""``CHANGES.txt``: what has changed since the package before, document by document, text and markup apart."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from encoder.deposit.record import Change, Record
from encoder.deposit.rights import WIDTH

_KINDS = {
    "added": "new in this package",
    "removed": "no longer in the edition",
    "text": "text changed",
    "markup": "markup changed",
    "header": "header changed",
}
HEADING = "CHANGES"


def text(record: Record) -> Iterator[str]:
    """This package first, then what its predecessor said of those before."""
    previous = record.previous
    yield f"{HEADING}\n\n{_named(record.name, record.version)}\n"
    if previous is None:
        yield f"  The first package: {record.extent}.\n"
        return
    yield f"  Compared with {_named(previous.name, previous.version)}"
    yield f", https://doi.org/{previous.doi}" if previous.doi else ""
    yield f": {len(previous.changes)} documents changed, {previous.unchanged} unchanged.\n"
    for change in previous.changes:
        yield f"\n  {change.id}: {_said(change)}\n"
        yield textwrap.fill(change.title, WIDTH, initial_indent="    ", subsequent_indent="    ") + "\n"
    yield f"\n{previous.history}" if previous.history else ""


def _named(name: str, version: str) -> str:
    return f"{name} (version {version})" if version else name


def _said(change: Change) -> str:
    said = "; ".join(_KINDS[kind] for kind in change.kinds)
    gone, new = change.words
    return f"{said} ({gone} words gone, {new} new)" if "text" in change.kinds else said

"""``provenance.json``: the program, its options, and the SHA-256 of every file it read. No clock and no machine is in it."""

from __future__ import annotations

import json
from collections.abc import Iterator

from encoder import __version__
from encoder.deposit.record import Record


def text(record: Record) -> Iterator[str]:
    head = {
        "edition": record.id,
        "date": record.date,
        "program": {"name": "encoder", "version": __version__},
        "options": [f"--previous {record.previous.name}"] if record.previous else [],
        "findings": dict(record.findings),
    }
    yield json.dumps(head, ensure_ascii=False, indent=1)[:-2] + ',\n "inputs": [\n'
    rows = (
        "  " + json.dumps({"path": one.path, "sha256": one.sha256, "in": one.file}, ensure_ascii=False)
        for one in record.inputs
    )
    yield next(rows, "")
    yield from (f",\n{row}" for row in rows)
    yield "\n ]\n}\n"

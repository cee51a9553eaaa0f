"""``metadata/documents.csv``: the documents as a table (RFC 4180), for a finding aid or a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from encoder.deposit.record import Record

COLUMNS = "id file title date language original-language country settlement repository collection shelfmark address".split()


def text(record: Record) -> Iterator[str]:
    yield _row(COLUMNS)
    for one in record.documents:
        held = (one.country, one.settlement, one.repository, one.collection, one.shelfmark)
        told = (one.language, " ".join(one.source_languages), *held, " ".join(one.addresses))
        yield _row((one.id, one.path, one.title, one.date, *told))


def _row(values: tuple[str, ...] | list[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(values)
    return line.getvalue()

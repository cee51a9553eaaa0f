"""``CITATION.cff``: how to cite the edition.

Source: https://github.com/citation-file-format/citation-file-format/blob/main/schema-guide.md (1.2.0)
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from encoder.deposit.record import Party, Record


def text(record: Record) -> Iterator[str]:
    yield "cff-version: 1.2.0\n"
    yield f"message: {_quoted('If you use this edition, please cite it as below.')}\n"
    yield "type: dataset\n"
    yield f"title: {_quoted(record.full_title)}\n"
    yield "authors:\n"
    for party in record.creators:
        yield _party(party)
    yield f"date-released: {record.date}\n"
    facts = {"version": record.version, "doi": record.doi, "url": record.url, "abstract": record.summary}
    facts |= {"license": record.licence.spdx} if record.licence.spdx else {"license-url": record.licence.url}
    for key, value in facts.items():
        if value and not (key == "license-url" and not value.startswith("http")):
            yield f"{key}: {_quoted(value)}\n"
    if record.keywords:
        yield "keywords:\n" + "".join(f"  - {_quoted(word)}\n" for word in record.keywords)


def _party(party: Party) -> str:
    if not party.person:
        return f"  - name: {_quoted(party.name)}\n"
    rows = {"family-names": party.family, "given-names": party.given, "affiliation": party.affiliation}
    rows["orcid"] = party.identifier
    told = [f"{key}: {_quoted(value)}\n" for key, value in rows.items() if value]
    return "  - " + "    ".join(told)


def _quoted(value: str) -> str:
    """A YAML double-quoted scalar: what JSON writes is one."""
    return json.dumps(value, ensure_ascii=False)

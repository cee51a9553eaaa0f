"""The index: from the entries of all documents to scripts of which a query loads a few.

- ``words/N.js``: some words in order, each with its postings; a shard is at most ``SHARD`` bytes, or one word.
- ``forms/N.js``: some names in order, each with the entries of registers and the other forms that go with it.
- ``ids/N.js``: the identifiers of ``TOGETHER`` documents.
- ``persons.js``, ``places.js``: the entries that documents name, each with its names.
- ``index.js``: with which word each shard begins, and the facets of all documents.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator

from encoder.edition import Edition
from encoder.model import OutputFile
from encoder.outputs.html.search.facets import Facets
from encoder.outputs.html.search.forms import Forms, entries
from encoder.outputs.html.search.leaves import script
from encoder.outputs.html.search.postings import Postings
from encoder.outputs.html.sheets import common, sheets
from encoder.outputs.output import Entries

SHARD = 16_000
TOGETHER = 64
PICKED = ("persons", "places")  # registers whose entries can be picked as a facet


def files(edition: Edition, told: Entries, shared: str) -> Iterator[OutputFile]:
    """The page for search and the scripts of the index.

    :raises UsageError: a register is not XML.
    """
    forms, facets = Forms(), Facets()
    seal = hashlib.sha256(
        "\n".join(told.ids).encode()
    )  # of the whole: a browser keeps no shard of an index that has been made anew
    named: set[str] = set()
    starts: dict[str, list[str]] = {"words": [], "forms": []}

    def sharded(kind: str, rows: Iterable[tuple[str, str]]) -> Iterator[OutputFile]:
        for number, (start, shard) in enumerate(_shards(rows)):
            starts[kind].append(start)
            seal.update(shard.encode())
            yield script(f"{kind}/{number}", shard)

    def noted(rows: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
        for word, postings in rows:
            if word.startswith("@"):
                named.add(word[1:])
            yield word, postings

    with Postings() as postings:
        for text in told.of("search"):
            seal.update(text.encode())
            document = json.loads(text)
            facets.add(document)
            for leaf in document["leaves"]:
                postings.add(leaf)
            for pair in document["forms"]:
                forms.add_pair(*pair.split("\t"))
        yield from sharded("words", noted(postings.rows()))
    registers = {
        register: [entry for entry in known if entry.entry in named]
        for register, known in entries(edition).items()
    }
    for known in registers.values():
        for entry in known:
            forms.add_entry(entry)
    yield from sharded("forms", forms.rows())
    for number, start in enumerate(range(0, len(told.ids), TOGETHER)):
        yield script(f"ids/{number}", list(told.ids[start : start + TOGETHER]))
    for register in PICKED:
        picked = sorted(registers[register], key=lambda entry: entry.forms)
        yield script(register, [[entry.entry, *entry.forms] for entry in picked])
    page = sheets().run("html", "<search/>", **common(edition, shared))
    yield OutputFile("search.html", page.encode())
    yield script("index", {**starts, **facets.told(), "seal": seal.hexdigest()[:12]})


def _shards(rows: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Rows put together, each shard with the first word in it."""
    lines: list[str] = []
    start, size = "", 0
    for word, value in rows:
        length = len(word.encode()) + len(value.encode()) + 2
        if lines and size + length > SHARD:
            yield start, "\n".join(lines)
            lines, size = [], 0
        if not lines:
            start = word
        lines.append(f"{word}\t{value}")
        size += length
    if lines:
        yield start, "\n".join(lines)

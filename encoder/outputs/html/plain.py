"""The text of each document by itself: a heading, then its passages, parted by empty lines."""

from __future__ import annotations

from collections.abc import Iterator

from encoder.edition import Edition
from encoder.model import OutputFile, TeiFile
from encoder.outputs.html.told import told
from encoder.outputs.output import Place


def files(edition: Edition, document: TeiFile, place: Place) -> Iterator[OutputFile]:
    facts = told(edition, document)
    heading = "\n".join(facts[name] for name in ("title", "date", "reference") if facts[name])
    passages = [text for target, text, *_ in facts["passages"] if target != "edition-summary"]
    yield OutputFile(f"text/{document.id}.txt", ("\n\n".join([heading, *passages]) + "\n").encode())

"""The TEI of each document beside its page."""

from collections.abc import Iterator

from encoder.edition import Edition
from encoder.model import OutputFile, TeiFile
from encoder.outputs.output import Place


def files(edition: Edition, document: TeiFile, place: Place) -> Iterator[OutputFile]:
    yield OutputFile(f"tei/{document.id}.xml", document.xml.encode())

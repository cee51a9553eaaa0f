"""The page of one document."""

from collections.abc import Iterator

from encoder.edition import Edition
from encoder.model import OutputFile, TeiFile
from encoder.outputs.html import names
from encoder.outputs.html.sheets import common, of_document, parsed
from encoder.outputs.html.told import prepared
from encoder.outputs.output import Place


def files(edition: Edition, document: TeiFile, place: Place) -> Iterator[OutputFile]:
    """The page, with its place in the edition and links to those before and after it."""
    parameters = {
        **common(edition, place.shared),
        "id": document.id,
        "number": place.number,
        "names": parsed(names.pointed(edition, document)),
    }
    for name, beside in (("previous", place.previous), ("next", place.next)):
        if beside:
            parameters[name] = parsed(beside["contents"])
    page = of_document(document, "run", "html", prepared(edition, document), **parameters)
    yield OutputFile(f"{document.id}.html", page.encode())

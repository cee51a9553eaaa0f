"""A document by itself."""

from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from encoder.edition import Edition, date_of
from encoder.model import Finding, OutputFile, TeiFile
from encoder.outputs.output import Place
from encoder.outputs.print import entry
from encoder.outputs.print.fonts import fonts
from encoder.outputs.print.inputs import inputs
from encoder.outputs.print.settings import settings
from encoder.outputs.print.typesetting import Job


def files(edition: Edition, document: TeiFile, place: Place) -> Iterator[OutputFile | Finding]:
    """``documents/ID.pdf``: the pages of the document as the volume has them, but for their numbers.

    What there is to tell of it, the volume tells.
    """
    chosen = settings(edition)
    if not chosen.documents:
        return
    at_hand = fonts(edition, chosen)
    authors = ", ".join(editor.name for editor in edition.editors)
    xml = entry.numbered(entry.entry(edition, document), place.number)
    told = inputs(
        f"<book><edition title={quoteattr(edition.title)} author={quoteattr(authors)}/>{xml}</book>",
        chosen,
        at_hand,
        at_hand.missing(frozenset(xml)),
        {f"{document.id}.xml": document.xml},
    )
    yield OutputFile(
        f"documents/{document.id}.pdf", Job("single.typ", at_hand.found, told).pdf(date_of(edition))
    )

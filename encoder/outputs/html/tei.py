"""The TEI of each document beside its page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from encoder.edition import Edition
from encoder.markup import TEI, XML
from encoder.model import OutputFile, TeiFile
from encoder.outputs.html.told import renamed
from encoder.outputs.output import Place

_CITED = tuple(TEI + name for name in ("p", "ab", "head", "item"))


def files(edition: Edition, document: TeiFile, place: Place) -> Iterator[OutputFile]:
    """The file as it is; with ``xml:id`` for its passages where they are not called by their place in the document."""
    names = renamed(edition, document)
    data = _named(document.xml, names) if names else document.xml.encode()
    yield OutputFile(f"tei/{document.id}.xml", data)


def _named(xml: str, names: Mapping[str, str]) -> bytes:
    """The names of passages written out, so that ``citeStructure`` in the header finds them."""
    tree = etree.fromstring(
        xml.encode(), etree.XMLParser(resolve_entities=False, no_network=True)
    ).getroottree()
    passages = (
        element
        for text in tree.getroot().iterfind(TEI + "text")
        for element in text.iter(*_CITED)
        if next(element.iterancestors(TEI + "note"), None) is None
    )
    for number, element in enumerate(passages, 1):
        if element.get(XML + "id") is None:
            element.set(XML + "id", names.get(f"p{number}", f"p{number}"))
    return etree.tostring(tree, encoding="UTF-8", xml_declaration=True)

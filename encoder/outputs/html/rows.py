"""The documents as lists show them: the attributes of their entries, with their numbers."""

from collections.abc import Iterator

from lxml import etree

from encoder.outputs.output import Entries


def numbered(entries: Entries) -> Iterator[etree._Element]:
    """The entry of each document in the order of the edition, with its place in it as ``number``."""
    for number, told in enumerate(entries.of("contents"), 1):
        document = etree.fromstring(told)
        document.set("number", str(number))
        yield document


def row(document: etree._Element) -> etree._Element:
    """An entry without the lists that it is in."""
    return etree.Element("document", {str(name): str(value) for name, value in document.attrib.items()})

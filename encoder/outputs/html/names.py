"""The index of names: the entries of the registers that documents name, and where they do."""

from collections.abc import Iterator

from lxml import etree

from encoder.edition import Edition
from encoder.files import read_xml
from encoder.model import OutputFile
from encoder.outputs.html.sheets import common, sheets
from encoder.outputs.output import Entries

REGISTERS = {"persons": "person", "places": "place", "organizations": "org"}  # file: its entries
_TEI = "{http://www.tei-c.org/ns/1.0}"
_ID = "{http://www.w3.org/XML/1998/namespace}id"


def named(edition: Edition, entries: Entries) -> bool:
    """Whether a document names anybody who has an entry.

    :raises UsageError: a register is not XML.
    """
    known = {
        f"../registers/{name}.xml#{entry.get(_ID)}"
        for name, kind in REGISTERS.items()
        for entry in register(edition, name, kind)
    }
    return any(
        name.get("ref") in known
        for entry in entries.of("contents")
        for name in etree.fromstring(entry).iter("name")
    )


def files(edition: Edition, entries: Entries, facts: str) -> Iterator[OutputFile]:
    """The one page, where there is anything to list."""
    if etree.fromstring(facts).get("names") is None:
        return
    root = etree.Element("names", language=edition.language)
    etree.SubElement(root, "documents").extend(map(etree.fromstring, entries.of("contents")))
    for name, kind in REGISTERS.items():
        etree.SubElement(root, "register", name=name).extend(register(edition, name, kind))
    page = sheets().run("html", etree.tostring(root, encoding="unicode"), **common(edition, facts))
    yield OutputFile("names.html", page.encode())


def address(name: str, identifier: str) -> str:
    """Where the pages tell of an entry of a register."""
    return f"names.html#{name}-{identifier}"


def register(edition: Edition, name: str, kind: str) -> list[etree._Element]:
    """The entries of a register.

    :raises UsageError: it is not XML.
    """
    path = edition.registers / f"{name}.xml"
    return list(read_xml(path).iter(_TEI + kind)) if path.exists() else []

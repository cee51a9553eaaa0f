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
        f"../registers/{register}.xml#{entry.get(_ID)}"
        for register, kind in REGISTERS.items()
        for entry in _register(edition, register, kind)
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
    for register, kind in REGISTERS.items():
        etree.SubElement(root, "register", name=register).extend(_register(edition, register, kind))
    page = sheets().run("html", etree.tostring(root, encoding="unicode"), **common(edition, facts))
    yield OutputFile("names.html", page.encode())


def _register(edition: Edition, register: str, kind: str) -> list[etree._Element]:
    path = edition.registers / f"{register}.xml"
    return list(read_xml(path).iter(_TEI + kind)) if path.exists() else []

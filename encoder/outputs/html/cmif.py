"""The correspondence of the edition for correspSearch, where the edition has an address (``xslt/html/cmif.xsl``)."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

from lxml import etree

from encoder import data
from encoder.edition import Edition
from encoder.model import OutputFile, TeiFile
from encoder.outputs.html import names, settings
from encoder.outputs.html.sheets import parsed, sheets
from encoder.outputs.html.told import told
from encoder.outputs.output import Entries


def entry(edition: Edition, document: TeiFile) -> str:
    """Who wrote the document to whom, as TEI; empty where it does not say."""
    letter = told(edition, document)["letter"]
    return f'<letter id="{document.id}">{letter}</letter>' if letter else ""


def files(edition: Edition, entries: Entries, facts: str) -> Iterator[OutputFile]:
    """``cmif.xml``, where any document is a letter."""
    site = settings.address(edition)
    letters = [letter for letter in entries.of("letter") if letter]
    if not site or not letters:
        return
    root = etree.Element("letters", uuid=identifier(site))
    root.extend(map(etree.fromstring, letters))
    for register, kind in names.REGISTERS.items():
        etree.SubElement(root, "register", name=register).extend(names.register(edition, register, kind))
    made = sheets().run(
        "cmif",
        etree.tostring(root, encoding="unicode"),
        edition=parsed(facts),
        authorities=parsed((data.XSLT / "authorities.xml").read_text(encoding="utf-8")),
    )
    yield OutputFile("cmif.xml", f'<?xml version="1.0" encoding="UTF-8"?>\n{made}\n'.encode())


def identifier(site: str) -> str:
    """A UUID that is always the same for a site, and begins with a letter, as an ``xml:id`` must."""
    found = uuid.uuid5(uuid.NAMESPACE_URL, site)
    while str(found)[0].isdigit():
        found = uuid.uuid5(uuid.NAMESPACE_URL, str(found))
    return str(found)

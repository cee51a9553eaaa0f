"""What all outputs tell their stylesheets: the edition's facts, the labels and the signs of its house."""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from encoder import data
from encoder.edition import Edition, date_of
from encoder.files import read_xml
from encoder.markup import TEI, XML
from encoder.model import UsageError
from encoder.saxon import Stylesheets


def words(sheets: Stylesheets) -> dict[str, Any]:
    """Labels and signs, as documents for stylesheets, which can read no file themselves."""
    return {
        name: sheets.parse((data.XSLT / f"{name}.xml").read_text(encoding="utf-8"))
        for name in ("labels", "style")
    }


def house(edition: Edition) -> str:
    """The edition's house style.

    :raises UsageError: ``xslt/style.xml`` has no signs for it.
    """
    houses = [house.get("name", "") for house in etree.parse(data.XSLT / "style.xml").iterfind("house")]
    if edition.house not in houses:
        raise UsageError(
            f"edition.toml: there are no signs for house {edition.house!r}; "
            f"xslt/style.xml has {', '.join(houses)}."
        )
    return edition.house


REGISTERS = {"persons": "person", "places": "place", "organizations": "org"}  # file: its entries


def registers(edition: Edition) -> Iterator[etree._Element]:
    """The registers of the edition, each as <register name> with its entries.

    :raises UsageError: one is not XML.
    """
    for name, kind in REGISTERS.items():
        path = edition.registers / f"{name}.xml"
        register = etree.Element("register", name=name)
        register.extend(list(read_xml(path).iter(TEI + kind)) if path.exists() else [])
        yield register


def guidelines() -> etree._Element:
    """The chapters on brackets of the guidelines, which say how each reading is understood, as <guidelines>."""
    root = etree.Element("guidelines")
    root.extend(
        list(read_xml(data.SCHEMA / "edition.odd").iterfind(f".//{TEI}div[@{XML}id='readings']/{TEI}div"))
    )
    return root


def described(edition: Edition) -> etree._Element:
    """What ``edition.toml`` says, as the stylesheets see it."""
    root = etree.Element("edition", date=date_of(edition).isoformat(), status=edition.status)
    for name in ("title", "subtitle", "description", "publisher", "place", "citation"):
        etree.SubElement(root, name).text = getattr(edition, name)
    for editor in edition.editors:
        etree.SubElement(root, "editor", role=editor.role).text = editor.name
    etree.SubElement(root, "licence", href=edition.licence.url).text = edition.licence.name
    etree.SubElement(root, "rights").text = edition.licence.text
    return root

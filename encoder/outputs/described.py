"""What all outputs tell their stylesheets: the edition's facts, the labels and the signs of its house."""

from typing import Any

from lxml import etree

from encoder import data
from encoder.edition import Edition, date_of
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

"""Drawings in SVG, made when the edition is built."""

from typing import cast

from lxml import etree

SVG = "http://www.w3.org/2000/svg"
WIDTH = 960  # of every drawing, in its own units


def drawing(kind: str, height: float, role: str) -> etree._Element:
    """An empty drawing.

    :param kind: its class. :param role: ``img``, or ``group`` where parts of it are links.
    """
    attributes = {"viewBox": f"0 0 {WIDTH} {number(height)}", "class": kind, "role": role}
    return etree.Element(f"{{{SVG}}}svg", attributes, cast(dict[str, str], {None: SVG}))


def shape(parent: etree._Element, element: str, /, **attributes: str | float) -> etree._Element:
    """A shape in a drawing; ``_`` in a name stands for ``-``, and ``kind`` for its class."""
    names = {"kind": "class"}
    given = {
        names.get(key, key.replace("_", "-")): value if isinstance(value, str) else number(value)
        for key, value in attributes.items()
    }
    return etree.SubElement(parent, f"{{{SVG}}}{element}", given)


def number(value: float) -> str:
    """To a tenth, without a needless nought."""
    return f"{value:.1f}".removesuffix(".0")

"""A document against the rules of the guidelines: the stylesheet that is made of the Schematron schema."""

from collections.abc import Iterator
from functools import cache
from pathlib import PurePath
from typing import Any

from lxml import etree

from encoder.checks.places import Places
from encoder.data import SCHEMA
from encoder.model import Finding
from encoder.saxon import Stylesheets, TransformError

NAME = "checker"
STYLESHEET = SCHEMA / "edition.checker.xsl"


@cache
def edition() -> Stylesheets:
    """The rules of these editions, compiled once in a process.

    A caller with stylesheets of its own adds STYLESHEET to them under NAME and passes them on: then one
    parsed document serves all.
    """
    return Stylesheets({NAME: STYLESHEET})


def findings(
    path_name: str,
    tree: etree._ElementTree,
    stylesheets: Stylesheets | None = None,
    node: Any = None,
    data: bytes = b"",
) -> list[Finding]:
    """What is wrong with a document.

    :param stylesheets: those that hold the checker, if not its own.
    :param node: the document as parsed by them.
    :param data: the bytes the document was read from; with them findings have columns.
    """
    sheets = stylesheets or edition()
    context = etree.tostring(tree, encoding="unicode") if node is None else node
    try:
        result = sheets.run(NAME, context, address=PurePath(path_name).name)
    except TransformError as error:
        return [Finding("T100", path_name, words={"reason": str(error)})]
    if "<failure " not in result:
        return []
    failures = _failures(path_name, tree, result, Places(tree, data))
    return sorted(failures, key=lambda finding: (finding.line, finding.column, finding.code))


def _failures(path_name: str, tree: etree._ElementTree, result: str, places: Places) -> Iterator[Finding]:
    for failure in etree.fromstring(result):
        line, column = places.of(_element(tree, failure.get("at", "1")))
        words = {"message": " ".join((failure.text or "").split())}
        yield Finding(failure.get("code", ""), path_name, line, column, words)


def _element(tree: etree._ElementTree, place: str) -> etree._Element:
    """The element at a place as the checker names it: positions among child elements, from the root down."""
    element = tree.getroot()
    for position in place.split("/")[1:]:
        element = [child for child in element if isinstance(child.tag, str)][int(position) - 1]
    return element

"""Bytes to a tree, safely: the one way by which a TEI file is read."""

from typing import cast

from lxml import etree

from encoder.checks.complaints import plain
from encoder.checks.places import line
from encoder.model import Finding

DEPTH = 100  # SaxonC refuses deeper documents; libxml2 would take 256
BYTES = 64 * 2**20

_XI = "{http://www.w3.org/2001/XInclude}"
_deeper = etree.XPath(f"({'/*' * (DEPTH + 1)})[1]")
_included = etree.XPath("//xi:include", namespaces={"xi": _XI[1:-1]})


def parse(path_name: str, data: bytes) -> etree._ElementTree | Finding:
    """The document, or the reason why it is none.

    A document with a DOCTYPE is refused whole, since only there can an entity be declared that reads a file
    or grows without bound; so is one that asks for another file by XInclude, and one that nests without
    measure. No file or address is read, whatever the document says.
    """
    if not data.strip():
        return Finding("T001", path_name, 1, 1, {"reason": "it is empty"})
    if len(data) > BYTES:
        megabytes = {"size": str(len(data) // 2**20), "limit": str(BYTES // 2**20)}
        return Finding("T005", path_name, words=megabytes)
    try:
        tree = etree.ElementTree(etree.fromstring(data, _parser()))
    except etree.XMLSyntaxError as error:
        return _syntax(path_name, error, data)
    return _refusal(path_name, tree, data) or tree


def _parser() -> etree.XMLParser:
    """A new one each time: a parser keeps the errors of its last document."""
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


def _syntax(path_name: str, error: etree.XMLSyntaxError, data: bytes) -> Finding:
    reason = str(error.msg).split(", line ")[0].strip()
    row, column = error.position if error.lineno else (0, 0)
    if "xcessive depth" in reason:
        return Finding("T004", path_name, row, column, {"limit": str(DEPTH)})
    if reason.endswith(" already defined"):
        return Finding("T006", path_name, row, column, {"id": reason.split()[1]})
    if "ntity" in reason and ("loop" in reason or "amplification" in reason):
        return Finding("T002", path_name, *_doctype(data))
    return Finding("T001", path_name, row, max(column, 0), {"reason": plain(reason)})


def _refusal(path_name: str, tree: etree._ElementTree, data: bytes) -> Finding | None:
    if tree.docinfo.internalDTD is not None or tree.docinfo.doctype:
        return Finding("T002", path_name, *_doctype(data))
    if includes := cast(list[etree._Element], _included(tree)):
        return Finding("T003", path_name, line(includes[0]), 0, {"target": includes[0].get("href", "")})
    if deep := cast(list[etree._Element], _deeper(tree)):
        return Finding("T004", path_name, line(deep[0]), 0, {"limit": str(DEPTH)})
    return None


def _doctype(data: bytes) -> tuple[int, int]:
    """Line and column of the DOCTYPE; 0 in an encoding in which it does not look like that."""
    before, found, _ = data.partition(b"<!DOCTYPE")
    return (before.count(b"\n") + 1, len(before) - before.rfind(b"\n")) if found else (0, 0)

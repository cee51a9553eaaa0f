"""The HTML edition: a table of contents, an index of names, a page for each document, and what the pages need."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from lxml import etree

from encoder import __version__, data
from encoder.edition import Edition
from encoder.files import read_xml
from encoder.model import OutputFile, TeiFile, UsageError
from encoder.outputs import shared
from encoder.saxon import Stylesheets, TransformError

ASSETS = ("edition.css", "beside.css", "edition.js", "icon.svg")
REGISTERS = {"persons": "person", "places": "place", "organizations": "org"}  # file: its entries
RESERVED = ("index", "names")  # pages of the edition as a whole, which no document can be called
TEI = "{http://www.tei-c.org/ns/1.0}"


def files(edition: Edition, documents: Sequence[TeiFile]) -> Iterator[OutputFile]:
    """The files of the HTML edition.

    :param documents: in the order of the edition; the number of each is its place, counted from 1.
    :raises UsageError: the edition's house has no signs, a register is not XML, or a document has the name of a page
        that belongs to all.
    :raises TransformError: a document has an element that the pages do not know; the text names both.
    """
    _refuse(documents)
    trees = [_step("prepare", document, _sheets().parse(document.xml)) for document in documents]
    entries = [_step("entry", document, tree) for document, tree in zip(documents, trees, strict=True)]
    names = _names(edition, [str(entry) for entry in entries])
    facts = _sheets().parse(_facts(edition, [str(entry) for entry in entries], names is not None))
    common = _words() | {"edition": facts, "language": edition.language, "house": shared.house(edition)}
    yield _file("index.html", _sheets().run("html", facts, **common))
    if names is not None:
        yield _file("names.html", _sheets().run("html", names, **common))
    for place, document in enumerate(documents):
        yield _file(f"{document.id}.html", _page(document, trees[place], common | _place(place, entries)))
        yield _file(f"tei/{document.id}.xml", document.xml)
    for name in ASSETS:
        yield OutputFile(name, (data.XSLT / "assets" / name).read_bytes())


def _refuse(documents: Sequence[TeiFile]) -> None:
    for document in documents:
        if document.id.lower() in RESERVED:
            raise UsageError(
                f"{document.id}: a page of the edition as a whole is called so; rename the document."
            )


@cache
def _sheets() -> Stylesheets:
    return Stylesheets(
        {
            "prepare": data.XSLT / "prepare.xsl",
            "entry": data.XSLT / "html" / "entry.xsl",
            "html": data.XSLT / "html.xsl",
        }
    )


@cache
def _words() -> dict[str, Any]:
    return shared.words(_sheets())


def _step(name: str, document: TeiFile, tree: Any) -> Any:
    try:
        return _sheets().tree(name, tree)
    except TransformError as error:
        raise TransformError(f"{document.id}: {error}") from error


def _page(document: TeiFile, tree: Any, parameters: Mapping[str, Any]) -> str:
    try:
        return _sheets().run("html", tree, **parameters)
    except TransformError as error:
        raise TransformError(f"{document.id}: {error}") from error


def _place(place: int, entries: Sequence[Any]) -> dict[str, Any]:
    """The number of a document, and the entries of those before and after it."""
    parameters = {"number": place + 1}
    if place > 0:
        parameters["previous"] = entries[place - 1]
    if place + 1 < len(entries):
        parameters["next"] = entries[place + 1]
    return parameters


def _facts(edition: Edition, entries: Sequence[str], names: bool) -> str:
    """The edition as the stylesheets see it: what ``edition.toml`` says, and an entry for each document."""
    root = shared.described(edition)
    root.set("program", f"encoder {__version__}")
    root.set("total", str(len(entries)))
    if names:
        root.set("names", "yes")
    etree.SubElement(root, "documents").extend([etree.fromstring(entry) for entry in entries])
    return etree.tostring(root, encoding="unicode")


def _names(edition: Edition, entries: Sequence[str]) -> str | None:
    """The registers with the entries of the documents; None where no document names anybody who has an entry."""
    root = etree.Element("names", language=edition.language)
    documents = etree.SubElement(root, "documents")
    documents.extend([etree.fromstring(entry) for entry in entries])
    named = {name.get("ref") for name in documents.iter("name")}
    known = set()
    for register, kind in REGISTERS.items():
        found = _register(edition, register, kind)
        etree.SubElement(root, "register", name=register).extend(found)
        known |= {
            f"../registers/{register}.xml#{entry.get('{http://www.w3.org/XML/1998/namespace}id')}"
            for entry in found
        }
    return etree.tostring(root, encoding="unicode") if named & known else None


def _register(edition: Edition, register: str, kind: str) -> list[etree._Element]:
    path = edition.registers / f"{register}.xml"
    if not path.exists():
        return []
    return list(read_xml(path).iter(TEI + kind))


def _file(path: str, text: str) -> OutputFile:
    return OutputFile(path, text.encode("utf-8"))

"""The entry of a document, the facts of the edition that all pages show, and the table of contents."""

from collections.abc import Iterator

from lxml import etree

from encoder import __version__
from encoder.edition import Edition
from encoder.model import OutputFile, TeiFile, UsageError
from encoder.outputs import described
from encoder.outputs.html import names, permalinks, settings
from encoder.outputs.html.lists import LISTS
from encoder.outputs.html.sheets import common, of_document, sheets
from encoder.outputs.html.told import prepared
from encoder.outputs.output import Entries

# Pages of the edition as a whole, which no document can be called.
RESERVED = ("index", "names", "map", "chronology", "correspondence", "search", "coverage", "about", *LISTS)


def entry(edition: Edition, document: TeiFile) -> str:
    """What its neighbours, the table of contents and the index of names say of a document, as XML.

    :raises UsageError: it has the name of a page of the edition as a whole.
    """
    if document.id.lower() in RESERVED:
        raise UsageError(
            f"{document.id}: a page of the edition as a whole is called so; rename the document."
        )
    return str(of_document(document, "run", "entry", prepared(edition, document), id=document.id))


def shared(edition: Edition, entries: Entries) -> str:
    """The edition as every page sees it: what ``edition.toml`` says, and which documents there are.

    :raises UsageError: a register is not XML, or [html] of edition.toml has what is no setting.
    """
    root = described.described(edition)
    root.set("program", f"encoder {__version__}")
    if site := settings.address(edition):
        root.set("url", site)
    if pdf := settings.read(edition).get("pdf"):
        root.set("pdf", str(pdf).rstrip("/"))
    for old, new in permalinks.renamed(edition).items():
        etree.SubElement(root, "moved", attrib={"from": old, "to": new})
    root.set("total", str(len(entries.ids)))
    root.set("pages", " ".join(_pages(edition, entries)))
    documents = etree.SubElement(root, "documents")
    for identifier in entries.ids:
        etree.SubElement(documents, "document", id=identifier)
    return etree.tostring(root, encoding="unicode")


def _pages(edition: Edition, entries: Entries) -> Iterator[str]:
    """The pages of the edition as a whole that not every edition has."""
    yield "chronology"
    if names.named(edition, entries):
        yield "names"
    told = {name for entry in entries.of("contents") for name in LISTS if f'list="{name}"' in entry}
    yield from sorted(told)
    if {"senders", "addressees"} <= told:
        yield "correspondence"


def files(edition: Edition, entries: Entries, facts: str) -> Iterator[OutputFile]:
    """The table of contents: the same facts, with the whole entry of each document."""
    root = etree.fromstring(facts)
    documents = root.find("documents")
    assert documents is not None
    documents[:] = map(etree.fromstring, entries.of("contents"))
    page = sheets().run("html", etree.tostring(root, encoding="unicode"), **common(edition, facts))
    yield OutputFile("index.html", page.encode())

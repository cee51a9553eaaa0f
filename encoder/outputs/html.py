"""The HTML edition: a table of contents, one page for each document, and what the pages need beside them."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from lxml import etree

from encoder import __version__, data
from encoder.edition import Edition, date_of
from encoder.model import OutputFile, TeiFile, UsageError
from encoder.saxon import Stylesheets, TransformError

ASSETS = ("edition.css", "beside.css", "edition.js", "icon.svg")
CONTENTS = "index"  # the name that the table of contents has, and no document can have


def files(edition: Edition, documents: Sequence[TeiFile]) -> Iterator[OutputFile]:
    """The files of the HTML edition.

    :param documents: in the order of the edition; the number of each is its place, counted from 1.
    :raises UsageError: the edition's house has no signs, or a document has the name of the table of contents.
    :raises TransformError: a document has an element that the pages do not know; the text names both.
    """
    _refuse(edition, documents)
    trees = [_step("prepare", document, _sheets().parse(document.xml)) for document in documents]
    entries = [_step("entry", document, tree) for document, tree in zip(documents, trees, strict=True)]
    facts = _sheets().parse(_facts(edition, [str(entry) for entry in entries]))
    shared = _words() | {"edition": facts, "language": edition.language, "house": edition.house}
    yield _file(f"{CONTENTS}.html", _sheets().run("html", facts, **shared))
    for place, document in enumerate(documents):
        yield _file(f"{document.id}.html", _page(document, trees[place], shared | _place(place, entries)))
        yield _file(f"tei/{document.id}.xml", document.xml)
    for name in ASSETS:
        yield OutputFile(name, (data.XSLT / "assets" / name).read_bytes())


def _refuse(edition: Edition, documents: Sequence[TeiFile]) -> None:
    houses = [house.get("name", "") for house in etree.parse(data.XSLT / "style.xml").iterfind("house")]
    if edition.house not in houses:
        raise UsageError(f"edition.toml: there are no signs for house {edition.house!r}; "
                         f"xslt/style.xml has {', '.join(houses)}.")
    for document in documents:
        if document.id.lower() == CONTENTS:
            raise UsageError(f"{document.id}: so the table of contents is called; rename the document.")


@cache
def _sheets() -> Stylesheets:
    return Stylesheets({"prepare": data.XSLT / "prepare.xsl", "entry": data.XSLT / "html" / "entry.xsl",
                        "html": data.XSLT / "html.xsl"})


@cache
def _words() -> dict[str, Any]:
    """Labels and signs, as documents for the stylesheets, which can read no file themselves."""
    return {name: _sheets().parse((data.XSLT / f"{name}.xml").read_text(encoding="utf-8"))
            for name in ("labels", "style")}


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


def _facts(edition: Edition, entries: Sequence[str]) -> str:
    """The edition as the stylesheets see it: what ``edition.toml`` says, and an entry for each document."""
    root = etree.Element("edition", date=date_of(edition).isoformat(), status=edition.status,
                         program=f"encoder {__version__}", total=str(len(entries)))
    for name in ("title", "subtitle", "description", "publisher", "place", "citation"):
        etree.SubElement(root, name).text = getattr(edition, name)
    for editor in edition.editors:
        etree.SubElement(root, "editor", role=editor.role).text = editor.name
    etree.SubElement(root, "licence", href=edition.licence.url).text = edition.licence.name
    etree.SubElement(root, "rights").text = edition.licence.text
    etree.SubElement(root, "documents").extend([etree.fromstring(entry) for entry in entries])
    return etree.tostring(root, encoding="unicode")


def _file(path: str, text: str) -> OutputFile:
    return OutputFile(path, text.encode("utf-8"))

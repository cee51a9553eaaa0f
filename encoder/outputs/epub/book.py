"""The book: everything of the edition in one file, in the order in which it is read."""

import itertools
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from encoder import __version__, data
from encoder.edition import Edition, date_of
from encoder.files import read_xml
from encoder.markup import TEI, XML
from encoder.model import OutputFile, UsageError
from encoder.outputs.described import described, house
from encoder.outputs.epub import pagination
from encoder.outputs.epub.container import packed
from encoder.outputs.epub.document import NUMBER, TOTAL
from encoder.outputs.epub.settings import COVERS, Settings, settings
from encoder.outputs.epub.sheets import common, sheets
from encoder.outputs.output import Entries

# The parts that are no documents: their file and the element that asks epub.xsl for it.
PARTS = {
    "package.opf": "package",
    "nav.xhtml": "nav",
    "toc.ncx": "ncx",
    "title.xhtml": "title-page",
    "principles.xhtml": "principles",
    "names.xhtml": "names",
    "colophon.xhtml": "colophon",
}
REGISTERS = {"persons": "person", "places": "place", "organizations": "org"}  # file: its entries


def files(edition: Edition, entries: Entries, shared: str) -> Iterator[OutputFile]:
    """The one file.

    :raises UsageError: the table ``[epub]`` of ``edition.toml`` says what cannot be, or two documents cannot be in one
        EPUB.
    """
    wanted = settings(edition)
    _refuse_twins(entries.ids)
    yield OutputFile("edition.epub", packed(_parts(edition, wanted, entries), date_of(edition)))


def _refuse_twins(ids: Iterable[str]) -> None:
    """Names of files in an EPUB must differ by more than capitals and the composition of letters (EPUB 3.3, 4.2.3)."""
    known: dict[str, str] = {}
    for identifier in ids:
        folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", identifier).casefold())
        twin = known.setdefault(folded, identifier)
        if twin != identifier:
            raise UsageError(
                f"{identifier} and {twin}: an EPUB cannot hold names so alike; rename one of the documents."
            )


def read(edition: Edition) -> Iterable[Path]:
    """The files that it reads besides."""
    cover = settings(edition).cover
    return [cover] if cover else []


def _parts(edition: Edition, wanted: Settings, entries: Entries) -> Iterator[OutputFile]:
    pages = list(pagination.of_book(edition, entries)) if wanted.pages == "book" else []
    facts = _facts(edition, wanted, entries, pages)
    parameters = common(etree.tostring(facts, encoding="unicode"), edition.language, house(edition))
    for path, part in PARTS.items():
        if part == "names" and not facts.findall("register/*"):
            continue
        yield OutputFile(path, sheets().run("epub", f"<{part}/>", **parameters).encode())
    yield OutputFile("edition.css", (data.XSLT / "assets" / "epub.css").read_bytes())
    if wanted.cover:
        yield OutputFile(wanted.cover.name, wanted.cover.read_bytes())
    for number, (identifier, page) in enumerate(zip(entries.ids, entries.of("page"), strict=True), 1):
        finished = page.replace(NUMBER, str(number)).replace(TOTAL, str(len(entries.ids)))
        finished = _without_dead_links(finished, entries)
        if wanted.pages != "copies":
            finished = pagination.marked(finished, pages[number - 1] if pages else {})
        yield OutputFile(f"text/{identifier}.xhtml", finished.encode())


def _facts(
    edition: Edition, wanted: Settings, entries: Entries, pages: Sequence[pagination.Pages]
) -> etree._Element:
    """The edition as the parts see it: what ``edition.toml`` says, an entry for each document, those of the registers
    that the documents name."""
    root = described(edition)
    root.set("program", f"encoder {__version__}")
    root.set("identifier", wanted.identifier)
    root.set("pages", wanted.pages)
    if wanted.certified_by:
        root.set("certified-by", wanted.certified_by)
    if wanted.cover:
        kind = COVERS[wanted.cover.suffix.lower()]
        etree.SubElement(root, "file", href=wanted.cover.name, type=kind, properties="cover-image")
    documents = etree.SubElement(root, "documents")
    for number, entry in enumerate(entries.of("contents"), 1):
        document = etree.fromstring(entry)
        document.set("number", str(number))
        if wanted.pages != "copies":
            for copied in document.findall("page"):
                document.remove(copied)
        for page in itertools.chain.from_iterable(pages[number - 1].values() if pages else ()):
            etree.SubElement(document, "page", id=f"edition-page-{page}", label=str(page))
        documents.append(document)
    _registers(edition, root, {name.get("ref", "") for name in documents.iter("name")})
    return root


def _registers(edition: Edition, root: etree._Element, named: set[str]) -> None:
    """:param named: what the documents point to, as ``../registers/persons.xml#pak-song-chol``."""
    for register, kind in REGISTERS.items():
        path = edition.registers / f"{register}.xml"
        made = etree.SubElement(root, "register", name=register)
        for entry in read_xml(path).iter(TEI + kind) if path.exists() else ():
            entry.set("ref", f"../registers/{register}.xml#{entry.get(XML + 'id')}")
            if entry.get("ref") in named:
                made.append(entry)


def _without_dead_links(page: str, entries: Entries) -> str:
    """A page without the links to documents that are not in the edition; their words stay."""
    known = frozenset(entries.ids)
    return re.sub(
        r'<a href="([^"/#:]+)\.xhtml"( [^>]*)?>(.*?)</a>',
        lambda link: link[0] if unquote(link[1]) in known else f"<span{link[2] or ''}>{link[3]}</span>",
        page,
        flags=re.S,
    )

"""The book: everything of the edition in one file, in the order in which it is read."""

import itertools
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence, Set
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from encoder import __version__, data
from encoder.edition import Edition, date_of
from encoder.markup import XML
from encoder.model import Finding, OutputFile, UsageError
from encoder.outputs.described import described, guidelines, house, registers
from encoder.outputs.epub import fonts, pagination
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


def files(edition: Edition, entries: Entries, shared: str) -> Iterator[OutputFile | Finding]:
    """The one file. A document with characters that no font at hand has is told as P040.

    :raises UsageError: the table ``[epub]`` of ``edition.toml`` says what cannot be, or two documents cannot be in one
        EPUB.
    """
    wanted = settings(edition)
    _refuse_twins(entries.ids)
    pages = list(pagination.of_book(edition, entries)) if wanted.pages == "book" else []
    facts = _facts(edition, wanted, entries, pages)
    needed = fonts.wanted(itertools.chain(entries.of("page"), map(str, facts.itertext())))
    embedded = list(fonts.embedded(edition, needed))
    yield from _told(entries, needed.difference(*(found for _, found in embedded)))
    parts = _parts(edition, wanted, facts, embedded)
    texts = _texts(wanted, entries, pages)
    yield OutputFile("edition.epub", packed(itertools.chain(parts, texts), date_of(edition)))


def _told(entries: Entries, missing: set[str]) -> Iterator[Finding]:
    """The documents with characters for which there is no font, the first of them by name."""
    for identifier, page in zip(entries.ids, entries.of("page"), strict=True):
        found = sorted(missing.intersection(page))
        if found:
            words = {"count": str(len(found)), "characters": " ".join(found[:10])}
            yield Finding("P040", f"tei/{identifier}.xml", words=words)


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
    return [*fonts.paths(edition), *([cover] if cover else [])]


def _parts(
    edition: Edition, wanted: Settings, facts: etree._Element, embedded: Sequence[tuple[OutputFile, set[str]]]
) -> Iterator[OutputFile]:
    """All that is no document."""
    for font, _ in embedded:
        kind = "font/" + font.path.rsplit(".", 1)[1]
        etree.SubElement(facts, "file", href=font.path, type=kind)
        yield font
    parameters = common(etree.tostring(facts, encoding="unicode"), edition.language, house(edition))
    for path, part in PARTS.items():
        if part == "names" and not facts.findall("register/*"):
            continue
        yield OutputFile(path, sheets().run("epub", f"<{part}/>", **parameters).encode())
    style = (data.XSLT / "assets" / "epub.css").read_text(encoding="utf-8") + fonts.rules(embedded)
    yield OutputFile("edition.css", style.encode())
    if wanted.cover:
        yield OutputFile(wanted.cover.name, wanted.cover.read_bytes())


def _texts(wanted: Settings, entries: Entries, pages: Sequence[pagination.Pages]) -> Iterator[OutputFile]:
    """The documents, with what they could not know by themselves."""
    known = frozenset(entries.ids)
    for number, (identifier, page) in enumerate(zip(entries.ids, entries.of("page"), strict=True), 1):
        finished = page.replace(NUMBER, str(number)).replace(TOTAL, str(len(entries.ids)))
        finished = _without_dead_links(finished, known)
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
    root.extend(_named(edition, {name.get("ref", "") for name in documents.iter("name")}))
    root.append(guidelines())
    return root


def _named(edition: Edition, pointers: set[str]) -> Iterator[etree._Element]:
    """The registers with the entries that documents name.

    :param pointers: as ``../registers/persons.xml#pak-song-chol``; an entry gets its own as ``ref``.
    """
    for register in registers(edition):
        for entry in list(register):
            entry.set("ref", f"../registers/{register.get('name')}.xml#{entry.get(XML + 'id')}")
            if entry.get("ref") not in pointers:
                register.remove(entry)
        yield register


def _without_dead_links(page: str, known: Set[str]) -> str:
    """A page without the links to documents that are not in the edition; their words stay."""
    return re.sub(
        r'<a href="([^"/#:]+)\.xhtml"( [^>]*)?>(.*?)</a>',
        lambda link: link[0] if unquote(link[1]) in known else f"<span{link[2] or ''}>{link[3]}</span>",
        page,
        flags=re.S,
    )

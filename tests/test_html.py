"""The HTML edition: nothing is lost, brackets are back as typed, pages hold together and need nothing else."""

import dataclasses
import itertools
import os
import posixpath
import re
import shutil
import time
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from subprocess import run
from urllib.parse import unquote, urlsplit

import lxml.html
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from encoder.edition import Edition, load
from encoder.model import OutputFile, TeiFile, UsageError
from encoder.outputs.html import OUTPUT as HTML
from encoder.outputs.html import page as document_page
from encoder.outputs.html.assets import ASSETS
from encoder.outputs.output import Entries, Place

ROOT = Path(__file__).parent.parent
EVERY = (ROOT / "tests/good/every-reading.xml").read_text(encoding="utf-8")
EDITION = load(ROOT / "edition")
TEI = "{http://www.tei-c.org/ns/1.0}"
XHTML = {"h": "http://www.w3.org/1999/xhtml"}


def variant(identifier: str, *changes: tuple[str, str]) -> TeiFile:
    """The document with every reading, under another name and with some text replaced."""
    xml = EVERY.replace('xml:id="every-reading"', f'xml:id="{identifier}"')
    for old, new in changes:
        assert old in xml
        xml = xml.replace(old, new, 1)
    return TeiFile(identifier, xml)


def text(body: str, identifier: str = "small") -> TeiFile:
    """A document with this division."""
    before, rest = EVERY.split("<body>")
    xml = f'{before}<body><div type="document">{body}</div></body>{rest.split("</body>")[1]}'
    return TeiFile(identifier, xml.replace('xml:id="every-reading"', f'xml:id="{identifier}"'))


DOCUMENTS = (
    TeiFile("every-reading", EVERY),
    variant("second", ("Telegram on every reading", "A second telegram")),
    variant("third"),
)


def pages(*documents: TeiFile, edition: Edition = EDITION) -> dict[str, str]:
    return {
        file.path: file.data.decode()
        for file in HTML.made(edition, documents)
        if isinstance(file, OutputFile) and not file.path.endswith(".otf")
    }


@cache
def site() -> dict[str, str]:
    return pages(*DOCUMENTS)


def tree(page: str) -> etree._Element:
    return etree.fromstring(page.encode())


def page(document: TeiFile, edition: Edition = EDITION) -> etree._Element:
    """The page of one document, without the rest of the site."""
    told = {name: HTML.entries[name](edition, document) for name in ("contents", "names")}
    shared = HTML.shared(edition, Entries([document.id], lambda name: iter([told[name]])))
    (file,) = document_page.files(edition, document, Place(1, 1, None, None, shared))
    return tree(file.data.decode())


def at(root: etree._Element, path: str) -> list:
    return root.xpath(path, namespaces=XHTML)


def find(root: etree._Element, kind: str) -> list[etree._Element]:
    return at(root, f"//h:*[contains(concat(' ', @class, ' '), ' {kind} ')]")


def said(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())


def letters(element: etree._Element) -> str:
    return re.sub(r"\W", "", "".join(element.itertext()))


def without(root: etree._Element, *kinds: str) -> etree._Element:
    """The tree without the elements of these classes; what follows them stays."""
    for element in [element for kind in kinds for element in find(root, kind)]:
        parent, before = element.getparent(), element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + (element.tail or "")
        else:
            parent.text = (parent.text or "") + (element.tail or "")
        parent.remove(element)
    return root


# Nothing is lost.


def test_every_letter_of_the_text_is_in_the_page_in_order() -> None:
    source = etree.fromstring(EVERY.encode()).find(f"{TEI}text")
    notes = "//t:note[@type = 'editorial' or @place = 'foot'] | //t:ref[@type = 'footnote']"
    for note in source.xpath(notes, namespaces={"t": TEI[1:-1]}):
        note.text = None
        del note[:]
    # What the page puts in by itself: numbers of notes, page numbers, signs.
    shown = without(tree(site()["every-reading.html"]), "call", "page", "sign")
    assert letters(shown.xpath("//*[@id = 'edition-text']")[0]) == letters(source)


@pytest.mark.parametrize("path", sorted((ROOT / "edition/tei").glob("*.xml")), ids=lambda path: path.stem)
def test_nothing_of_the_edition_is_lost(path: Path) -> None:
    document = TeiFile(path.stem, path.read_text(encoding="utf-8"))
    body = at(page(document), "//*[@id = 'edition-text'] | //h:section[@role = 'doc-endnotes']/h:ol")
    shown = "".join(
        letters(without(part, "call", "page", "sign", "number", "query", "doubt")) for part in body
    )
    assert sorted(shown) == sorted(letters(etree.fromstring(document.xml.encode()).find(f"{TEI}text")))


def test_every_note_is_in_the_page_in_order() -> None:
    listed = find(tree(site()["every-reading.html"]), "words")
    assert [said(note) for note in listed] == [
        "Translator's note: The list is not attached.",
        "A note of the translator's own.",
    ]


@pytest.mark.parametrize(
    "typed",
    [
        "[To the] [Chinese] Embassy in [North] Korea:",
        "[North] Korean Minister Pak Seong-cheol [Pak Song Chol] called in Ambassador Qiao [Xiaoguang] of Andong "
        "[Dandong] and the CPSU [Communist Party of the Soviet Union] on 6 March [1962]; they asked for it jinsu "
        "[as soon as possible], on both sides [China and North Korea].[page 2] They are cross-border people "
        "[yuejing renyuan][?], said Choe [?] and Kim [?].",
        "He […] said [one word illegible] and [passage omitted] so publically [sic], in Sibaipo "
        "[sic, should be Xibaipo].",
        "If they were to [underlined in archival copy] send them all back, arranging",
        "See the annex.[2]",
        "[handwritten note in left margin: Our side will not force them to go back.]",
        "[stamp: SECRET]",
        "[The second point, that never closes. ☐ For those.",
        "Premier's Office (2)",
        "Received: May 12 at 1700",
    ],
)
def test_brackets_are_back_as_typed(typed: str) -> None:
    assert typed in said(without(tree(site()["every-reading.html"]), "doubt"))


@pytest.mark.parametrize(
    ("inline", "typed"),
    [
        (
            "<choice><expan>Korean Workers’ Party</expan><abbr>KWP</abbr></choice>",
            "Korean Workers’ Party [KWP]",
        ),
        ("<choice><reg>Dandong</reg><orig>Andong</orig></choice>", "Dandong [Andong]"),
        ('<note type="annotation" subtype="signature"><label>signature</label></note>', "[signature]"),
        (
            '<gap reason="illegible" cert="low" resp="#translator"><desc>two words</desc></gap>',
            "[two words][?]",
        ),
        ("<supplied><persName>Hao <supplied>Deqing</supplied></persName></supplied>", "[Hao [Deqing]]"),
        ("<supplied>T</supplied>he", "[T]he"),
        ('<placeName cert="low" resp="#translator">Choe</placeName>', "Choe [?]"),
        ('<placeName cert="low" resp="#encoder">Choe</placeName>', "Choe"),
        ("<pb/>", "[page]"),
        ('<num value="3">three</num>', "three"),
        ('<hi rend="bold italic">both</hi>', "both"),
        ('x<ref type="footnote" n="4" target="#nowhere"/>', "x[4]"),
    ],
)
def test_rarer_readings(inline: str, typed: str) -> None:
    shown = page(text(f"<p>before {inline} after</p>")).xpath("//*[@id = 'p1']")[0]
    assert said(shown) == f"before {typed} after"


@pytest.mark.parametrize(
    ("inline", "view", "expected"),
    [
        ("to remain <supplied>in Korea</supplied>, they", "diplomatic", "to remain, they"),
        ("to remain <supplied>in Korea</supplied> and", "diplomatic", "to remain and"),
        ("both <gloss>a</gloss> <gloss>b</gloss>, on", "reading", "both, on"),
        ("end <gloss>a</gloss>", "reading", "end"),
    ],
)
def test_hidden_words_leave_no_hole(inline: str, view: str, expected: str) -> None:
    root = page(text(f"<p>{inline}</p>"))
    hidden = without(root, *{"reading": ("gloss",), "diplomatic": ("supplied",)}[view])
    assert said(hidden.xpath("//*[@id = 'p1']")[0]) == expected


def test_doubts_are_spelled_out() -> None:
    root = tree(site()["every-reading.html"])
    signs = find(root, "doubt")
    assert [sign.text for sign in signs] == ["(?)", "(?)"]
    assert (
        signs[0].get("title")
        == signs[0].get("aria-label")
        == ("Doubt: this may not be: an explanation; it could be: supplied words; confidence 60 %")
    )
    assert "where this ends is a guess; confidence 40 %" in signs[1].get("title")
    assert "2 doubts of the encoding are left open." in said(root)


@pytest.mark.parametrize(
    ("inline", "doubt"),
    [
        ('<date><certainty locus="value" degree="0.5"/>May</date>', "the value is a guess; confidence 50 %"),
        (
            '<placeName><certainty locus="name" assertedValue="rolodex"/>A</placeName>',
            "this may not be: a name; it could be: rolodex",
        ),
        ('<gap reason="lost"><certainty locus="location"/></gap>', "where this begins and ends is a guess"),
        (
            '<choice><certainty locus="name"/><orig>a</orig><reg>b</reg></choice>',
            "this may not be: another form of a name",
        ),
        ('<hi rend="underline"><certainty locus="#x"/>a</hi>', "this is a guess (#x)"),
    ],
)
def test_every_kind_of_doubt(inline: str, doubt: str) -> None:
    root = page(text(f"<p>{inline}</p>"))
    assert [sign.get("title") for sign in find(root, "doubt")] == [f"Doubt: {doubt}"]
    assert "1 doubt of the encoding is left open." in said(root)


def test_lists_keep_their_numbers() -> None:
    root = page(
        text(
            '<list rend="numbered"><item n="3">a</item><item n="4">b</item></list>'
            '<list rend="numbered"><item n="(a)">c</item></list><list><item>d</item></list>'
        )
    )
    lists = at(root, "//*[@id = 'edition-text']//h:*[self::h:ol or self::h:ul]")
    assert [etree.QName(element).localname for element in lists] == ["ol", "ul", "ul"]
    assert lists[0].xpath("h:li/@value", namespaces=XHTML) == ["3", "4"]
    assert said(lists[1]) == "(a) c"


def test_distribution_and_handling() -> None:
    root = tree(site()["every-reading.html"])
    first, second = find(root, "distribution")
    assert [said(item) for item in first] == ["General Office (3),", "Total of 19 copies"]
    assert [said(item) for item in second] == ["Premier's Office (2)", "Nationalities Commission"]
    assert [copies.get("title") for copies in find(root, "copies")] == ["2 copies"]
    assert at(root, f"//*[@id = '{second.get('aria-labelledby')}']")[0].text == "Distribution"
    assert at(root, "//h:p[@class = 'handling']/h:time/@datetime") == ["1961-05-12T17:00:00"]


# Whatever the schema allows in a text.


def around(*contents: st.SearchStrategy[str]) -> Callable[[str], st.SearchStrategy[str]]:
    """Elements of a start tag, holding some of these contents in a row."""

    def element(tag: str) -> st.SearchStrategy[str]:
        inner = st.lists(st.one_of(*contents), min_size=1, max_size=3).map("".join)
        return inner.map(lambda content: f"<{tag}>{content}</{tag.split()[0]}>")

    return element


LETTERS = st.text("abcdefg \u00e9\u6c49", min_size=1, max_size=8)
POINTS = st.sampled_from(
    [
        '<gap reason="editorial"/>',
        '<gap reason="lost"><desc>gone</desc></gap>',
        '<pb n="2"/>',
        "<lb/>",
        '<gap reason="lost" cert="low" resp="#translator"><certainty locus="location"/></gap>',
        '<ref type="footnote" n="1"/>',
        '<pc type="stray">☐</pc>',
    ]
)
WRAPPERS = [
    'supplied reason="subaudible"',
    "gloss",
    "unclear",
    "sic",
    "corr",
    'hi rend="underline bold"',
    'hi rend="sparkling"',
    "del",
    "add",
    'foreign xml:lang="und"',
    "persName",
    'orgName cert="low" resp="#translator"',
    "title",
    "name",
    'date when="1961"',
    'date from="1961" to="1962"',
    'num value="3"',
    'seg type="subject"',
    "quote",
    "label",
    'ref target="https://example.org/"',
    'ref target="javascript:alert(1)"',
    'ref target="#nowhere"',
    'note type="original"',
    'note type="rendition"',
    'note type="annotation" subtype="stamp"',
    'note type="editorial"',
    'note place="foot"',
    "note",
]
RUNNING = st.recursive(
    LETTERS | POINTS,
    lambda inner: st.one_of(
        st.sampled_from(WRAPPERS).flatmap(around(inner)),
        st.tuples(inner, inner).map(lambda two: "<choice><orig>{}</orig><reg>{}</reg></choice>".format(*two)),
        st.tuples(inner, inner).map(lambda two: "<choice><sic>{}</sic><corr>{}</corr></choice>".format(*two)),
    ),
    max_leaves=6,
)
INTER = st.recursive(
    RUNNING,
    lambda inner: st.one_of(
        around(around(inner)("item"), POINTS)("list"),
        around(around(inner)("p"))("quote"),
        around(around(around(inner)("cell"))("row"), POINTS)("table"),
        st.sampled_from(
            ['note type="annotation" subtype="typed"', 'note type="editorial"', 'note place="foot" n="7"']
        ).flatmap(around(inner, around(inner)("p"))),
    ),
    max_leaves=4,
)
BLOCKS = st.one_of(
    around(INTER)("p"),
    around(INTER)('ab type="separator"'),
    around(around(INTER)("item"))('list rend="simple"'),
    around(around(RUNNING)("l"))("lg"),
    around(around(RUNNING)("speaker"), around(INTER)("p"))("sp"),
    POINTS,
    around(RUNNING)('note type="annotation" subtype="stamp"'),
    around(RUNNING)('note type="original"'),
    INTER,
)
DIVISION = st.tuples(
    around(around(RUNNING)("salute"), RUNNING, around(INTER)('note type="distribution"'))("opener"),
    around(RUNNING)("head"),
    st.lists(BLOCKS, min_size=1, max_size=4).map("".join),
    around(around(RUNNING)("signed"), around(RUNNING)('note type="handling"'))("closer"),
    around(around(INTER)("p"))("postscript"),
    around(RUNNING)("trailer"),
).map("".join)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(DIVISION)
def test_any_text_of_the_schema(division: str) -> None:
    root = page(text(division))
    source = etree.fromstring(f'<div xmlns="{TEI[1:-1]}">{division}</div>')
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert all(link[1:] in ids for link in root.xpath("//@href[starts-with(., '#')]"))
    assert not root.xpath("//@href[starts-with(., 'javascript')]")
    broken = at(
        root,
        "//h:p//*[self::h:p or self::h:div or self::h:ul or self::h:ol or self::h:table "
        "or self::h:blockquote]",
    )
    assert not broken, [etree.QName(element).localname for element in broken]
    assert not at(
        root, "//h:ul/*[not(self::h:li)] | //h:ol/*[not(self::h:li)] | //h:tbody/*[not(self::h:tr)]"
    )
    body = at(root, "//*[@id = 'edition-text'] | //h:section[@role = 'doc-endnotes']/h:ol")
    shown = "".join(
        letters(without(part, "call", "page", "sign", "number", "query", "doubt")) for part in body
    )
    assert sorted(shown) == sorted(letters(source))


ODD = etree.parse(ROOT / "schema/edition.odd")
EXAMPLES = "{http://www.tei-c.org/ns/Examples}"
BLOCK_NAMES = {
    "div",
    "p",
    "ab",
    "head",
    "list",
    "table",
    "lg",
    "sp",
    "opener",
    "closer",
    "postscript",
    "trailer",
    "quote",
    "label",
}


def examples() -> Iterator[tuple[str, str]]:
    """The examples that the schema gives of what can stand in a text."""
    outside = {"spec.header", "spec.registers"}
    for spec in ODD.iter(f"{TEI}elementSpec"):
        groups = {
            group.get("{http://www.w3.org/XML/1998/namespace}id")
            for group in spec.iterancestors(f"{TEI}specGrp")
        }
        for example in spec.iterfind(f"{TEI}exemplum/{EXAMPLES}egXML"):
            if not groups & outside and spec.get("ident") not in ("TEI", "text", "body"):
                xml = etree.tostring(example[0], encoding="unicode", with_tail=False)
                yield spec.get("ident"), xml.replace(EXAMPLES[1:-1], TEI[1:-1])


@pytest.mark.parametrize(("name", "example"), list(examples()))
def test_examples_of_the_schema(name: str, example: str) -> None:
    root = etree.QName(etree.fromstring(example)).localname
    holder = {"row": "table", "signed": "closer", "salute": "closer", "dateline": "closer"}.get(root)
    if holder:
        example = f"<{holder}>{example}</{holder}>"
    elif root not in BLOCK_NAMES:
        example = f"<p>{example}</p>"
    assert at(page(text(example)), "//*[@id = 'edition-text']//*")


# What is said about a document.


def test_headnote() -> None:
    root = tree(site()["second.html"])
    facts = {said(row[0]): said(row[1]) for row in at(root, "//h:dl[@class = 'facts']/h:div")}
    assert said(find(root, "number")[0]) == "Document 2 of 3"
    assert said(at(root, "//h:h1")[0]) == "A second telegram"
    assert said(find(root, "place-date")[0]) == "Beijing, March 24, 1962"
    assert facts["From"] == "Ministry of Foreign Affairs"
    assert facts["To"] == "Chinese Embassy in North Korea"
    assert facts["Archive"] == (
        "Archive of the Ministry of Foreign Affairs of the People's Republic of "
        "China (PRC FMA), Beijing, China"
    )
    assert facts["Shelfmark"] == "Fond 118, 118-01025-02, pp. 4-6"
    assert facts["Registry number"] == "(59) Korean Consular No. 085"
    assert facts["Original language"] == "Chinese"
    assert facts["Translated by"] == "Jeffrey Wang, Charles Kraus"
    assert facts["Obtained by"] == "Shen Zhihua"
    assert facts["With support from"] == "MacArthur Foundation"
    assert facts["How to cite"] == (
        "“A second telegram”, March 24, 1962, PRC FMA 118-01025-02, 4-6. In: "
        "Crossing the Yalu. The encoder authors, 2026, no. 2."
    )
    assert facts["Also in print"] == "Reprinted in A Collection (Moscow: Publisher, 2005), pp. 11-14."
    assert "1 line was left out as furniture" in facts["State of the encoding"]


def test_a_document_of_which_nothing_is_known() -> None:
    bare = TeiFile(
        "bare",
        f"""<TEI xmlns="{TEI[1:-1]}" xml:id="bare"><teiHeader><fileDesc>
        <titleStmt><title>Bare</title></titleStmt><publicationStmt><p/></publicationStmt>
        <sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text><body><div><p>a</p></div></body></text></TEI>""",
    )
    root = page(bare)
    assert "“Bare”. In: Crossing the Yalu." in said(root)
    assert "undated" in said(find(root, "place-date")[0])
    assert not re.search(r"\{\w+\}", said(root))
    assert "No doubt of the encoding is left open." in said(root)


def test_neighbours() -> None:
    def links(name: str) -> list[str]:
        return tree(site()[name]).xpath("//h:header/h:nav//h:a/@href", namespaces=XHTML)

    shared = [
        f"{name}.html" for name in ("index", "names", "chronology", "correspondence", "search", "about")
    ]
    assert links("every-reading.html") == [*shared, "second.html"]
    assert links("second.html") == ["every-reading.html", *shared, "third.html"]
    assert links("third.html") == ["second.html", *shared]
    assert links("index.html") == links("names.html") == shared


def register(folder: Path, name: str, entries: str) -> None:
    (folder / "registers").mkdir(exist_ok=True)
    (folder / f"registers/{name}.xml").write_text(
        f'<TEI xmlns="{TEI[1:-1]}"><standOff><list>{entries}</list></standOff></TEI>', encoding="utf-8"
    )


def test_index_of_names(tmp_path: Path) -> None:
    register(
        tmp_path,
        "persons",
        """
        <person xml:id="pak-song-chol"><persName type="main">Pak Song Chol</persName>
        <persName type="variant">Pak Seong-cheol</persName><occupation>Minister</occupation></person>
        <person xml:id="nobody"><persName type="main">Nobody</persName></person>""",
    )
    register(tmp_path, "places", "")
    files = pages(*DOCUMENTS, edition=dataclasses.replace(EDITION, root=tmp_path))
    root = tree(files["names.html"])
    assert [said(heading) for heading in at(root, "//h:h2")] == ["Persons"]
    (entry,) = at(root, "//h:section[@class = 'names']//h:li")
    assert said(entry) == "Pak Song CholPak Seong-cheol3 documents"
    assert at(entry, ".//@href") == ["persons/pak-song-chol.html"]
    assert "persons/nobody.html" not in files
    root = tree(files["persons/pak-song-chol.html"])
    facts = {said(row[0]): said(row[1]) for row in at(root, "//h:dl[@class = 'facts']/h:div")}
    assert facts == {"Forms of the name": "Pak Song Chol, Pak Seong-cheol", "Office": "Minister"}
    assert said(at(root, "//h:h2")[0]) == "3 mentions in 3 documents"
    assert at(root, "//h:section[@class = 'document']//h:li//@href") == [
        "../every-reading.html#p2",
        "../second.html#p2",
        "../third.html#p2",
    ]
    assert tree(files["second.html"]).xpath("//*[@id = 'p2']")
    assert [said(mark) for mark in at(root, "//h:mark")] == ["Pak Seong-cheol"] * 3
    linked = at(tree(files["second.html"]), "//*[@id = 'p2']//h:a[@class = 'persName name']")
    assert [(link.get("href"), link.get("title")) for link in linked] == [
        ("persons/pak-song-chol.html", "Pak Song Chol")
    ]


def test_without_registers_there_is_no_index_of_names(tmp_path: Path) -> None:
    files = pages(*DOCUMENTS, edition=dataclasses.replace(EDITION, root=tmp_path))
    assert "names.html" not in files
    assert "names.html" not in files["every-reading.html"]


def test_a_broken_register_is_told(tmp_path: Path) -> None:
    register(tmp_path, "persons", "<person>")
    with pytest.raises(UsageError, match=r"persons\.xml: not well-formed XML"):
        pages(*DOCUMENTS, edition=dataclasses.replace(EDITION, root=tmp_path))


def test_contents() -> None:
    root = tree(site()["index.html"])
    rows = [
        [said(cell) for cell in row]
        for row in root.xpath("//h:table[@class = 'documents sortable']/h:tbody/h:tr", namespaces=XHTML)
    ]
    assert rows[1] == ["2", "March 24, 1962", "A second telegram", "PRC FMA 118-01025-02, 4-6", "TEI XML"]
    assert len(rows) == 3
    root = tree(site()["about.html"])
    assert "encoder 0.1.0" in said(root) and "2026-11-22 (draft)" in said(root)
    signs = [said(row[1]) for row in at(root, "//h:table[@class = 'signs']/h:tbody/h:tr")]
    assert signs[:3] == ["[North] Korea", "Andong [Dandong]", "CPSU [Communist Party of the Soviet Union]"]


def test_the_tei_is_there_to_be_downloaded() -> None:
    assert site()["tei/every-reading.xml"] == EVERY


def test_houses_differ_in_their_signs_only() -> None:
    other = page(DOCUMENTS[0], dataclasses.replace(EDITION, house="leiden"))
    assert "⟨North⟩ Korean Minister Pak Seong-cheol (Pak Song Chol)" in said(other)
    assert "publically (!), in Sibaipo (sic, should be Xibaipo)" in said(other)


@pytest.mark.parametrize(
    ("language", "shown", "notes"),
    [
        ("de", "de", "Anmerkungen"),
        ("fr", "fr", "Notes"),
        ("zh", "zh", "注释"),
        ("ko", "ko", "주석"),
        ("de-AT", "de", "Anmerkungen"),
        ("mn", "en", "Notes"),
    ],
)
def test_languages(language: str, shown: str, notes: str) -> None:
    root = page(DOCUMENTS[0], dataclasses.replace(EDITION, language=language))
    assert root.get("lang") == shown
    assert said(root.xpath("//*[@id = 'edition-notes']")[0]) == notes
    assert root.xpath("//*[@id = 'edition-text']/@lang") == ([] if shown == "en" else ["en"])
    assert at(root, "//h:i[@class = 'foreign']/@lang") == ["zh-Latn-pinyin"] * 2


# Pages that hold together.

WHOLE = [
    f"{name}.html"
    for name in (
        "index",
        "names",
        "chronology",
        "correspondence",
        "senders",
        "about",
        "coverage",
        "persons/pak-song-chol",
    )
]
HTML_FILES = [*WHOLE, *(f"{document.id}.html" for document in DOCUMENTS)]


@pytest.mark.parametrize("name", HTML_FILES)
def test_page_is_html_and_xml(name: str) -> None:
    """Both parsers see the same elements, so that nothing depends on how HTML repairs what it is given."""
    source = site()[name]
    assert source.startswith("<!DOCTYPE html>")
    as_xml = [etree.QName(element).localname for element in tree(source).iter("*")]
    as_html = [element.tag for element in lxml.html.document_fromstring(source.encode()).iter("*")]
    assert as_xml == as_html


@pytest.mark.parametrize("name", HTML_FILES)
def test_headings_and_landmarks(name: str) -> None:
    root = tree(site()[name])
    levels = [
        int(etree.QName(element).localname[1])
        for element in root.iter("*")
        if re.fullmatch(r"h[1-6]", etree.QName(element).localname)
    ]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(later - sooner <= 1 for sooner, later in itertools.pairwise(levels))
    for landmark in ("main", "footer"):
        assert len(root.findall(f"h:body//h:{landmark}", XHTML)) == 1
    assert at(root, "/h:html/h:body/h:a[1]/@href") == ["#edition-text"]
    for table in root.iterfind(".//h:table", XHTML):
        assert table.find("h:caption", XHTML) is not None
        assert all(cell.get("scope") in ("col", "row") for cell in table.iterfind(".//h:th", XHTML))


def test_deeper_headings_skip_no_level() -> None:
    root = page(text("<div><div><head>a</head><p>b</p><div><head>c</head><p>d</p></div></div></div>"))
    headings = at(root, "//*[@id = 'edition-text']//h:*[self::h:h2 or self::h:h3 or self::h:h4]")
    assert [(etree.QName(head).localname, head.text) for head in headings] == [("h2", "a"), ("h3", "c")]


@pytest.mark.parametrize("name", HTML_FILES)
def test_identifiers_are_unique_and_links_resolve(name: str) -> None:
    root = tree(site()[name])
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    for link in root.xpath("//@href | //@src"):
        parts = urlsplit(link)
        if parts.scheme:
            assert parts.scheme in ("http", "https") and link.getparent().tag.endswith(("}a", "}link"))
            continue
        path = (
            unquote(posixpath.normpath(posixpath.join(posixpath.dirname(name), parts.path)))
            if parts.path
            else name
        )
        assert path in site(), link
        if parts.fragment:
            assert tree(site()[path]).xpath("//*[@id = $id]", id=unquote(parts.fragment)), link
    for reference in root.xpath("//@aria-labelledby"):
        assert reference in ids


def test_notes_and_calls_link_each_other() -> None:
    root = tree(site()["every-reading.html"])
    for note in at(root, "//h:section[@role = 'doc-endnotes']//h:li"):
        call = root.xpath("//*[@id = $id]", id=f"{note.get('id')}-call")[0]
        assert call.xpath("h:a/@href", namespaces=XHTML) == [f"#{note.get('id')}"]
        assert note.xpath("h:a/@href", namespaces=XHTML) == [f"#{call.get('id')}"]
        assert said(call) == f"[{said(note[0])}]"


@pytest.mark.parametrize(
    ("target", "href"),
    [
        ('type="document" target="second.xml"', ["second.html"]),
        ('type="document" target="nowhere.xml"', []),
        ('target="#p1"', ["#p1"]),
        ('target="#hand-1"', []),
        ('target="https://example.org/?a=1"', ["https://example.org/?a=1"]),
        ('target="javascript:alert(1)"', []),
        ('target="../../../etc/passwd"', []),
        ('type="footnote" n="3"', []),
    ],
)
def test_references_lead_somewhere_or_nowhere(target: str, href: list[str]) -> None:
    files = pages(text(f"<p>see <ref {target}>there</ref></p>"), DOCUMENTS[1])
    passage = tree(files["small.html"]).xpath("//*[@id = 'p1']")[0]
    assert at(passage, ".//h:a[not(@class = 'permalink')]/@href") == href
    assert "there" in said(passage)


def test_a_name_that_is_not_ascii_is_escaped_in_links() -> None:
    files = pages(text("<p>a</p>", "연변-1961"), DOCUMENTS[0])
    assert "연변-1961.html" in files
    hrefs = tree(files["index.html"]).xpath("//h:th[@scope = 'row']/h:a/@href", namespaces=XHTML)
    assert [unquote(href) for href in hrefs] == ["연변-1961.html", "every-reading.html"]
    assert hrefs[0].isascii()


def test_twice_the_same_bytes() -> None:
    first, second = list(HTML.made(EDITION, DOCUMENTS)), list(HTML.made(EDITION, DOCUMENTS))
    assert first == second
    paths = [file.path for file in first if isinstance(file, OutputFile)]
    assert len(set(paths)) == len(paths)


# Pages that take nothing from elsewhere.


@pytest.mark.parametrize("name", HTML_FILES)
def test_page_has_no_script_or_style_in_it_and_asks_for_nothing(name: str) -> None:
    root = tree(site()[name])
    assert not at(root, "//@style | //@*[starts-with(name(), 'on')]")
    assert not at(root, "//h:style | //h:iframe | //h:img | //h:base | //h:object | //h:embed")
    scripts = [
        script for script in root.iter("{*}script") if script.get("type") != "application/ld+json"
    ]  # data
    assert all(
        script.text is None and script.get("src") in ("edition.js", "../edition.js") for script in scripts
    )
    loading = at(root, "//h:link[@rel = 'stylesheet' or @rel = 'icon' or @rel = 'preload']/@href")
    assert all("/" not in href.removeprefix("../") for href in loading)
    policy = at(root, "//h:meta[@http-equiv = 'Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none';") and "unsafe" not in policy and "http" not in policy


def test_assets_ask_for_nothing() -> None:
    for name in ASSETS:
        asset = site()[name]
        assert not re.search(r"url\(|@import|https?://(?!www\.w3\.org/2000/svg)", asset), name
    asking = r"fetch|XMLHttpRequest|import|eval|innerHTML|sendBeacon|new Image"
    assert not re.search(asking, site()["edition.js"])


# Readable in the light and in the dark.


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["ink", "quiet", "link", "editor", "hand", "doubt"])
def test_contrast(scheme: str, name: str) -> None:
    """WCAG 2.2, 1.4.3: 4.5 to 1, on the page and on what is raised from it."""
    blocks = re.findall(r":root \{(.*?)\}", site()["edition.css"], re.S)
    light, dark = (dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", block)) for block in blocks[:2])
    colours = light if scheme == "light" else dark
    for ground in ("paper", "raised"):
        values = sorted((luminance(colours[name]), luminance(colours[ground])))
        assert (values[1] + 0.05) / (values[0] + 0.05) >= 4.5, (name, ground)


# What cannot be done is said.


@pytest.mark.parametrize(
    "body",
    [
        "<p>a <glyph>b</glyph></p>",
        "<p>a <supplied>x<glyph/></supplied></p>",
        "<glyph>a</glyph>",
        '<p>a<note type="editorial">b <glyph>c</glyph></note></p>',
        "<list><item><glyph/></item></list>",
        "<closer><glyph/></closer>",
        "<p><choice><orig>a</orig><reg><glyph/></reg></choice></p>",
    ],
)
def test_an_unknown_element_keeps_its_text_and_says_its_name(body: str) -> None:
    root = page(text(body))
    unknown = at(root, "//h:*[@data-element = 'glyph']")
    assert len(unknown) == 1 and unknown[0].get("title") == "<glyph>"
    shown = "".join(
        letters(part)
        for part in at(root, "//*[@id = 'edition-text'] | //h:section[@role = 'doc-endnotes']/h:ol")
    )
    assert all(sign in shown for sign in re.sub(r"<[^>]*>", "", body) if sign.isalpha())


def test_a_house_without_signs_is_refused() -> None:
    with pytest.raises(UsageError, match=r"house 'nowhere'.*default, leiden"):
        list(HTML.made(dataclasses.replace(EDITION, house="nowhere"), DOCUMENTS))


@pytest.mark.parametrize("name", ["Index", "names"])
def test_a_document_cannot_have_the_name_of_another_page(name: str) -> None:
    with pytest.raises(UsageError, match=f"^{name}: "):
        list(HTML.made(EDITION, [variant(name)]))


def test_growth() -> None:
    """Four times the text, less than five times the time (and a little for what every page costs)."""

    def seconds(copies: int) -> float:
        division = EVERY.split('<div type="document">')[1].split("</div>")[0]
        plain = re.sub(r' (xml:id|target)="[^"]*"', "", division)
        document = text(plain * copies)
        page(document)
        started = time.process_time()
        page(document)
        return time.process_time() - started

    assert min(seconds(80) for _ in range(2)) < 5 * min(seconds(20) for _ in range(3)) + 0.05


# In a browser, from a disk.


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("site")
    for file in HTML.made(EDITION, DOCUMENTS):
        if not isinstance(file, OutputFile):
            continue
        (root / file.path).parent.mkdir(parents=True, exist_ok=True)
        (root / file.path).write_bytes(file.data)
    return root


PASSAGE = "#p2"
VIEWS = {
    "reading": "North Korean Minister Pak Seong-cheol called in Ambassador Qiao Xiaoguang of Andong and the CPSU "
    "on 6 March 1962; they asked for it jinsu, on both sides. They are cross-border people, said Choe "
    "and Kim.",
    "diplomatic": "Korean Minister Pak Seong-cheol called in Ambassador Qiao of Andong and the CPSU on 6 March; they "
    "asked for it jinsu, on both sides.[page 2] They are cross-border people [yuejing renyuan][?], said "
    "Choe [?] and Kim [?].",
    "critical": "[North] Korean Minister Pak Seong-cheol [Pak Song Chol] called in Ambassador Qiao [Xiaoguang] of "
    "Andong [Dandong] and the CPSU [Communist Party of the Soviet Union] on 6 March [1962]; they asked "
    "for it jinsu [as soon as possible], on both sides [China and North Korea](?).[page 2] They are "
    "cross-border people [yuejing renyuan][?], said Choe [?] and Kim [?].",
}


class Visit:
    """A page in a browser that notes what goes wrong and what it asks for."""

    def __init__(self, browser: object, address: str, **context: object) -> None:
        self.page = browser.new_context(**context).new_page()  # type: ignore[attr-defined]
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(address)

    def shown(self, selector: str = PASSAGE) -> str:
        return " ".join(self.page.inner_text(selector).split())


@pytest.mark.judge
def test_views_switch_and_are_remembered(browser: object, folder: Path) -> None:
    visit = Visit(browser, (folder / "every-reading.html").as_uri())
    assert visit.shown() == VIEWS["critical"]
    for view in VIEWS:
        visit.page.check(f"[name=view][value={view}]", force=True)
        assert visit.shown() == VIEWS[view]
    visit.page.check("[name=view][value=reading]", force=True)
    visit.page.goto((folder / "second.html").as_uri())
    assert visit.shown() == VIEWS["reading"]
    visit.page.goto((folder / "second.html").as_uri() + "?view=diplomatic")
    assert visit.shown() == VIEWS["diplomatic"]
    assert visit.complaints == []
    assert all(request.startswith("file:") for request in visit.requests)


@pytest.mark.judge
def test_voices_can_be_switched_off(browser: object, folder: Path) -> None:
    visit = Visit(browser, (folder / "every-reading.html").as_uri())
    visit.page.uncheck("[name=voice][value=doubt]")
    assert "(?)" not in visit.shown()
    visit.page.uncheck("[name=voice][value=hand]")
    assert "[page 2]" not in visit.shown() and "underlined" not in visit.shown("#p3")
    visit.page.uncheck("[name=voice][value=editor]")
    assert visit.shown().startswith("Korean Minister Pak Seong-cheol called in Ambassador Qiao of Andong and")
    assert not visit.page.is_visible(".notes li")
    colour = "getComputedStyle(document.querySelector('#p2')).color"
    before = visit.page.evaluate(colour)
    visit.page.uncheck("[name=voice][value=author]")
    assert visit.page.evaluate(colour) != before


@pytest.mark.judge
def test_without_a_script_everything_is_there(browser: object, folder: Path) -> None:
    address = (folder / "every-reading.html").as_uri() + "?view=reading"
    visit = Visit(browser, address, java_script_enabled=False)
    assert visit.shown() == VIEWS["critical"]
    assert not visit.page.is_visible("#edition-switch")
    assert visit.page.is_visible(".notes li")


@pytest.mark.judge
@pytest.mark.parametrize("width", [320, 390, 768, 1280, 2560])
def test_nothing_sticks_out(browser: object, folder: Path, width: int) -> None:
    for name in ("index.html", "names.html", "every-reading.html"):
        visit = Visit(browser, (folder / name).as_uri(), viewport={"width": width, "height": 900})
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= width
        assert visit.complaints == []


@pytest.mark.judge
def test_margins_on_a_wide_screen(browser: object, folder: Path) -> None:
    """Hands stand left of the text, notes right of it beside their calls, and do not cover each other."""
    visit = Visit(browser, (folder / "every-reading.html").as_uri(), viewport={"width": 1280, "height": 900})

    def box(selector: str) -> dict[str, float]:
        return visit.page.locator(selector).first.bounding_box()

    column = box("#edition-text")
    hand, first, second = box(".annotation"), box(".notes li"), box(".notes li + li")
    assert hand["x"] + hand["width"] < column["x"]
    assert first["x"] > column["x"] + column["width"]
    assert abs(first["y"] - box("[data-place='1']")["y"]) < 24
    assert second["y"] >= first["y"] + first["height"]


@pytest.mark.judge
def test_checker_of_the_w3c(folder: Path) -> None:
    """All pages, the style sheet and the icon. beside.css has properties that the checker does not know yet."""
    jar = os.environ.get("ENCODER_TEST_VNU", "")
    if not (jar and shutil.which("java")):
        pytest.skip("no Nu Html Checker; set ENCODER_TEST_VNU to vnu.jar (npm vnu-jar) and install Java")
    files = [
        *map(str, sorted(folder.glob("*.html"))),
        *(str(folder / name) for name in ("edition.css", "search.css", "icon.svg")),
    ]
    done = run(
        ["java", "-jar", jar, "--errors-only", "--also-check-css", "--also-check-svg", *files],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.judge
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_accessibility(browser: object, folder: Path, width: int, scheme: str) -> None:
    path = os.environ.get("ENCODER_TEST_AXE", "")
    if not path:
        pytest.skip("no axe; set ENCODER_TEST_AXE to axe.min.js (npm axe-core)")
    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    for name in ("index.html", "names.html", *(f"every-reading.html?view={view}" for view in VIEWS)):
        visit = Visit(
            browser,
            f"{folder.as_uri()}/{name}",
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
        )
        visit.page.evaluate(Path(path).read_text(encoding="utf-8"))
        found = visit.page.evaluate(f"axe.run(document, {{runOnly: {rules}}})")["violations"]
        assert [(name, rule["id"], [node["target"] for node in rule["nodes"]]) for rule in found] == []

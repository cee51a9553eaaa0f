"""The print edition: what is in the book, that nothing is lost, and that it is always the same book."""

import dataclasses
import hashlib
import itertools
import os
import re
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from lxml import etree

from encoder import data
from encoder.checks.grammar import Grammar, load
from encoder.edition import Edition, Editor, Licence
from encoder.model import Finding, OutputFile, TeiFile, UsageError
from encoder.outputs import coverage
from encoder.outputs import print as print_edition
from encoder.outputs.output import Entries
from encoder.outputs.print import fonts
from encoder.outputs.print.settings import settings
from tests.generate import Maker

EVERY_READING = (Path(__file__).parent / "good" / "every-reading.xml").read_text(encoding="utf-8")
TEI = "{http://www.tei-c.org/ns/1.0}"
BEHIND = ("Persons", "Places", "Organizations", "Concordance of shelfmarks", "Colophon")
EDITION = Edition(
    root=Path("no-folder"),
    id="edition",
    title="Crossing",
    date="2026-11-22",
    publisher="A press",
    place="Here",
    subtitle="A subtitle",
    description="What it is.",
    editors=(Editor("An editor"),),
    licence=Licence("A licence", "https://example.org/licence", "Rights remain."),
)


def document(body: str, name: str = "letter") -> TeiFile:
    """A document with the header of every-reading.xml and a text of its own."""
    text = f'<div type="document">{body}</div>'
    xml = re.sub(r'<div type="document">.*</div>', lambda _: text, EVERY_READING, flags=re.S)
    return TeiFile(name, xml.replace('xml:id="every-reading"', f'xml:id="{name}"'))


def book(documents: Sequence[TeiFile], edition: Edition = EDITION) -> bytes:
    return made(documents, edition)[0].data


def made(documents: Sequence[TeiFile], edition: Edition = EDITION) -> list[OutputFile]:
    """The files of the print edition, the volume first; without those of single documents if nobody asks for them."""
    chosen = dataclasses.replace(edition, print={"documents": False, **edition.print})
    files = [one for one in print_edition.OUTPUT.made(chosen, documents) if isinstance(one, OutputFile)]
    assert files[0].path == "edition.pdf"
    return files


def pages(pdf: bytes) -> list[str]:
    """The text of each page, with words that the end of a line divides whole again."""
    texts = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]
    return [text.replace("\ufffe", "").replace("\u00ad\r\n", "").replace("\r\n", "\n") for text in texts]


def body_of(pdf: bytes) -> list[str]:
    """The pages of the documents: those with arabic numbers, without the registers and the like."""
    opened = pypdfium2.PdfDocument(pdf)
    labels = [opened.get_page_label(index) for index in range(len(opened))]
    behind = [mark.get_dest().get_index() for mark in opened.get_toc() if mark.get_title() in BEHIND]
    return pages(pdf)[labels.index("1") : min(behind)]


def words(text: str) -> list[str]:
    """Brackets divide no word here: [T]he is one."""
    return re.findall(r"\w+", re.sub(r"[\[\]]", "", text))


def printed(body: str, edition: Edition = EDITION) -> str:
    """A text as the print XML has it, notes in braces, without the forms."""
    xml = etree.fromstring(print_edition.entry.entry(edition, document(body)))
    return " | ".join(shown(block) for block in xml.iter("{*}block"))


def shown(node: etree._Element) -> str:
    inner = (node.text or "") + "".join(shown(child) + (child.tail or "") for child in node)
    match etree.QName(node).localname:
        case "add":
            return f"{node.get('open')}{inner}{node.get('close')}"
        case "note" | "margin":
            return f"{{{node.get('sign', '')}{inner}}}"
        case "doubt":
            return str(node.get("sign"))
    return inner


# Nothing is lost.


@pytest.fixture(scope="module")
def every_reading() -> list[str]:
    """The pages of the one document, without the front matter."""
    return body_of(book([TeiFile("every-reading", EVERY_READING)]))


def test_all_words_of_the_text_are_printed_in_order(every_reading: list[str]) -> None:
    """Notes of both apparatuses and those that go to the margin of a page are looked for by themselves: a page's text has them
    behind its last line, so that they interrupt the order wherever a page ends."""
    text = etree.fromstring(EVERY_READING.encode()).find(f"{TEI}text")
    assert text is not None
    moved = text.xpath(
        "//t:note[@type='editorial' or @type='annotation' or @type='rendition' or @place='foot']",
        namespaces={"t": TEI[1:-1]},
    )
    in_book = words("\n".join(every_reading))
    for note in moved:
        assert is_in(words(" ".join(note.itertext())), in_book)
        cut(note)
    assert_in_order(words(" ".join(text.itertext())), in_book)


def cut(note: etree._Element) -> None:
    """Empty a note and leave its place and what follows it."""
    tail = note.tail
    note.clear()
    note.tail = tail


def is_in(wanted: Sequence[str], found: Sequence[str]) -> bool:
    return any(list(found[start : start + len(wanted)]) == list(wanted) for start in range(len(found)))


def assert_in_order(wanted: Iterable[str], found: Iterable[str]) -> None:
    rest = iter(found)
    lost = next((word for word in wanted if word not in rest), None)
    assert lost is None, f"{lost!r} is not in the book, or not in its place"


def test_counts_of_words_agree(every_reading: list[str]) -> None:
    """The same without order: no word of the text or its notes is fewer times in the book."""
    text = etree.fromstring(EVERY_READING.encode()).find(f"{TEI}text")
    assert text is not None
    lost = Counter(words(" ".join(map(str, text.itertext())))) - Counter(words("\n".join(every_reading)))
    assert not lost


HOSTILE = r"""
#let x = 1; #emph[no] $a^2$ *bold* _it_ `raw` @ref <label> // line /* block */ \ \u{41} = head - list + enum
~ -- --- ... '' "" \textbf{a} \% & % ^^M {curly} ]]> &lt; <b>b</b> <!-- c --> <?pi?> {.} {$x} {{y}}
//*[@id='a'] #panic("no") #import "x" <<< >>> '); DROP ?? %s %(s)s ${s}"""


def test_syntax_of_other_languages_is_printed_as_typed() -> None:
    typed = etree.Element("p")
    typed.text = HOSTILE
    body = etree.tostring(typed, encoding="unicode")
    note = body.replace("<p>", '<note type="editorial">').replace("</p>", "</note>")
    inside = body.removeprefix("<p>").removesuffix("</p>")
    head = f"<head>{inside}</head>"
    in_book = "".join("".join(pages(book([document(f"{head}<p>Before{note}</p>{body}")]))).split())
    assert in_book.count("".join(HOSTILE.split())) == 3


def test_an_unknown_element_keeps_its_words_and_is_told() -> None:
    body = "<p>One <formula>x <glyph>y</glyph></formula></p><figure><head>Map</head><p>Of<glyph/> it.</p></figure><cit><q>a</q></cit>"
    assert printed(body) == "One x y | Map | Of it. | a"
    findings = [
        one for one in print_edition.OUTPUT.made(EDITION, [document(body)]) if isinstance(one, Finding)
    ]
    assert [(one.code, one.words["what"], one.words["output"]) for one in findings] == [
        ("P010", "<glyph>", "print")
    ]


def test_every_place_is_true() -> None:
    """What the book is said to show is seen there: with another name or value, some document is another print XML."""
    unseen = []
    for key, instances in claimed().items():
        unseen += [key] if not any(differs(*instance) for instance in instances[:8]) else []
    assert unseen == []


def claimed() -> dict[str, list[tuple[TeiFile, int, str]]]:
    """Elements and attributes that have a look of their own, and where they stand in the documents."""
    found: dict[str, list[tuple[TeiFile, int, str]]] = {}
    for one in rich():
        for place, element in enumerate(etree.fromstring(one.xml.encode()).iter("{*}*")):
            name = element.tag.removeprefix(TEI)
            if f"{TEI}text" not in [above.tag for above in element.iterancestors()]:
                continue
            for attribute in ("", *element.keys()):
                short = attribute.replace("{http://www.w3.org/XML/1998/namespace}", "xml:")
                where = coverage.place("print", name, short, element.get(attribute, "") if attribute else "")
                if where and not where.startswith(("nowhere", "as words")):
                    found.setdefault(f"{name} {short}", []).append((one, place, attribute))
    return found


def differs(one: TeiFile, place: int, attribute: str) -> bool:
    root = etree.fromstring(one.xml.encode())
    element = list(root.iter("{*}*"))[place]
    if attribute:
        element.set(attribute, "8" if element.get(attribute, "")[:1].isdigit() else "zz")
    else:
        element.tag = f"{TEI}zz"
    return xml_of(one.id, etree.tostring(root, encoding="unicode")) != xml_of(one.id, one.xml)


@cache
def xml_of(name: str, xml: str) -> str:
    return print_edition.entry.entry(EDITION, TeiFile(name, xml))


@cache
def rich() -> list[TeiFile]:
    paths = sorted((Path(__file__).parent / "rich" / "tei").glob("*.xml"))
    return [TeiFile(path.stem, path.read_text(encoding="utf-8")) for path in paths] + [
        TeiFile("every", EVERY_READING),
        document("<list rend='numbered'><item>One</item></list>"),
    ]


def test_tei_that_another_program_has_made_becomes_a_book() -> None:
    assert len(body_of(book(rich()))) > 5


def characters(nodes: Iterable[etree._Element]) -> Counter[str]:
    return Counter("".join("".join(map(str, node.itertext())) for node in nodes).replace(" ", ""))


@pytest.fixture(scope="module")
def grammar() -> Grammar:
    return load(data.SCHEMA / "edition.rng")


@pytest.mark.parametrize("seed", range(60))
def test_whatever_the_schema_allows_is_printed(seed: int, grammar: Grammar) -> None:
    """No character of a random text is lost on the way to print XML nor, in each tenth, in the book."""
    made = Maker(grammar, seed).element(f"{TEI}div", 7)
    letter = document(etree.tostring(made, encoding="unicode"))
    xml = etree.fromstring(print_edition.entry.entry(EDITION, letter))
    in_print = characters(itertools.chain(xml.iterfind("{*}text"), xml.iterfind("{*}doubts")))
    assert not characters([made]) - in_print
    if seed % 10 == 0:
        in_book = Counter("".join(pages(book([letter]))).replace("\n", ""))
        assert set(characters([made]) - in_book) <= set("中国")  # they are named by their numbers


def test_an_unknown_shape_stands_out() -> None:
    assert "blink" in " ".join(body_of(book([document('<p><hi rend="blinking">blink</hi></p>')])))


# What was typed between brackets is between them again.

READINGS = {
    "<supplied>North</supplied> Korea": "[North] Korea",
    "<supplied>T</supplied>he": "[T]he",
    "<placeName><choice><orig>Andong</orig><reg>Dandong</reg></choice></placeName>.": "Andong [Dandong].",
    "<choice><reg>Dandong</reg><orig>Andong</orig></choice>": "Dandong [Andong]",
    "<choice><abbr>CPSU</abbr><expan>Communist Party</expan></choice>": "CPSU [Communist Party]",
    "<choice><expan>Communist Party</expan><abbr>CP</abbr></choice>": "Communist Party [CP]",
    "jinsu <gloss>at once</gloss>": "jinsu [at once]",
    "given <note type='original'><foreign xml:lang='ru-Latn'>ustuplena</foreign></note>": "given [ustuplena]",
    "a <note type='original' cert='low' resp='#translator'>x</note>": "a [x][?]",
    "<unclear cert='low' resp='#translator'>Choe</unclear>": "Choe [?]",
    "<persName cert='low' resp='#encoder'>Kim</persName>": "Kim",
    "He <gap reason='editorial'/> said": "He […] said",
    "<gap reason='illegible'><desc>one word illegible</desc></gap>": "[one word illegible]",
    "<sic>publically</sic>": "publically [sic]",
    "<choice><sic>Sibaipo</sic><corr><label>sic, should be</label> Xibaipo</corr></choice>": "Sibaipo [sic, should be Xibaipo]",
    "<choice><sic>Sibaipo</sic><corr>Xibaipo</corr></choice>": "Sibaipo [sic: Xibaipo]",
    "to <note type='rendition'>underlined</note><hi rend='underline'>send</hi>": "to send{aunderlined}",
    "to <note type='rendition'>crossed out</note> <del rend='strikethrough'>send</del>": "to send{acrossed out}",
    "<note type='rendition' target='#h'>underlined</note> <hi xml:id='h' rend='underline'>send it</hi> now": "send it{aunderlined} now",
    "to <note type='rendition' target='#no'>underlined</note> send": "to{aunderlined} send",
    "agree.<pb n='2'/> They": "agree. [page 2] They",
    "di<pb n='2'/>vided": "di[page 2]vided",
    "<pb/>First": "[page] First",
    "<gloss>both<certainty locus='name' degree='0.6'/></gloss>, so": "[both]°, so",
    "<gloss><certainty locus='start' degree='0.6'/>both</gloss>": "[°both]",
    "<choice><orig>a</orig><reg>b<certainty locus='name'/></reg></choice>": "a [b]°",
    "<pc type='unmatched'>[</pc>Since, <pc type='stray'>☐</pc> for": "[Since, ☐ for",
    "said. <note type='editorial'><label>Note:</label> Lost.</note> If": "said.{1Note: Lost.} If",
    "said<ref type='footnote' n='4'/>": "said[4]",
    "one<ref type='footnote' target='#f' n='1'/> two<ref type='footnote' target='#f' n='1'/>"
    "<note place='foot' n='1' xml:id='f'>A.</note>": "one{1A.} two1",
    "x <note type='annotation' place='unknown'><label>stamp</label>SECRET</note> y": "x{astamp: SECRET} y",
    "<note type='annotation' subtype='signature'><label>signature</label></note>": "[signature]",
    "<note type='editorial' n='a'>x <note type='annotation'>S</note></note> y<supplied reason='lost'>ou</supplied>": "{ax [S]} y[ou]{A"
    "lost in the source, conjectured}",
    "<app><lem>north</lem><rdg wit='#B'>South</rdg><rdg>East</rdg></app>ern": "north{aSouth B, East}ern",
    "x <note type='annotation' place='margin left'><label>hand</label>No.</note> y": "x{[hand: No.]} y",
    "<hi rend='bold italic'>a</hi><hi rend='superscript'>b</hi>": "ab",
    "see <ref target='https://example.org'>here</ref>": "see here",
    "many\n   lines": "many lines",
}


CRITICAL = {
    "<supplied>North</supplied> Korea": "[North] Korea",
    "<placeName><choice><orig>Andong</orig><reg>Dandong</reg></choice></placeName>.": "Andong{aDandong}.",
    "<choice><abbr>CPSU</abbr><expan>Communist Party</expan></choice>": "CPSU{aCommunist Party}",
    "jinsu <gloss>at once</gloss>, b": "jinsu{aat once}, b",
    "given <note type='original'><foreign xml:lang='ru-Latn'>ustuplena</foreign></note> up": "given{austuplena} up",
    "<supplied cert='low' resp='#translator'>Choe</supplied>": "[Choe]{adoubted by the translators}",
    "He <gap reason='editorial'/> <gap reason='lost'><desc>2 words</desc></gap> said": "He […] […]{a2 words} said",
    "<sic>so</sic> <choice><sic>Sibaipo</sic><corr>Xibaipo</corr></choice>": "so{aso in the source} Sibaipo{bso in the source; Xibaipo}",
    "<choice><sic>Sibaipo</sic><corr><label>should be</label> Xibaipo</corr></choice>": "Sibaipo{ashould be Xibaipo}",
}


def test_a_note_names_the_words_of_the_text_that_it_speaks_of() -> None:
    """Not the other form; many words by the first and last ones, a single one not at all."""
    body = (
        "<p><choice><orig>Pak Seong-cheol</orig><reg>Pak Song Chol</reg></choice> <choice><sic>one</sic><corr>1</corr></choice>"
        "<app><lem>the north</lem><rdg>a south</rdg></app> <hi xml:id='h'>a b c d e f g</hi><note type='rendition' target='#h'>x</note></p>"
    )
    xml = etree.fromstring(
        print_edition.entry.entry(dataclasses.replace(EDITION, house="critical"), document(body))
    )
    assert [note.get("lemma") for note in xml.iter("{*}note")] == [
        "Pak Seong-cheol",
        None,
        "the north",
        "a b … f g",
    ]


@pytest.mark.parametrize(("tei", "expected"), CRITICAL.items(), ids=range(len(CRITICAL)))
def test_a_house_tells_its_readings_in_the_apparatus(tei: str, expected: str) -> None:
    assert printed(f"<p>{tei}</p>", dataclasses.replace(EDITION, house="critical")) == expected


@pytest.mark.parametrize(("tei", "expected"), READINGS.items(), ids=range(len(READINGS)))
def test_reading(tei: str, expected: str) -> None:
    assert printed(f"<p>{tei}</p>") == expected


BLOCKS = {
    "<list type='distribution'><head>To</head><item>A <num value='2'>2</num></item><item>B</item></list>": "To: A (2), B",
    "<list><head>H</head><item n='1'>a<list><item>b</item></list>c</item><item>d</item></list>": "H | a | b | c | d",
    "<p>a<list><item>b</item></list>c</p>": "a | b | c",
    "<sp><speaker>Mao:</speaker><p>a</p></sp><quote><p>b</p></quote>": "a | b",
    "<p>a</p><note type='editorial'>Lost.</note><note place='foot' n='3'>c</note>": "a | [Lost.] | 3 c",
    "<opener><note type='precedence'>Rush</note><salute>To <supplied>them</supplied>:</salute></opener>": "Rush | To [them]:",
    "<closer><signed>A</signed><note type='handling'><label>Received</label>: May 12</note></closer>": "A | Received: May 12",
    "<p/>": "",
}


@pytest.mark.parametrize(("tei", "expected"), BLOCKS.items(), ids=range(len(BLOCKS)))
def test_blocks(tei: str, expected: str) -> None:
    assert printed(tei) == expected


# The book.


def test_the_same_input_gives_the_same_bytes() -> None:
    """In another process too, whose sets have another order."""
    program = (
        "import hashlib, tests.test_print as t;"
        "print(hashlib.sha256(t.book([t.TeiFile('every-reading', t.EVERY_READING)])).hexdigest())"
    )
    other = subprocess.run(
        [sys.executable, "-c", program],
        cwd=Path(__file__).parent.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    first = book([TeiFile("every-reading", EVERY_READING)])
    assert first == book([TeiFile("every-reading", EVERY_READING)])
    assert other.stdout.strip() == hashlib.sha256(first).hexdigest()


LONG = "".join(f"<p>Paragraph {n}. {'They agree with the proposal. ' * 20}</p>" for n in range(9))


def test_contents_bookmarks_and_page_numbers_agree() -> None:
    pdf = book([document(LONG, "a"), document("<p>Short.</p>", "b"), document(LONG, "c")])
    opened = pypdfium2.PdfDocument(pdf)
    marks = {mark.get_title(): mark.get_dest().get_index() for mark in opened.get_toc()}
    parts = ["Contents", "Editorial principles", "Signs", "List of documents", "Archives and abbreviations"]
    titles = [f"{n} Telegram on every reading" for n in (1, 2, 3)]
    assert list(marks) == [*parts, *titles, "Concordance of shelfmarks", "Colophon"]
    labels = [opened.get_page_label(index) for index in range(len(opened))]
    assert labels[:3] == ["i", "ii", "iii"]
    text = pages(pdf)
    listed = dict(re.findall(r"(?m)^(.+?)[. ]+([ivx\d]+)$", text[marks["Contents"]]))
    for part in (*parts[1:], "Concordance of shelfmarks", "Colophon"):
        assert listed[part] == labels[marks[part]]
    assert listed["Documents"] == "1"
    numbers = re.findall(r"(?m)[. ](\d+)$", text[marks["List of documents"]])
    assert numbers == [labels[marks[title]] for title in titles]
    assert opened.get_metadata_dict()["Title"] == "Crossing"
    assert opened.get_metadata_dict()["CreationDate"] == "D:20261122000000Z"
    assert opened.is_tagged()


def test_running_heads_and_line_numbers_are_of_the_document() -> None:
    long = "".join(f"<p>Paragraph {n}. {'They agree with the proposal. ' * 20}</p>" for n in range(12))
    first, second, third, *_ = body_of(book([document(long), document(long)]))
    assert "Crossing" not in first.splitlines()  # the first page of a document has no running head
    assert second.splitlines()[0] == "2 Crossing"
    assert third.splitlines()[0] == "1 · March 24, 1962 3"
    for page, following in itertools.pairwise((first, second, third)):
        numbers = [[int(line) for line in re.findall(r"(?m)^\d*[05]$", text)] for text in (page, following)]
        assert numbers[0] == sorted(numbers[0])
        assert numbers[1][0] == numbers[0][-1] + 5


def test_notes_have_the_signs_of_their_calls() -> None:
    body = (
        "<p>a<note type='editorial'>First.</note> b<ref type='footnote' n='1' target='#f'/> "
        "c<note type='editorial'>Third.</note></p><note place='foot' n='1' xml:id='f'>Second.</note>"
    )
    assert printed(body) == "a{aFirst.} b{1Second.} c{bThird.}"
    page = body_of(book([document(body)]))[0]
    assert [page.index(note) for note in ("a First.", "1 Second.", "b Third.")] == sorted(
        page.index(note) for note in ("a First.", "1 Second.", "b Third.")
    )


# Where notes stand.

NOTED = "".join(
    f"<p>{'They agree with the proposal. ' * (7 + n % 5)}<hi rend='underline' xml:id='h{n}'>send it {n}</hi>"
    f"<note type='rendition' target='#h{n}'>look {n}</note> and<note type='editorial'>Remark {n}.</note> so on.</p>"
    for n in range(24)
)


@pytest.mark.parametrize("notes", ["foot", "levels", "end"])
def test_every_note_is_printed_once_and_in_its_place(notes: str) -> None:
    edition = dataclasses.replace(EDITION, print={"notes": notes})
    printed = body_of(book([document(NOTED)], edition))
    assert len(printed) > 3
    for n in range(24):
        (called,) = [page for page in printed if re.search(rf"\bsend it {n}[a-z]", page)]
        (textual,) = [page for page in printed if re.search(rf"\blook {n}\b", page)]
        (editorial,) = [page for page in printed if f"Remark {n}." in page]
        assert editorial == called
        assert (textual == called) or (notes == "end" and textual == printed[-1])


def test_textual_notes_are_a_level_above_the_editorial_ones() -> None:
    (page, *_) = body_of(book([document(NOTED)], dataclasses.replace(EDITION, print={"notes": "levels"})))
    levels = re.sub(r"\s+", " ", page[page.index("send it 0]") :])
    assert re.match(r"(send it \d+\] look \d+ ?\w? ?)+( ?\d ?Remark \d\.)+", levels), levels


def test_a_note_that_is_not_in_its_place_is_told() -> None:
    """Where the levels have been told wrong, the notes of a page stand on another: the check sees it."""
    edition = dataclasses.replace(EDITION, print={"notes": "levels"})
    letter = document(NOTED)
    xml = print_edition.entry.entry(edition, letter)
    assert not told(edition, xml)
    feet = re.findall(r"<foot .*?/>", xml)
    last = re.search('first="(.*?)"', feet[-1])
    assert last is not None
    wrong = xml.replace(feet[0], re.sub('first=".*?"', f'first="{last[1]}"', feet[0]))
    assert [(one.code, one.file, one.words["note"]) for one in told(edition, wrong)] == [
        ("P030", "tei/letter.xml", "a")
    ]


def told(edition: Edition, xml: str) -> list[Finding]:
    entries = Entries(["letter"], lambda name: iter([{"print": xml, "tei": "<TEI/>"}[name]]))
    return [one for one in print_edition.book.files(edition, entries, "") if isinstance(one, Finding)]


def test_notes_that_come_and_go_print_themselves() -> None:
    """A page asks for a note that, once it is there, is on the next page: the driver comes to an end."""
    calls = [{"id": f"n{n}", "level": "textual", "page": 1} for n in range(3)]

    def pages_of(feet: Mapping[str, Sequence[str]]) -> list[dict[str, Any]]:
        crowded = len(feet.get("n0", ())) > 2
        return [call | {"page": 2} if crowded and call["id"] == "n2" else call for call in calls]

    assert print_edition.feet.settled(pages_of) == {"n0": ["n0", "n1"]}


def test_lines_are_counted_by_page_or_not_at_all() -> None:
    def margins(lines: str) -> list[list[str]]:
        edition = dataclasses.replace(EDITION, print={"lines": lines})
        return [re.findall(r"(?m)^\d*[05]$", page) for page in body_of(book([document(LONG)], edition))]

    by_page = margins("page")
    assert len(by_page) > 2
    assert all(numbers[:3] == ["5", "10", "15"] for numbers in by_page[1:])
    assert margins("none") == [[] for _ in by_page]


# Registers, lists, files.


def test_registers_have_pages_in_ranges(tmp_path: Path) -> None:
    register = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff><listPerson><person xml:id="kim"><persName type="main">Kim
        Il</persName><persName>Kim I.</persName><occupation>Guide</occupation></person><person xml:id="no"><persName>No
        Body</persName></person></listPerson></standOff></TEI>"""
    (tmp_path / "registers").mkdir()
    (tmp_path / "registers" / "persons.xml").write_text(register, encoding="utf-8")
    name = "<persName ref='../registers/persons.xml#kim'>Kim</persName>"
    long = "".join(f"<p>{name} {'They agree with the proposal. ' * 30}</p>" for _ in range(9))
    letters = [document(long), document("<p>Nobody.</p>"), document(f"<p>{name}, {name}</p>")]
    pdf = book(letters, dataclasses.replace(EDITION, root=tmp_path))
    opened = pypdfium2.PdfDocument(pdf)
    titles = {mark.get_title(): mark.get_dest().get_index() for mark in opened.get_toc()}
    text = " ".join(pages(pdf)[titles["Persons"]].split())
    last = opened.get_page_label(titles["2 Telegram on every reading"] - 1)
    third = opened.get_page_label(titles["3 Telegram on every reading"])
    assert int(last) > 2
    assert f"Kim I., see Kim Il Kim Il, Guide 1–{last}, {third} " in text
    assert "No Body" not in text


def test_the_concordance_is_in_order_of_figures() -> None:
    marks = ("118-10-2", "118-9-1", "99-1")
    letters = [
        TeiFile(f"d{n}", document("<p>x</p>").xml.replace("118-01025-02", mark))
        for n, mark in enumerate(marks, 1)
    ]
    text = " ".join(" ".join(pages(book(letters))).split())
    assert re.search(r"Archive Shelfmark No\. Page .*?99-1 3 3 .*?118-9-1 2 2 .*?118-10-2 1 1 ", text)


def test_the_pdf_carries_its_tei() -> None:
    edition = dataclasses.replace(EDITION, print={"documents": True})
    volume, single = made([document("<p>The one.</p>")], edition)
    assert single.path == "documents/letter.pdf"
    for file, name in ((volume, "tei/letter.xml"), (single, "letter.xml")):
        attachment = pypdfium2.PdfDocument(file.data).get_attachment(0)
        assert attachment.get_name() == name
        assert b"<p>The one.</p>" in bytes(attachment.get_data())


def test_a_document_by_itself_has_the_pages_of_the_volume() -> None:
    edition = dataclasses.replace(EDITION, print={"documents": True})
    volume, _, single = made([document("<p>x</p>"), document(NOTED, "second")], edition)
    assert single.path == "documents/second.pdf"
    in_volume = body_of(volume.data)[1:]
    assert [re.findall(r"[A-Za-z]{2,}", page.split("\n", 1)[1]) for page in pages(single.data)] == [
        re.findall(r"[A-Za-z]{2,}", page.split("\n", 1)[1]) for page in in_volume
    ]


def test_doubts_are_listed_by_line() -> None:
    lines = "".join(f"<p>Line {n}</p>" for n in range(1, 9))
    doubted = "<p>Line 9, <gloss>this<certainty locus='name' degree='0.6'/></gloss></p>"
    page = body_of(book([document(lines + doubted)]))[0]
    assert "Line 9, [this]°" in page
    assert re.search(r"(?m)^9 this: .*60 %", page)


def test_margin_notes_do_not_meet_and_stay_on_the_page() -> None:
    """Twelve notes at the last line: each stands below the one before, the last one not below the text."""
    note = "<note type='annotation' place='margin left'><label>hand {}.</label>Not to be forced.</note>"
    body = "<p>x</p>" * 19 + f"<p>y {''.join(note.format(n) for n in range(12))}</p>"
    opened = pypdfium2.PdfDocument(book([document(body)]))
    page = opened[next(index for index in range(len(opened)) if opened.get_page_label(index) == "1")]
    text = page.get_textpage()
    found = [text.search(f"[hand {n}.").get_next() for n in range(12)]
    tops = [text.get_charbox(place[0])[3] for place in found if place]
    assert len(tops) == 12
    assert all(above - below > 15 for above, below in itertools.pairwise(tops))  # two lines of 7 points
    assert tops[-1] > 62  # the lower margin, in points


# Characters, papers, houses, languages.


def missing(edition: Edition, letters: list[TeiFile]) -> list[tuple[str, str]]:
    made = print_edition.OUTPUT.made(edition, letters)
    return [(Path(one.file).stem, one.words["character"]) for one in made if isinstance(one, Finding)]


def test_a_character_without_a_glyph_is_named_and_reported() -> None:
    letter = document("<p>People <foreign xml:lang='am'>አማ</foreign> of Ⴀ, П.</p>")
    assert missing(EDITION, [letter]) == [("letter", "Ⴀ"), ("letter", "ማ"), ("letter", "አ")]
    assert "People ‹U+12A0›‹U+121B› of ‹U+10A0›, П." in " ".join(body_of(book([letter]))[0].split())


def test_fonts_of_packages_are_found_and_named_in_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A package whose font is another one is no harm; one that has the family is asked after the fonts of the edition."""
    package = tmp_path / "pylopdf_fonts_ko"
    package.mkdir()
    (package / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    assert list(fonts.paths(EDITION))[-1] == package / "__init__.py"
    assert fonts.fonts(EDITION, settings(EDITION)).families[0] == "Libertinus Serif"


@pytest.mark.judge
def test_chinese_and_korean_are_set_in_the_fonts_of_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    if "ENCODER_TEST_CJK" not in os.environ:
        pytest.skip("the fonts of the extra cjk are not here (.ci/judges/fonts.sh)")
    monkeypatch.syspath_prepend(os.environ["ENCODER_TEST_CJK"])
    letter = document(
        "<p>People <foreign xml:lang='zh-Hans'>边民</foreign> of 조선 <foreign xml:lang='ko'>朝鮮</foreign>.</p>"
    )
    assert missing(EDITION, [letter]) == []
    assert "People 边民 of 조선 朝鮮." in body_of(book([letter]))[0]


def test_a_font_in_the_folder_of_the_edition_is_used(tmp_path: Path) -> None:
    """Any font file will do to see that the folder is read: its family is asked after the text font."""
    installed = sorted(Path("/usr/share/fonts").rglob("DejaVuSerif.ttf"))
    if not installed:
        pytest.skip("no font is installed here that could be put into an edition's folder")
    (tmp_path / "fonts").mkdir()
    shutil.copy(installed[0], tmp_path / "fonts")
    edition = dataclasses.replace(EDITION, root=tmp_path)
    letter = document("<p>Ⴀ</p>")  # Georgian, which the fonts of Typst lack
    assert missing(EDITION, [letter]) == [("letter", "Ⴀ")]
    assert missing(edition, [letter]) == []
    assert "Ⴀ" in body_of(book([letter], edition))[0]


@pytest.mark.parametrize(
    ("field", "value", "named"),
    [
        ("print", {"paper": "a99"}, "a99.*iso-b5"),
        ("print", {"fonts": ["No Such Font"]}, "No Such Font"),
        ("print", {"face": "No Such Font"}, "No Such Font"),
        ("print", {"face": 1}, "face is 1"),
        ("print", {"fonts": "Noto"}, "fonts is 'Noto'.*list"),
        ("print", {"notes": "margin"}, "margin.*levels"),
        ("print", {"lines": 5}, "5.*document"),
        ("print", {"apparatus": ["glos"]}, "glos.*gloss"),
        ("print", {"documents": "yes"}, "true or false"),
        ("print", {"papier": "a5"}, "papier.*paper"),
        ("print", {"paper": {"width": "100mm"}}, "wants height"),
        ("print", {"paper": 5}, "paper is 5"),
        ("house", "nobody", "nobody.*default"),
    ],
)
def test_what_the_edition_asks_for_and_is_not_there(field: str, value: object, named: str) -> None:
    with pytest.raises(UsageError, match=named):
        book([document("<p>x</p>")], dataclasses.replace(EDITION, **{field: value}))


OWN = {"width": "120mm", "height": "190mm", "size": "9pt"} | dict.fromkeys(
    ("inside", "outside", "top", "bottom"), "20mm"
)


@pytest.mark.parametrize("paper", ["a5", "iso-b5", "a4", "us-trade", "us-letter", OWN], ids=str)
def test_papers(paper: str | dict[str, str]) -> None:
    edition = dataclasses.replace(EDITION, print={"paper": paper})
    pdf = book([TeiFile("every-reading", EVERY_READING)], edition)
    assert len(pypdfium2.PdfDocument(pdf)) >= 5


@pytest.mark.parametrize("language", ["en", "de", "fr", "zh", "ko", "ru"])
def test_languages(language: str) -> None:
    assert book([TeiFile("every-reading", EVERY_READING)], dataclasses.replace(EDITION, language=language))


@pytest.mark.parametrize(
    "house", [str(house.get("name")) for house in etree.parse(data.XSLT / "style.xml").findall("house")]
)
def test_houses(house: str) -> None:
    assert book([TeiFile("every-reading", EVERY_READING)], dataclasses.replace(EDITION, house=house))


def test_a_book_without_documents() -> None:
    assert len(pages(book([]))) >= 4


def seconds(documents: Sequence[TeiFile]) -> float:
    start = time.process_time()
    book(documents)
    return time.process_time() - start


def test_time_grows_with_the_documents() -> None:
    """Typst keeps what it has laid out: no two of these books have a document in common."""
    book([TeiFile("d", EVERY_READING)])
    durations = [seconds(several(n)) for n in (4, 16)]
    assert durations[1] < 5.5 * durations[0]


def several(number: int) -> list[TeiFile]:
    return [
        TeiFile(f"d{number}-{n}", EVERY_READING.replace("Pak", f"Pak{number}a{n}")) for n in range(number)
    ]

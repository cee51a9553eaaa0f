"""Addresses that were published once stay what they are, or lead to where the words are now."""

import dataclasses
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from encoder import edition as editions
from encoder.edition import Edition, load
from encoder.model import Finding, OutputFile, TeiFile
from encoder.outputs.html import OUTPUT as HTML
from encoder.outputs.html import permalinks
from encoder.outputs.html.permalinks import Passage, mark
from encoder.pipeline import build
from tests.conftest import EDITION, GOOD

EVERY = (GOOD / "every-reading.xml").read_text(encoding="utf-8")
WORDS = {
    "one": "The first paragraph speaks of the border and of those who cross it without papers.",
    "two": "The second paragraph speaks of the embassy, which asks for instructions by cable.",
    "three": "The third paragraph says that nothing has been decided, and that all should wait.",
}


def document(*paragraphs: str, name: str = "letter") -> TeiFile:
    before, rest = EVERY.split("<body>")
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    xml = f'{before}<body><div type="document">{body}</div></body>{rest.split("</body>")[1]}'
    return TeiFile(name, xml.replace('xml:id="every-reading"', f'xml:id="{name}"'))


class Site:
    """An edition that is published again and again."""

    def __init__(self, root: Path) -> None:
        self.edition: Edition = dataclasses.replace(load(EDITION), root=root)
        self.files: dict[str, str] = {}
        self.told: list[Finding] = []

    def publish(self, *documents: TeiFile, **renamed: str) -> None:
        edition = dataclasses.replace(self.edition, html={"renamed": renamed}) if renamed else self.edition
        made = list(HTML.made(edition, documents))
        self.files = {
            file.path: file.data.decode(errors="replace") for file in made if isinstance(file, OutputFile)
        }
        self.told = [one for one in made if isinstance(one, Finding) and one.code != "P020"]
        (self.edition.root / permalinks.NAME).write_text(self.files[permalinks.NAME], encoding="utf-8")

    def names(self, name: str = "letter") -> dict[str, str]:
        """Of each paragraph its first words and the name of it."""
        page = etree.fromstring(self.files[f"{name}.html"].encode())
        found = page.xpath("//*[@id = 'edition-text']//*[local-name() = 'p'][@id]")
        return {" ".join("".join(one.itertext()).split()[:2]).lower(): one.get("id") for one in found}


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path)


def test_a_paragraph_put_in_changes_no_name(site: Site) -> None:
    site.publish(document(*WORDS.values()))
    assert site.names() == {"the first": "p1", "the second": "p2", "the third": "p3"}
    site.publish(document("A new paragraph comes before all of them.", *WORDS.values()))
    assert site.names() == {"a new": "p4", "the first": "p1", "the second": "p2", "the third": "p3"}
    before = site.files
    site.publish(document("A new paragraph comes before all of them.", *WORDS.values()))
    assert site.files == before and site.told == []


def test_an_edited_paragraph_keeps_its_name(site: Site) -> None:
    site.publish(document(*WORDS.values()))
    edited = WORDS["two"].replace("by cable", "by letter and by cable, at once")
    site.publish(document("Something new.", WORDS["one"], edited, "Another.", WORDS["three"]))
    assert site.names() == {
        "something new.": "p4",
        "the first": "p1",
        "the second": "p2",
        "another.": "p5",
        "the third": "p3",
    }
    site.publish(
        document("Something new.", WORDS["one"], "Not a word is left of it.", "Another.", WORDS["three"])
    )
    assert (
        site.names()["not a"] == "p2" and site.told == []
    )  # where as many stand as stood, each is taken for its own


def test_all_that_other_programs_read_has_the_same_names(site: Site) -> None:
    site.edition = dataclasses.replace(site.edition, html={"url": "https://example.org"})
    site.publish(document(*WORDS.values()))
    site.publish(document("A new paragraph.", *WORDS.values()))
    names = [unit["identifier"] for unit in json.loads(site.files["dts/navigation/letter.json"])["member"]]
    assert names == ["p4", "p1", "p2", "p3"]
    tei = etree.fromstring(site.files["tei/letter.xml"].encode())
    assert [
        one.get("{http://www.w3.org/XML/1998/namespace}id") for one in tei.findall(".//{*}body//{*}p")
    ] == names
    assert '["p2","The second paragraph' in site.files["search/0/letter.js"]


def test_a_typed_name_is_never_changed(site: Site) -> None:
    site.publish(document(*WORDS.values()))
    typed = document("A new paragraph.", *WORDS.values())
    xml = typed.xml.replace("<p>A new", '<p xml:id="p1">A new')
    site.publish(TeiFile("letter", xml))
    assert site.names()["a new"] == "p1"


def test_what_has_vanished_is_an_error_until_it_is_said_where_it_is(site: Site) -> None:
    site.publish(document(*WORDS.values()))
    short = document(WORDS["one"], WORDS["three"])
    for _ in range(2):  # it is not forgotten
        site.publish(short)
        assert [(one.code, one.words["name"]) for one in site.told] == [("P021", "letter#p2")]
    short = document(WORDS["one"], WORDS["three"], "Something new at the end.")
    site.publish(short)
    assert "p2" not in site.names().values()  # no other passage gets the name
    site.publish(short, **{"letter#p2": "letter#p1"})
    assert site.told == []
    page = etree.fromstring(site.files["letter.html"].encode())
    [place] = page.xpath("//*[@id = 'p2']")
    assert place.xpath(".//@href") == ["letter.html#p1"]
    site.publish(short, **{"letter#p2": ""})
    assert site.told == [] and "withdrawn" in site.files["letter.html"]
    site.publish(document(*WORDS.values(), "Something new at the end."))
    assert site.names()["the second"] == "p2" and site.told == []  # it is back


def test_a_renamed_document_leads_to_its_new_name(site: Site) -> None:
    site.publish(document(*WORDS.values()), document(name="other"))
    new = document("A new paragraph.", *WORDS.values(), name="letter-1")
    site.publish(new, document(name="other"))
    assert [(one.code, one.words["name"]) for one in site.told] == [("P021", "letter")]
    site.publish(new, document(name="other"), letter="letter-1")
    assert site.told == []
    page = etree.fromstring(site.files["letter.html"].encode())
    assert page.xpath("//*[@http-equiv = 'refresh']/@content") == ["0; url=letter-1.html"]
    assert "letter-1.html" in page.xpath("//@href")


def test_a_renamed_document_keeps_the_names_of_its_passages(site: Site) -> None:
    site.publish(document(*WORDS.values()))
    site.publish(document("A new paragraph.", *WORDS.values(), name="letter-1"), letter="letter-1")
    assert site.names("letter-1")["the first"] == "p1" and site.told == []


@pytest.mark.parametrize(
    ("renamed", "fault"),
    [
        ({"old": "nowhere"}, "not there"),
        ({"old": "letter#p9"}, "not there"),
        ({"letter": "other"}, "still there"),
        ({"letter#p1": "letter#p2"}, "still there"),
    ],
)
def test_a_wrong_new_name_is_told(site: Site, renamed: dict[str, str], fault: str) -> None:
    site.publish(document(*WORDS.values()), document("Another.", name="other"), **renamed)
    assert [(one.code, fault in one.words["fault"]) for one in site.told] == [("P022", True)]


TEXTS = st.lists(st.text(alphabet="abc ", max_size=12), max_size=8)


@given(TEXTS, TEXTS)
def test_no_name_is_given_twice_and_none_to_other_words_that_are_still_there(
    old: list[str], new: list[str]
) -> None:
    before = [Passage(f"p{number}", mark(text)) for number, text in enumerate(old, 1)]
    after = [Passage(f"p{number}", mark(text)) for number, text in enumerate(new, 1)]
    kept = permalinks._aligned(before, after)
    names = [name for name in kept if name]
    assert len(set(names)) == len(names)
    if [one.mark for one in before] == [one.mark for one in after]:
        assert kept == [one.name for one in before]


def test_a_build_keeps_the_ledger_in_the_edition_and_is_then_done(copy: Path) -> None:
    def run() -> Any:
        return build.build(editions.load(copy), outputs=["html"])

    run()
    ledger = copy / permalinks.NAME
    first = ledger.read_bytes()
    assert first.count(b"\n") == 5 and first == (copy / "build/html" / permalinks.NAME).read_bytes()
    stamp = ledger.stat().st_mtime_ns
    run()
    assert ledger.stat().st_mtime_ns == stamp
    path = copy / "tei/prc-1961-05-12.xml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("<p source", "<p>Put in by an editor.</p>\n        <p source", 1), encoding="utf-8"
    )
    run()
    page = etree.parse(copy / "build/html/prc-1961-05-12.html")
    assert page.xpath("string(//*[@id = 'p5'])").strip() == "Put in by an editor."
    lines = {line.split("\t")[0]: line for line in ledger.read_text(encoding="utf-8").splitlines()}
    old = {line.split("\t")[0]: line for line in first.decode().splitlines()}
    changed = [name for name in old if lines[name] != old[name]]
    assert changed == ["prc-1961-05-12"]
    assert all(row in lines["prc-1961-05-12"] for row in old["prc-1961-05-12"].split("\t"))


def test_the_ledger_of_the_sample_edition_is_what_the_program_writes(copy: Path) -> None:
    build.build(editions.load(copy), outputs=["html"])
    assert (copy / permalinks.NAME).read_bytes() == (EDITION / permalinks.NAME).read_bytes()

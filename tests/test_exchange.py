"""What other programs read of the HTML edition: citations, schema.org, sitemap, CMIF, DTS, BEACON."""

import dataclasses
import json
import os
import re
import shutil
import subprocess
import xml.sax.saxutils
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from encoder.edition import Edition, load
from encoder.model import Finding, OutputFile, TeiFile, UsageError
from encoder.outputs.html import OUTPUT as HTML
from encoder.outputs.html import citations, sitemap
from encoder.outputs.output import Entries
from tests.conftest import EDITION, GOOD

SITE = "https://example.org/border/"
H = {"h": "http://www.w3.org/1999/xhtml"}
TEI = {"t": "http://www.tei-c.org/ns/1.0"}
EVERY = (GOOD / "every-reading.xml").read_text(encoding="utf-8")
# A title and a name that every format must write in its own way.
SIGNS = r"""<i>A & B</i> {50 % of $1} #3_x ~ ^ \ "q" ‘s’ ]]> </script>"""
STRANGE = TeiFile(
    "strange",
    re.sub(
        r"<title( [^>]*|)>[^<]*<",
        lambda match: f"<title{match[1]}>{xml.sax.saxutils.escape(SIGNS)}<",
        EVERY.replace('xml:id="every-reading"', 'xml:id="strange"'),
        count=1,
    ),
)
SAMPLES = [
    TeiFile(path.stem, path.read_text(encoding="utf-8")) for path in sorted((EDITION / "tei").glob("*.xml"))
]


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """The sample edition with an address, and with registers that know authority files."""
    root = tmp_path_factory.mktemp("edition")
    shutil.copytree(EDITION / "registers", root / "registers")
    persons = root / "registers/persons.xml"
    text = persons.read_text(encoding="utf-8")
    entry = text.index('<person xml:id="pak-song-chol">')
    end = text.index("</person>", entry)
    numbers = (
        '<idno type="Wikidata">https://www.wikidata.org/wiki/Q485632</idno><idno type="GND">1234567X</idno>'
    )
    persons.write_text(text[:end] + numbers + text[end:], encoding="utf-8")
    return dataclasses.replace(load(EDITION), root=root, html={"url": SITE.rstrip("/")})


@pytest.fixture(scope="module")
def made(edition: Edition) -> dict[str, bytes]:
    # As if the first had been written by somebody who has an entry, on a day that is not sure.
    first = dataclasses.replace(
        SAMPLES[0],
        xml=SAMPLES[0].xml.replace(
            "<orgName>Central Overseas Chinese Committee</orgName>\n          <date ",
            '<persName>Pak Seong-cheol</persName>\n          <date cert="medium" ',
        ),
    )
    assert first.xml != SAMPLES[0].xml
    return {
        file.path: file.data
        for file in HTML.made(edition, [first, *SAMPLES[1:], STRANGE])
        if isinstance(file, OutputFile)
    }


@pytest.fixture(scope="module")
def folder(made: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("site")
    for path, data in made.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    return root


def facts(**changes: Any) -> dict[str, Any]:
    known = dict(citations.facts_of(load(EDITION), SAMPLES[0], 1))
    return known | changes


# Citations.


def test_a_name_is_inverted_only_where_the_header_says_how() -> None:
    told = facts(
        authors=[["person", "Hao Deqing", "", ""], ["person", "Anna Novak", "Novak", "Anna"]], translators=[]
    )
    assert "author = {{Hao Deqing} and {Novak}, Anna}" in citations.bibtex(told)
    assert "AU  - Hao Deqing\nAU  - Novak, Anna\n" in citations.ris(told)
    [item] = json.loads(citations.csl(told))
    assert item["author"] == [{"literal": "Hao Deqing"}, {"family": "Novak", "given": "Anna"}]


def test_what_is_not_known_is_left_out() -> None:
    told = facts(
        **dict.fromkeys(
            ("title", "date", "from", "to", "archive", "shelfmark", "reference", "note", "abstract"), ""
        ),
        authors=[],
        translators=[],
    )
    assert "title =" not in citations.bibtex(told).replace("booktitle =", "")
    assert citations.ris(told).startswith("TY  - CHAP\nID  - ") and citations.ris(told).endswith("ER  - \n")
    [item] = json.loads(citations.csl(told))
    assert "original-date" not in item and "archive" not in item and "author" not in item


@pytest.mark.parametrize(
    ("first", "last", "parts"),
    [
        ("1961-05-12", "1961-05-12", [[1961, 5, 12]]),
        ("1961-05-12T17:00:00", "", [[1961, 5, 12]]),
        ("1961-05", "1961-06", [[1961, 5], [1961, 6]]),
        ("-0044", "", [[-44]]),
        ("--05-12", "", None),
    ],
)
def test_dates_of_csl(first: str, last: str, parts: list[list[int]] | None) -> None:
    assert citations._csl_date(first, last) == ({"date-parts": parts} if parts else None)


def test_braces_and_signs_of_bibtex_are_written_out(made: dict[str, bytes]) -> None:
    entry = made["cite/strange.bib"].decode()
    assert r"\textbraceleft{}50 \% of \$1\textbraceright{}" in entry and r"\#3\_x" in entry
    assert entry.count("{") == entry.count("}")


def test_each_page_leads_to_its_data(made: dict[str, bytes]) -> None:
    for document in (*SAMPLES, STRANGE):
        page = etree.fromstring(made[f"{document.id}.html"])
        for link in page.xpath(
            "//h:link[@rel = 'describedby']/@href | //h:ul[@class = 'downloads']//h:a/@href", namespaces=H
        ):
            assert link in made
        assert (
            page.xpath("string(//h:link[@rel = 'canonical']/@href)", namespaces=H)
            == f"{SITE}{document.id}.html"
        )


def test_tags_for_reference_managers(made: dict[str, bytes]) -> None:
    page = etree.fromstring(made["prc-1957-12-17.html"])
    tags = {}
    for tag in page.iterfind("{*}head/{*}meta[@name]"):
        tags.setdefault(tag.get("name"), []).append(tag.get("content"))
    assert tags["citation_title"][0].startswith("Cable from the Ministry") and tags[
        "citation_inbook_title"
    ] == ["Crossing the Yalu"]
    assert tags["citation_author"] == [
        "Ministry of Foreign Affairs",
        "Ministry of Public Security",
        "Pak Seong-cheol",
    ]
    assert tags["citation_publication_date"] == ["2026/11/22"] and tags["citation_public_url"] == [
        f"{SITE}prc-1957-12-17.html"
    ]


def test_a_pdf_is_linked_where_the_edition_has_one(made: dict[str, bytes]) -> None:
    assert b"application/pdf" not in made["prc-1961-05.html"]
    html = {"url": SITE, "pdf": "../print/documents/"}
    told = HTML.made(dataclasses.replace(load(EDITION), html=html), SAMPLES)
    page = next(one.data for one in told if isinstance(one, OutputFile) and one.path == "prc-1961-05.html")
    assert b'href="../print/documents/prc-1961-05.pdf"' in page
    assert b'name="citation_pdf_url" content="https://example.org/print/documents/prc-1961-05.pdf"' in page


def linked_data(page: bytes) -> dict[str, Any]:
    """As a browser reads it: no character reference in it stands for anything else."""
    text = re.search(rb'<script type="application/ld\+json">(.*?)</script>', page, re.S)
    assert text
    data: dict[str, Any] = json.loads(text[1])
    return data


def test_schema_org(made: dict[str, bytes]) -> None:
    work = linked_data(made["prc-1957-12-17.html"])
    original = work["translationOfWork"]
    assert original["dateCreated"] == "1957-12-17" and original["inLanguage"] == "zh"
    assert original["holdingArchive"]["name"].startswith("Archive of the Ministry")
    assert {"@type": "Person", "name": "Jeffrey Wang"} in work["translator"]
    named = {one["name"]: one for one in work["mentions"]}
    assert named["Qiao Xiaoguang"]["@type"] == "Person" and named["Liaoning"]["@type"] == "Place"
    assert all(one["url"].removeprefix(SITE) in made for one in named.values())
    assert all(one["contentUrl"].removeprefix(SITE) in made for one in work["encoding"])
    assert linked_data(made["strange.html"])["name"] == " ".join(SIGNS.split())


def test_the_words_alone(made: dict[str, bytes]) -> None:
    text = made["text/prc-1961-05-12.txt"].decode()
    assert (
        text.startswith("Cable from the Chinese Embassy")
        and "Pak Seong-cheol [Pak Song Chol] called in Ambassador Qiao Xiaoguang" in text
    )


# Where the site is.


def test_nothing_absolute_is_invented() -> None:
    told = list(HTML.made(load(EDITION), SAMPLES))
    assert [one.code for one in told if isinstance(one, Finding)] == ["P020"]
    paths = {one.path for one in told if isinstance(one, OutputFile)}
    assert not {path for path in paths if path.startswith(("dts/", "beacon/", "sitemap", "cmif"))}
    page = next(one.data for one in told if isinstance(one, OutputFile) and one.path == "prc-1961-05.html")
    assert b"canonical" not in page and "url" not in linked_data(page)


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ({"url": "example.org"}, "write the address"),
        ({"url": "https://example.org/a b"}, "write the address"),
        ({"url": 7}, "text in quotation marks"),
        ({"adress": "https://example.org"}, "no setting 'adress'"),
    ],
)
def test_a_wrong_setting_is_one_sentence(html: dict[str, Any], words: str) -> None:
    with pytest.raises(UsageError, match=words):
        list(HTML.made(dataclasses.replace(load(EDITION), html=html), SAMPLES))


def test_sitemap(made: dict[str, bytes], edition: Edition) -> None:
    root = etree.fromstring(made["sitemap.xml"])
    pages = [address.removeprefix(SITE) for address in root.xpath("//*[local-name() = 'loc']/text()")]
    every = {path for path in made if path.endswith(".html") and "~" not in path}
    assert set(pages) <= every and len(set(pages)) == len(pages)
    assert {path for path in every if "/" in path} | {f"{document.id}.html" for document in SAMPLES} <= set(
        pages
    )
    many = Entries([f"d{number}" for number in range(2 * sitemap.MOST)], lambda name: iter(()))
    parts = {
        file.path: file.data
        for file in sitemap.files(edition, many, "<edition/>")
        if isinstance(file, OutputFile)
    }
    index = etree.fromstring(parts["sitemap.xml"])
    assert index.tag.endswith("}sitemapindex") and len(index) == len(parts) - 1 == 3


def test_cmif(made: dict[str, bytes]) -> None:
    root = etree.fromstring(made["cmif.xml"])
    letters = root.findall(".//t:correspDesc", TEI)
    assert letters[0].get("ref") == f"{SITE}prc-1957-12-17.html"
    [source] = {letter.get("source") for letter in letters}
    assert (
        source == "#" + root.find(".//t:bibl", TEI).get("{http://www.w3.org/XML/1998/namespace}id")
        and source[1].isalpha()
    )
    pak = letters[0].find("t:correspAction/t:persName", TEI)
    assert pak.text == "Pak Seong-cheol" and pak.get("ref") == "https://d-nb.info/gnd/1234567X"
    assert letters[0].find("t:correspAction/t:date", TEI).get("cert") == "low"
    for letter in letters:
        assert [action.get("type") for action in letter] == ["sent", "received"]


def test_dts(made: dict[str, bytes]) -> None:
    entry, collection = json.loads(made["dts/index.json"]), json.loads(made["dts/collection.json"])
    assert entry["dtsVersion"] == "1.0" and entry["@type"] == "EntryPoint"
    assert collection["totalChildren"] == len(collection["member"]) == len(SAMPLES) + 1
    for member in collection["member"]:
        for template, variable in (
            ("navigation", "{resource}"),
            ("document", "{resource}"),
            ("collection", "{/id}"),
        ):
            slash = "/" if variable.startswith("{/") else ""
            assert member[template].replace(variable, slash + member["@id"]).removeprefix(SITE) in made
        units = json.loads(made[f"dts/navigation/{member['@id']}.json"])["member"]
        page = etree.fromstring(made[f"{member['@id']}.html"])
        names = [unit["identifier"] for unit in units]
        assert names and set(names) <= set(page.xpath("//@id")) and len(set(names)) == len(names)


def test_beacon(made: dict[str, bytes]) -> None:
    assert {path for path in made if path.startswith("beacon/")} == {"beacon/gnd.txt", "beacon/wikidata.txt"}
    text = made["beacon/wikidata.txt"].decode()
    assert text.startswith("#FORMAT: BEACON\n#PREFIX: http://www.wikidata.org/entity/\n")
    [line] = text.split("\n\n")[1].splitlines()
    number, _, target = line.split("|")
    path, _, fragment = target.removeprefix(SITE).partition("#")
    assert number == "Q485632" and (not fragment or f'id="{fragment}"'.encode() in made[path])


# Judges.


def readers() -> str:
    python = os.environ.get("ENCODER_TEST_READERS", "")
    if not python:
        pytest.skip(
            "extruct, pybtex, rispy and dapytains are not installed; ENCODER_TEST_READERS is the python that has them"
        )
    return python


def told_by(script: str, *arguments: object) -> Any:
    run = subprocess.run(
        [readers(), "-c", script, *map(str, arguments)], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


@pytest.mark.judge
def test_pybtex_rispy_and_extruct_read_the_same(folder: Path) -> None:
    script = """
import json, sys, pathlib, extruct, rispy
from pybtex.database import parse_string
folder, found = pathlib.Path(sys.argv[1]), {}
for bib in sorted((folder / "cite").glob("*.bib")):
    [entry] = parse_string(bib.read_text(encoding="utf-8"), "bibtex").entries.values()
    records = rispy.loads(bib.with_suffix(".ris").read_text(encoding="utf-8"))
    data = extruct.extract((folder / f"{bib.stem}.html").read_text(encoding="utf-8"), syntaxes=["json-ld"])["json-ld"]
    found[bib.stem] = [
        [[str(one).strip("{}") for one in entry.persons.get("author", [])], entry.fields["url"]],
        [[one.get("authors", []), one["title"], one["urls"][0]] for one in records],
        [[one["name"], one["url"]] for one in data],
    ]
print(json.dumps(found))
"""
    found = told_by(script, folder)
    assert len(found) == len(SAMPLES) + 1
    for name, (bib, ris, data) in found.items():
        assert len(ris) == len(data) == 1, name  # rispy says nothing of a record without an end
        [[authors, title, address]] = ris
        assert bib == [authors, address] and data == [[title, address]]
        assert authors and address == f"{SITE}{name}.html"


@pytest.mark.judge
def test_citation_js_reads_all_three(folder: Path) -> None:
    modules, node = os.environ.get("ENCODER_TEST_CITATION_JS", ""), shutil.which("node")
    if not modules or not node:
        pytest.skip("citation-js is not installed; ENCODER_TEST_CITATION_JS is its node_modules")
    script = """
const [modules, folder] = process.argv.slice(-2);
const { Cite } = require(`${modules}/@citation-js/core`);
for (const name of ["bibtex", "ris"]) require(`${modules}/@citation-js/plugin-${name}`);
const fs = require("fs"), found = {};
for (const file of fs.readdirSync(folder)) {
  found[file] = new Cite(fs.readFileSync(`${folder}/${file}`, "utf8")).data
    .map((one) => [one.type, one.title, one["container-title"], (one.author || []).map((who) => who.literal || who.family)]);
}
console.log(JSON.stringify(found));
"""
    run = subprocess.run(
        [node, "-e", script, modules, str(folder / "cite")], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    found = json.loads(run.stdout)
    assert len(found) == 3 * (len(SAMPLES) + 1)
    for document in SAMPLES:
        told = [found[f"{document.id}.{suffix}"] for suffix in ("bib", "ris", "json")]
        assert told[0] == told[1] == told[2] and len(told[0]) == 1
        assert told[0][0][0] == "chapter" and told[0][0][2] == "Crossing the Yalu" and told[0][0][3]


@pytest.mark.judge
def test_jing_takes_the_cmif(folder: Path, schemas: Path, jing: str) -> None:
    run = subprocess.run(
        [jing, schemas / "cmif/cmi-customization.rng", folder / "cmif.xml"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout
    spoilt = folder / "medium.xml"
    spoilt.write_bytes((folder / "cmif.xml").read_bytes().replace(b'cert="low"', b'cert="medium"', 1))
    run = subprocess.run(
        [jing, schemas / "cmif/cmi-customization.rng", spoilt], capture_output=True, text=True, check=False
    )
    assert run.returncode == 1


@pytest.mark.judge
def test_dapytains_walks_the_citation_structure(folder: Path) -> None:
    script = """
import json, sys, pathlib
from dapytains.tei.document import Document
found = {}
for path in sorted(pathlib.Path(sys.argv[1]).glob("prc-*.xml")):
    document = Document(str(path))
    names = [unit.ref for unit in document.get_reffs()]
    found[path.stem] = [names, ["".join(document.get_passage(name).itertext()) for name in names]]
print(json.dumps(found))
"""
    found = told_by(script, folder / "tei")
    assert len(found) == len(SAMPLES)
    for name, (passages, texts) in found.items():
        page = etree.parse(folder / f"{name}.html")
        assert passages == [
            unit["identifier"]
            for unit in json.loads((folder / f"dts/navigation/{name}.json").read_bytes())["member"]
        ]
        for passage, text in zip(passages, texts, strict=True):
            shown = "".join(page.xpath("//*[@id = $passage]//text()", passage=passage))
            assert re.sub(r"\W", "", text)[:60] == re.sub(r"\W", "", shown)[:60], (name, passage)

"""Search: the same words in Python and in the browser, all forms of a name, facets, and few bytes for many documents."""

import dataclasses
import functools
import http.server
import json
import os
import random
import re
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from encoder import data
from encoder.edition import Edition, load
from encoder.model import OutputFile, TeiFile
from encoder.outputs.html import OUTPUT as HTML
from encoder.outputs.html import assets, search
from encoder.outputs.html.search import digits, facets, forms, index, kinds, leaves, words
from encoder.outputs.html.search.postings import Postings
from encoder.outputs.output import Entries, Place
from tests.conftest import EDITION, GOOD

NOWHERE = Place(1, 1, None, None, "")
TEI = "{http://www.tei-c.org/ns/1.0}"
EVERY = TeiFile("every-reading", (GOOD / "every-reading.xml").read_text(encoding="utf-8"))
SAMPLES = [
    TeiFile(path.stem, path.read_text(encoding="utf-8")) for path in sorted((EDITION / "tei").glob("*.xml"))
]
# The last one is in no order of dates; its leaf has script of three languages, and names nobody.
CHINESE = TeiFile(
    "hanzi",
    EVERY.xml.replace('xml:id="every-reading"', 'xml:id="hanzi"').replace(
        "</body>",
        '<div type="section"><p>今天<persName ref="../registers/persons.xml#pak-song-chol">朴成哲</persName>会见了中国大使。'
        "박성철은 갔다. Ko‘olau’s Ŏ.</p></div></body>",
    ),
)


def read(file: OutputFile) -> object:
    """What a script hands to search-index.js."""
    call = re.fullmatch(r'searchData\("([^"]*)",(.*)\);\n', file.data.decode(), re.S)
    assert call and f"search/{call[1]}.js" == file.path
    return json.loads(call[2])


def decoded(text: str) -> list[int]:
    numbers, number, weight, half = [], 0, 1, len(digits.SIGNS) // 2
    for sign in text:
        digit = digits.SIGNS.index(sign)
        number += digit % half * weight
        weight *= half
        if digit < half:
            numbers.append(number)
            number, weight = 0, 1
    return numbers


# Words.


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Pak Sŏng-ch’ŏl's visit", ["pak", "song", "chol", "visit"]),
        ("PAK SEONG-CHEOL", ["pak", "seong", "cheol"]),
        ("No. 118-01026-01", ["no", "118", "01026", "01"]),
        ("中国大使", ["中国", "国大", "大使", "使"]),
        ("1961年5月", ["1961", "年", "5", "月"]),
        ("박성철", ["박성", "성철", "철"]),
        ("박성철", ["박성", "성철", "철"]),  # the same, decomposed
        ("ﬁle ＡＢＣ naïve Straße", ["file", "abc", "naive", "straße"]),
        ("", []),
    ],
)
def test_words(text: str, found: list[str]) -> None:
    assert words.words(text) == found


def test_a_name_is_one_word_however_it_is_parted() -> None:
    assert (
        len(
            {words.key(form) for form in ("Pak Song-chol", "Pak Songchol", "pak söng chol", "Pak Song Ch’ol")}
        )
        == 1
    )


@given(st.lists(st.integers(0, 10**7)))
def test_digits(numbers: list[int]) -> None:
    text = digits.coded(numbers)
    assert decoded(text) == numbers and not set(text) & set('"\\') and text.isascii()


# Postings.


@given(
    st.lists(st.lists(st.tuples(st.sampled_from("abcdef"), st.integers(1, 7)), unique_by=lambda row: row[0])),
    st.integers(1, 12),
)
def test_what_does_not_fit_into_memory_is_merged(
    documents: list[list[tuple[str, int]]], at_once: int
) -> None:
    rows = []
    for size in (at_once, 10**6):
        with Postings(size) as postings:
            for document in documents:
                postings.add("\t".join(f"{weight} {word}" for word, weight in document))
            rows.append(list(postings.rows()))
    assert rows[0] == rows[1]
    for word, text in rows[0]:
        leaf, told = -1, []
        for number in decoded(text):
            leaf += 1 + (number >> 3)
            told.append((leaf, number & 7))
        assert told == [(at, dict(row)[word]) for at, row in enumerate(documents) if word in dict(row)]


# Documents.


def test_every_word_of_a_document_can_be_found() -> None:
    for document in [EVERY, CHINESE, *SAMPLES]:
        told = json.loads(search.entry(load(EDITION), document))
        known = {word for leaf in told["leaves"] for row in leaf.split("\t") for word in row.split()[1:]}
        text = etree.fromstring(document.xml.encode()).find(f"{TEI}text")
        for certainty in text.iter(f"{TEI}certainty"):
            assert not certainty.text
        for block in text.iter(f"{TEI}p", f"{TEI}item", f"{TEI}note", f"{TEI}signed", f"{TEI}head"):
            pieces = [piece for piece in block.itertext() if not piece.isspace()]
            # A word may be made of several pieces (Com[munist]): all but the first and last word of each are whole.
            inner = [word for piece in pieces for word in words.words(piece)[1:-1]]
            assert set(inner) <= known, (document.id, set(inner) - known)


def test_passages_say_where_they_are_and_whom_they_name() -> None:
    [leaf] = [read(file) for file in search.files(load(EDITION), CHINESE, NOWHERE)]
    title, date, reference, language, passages = leaf
    assert title and date and reference and language == "en"
    [passage] = [one for one in passages if "朴成哲" in one[1]]
    assert passage[2:] == ["../registers/persons.xml#pak-song-chol"] and passage[0].startswith("p")
    texts = " ".join(one[1] for one in passages)
    assert "Andong [Dandong]" in texts and "[yuejing renyuan]" in texts


def test_long_documents_are_several_leaves() -> None:
    text = "<p>" + "word " * 5000 + "</p><p>" + "long" * 5000 + "</p><p>end</p>"
    before, rest = EVERY.xml.split("<body>")
    document = TeiFile(
        "every-reading", f'{before}<body><div type="document">{text}</div></body>{rest.split("</body>")[1]}'
    )
    made = [read(file) for file in search.files(load(EDITION), document, NOWHERE)]
    assert len(made) > 3 and all(sum(len(one[1]) for one in leaf[4]) <= leaves.LEAF for leaf in made)
    shown = "".join(one[1] for leaf in made for one in leaf[4])
    assert shown.count("word") == 5000 and shown.count("long") == 5000 and shown.endswith("end")
    told = json.loads(search.entry(load(EDITION), document))
    assert len(told["leaves"]) == len(made)


@pytest.mark.parametrize(
    ("said", "title", "kind"),
    [
        ([], "Telegram from the Embassy", "telegram"),
        ([], "“Ciphered Telegram No. 12”", "telegram"),
        ([], "The Memorandum of Conversation between A and B", "conversation"),
        ([], "Memorandum on the border", "memorandum"),
        ([], "Lettersets of the time", ""),
        ([], "关于越境问题", ""),
        ([], "电报：关于越境", "telegram"),
        ([], "Запись беседы с послом", "conversation"),
        (["letter"], "Telegram", "letter"),
        (["Poem"], "Telegram", "Poem"),
    ],
)
def test_kinds(said: list[str], title: str, kind: str) -> None:
    assert kinds.kind(said, title) == kind


def test_every_kind_has_a_label() -> None:
    labels = {row.get("name") for row in etree.parse(data.XSLT / "labels.xml").iter("label")}
    rows = [row.get("name") for row in etree.parse(data.XSLT / "kinds.xml").iter("kind")]
    assert {f"kind-{name}" for name in rows} == {name for name in labels if name.startswith("kind-")}


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        ("1961", "1961-01-01", "1961-12-31"),
        ("1960-02", "1960-02-01", "1960-02-29"),
        ("1961-05-12T17:00:00", "1961-05-12", "1961-05-12"),
    ],
)
def test_days(date: str, first: str, last: str) -> None:
    assert facets.days(date, last=False) == facets.days(first, last=False)
    assert facets.days(date, last=True) == facets.days(last, last=False)


@pytest.mark.parametrize("date", ["", "-0044-03-15", "--03-24", "1961-02-30", "0000"])
def test_what_is_no_day(date: str) -> None:
    assert facets.days(date, last=False) == 0


def test_forms_come_from_registers_and_from_what_documents_say() -> None:
    made = forms.Forms()
    made.add_entry(forms.Named("persons#pak", ("Pak Song Chol", "Pak Seong-cheol", "박성철")))
    made.add_pair("CPSU", "Communist Party of the Soviet Union")
    made.add_pair("Brno", "Brünn")
    made.add_pair("Brno", "Brno")
    rows = dict(made.rows())
    assert rows["paksongchol"] == "persons#pak\tPak Seong-cheol\t박성철"
    assert rows["cpsu"] == "\tCommunist Party of the Soviet Union"
    assert rows["brunn"] == "\tBrno" and rows["brno"] == "\tBrünn"
    assert list(rows) == sorted(rows)


def made(edition: Edition, documents: list[TeiFile]) -> dict[str, bytes]:
    return {file.path: file.data for file in HTML.made(edition, documents) if isinstance(file, OutputFile)}


def test_the_index_is_the_same_each_time_and_has_a_seal() -> None:
    edition = load(EDITION)
    one, other = made(edition, SAMPLES), made(edition, SAMPLES)
    assert one == other
    changed = dataclasses.replace(SAMPLES[0], xml=SAMPLES[0].xml.replace("Regarding", "Concerning"))
    third = made(edition, [changed, *SAMPLES[1:]])
    seals = [read(OutputFile("search/index.js", files["search/index.js"]))["seal"] for files in (one, third)]
    assert seals[0] != seals[1]


def test_shards_are_small_and_in_order() -> None:
    rows = [(f"w{number:05}", "x" * (number % 700)) for number in range(500)]
    parts = list(index._shards(rows))
    assert [row for _, shard in parts for row in shard.split("\n")] == [
        f"{word}\t{value}" for word, value in rows
    ]
    assert all(shard.startswith(start) and len(shard) <= index.SHARD for start, shard in parts)


# In the browser.


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("search")
    for path, content in made(load(EDITION), [*SAMPLES, CHINESE]).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
    return root


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[str]:
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Quiet, directory=folder)
    ) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


class Visit:
    """The page for search in a browser, and what it complains of."""

    def __init__(self, browser: object, address: str, **context: object) -> None:
        self.page = browser.new_context(**context).new_page()  # type: ignore[attr-defined]
        self.complaints: list[str] = []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.goto(address)

    def ask(self, query: str) -> list[str]:
        """The titles' documents that a query finds."""
        self.page.fill("[name=q]", query)
        return self.after(lambda: self.page.press("[name=q]", "Enter"))

    def after(self, act: object) -> list[str]:
        self.page.evaluate("document.getElementById('edition-search-status').textContent = ''")
        act()  # type: ignore[operator]
        self.page.wait_for_selector("#edition-search-status:not(:empty)", state="attached")
        links = self.page.eval_on_selector_all(
            "#edition-search-results h3 a", "all => all.map(a => a.getAttribute('href'))"
        )
        return sorted(link.removesuffix(".html") for link in links)

    def status(self) -> str:
        return str(self.page.inner_text("#edition-search-status"))

    def marks(self) -> set[str]:
        return set(self.page.eval_on_selector_all("mark", "all => all.map(one => one.textContent)"))


@pytest.fixture(params=["file", "http"])
def visit(request: pytest.FixtureRequest, browser: object, folder: Path, server: str) -> Iterator[Visit]:
    address = (folder / "search.html").as_uri() if request.param == "file" else f"{server}/search.html"
    visit = Visit(browser, address)
    yield visit
    assert visit.complaints == []
    visit.page.context.close()


@pytest.mark.judge
def test_one_form_of_a_name_finds_all(visit: Visit) -> None:
    pak = ["hanzi", "prc-1961-05-12", "prc-1962-03-24"]
    assert visit.ask("Pak Song Chol") == pak
    assert {"Pak Seong-cheol", "Pak Song Chol"} <= visit.marks()
    assert "Pak Seong-cheol" in visit.page.inner_text("#edition-search-also")
    assert visit.ask("Pak Sŏng-ch’ŏl") == visit.ask("pak seongcheol") == pak
    assert "朴成哲" in visit.page.inner_text(
        "#edition-search-results"
    )  # named, though in no form that is known
    assert "prc-1961-05" in visit.ask("Dandong") and {"Andong", "Dandong"} <= visit.marks()
    assert visit.ask("Communist Party of the Soviet Union") == ["hanzi"]
    visit.after(lambda: visit.page.uncheck("[name=forms]"))
    assert "prc-1961-05-12" in visit.ask("Pak Seong-cheol")
    assert visit.page.inner_text("#edition-search-also") == ""


@pytest.mark.judge
def test_words_phrases_and_scripts(visit: Visit) -> None:
    assert visit.ask("118-01026-01") == ["prc-1957-12-17"]
    assert visit.ask("大使") == visit.ask("国大") == visit.ask("成") == visit.ask("박성철") == ["hanzi"]
    assert "大使" not in visit.marks() and "박성철" in visit.marks()
    assert visit.ask("哲成") == [] and visit.status() == "Nothing found."
    both = visit.ask("border illegal*")
    assert visit.ask('"illegal border crossings"') and set(visit.ask('"illegal border crossings"')) < set(
        both
    )
    assert visit.ask('"border illegal crossings"') == []
    assert set(visit.ask("border illegal* -tumen")) == set(both) - set(visit.ask("tumen"))
    assert visit.ask("<b>&amp; \" '") == []
    passage = visit.ask("citizenship") and visit.page.get_attribute("#edition-search-results ul a", "href")
    visit.page.click("#edition-search-results ul a")
    visit.page.wait_for_selector(f"#{str(passage).split('#')[1]}")
    assert visit.page.url.endswith(str(passage))


@pytest.mark.judge
def test_facets(visit: Visit) -> None:
    everything = {document.id for document in SAMPLES} | {"hanzi"}
    assert set(visit.ask("korea")) <= everything
    visit.page.fill("[name=q]", "")
    visit.page.fill("[name=from]", "1960")
    found = visit.after(lambda: visit.page.press("[name=from]", "Enter"))
    assert "prc-1957-12-17" not in found and "prc-1961-05" in found and "from=1960" in visit.page.url
    visit.page.fill("[name=to]", "1961-05")
    assert visit.after(lambda: visit.page.press("[name=to]", "Enter")) == ["prc-1961-05", "prc-1961-05-12"]
    visit.page.fill("[name=to]", "May")
    visit.after(lambda: visit.page.press("[name=to]", "Enter"))
    assert visit.page.get_attribute("[name=to]", "aria-invalid") == "true"
    visit.page.click("[type=reset]")
    assert visit.page.input_value("[name=from]") == "" and "?" not in visit.page.url
    visit.page.focus("[name=person]")
    visit.page.wait_for_selector("#edition-search-persons option", state="attached")
    visit.page.fill("[name=person]", "Qiao Xiaoguang")
    assert "prc-1961-05-12" in visit.after(lambda: visit.page.press("[name=person]", "Enter"))
    visit.page.fill("[name=place]", "Andong")
    assert "prc-1961-05-12" not in visit.after(lambda: visit.page.press("[name=place]", "Enter"))
    visit.page.fill("[name=person]", "Nobody")
    assert (
        visit.after(lambda: visit.page.press("[name=person]", "Enter")) == [] and "Nobody" in visit.status()
    )
    visit.page.click("[type=reset]")
    archive = visit.page.eval_on_selector_all(
        "[name=archive] option", "all => all.map(one => one.textContent)"
    )
    assert any("Archive of the Ministry of Foreign Affairs" in one for one in archive)
    assert "prc-1957-12-17" in visit.after(lambda: visit.page.select_option("[name=archive]", index=1))
    assert "prc-1957-12-17" in visit.after(lambda: visit.page.select_option("[name=kind]", "telegram"))
    assert visit.page.eval_on_selector("[name=kind]", "one => one.selectedOptions[0].textContent").startswith(
        "Telegram ("
    )
    address = visit.page.url
    visit.page.goto("about:blank")
    visit.page.goto(address)
    visit.page.wait_for_selector("#edition-search-results h3")
    assert visit.page.input_value("[name=kind]") == "telegram"


@pytest.mark.judge
def test_the_keyboard_is_enough(visit: Visit) -> None:
    visit.page.keyboard.type("border")  # the field has the focus
    visit.after(lambda: visit.page.keyboard.press("Enter"))
    reached = []
    for _ in range(30):
        visit.page.keyboard.press("Tab")
        reached.append(
            visit.page.evaluate(
                "document.activeElement.name || document.activeElement.getAttribute('href') || ''"
            )
        )
    assert [name for name in reached if name][:8] == [
        "from",
        "to",
        "person",
        "place",
        "archive",
        "kind",
        "sort",
        "forms",
    ]
    assert any(name.endswith(".html") for name in reached) and any(".html#" in name for name in reached)
    assert visit.page.get_attribute("#edition-search-status", "role") == "status"


@pytest.mark.judge
def test_without_scripts_the_page_says_where_the_lists_are(browser: object, folder: Path) -> None:
    visit = Visit(browser, (folder / "search.html").as_uri(), java_script_enabled=False)
    assert visit.page.is_visible("#edition-search-without a[href='index.html']")
    assert not visit.page.is_visible("#edition-search")


@pytest.mark.judge
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_accessibility(browser: object, folder: Path, width: int, scheme: str) -> None:
    path = os.environ.get("ENCODER_TEST_AXE", "")
    if not path:
        pytest.skip("no axe; set ENCODER_TEST_AXE to axe.min.js (npm axe-core)")
    size = {"width": width, "height": 900}
    visit = Visit(browser, (folder / "search.html").as_uri(), viewport=size, color_scheme=scheme)
    visit.ask("Pak Song Chol")
    visit.page.evaluate(Path(path).read_text(encoding="utf-8"))
    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = visit.page.evaluate(f"axe.run(document, {{runOnly: {rules}}})")
    assert [(rule["id"], [node["target"] for node in rule["nodes"]]) for rule in found["violations"]] == []
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.judge
def test_the_browser_knows_the_same_words(browser: object, folder: Path) -> None:
    page = Visit(browser, (folder / "search.html").as_uri()).page
    signs = "aZé’'s-. 1½ŏ́ßΣςİﬁ中国々ガｶ한글ᄒ\u0301\u200d𠀀_"

    @settings(max_examples=150, deadline=None)
    @given(
        st.lists(
            st.text(
                alphabet=st.one_of(st.sampled_from(signs), st.characters(codec="utf-8", max_codepoint=0x2FFF))
            ),
            max_size=8,
        )
    )
    def same(texts: list[str]) -> None:
        known = [unicode_of_both(text) for text in texts]
        assert page.evaluate("texts => texts.map(text => SearchWords.words(text))", known) == [
            words.words(text) for text in known
        ]
        assert page.evaluate("texts => texts.map(SearchWords.key)", known) == [
            words.key(text) for text in known
        ]

    same()
    for file in (folder / "search/0").glob("*.js"):
        passages = [text for _, text, *_ in read(OutputFile(f"search/0/{file.name}", file.read_bytes()))[4]]
        told = page.evaluate(
            "texts => texts.map(text => SearchWords.tokens(text).map(token => token.word))", passages
        )
        assert told == [words.words(text) for text in passages]


def unicode_of_both(text: str) -> str:
    """Without the signs that only one of Python's and the browser's Unicode has: what came after 14.0."""
    import unicodedata

    return "".join(sign for sign in text if unicodedata.category(sign) != "Cn")


# Many documents.


def many(number: int) -> Iterator[tuple[str, list[list[str]]]]:
    """Documents of 700 words, drawn as often as words are (Zipf), of a vocabulary of 40,000."""
    chance = random.Random(1)
    syllables = "ka ri mo ten shu bor der lan vic por tes qua min gel".split()
    vocabulary = [
        "".join(chance.choices(syllables, k=2 + place % 3)) + str(place % 97) for place in range(40_000)
    ]
    persons = [f"../registers/persons.xml#person-{place}" for place in range(500)]
    often = functools.partial(chance.choices, cum_weights=_sums(len(vocabulary)))
    named = functools.partial(chance.choices, cum_weights=_sums(len(persons)))
    for place in range(number):
        yield (
            f"telegram-{1950 + place // 400}-{place:05}",
            [
                [f"p{at}", " ".join(often(vocabulary, k=70)), *sorted(set(named(persons, k=2)))]
                for at in range(10)
            ],
        )


def _sums(number: int) -> list[float]:
    total, sums = 0.0, []
    for rank in range(1, number + 1):
        total += 1 / rank
        sums.append(total)
    return sums


@pytest.mark.judge
def test_a_query_on_ten_thousand_documents_loads_little(
    browser: object, folder: Path, tmp_path: Path
) -> None:
    texts = dict(many(10_000))
    told = [
        json.dumps(
            {
                "from": f"{1950 + at // 400}-{at % 12 + 1:02}-{at % 28 + 1:02}",
                "to": f"{1950 + at // 400}-{at % 12 + 1:02}-{at % 28 + 1:02}",
                "archive": f"Archive {at % 23}",
                "kind": list(kinds._rows().values())[at % 40],
                "forms": [],
                "leaves": [leaves._indexed(passages, "")],
            }
        )
        for at, passages in enumerate(texts.values())
    ]
    registers = tmp_path / "registers"
    registers.mkdir()
    entries = "".join(
        f'<person xml:id="person-{at}"><persName type="main">Name{at} Person{at}</persName>'
        f"<persName>Form{at} Other{at}</persName></person>"
        for at in range(500)
    )
    (registers / "persons.xml").write_text(
        f'<listPerson xmlns="{TEI[1:-1]}">{entries}</listPerson>', encoding="utf-8"
    )
    edition = dataclasses.replace(load(EDITION), root=tmp_path)
    shared = HTML.shared(load(EDITION), Entries([], lambda name: iter(())))
    size = 0
    for file in search.whole(edition, Entries(list(texts), lambda name: iter(told)), shared):
        (tmp_path / file.path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file.path).write_bytes(file.data)
        size += len(file.data)
    for name in (*assets.ASSETS, "fonts.css"):
        shutil.copy(folder / name, tmp_path)
    shutil.copytree(folder / "fonts", tmp_path / "fonts")
    for identifier, passages in texts.items():
        leaf = leaves.script(
            f"0/{identifier}", ["A telegram of ten passages", "1 May 1950", "Archive 118", "en", passages]
        )
        (tmp_path / leaf.path).parent.mkdir(exist_ok=True)
        (tmp_path / leaf.path).write_bytes(leaf.data)
    common = texts["telegram-1950-00000"][0][1].split()
    queries = [
        common[0],
        " ".join(common[:3]),
        " ".join(common[:8]),
        f'"{common[4]} {common[5]}"',
        f"{common[6][:3]}*",
        "Name3 Person3",
        "Form7 Other7 " + common[0],
    ]
    loaded = {}
    for query in queries:
        visit = Visit(browser, (tmp_path / "search.html").as_uri())
        paths: list[str] = []
        visit.page.on("request", lambda request, paths=paths: paths.append(request.url))
        if query.startswith("Form7"):
            visit.page.evaluate("document.querySelector('[name=person]').value = 'Name3 Person3'")
            visit.page.focus("[name=person]")
        found = visit.ask(query)
        scripts = {path.split("/search/")[1].split("?")[0] for path in paths if "/search/" in path} | {
            "index.js"
        }
        loaded[query] = sum((tmp_path / "search" / script).stat().st_size for script in scripts)
        assert found or query.startswith(('"', common[0] + " " + common[1] + " " + common[2] + " ")), query
        assert visit.complaints == []
        visit.page.context.close()
    print(f"index of 10,000 documents: {size:,} bytes; loaded: {loaded}")
    assert max(loaded.values()) < 300_000, loaded

"""The site as a whole, made of an edition that has everything: registers, map, lists, two texts, foreign TEI, fonts."""

import functools
import http.server
import itertools
import os
import posixpath
import re
import shutil
import threading
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from subprocess import run
from urllib.parse import unquote, urlsplit

import pytest
import uharfbuzz
from lxml import etree

from encoder.edition import load
from encoder.model import OutputFile, TeiFile
from encoder.outputs.html import OUTPUT, chronology, fonts, map, names
from encoder.outputs.html.drawing import SVG

ROOT = Path(__file__).parent
RICH = load(ROOT / "rich")
TEI = "{http://www.tei-c.org/ns/1.0}"
NS = {"h": "http://www.w3.org/1999/xhtml", "s": SVG, "t": TEI[1:-1]}


def made() -> dict[str, bytes]:
    documents = [
        TeiFile(path.stem, path.read_text(encoding="utf-8"))
        for path in sorted((RICH.root / "tei").glob("*.xml"))
    ]
    return {one.path: one.data for one in OUTPUT.made(RICH, documents) if isinstance(one, OutputFile)}


@cache
def site() -> dict[str, bytes]:
    return made()


@cache
def page(path: str) -> etree._Element:
    return etree.fromstring(site()[path])


def at(path: str, xpath: str) -> list:
    return page(path).xpath(xpath, namespaces=NS)


def said(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())


def html_pages() -> list[str]:
    return sorted(path for path in site() if path.endswith(".html"))


def test_all_kinds_of_pages_are_there() -> None:
    expected = {
        "index",
        "names",
        "map",
        "chronology",
        "correspondence",
        "senders",
        "addressees",
        "archives",
        "classes",
    }
    expected |= {"about", "coverage", "search", "persons/anna", "places/beijing", "organizations/ministry"}
    expected |= {"apparatus", "translation", "original", "volume", "parallel/translation"}
    assert {f"{name}.html" for name in expected} <= set(site())


def test_every_link_and_every_fragment_arrives() -> None:
    wrong = []
    for path in html_pages():
        root = page(path)
        ids = root.xpath("//@id")
        assert len(ids) == len(set(ids)), path
        for link in root.xpath("//@href | //@src"):
            parts = urlsplit(link)
            if parts.scheme:
                continue
            target = (
                posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
                if parts.path
                else path
            )
            fragments = (
                page(target).xpath("//@id")
                if parts.fragment and target in site()
                else [unquote(parts.fragment)]
            )
            if target not in site() or unquote(parts.fragment) not in fragments:
                wrong.append((path, link))
    assert wrong == []


def test_pages_hold_together() -> None:
    """One main heading, no level skipped; no block in a paragraph; nothing but links in links; no style, no script."""
    for path in html_pages():
        root = page(path)
        headings = [etree.QName(one).localname for one in root.find(".//h:main", NS).iter("{*}*")]
        levels = [int(name[1]) for name in headings if re.fullmatch("h[1-6]", name)]
        assert levels.count(1) <= 1 and all(
            later - sooner <= 1 for sooner, later in itertools.pairwise(levels)
        ), path
        blocks = "self::h:p or self::h:div or self::h:ul or self::h:ol or self::h:table or self::h:blockquote"
        assert not root.xpath(f"//h:p//*[{blocks}] | //h:a//h:a | //@style", namespaces=NS), path
        assert all(script.get("type") or not script.text for script in root.iter("{*}script")), path
        for table in root.iterfind(".//h:table", NS):
            assert table.find("h:caption", NS) is not None or table.getparent().get("class") == "table", path


def test_a_person_has_forms_dates_identifiers_and_every_mention() -> None:
    facts = {said(row[0]): said(row[1]) for row in at("persons/anna.html", "//h:dl[@class = 'facts']/h:div")}
    assert facts["Forms of the name"] == "Anna Novak, Miss Novak"
    assert facts["Born"] == "Brno (1870)" and facts["Died"] == "1931"
    assert facts["Office"] == "Envoy of Example (1900–1905), Ministry"
    assert facts["Identifiers"] == "GND 118540238, VIAF 24602065"
    assert "https://d-nb.info/gnd/118540238" in at("persons/anna.html", "//h:dl//@href")
    sentences = [said(one) for one in at("persons/anna.html", "//h:section[@class = 'document']//h:li")]
    assert sentences == ["Anna Novak", "In Peking it is said that Miss Novak will come."]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("One. Two \ufdd0r\ufdd1Ann\ufdd2 three. Four.", ["Two ", "Ann", " three."]),
        ("The U.S. envoy \ufdd0r\ufdd1Ann\ufdd2 came.", ["The U.S. envoy ", "Ann", " came."]),
        ("他来了。\ufdd0r\ufdd1安娜\ufdd2走了。又来。", ["", "安娜", "走了。"]),
        ("\ufdd0r\ufdd1Ministry in \ufdd0s\ufdd1Peking\ufdd2\ufdd2", ["", "Ministry in Peking", ""]),
    ],
)
def test_a_mention_has_its_sentence(words: str, sentence: list[str]) -> None:
    first = next(names._mentions("p1", words))
    assert list(first) == ["r", "p1", *sentence]


def test_registers_of_any_size(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few mentions at a time in memory and on a page give the same mentions."""
    monkeypatch.setattr(names, "HELD", 1)
    monkeypatch.setattr(names, "PAGE", 1)
    small = made()
    for path in ("persons/anna.html", "places/vienna.html"):
        assert small[path] == site()[path] or path.replace(".html", "~2.html") in small
    parts = [etree.fromstring(small[path]) for path in sorted(small) if path.startswith("places/beijing")]
    mentions = [
        said(one) for part in parts for one in part.iterfind(".//h:section[@class='document']//h:li", NS)
    ]
    assert sorted(mentions) == sorted(
        said(one) for one in at("places/beijing.html", "//h:section[@class = 'document']//h:li")
    )
    assert len(parts) > 1


def test_the_map_has_the_places_that_are_named() -> None:
    links = at("map.html", "//s:a")
    assert sorted(link.get("href") for link in links) == ["places/beijing.html", "places/vienna.html"]
    assert all(link.get("aria-label") and link.find("s:circle", NS) is not None for link in links)
    (land,) = at("map.html", "//s:path[@class = 'land']/@d")
    assert land.count("M") > 10 and "Natural Earth" in said(page("map.html"))


def test_polygons_are_cut_at_the_frame() -> None:
    square = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)]
    assert sorted(map._cut(square, 0, 5.0, 1)) == [(5.0, 0.0), (5.0, 10.0), (10.0, 0.0), (10.0, 10.0)]
    assert map._cut(square, 1, 20.0, 1) == []


def test_time_and_correspondence() -> None:
    days = at("chronology.html", "//h:table[@class = 'month']//h:a/@href")
    assert days == ["#edition-1902-03-04", "#edition-1902-05-06"]
    assert [said(one) for one in at("chronology.html", "//h:h2")] == ["1902", "undated"]
    rows = [[said(cell) for cell in row] for row in at("correspondence.html", "//h:tbody/h:tr")]
    assert rows == [["Anna Novak", "Bo Li", "1"], ["Bo Li", "Anna Novak", "3"], ["李博", "Anna Novak", "2"]]
    assert len(at("correspondence.html", "//s:path[@class = 'line']")) == 3
    assert [said(one) for one in at("classes.html", "//h:h2/*[1]")] == ["Secret"]


def test_a_date_without_a_month_is_not_drawn_as_one() -> None:
    svg = chronology.timeline({"1957-12": 2, "1959": 1})
    bars = [(link.get("name"), link[1].get("class")) for link in svg.iterfind("s:a", NS)]
    assert bars == [("1957-12", "bar"), ("1959", "bar vague")]
    years = chronology.timeline({"1900-01": 1, "1957-12": 2, "1957": 1})
    assert [(link.get("name"), link.get("documents")) for link in years.iterfind("s:a", NS)] == [
        ("1900", "1"),
        ("1957", "3"),
    ]


def test_two_texts_stand_side_by_side() -> None:
    pairs = [
        [said(side) for side in pair] for pair in at("parallel/translation.html", "//h:div[@class = 'pair']")
    ]
    assert pairs == [
        ["We have received your letter. The harvest was good.", "来函收悉。今年收成甚好。"],
        ["In Peking it is said that Miss Novak will come.", "北京有人说诺瓦克女士将来访。"],
        ["This paragraph was added by the translator.", ""],
        ["", "此段未译。"],
        ["Li", "李博"],
    ]
    assert at("parallel/translation.html", "//h:div[@class = 'pair'][1]/h:div[2]/@lang") == ["zh-Hans"]
    assert "parallel/translation.html" in at("translation.html", "//h:article//@href")


def test_about_the_edition() -> None:
    figures = {said(row[0]): said(row[1]) for row in at("about.html", "//h:dl[@class = 'figures']/h:div")}
    assert (
        figures["Documents"] == "4"
        and int(figures["Gaps"]) == 5
        and int(figures["Doubts of the encoding"]) == 1
    )
    assert len(at("about.html", "//h:section[@class = 'principles']/h:details")) == 14
    first = at("about.html", "//h:dl[@class = 'example'][1]/h:div")
    assert [said(row[1]) for row in first[:1]] == ["[North] Korea"]
    assert "Ada Example The Mission to Vienna. Vienna: Example University Press, 2026." in said(
        page("about.html")
    )


def test_the_face_has_the_characters_that_occur() -> None:
    wanted = set((RICH.root / "tei/apparatus.xml").read_text(encoding="utf-8"))
    for name in fonts.FACES:
        whole = set(uharfbuzz.Face((ROOT.parent / "xslt/fonts" / name).read_bytes()).unicodes)
        cut = set(uharfbuzz.Face(site()[f"fonts/{name}"]).unicodes)
        assert {ord(one) for one in wanted} & whole <= cut and len(cut) < len(whole) / 2
        assert len(site()[f"fonts/{name}"]) < 100_000
    assert site()["fonts.css"].decode().count("@font-face") == 3
    assert set("äöüß") <= fonts._labels("de-AT") and "注" in fonts._labels("zh")


# In a browser, from a disk and from a server.


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("rich")
    for path, content in site().items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
    return root


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *words: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


KINDS = [
    *(
        "index.html",
        "names.html",
        "map.html",
        "chronology.html",
        "correspondence.html",
        "senders.html",
        "about.html",
    ),
    *("coverage.html", "persons/anna.html", "parallel/translation.html", "volume.html"),
    *(f"apparatus.html?view={view}" for view in ("critical", "reading", "diplomatic")),
]


@pytest.mark.judge
def test_no_page_asks_for_anything_elsewhere_or_complains(
    browser: object, folder: Path, address: str
) -> None:
    for base in (folder.as_uri(), address):
        tab = browser.new_context().new_page()
        heard: list[str] = []
        tab.on("console", lambda message, heard=heard: heard.append(message.text))
        tab.on("pageerror", lambda error, heard=heard: heard.append(str(error)))
        tab.on(
            "request",
            lambda one, heard=heard, base=base: (
                heard.append(one.url) if not one.url.startswith(base) else None
            ),
        )
        for path in KINDS:
            tab.goto(f"{base}/{path}")
        assert heard == []


# What each view leaves away of the text, as XPath; of two forms the one that is not shown.
LEFT_OUT = {
    "critical": "",
    "reading": " | //t:gloss | //t:note[@type = 'original'] | //t:note[@type = 'annotation'] | //t:note[@type = 'rendition']"
    " | //t:del | //t:pc | //t:choice/t:reg | //t:choice[t:abbr]/*[2] | //t:choice/t:sic | //t:choice/t:corr/t:label"
    " | //t:app/t:note | //t:rdg[preceding-sibling::t:lem or preceding-sibling::t:rdg] | //t:ab[@type = 'stray']",
    "diplomatic": " | //t:supplied | //t:gloss | //t:note[@type = 'editorial' or @type = 'source' or not(@type)] | //t:choice/t:reg"
    " | //t:choice[t:abbr]/*[2] | //t:choice/t:corr | //t:app/t:note"
    " | //t:rdg[preceding-sibling::t:lem or preceding-sibling::t:rdg]",
}


def letters(tei: etree._Element, view: str) -> list[str]:
    """The letters and figures of a text in a view, as the TEI has them."""
    text = etree.fromstring(etree.tostring(tei.find(f"{TEI}text")))
    for element in text.xpath(f"//t:nothing{LEFT_OUT[view]}", namespaces=NS):
        tail = element.tail
        element.clear()
        element.tail = tail
    return re.findall(r"\w", "".join(text.itertext()))


@pytest.mark.judge
@pytest.mark.parametrize("view", list(LEFT_OUT))
@pytest.mark.parametrize("document", ["apparatus", "translation", "original", "volume"])
def test_a_view_has_the_words_of_the_text(browser: object, folder: Path, document: str, view: str) -> None:
    """Letter for letter what the TEI has in that view, without the signs and numbers that a page adds."""
    tab = browser.new_context(viewport={"width": 800, "height": 900}).new_page()
    tab.goto(f"{(folder / document).as_uri()}.html?view={view}")
    added = ".sign, .call, .page, .query, .doubt, .notes .number, .label.number, .notes > h2, .permalink"
    tab.evaluate(f"document.querySelectorAll('{added}').forEach((one) => one.remove())")
    parts = [
        part for part in ("#edition-text", ".notes") if tab.locator(part).count() and tab.is_visible(part)
    ]
    shown = Counter(sign for part in parts for sign in re.findall(r"\w", tab.inner_text(part)))
    tei = Counter(letters(etree.parse(RICH.root / f"tei/{document}.xml").getroot(), view))
    assert (shown - tei, tei - shown) == (Counter(), Counter())


@pytest.mark.judge
def test_tables_sort_by_click_and_by_key_and_say_so(browser: object, folder: Path) -> None:
    tab = browser.new_context().new_page()
    tab.goto((folder / "coverage.html").as_uri())
    times = "[...document.querySelectorAll('tbody tr')].map((row) => Number(row.cells[3].textContent))"
    tab.click("th:nth-child(4) button")
    assert tab.get_attribute("th:nth-child(4)", "aria-sort") == "ascending"
    assert tab.evaluate(times) == sorted(tab.evaluate(times))
    tab.focus("th:nth-child(4) button")
    tab.keyboard.press("Enter")
    assert tab.get_attribute("th:nth-child(4)", "aria-sort") == "descending"
    assert tab.evaluate(times) == sorted(tab.evaluate(times), reverse=True)


@pytest.mark.judge
def test_by_keyboard_alone(browser: object, folder: Path, address: str) -> None:
    """The first key leads to the text; arrows choose a view; Enter goes to a note and back; the address says the view."""
    tab = browser.new_context().new_page()
    tab.goto(f"{address}/apparatus.html")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.className") == "skip"
    tab.focus("[name=view]:checked")
    tab.keyboard.press("ArrowRight")
    assert tab.evaluate("document.documentElement.dataset.view") == "diplomatic"
    assert "view=diplomatic" in tab.url
    tab.keyboard.press("ArrowLeft")
    tab.focus(".call a")
    tab.keyboard.press("Enter")
    note = tab.url.split("#")[1]
    tab.focus(f"#{note} .number")
    tab.keyboard.press("Enter")
    assert tab.url.endswith(f"#{note}-call")
    tab.goto(f"{address}/apparatus.html?view=critical&off=hand+doubt")
    assert not tab.is_visible(".annotation") and tab.is_visible(".supplied")


@pytest.mark.judge
def test_two_texts_alternate_on_a_narrow_screen(browser: object, folder: Path) -> None:
    for width, beside in ((1280, True), (375, False)):
        tab = browser.new_context(viewport={"width": width, "height": 900}).new_page()
        tab.goto((folder / "parallel/translation.html").as_uri())
        one, other = (tab.locator(".pair:not(.heads) > div").nth(place).bounding_box() for place in (0, 1))
        assert (other["x"] > one["x"] + one["width"] / 2) is beside
        assert (other["y"] > one["y"]) is not beside


@pytest.mark.judge
def test_checker_of_the_w3c(folder: Path) -> None:
    jar = os.environ.get("ENCODER_TEST_VNU", "")
    if not (jar and shutil.which("java")):
        pytest.skip("no Nu Html Checker; set ENCODER_TEST_VNU to vnu.jar (npm vnu-jar) and install Java")
    files = [
        *(str(folder / path) for path in html_pages()),
        str(folder / "edition.css"),
        str(folder / "fonts.css"),
    ]
    options = ["--errors-only", "--also-check-css", "--also-check-svg"]
    done = run(["java", "-jar", jar, *options, *files], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.judge
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_accessibility(browser: object, folder: Path, width: int, scheme: str) -> None:
    path = os.environ.get("ENCODER_TEST_AXE", "")
    if not path:
        pytest.skip("no axe; set ENCODER_TEST_AXE to axe.min.js (npm axe-core)")
    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    axe = Path(path).read_text(encoding="utf-8")
    tab = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme).new_page()
    for name in KINDS:
        tab.goto(f"{folder.as_uri()}/{name}")
        tab.evaluate(axe)
        found = tab.evaluate(f"axe.run(document, {{runOnly: {rules}}})")["violations"]
        assert [(name, rule["id"], [node["target"] for node in rule["nodes"]]) for rule in found] == []
        assert tab.evaluate("document.documentElement.scrollWidth") <= width, name

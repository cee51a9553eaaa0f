"""Every code about sources, brackets, records and names is raised where it should be, at its place."""

import json

import pytest
from lxml import etree

from encoder import findings
from encoder.checks import fidelity
from encoder.model import Finding, Source
from encoder.pipeline import document
from encoder.registers import Registers

LONG = "This sentence is long enough to be a paragraph of running prose in a document."
CASES = {
    "B001": (f"{LONG} He met [him there.", (1, 87)),
    "B003": (
        f"{LONG}\n\nIt is hard to settle both these issues [the first and the second] at once.",
        (3, 40),
    ),
    "B004": (f"{LONG}\n\nIf they were to [underlined in original] go, it would be hard for all.", (3, 17)),
    "B005": (f"{LONG}\n\nПΠ\n\n{LONG}", (3, 1)),
    "B006": (f"An obscure line about nothing\n\n{LONG}\n\n{LONG}", (1, 1)),
    "M001": (LONG, (0, 0)),
    "M002": (LONG, (0, 0)),
    "M003": (LONG, (0, 0)),
    "M004": (
        f"Citation:\n\n“Letter”, May 5, 1961, Municipal Vault of Nowhere, box 7, folder 3. Translated by A. B.\n\nContents:\n\n{LONG}",
        (0, 0),
    ),
    "M005": (f"{LONG} He met [his] friend.", (0, 0)),
    "M006": (f"5 May 1961\n\n{LONG} On October 9 he left.", (3, 83)),
}


def told(shop: document.Workshop, text: str) -> list[Finding]:
    return list(document.encode(Source("a.txt", text), shop, "schema").findings)


@pytest.mark.parametrize("code", CASES)
def test_code_is_raised_at_its_place(shop: document.Workshop, code: str) -> None:
    text, place = CASES[code]
    found = [one for one in told(shop, text) if one.code == code]
    assert found and (found[0].line, found[0].column) == place


def test_a_namesake_is_not_linked(shop: document.Workshop) -> None:
    names = {"persName": {"wangming": frozenset({"persons.xml#a", "persons.xml#b"})}}
    two = document.Workshop(shop.edition, Registers(names, (("persName", "Wang Ming"),)), shop.archives)
    made = document.encode(Source("a.txt", f"{LONG} He met Wang Ming there."), two, "schema")
    assert [one.code for one in made.findings if one.code == "L010"] == ["L010"]
    assert "<persName ref" not in made.xml


def test_a_name_behind_a_stray_bracket_is_marked_whole(shop: document.Workshop) -> None:
    names = {"persName": {"wangming": frozenset({"../registers/persons.xml#a"})}}
    one = document.Workshop(shop.edition, Registers(names, (("persName", "Wang Ming"),)), shop.archives)
    made = document.encode(Source("a.txt", f"{LONG} It was so] when Wang Ming came."), one, "schema")
    assert '<persName ref="../registers/persons.xml#a">Wang Ming</persName>' in made.xml


def test_certain_readings_raise_nothing(shop: document.Workshop) -> None:
    codes = {one.code for one in told(shop, f"{LONG} The [North] Korean side agreed.")}
    assert not codes & {"B001", "B003", "B004", "B005", "B006"}


@pytest.mark.parametrize("code", findings.codes())
def test_wordings_can_be_filled(code: str) -> None:
    words = dict.fromkeys(
        __import__("re").findall(r"\{(\w+)\}", findings.codes()[code].wording + findings.codes()[code].hint),
        "x",
    )
    finding = Finding(code, "a.txt", 1, 2, words)
    assert (
        "<" not in findings.message(finding).replace("<x>", "").replace("<TEI>", "")
        or "{name}" in findings.codes()[code].wording
    )
    assert findings.severity(finding) in findings.SEVERITIES


def test_text_shows_the_line_and_a_caret() -> None:
    finding = Finding("B001", "a.txt", 1, 8, {"sign": "["})
    rows = findings.as_text(finding, ["He met [him there."]).split("\n")
    assert rows[0].startswith("a.txt:1:8: warning B001: '['")
    assert rows[2].index("^") - 4 == 7


def test_long_lines_are_cut_around_the_caret() -> None:
    finding = Finding("B001", "a.txt", 1, 5000, {"sign": "["})
    rows = findings.as_text(finding, ["x" * 4999 + "[" + "y" * 4000]).split("\n")
    assert len(rows[1]) < 120 and rows[1][rows[2].index("^")] == "["


def test_json_is_stable_and_complete() -> None:
    rows = json.loads(findings.as_json([Finding("B001", "a.txt", 1, 8, {"sign": "["})]))
    assert rows == [
        {
            "code": "B001",
            "file": "a.txt",
            "line": 1,
            "column": 8,
            "words": {"sign": "["},
            "severity": "warning",
            "message": "'[' has no partner",
            "hint": rows[0]["hint"],
        }
    ]


def test_a_stretch_that_two_elements_claim_is_told(shop: document.Workshop) -> None:
    """F005: the second paragraph points into the first."""
    made = document.encode(Source("a.txt", f"{LONG}\n\n{LONG}"), shop, "schema")
    twice = made.xml.replace("char=80,158", "char=70,158")
    assert "F005" in {
        one.code for one in fidelity.findings("a.xml", etree.fromstring(twice.encode()), f"{LONG}\n\n{LONG}")
    }

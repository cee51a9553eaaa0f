"""The citation of a document: a field that is empty goes with its punctuation."""

import itertools
import re
from functools import cache
from pathlib import Path

import pytest
from lxml import etree
from lxml.builder import E

from encoder.saxon import Stylesheets

TEMPLATE = "“{title}”, {date}, {shelfmark}. In: {edition}. {publisher}, {year}, no. {number}."
FIELDS = {
    "title": "Cable",
    "date": "May 1961",
    "shelfmark": "PRC FMA 118",
    "edition": "Yalu",
    "publisher": "Press",
    "year": "2026",
    "number": "3",
}


@cache
def sheets() -> Stylesheets:
    return Stylesheets({"citation": Path(__file__).with_name("citation.xsl")})


def citation(template: str, **fields: str) -> str:
    case = E.citation(
        *(E.field(value, name=name) for name, value in (FIELDS | fields).items()), template=template
    )
    return sheets().run("citation", etree.tostring(case, encoding="unicode"))


@pytest.mark.parametrize(
    ("missing", "expected"),
    [
        ("", "“Cable”, May 1961, PRC FMA 118. In: Yalu. Press, 2026, no. 3."),
        ("date", "“Cable”, PRC FMA 118. In: Yalu. Press, 2026, no. 3."),
        ("shelfmark", "“Cable”, May 1961. In: Yalu. Press, 2026, no. 3."),
        ("date shelfmark", "“Cable”. In: Yalu. Press, 2026, no. 3."),
        ("title", "May 1961, PRC FMA 118. In: Yalu. Press, 2026, no. 3."),
        ("edition", "“Cable”, May 1961, PRC FMA 118. Press, 2026, no. 3."),
        ("publisher", "“Cable”, May 1961, PRC FMA 118. In: Yalu. 2026, no. 3."),
        ("number", "“Cable”, May 1961, PRC FMA 118. In: Yalu. Press, 2026."),
        ("publisher year number", "“Cable”, May 1961, PRC FMA 118. In: Yalu."),
        ("title date shelfmark edition publisher year", "no. 3."),
    ],
)
def test_missing_fields(missing: str, expected: str) -> None:
    assert citation(TEMPLATE, **dict.fromkeys(missing.split(), "")) == expected


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{title} ({year})", "Cable (2026)"),
        ("{title}", "Cable"),
        ("{edition}: {title} [{date}] - open access", "Yalu: Cable [May 1961] - open access"),
        ("no field at all", "no field at all"),
    ],
)
def test_other_templates(template: str, expected: str) -> None:
    assert citation(template) == expected


def test_no_subset_of_the_fields_leaves_a_trace() -> None:
    for count in range(len(FIELDS)):
        for missing in itertools.combinations(FIELDS, count):
            text = citation(TEMPLATE, **dict.fromkeys(missing, ""))
            assert not re.search(r"[{}]|[,.;:]\s*[,;:]|\s[,.;:]|\s\s|“”|^\s|\s$|^[,.;:]", text), text
            assert text.endswith(".")
            assert all(value in text for name, value in FIELDS.items() if name not in missing)

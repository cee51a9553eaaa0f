"""Findings for other programs: SARIF, JUnit XML, annotations of GitHub, JSON, text."""

import json
import re
from urllib.parse import unquote

import pytest
from lxml import etree

from encoder import findings
from encoder.formats import FORMATS
from encoder.formats.outcome import Outcome
from encoder.model import Finding

NAME = "tei/a b, 100% é.xml"
LINES = ["<TEI>", "  <p>the [first</p>"]
FOUND = (
    Finding("T131", NAME, 2, 10, {"message": "100% of it: a [,\r\nleft <over> & \x01"}),
    Finding("T103", NAME, 1, 0, {"message": "no archive"}),
    Finding("L010", "/abs/c.xml", 0, 0, {"name": "Wang"}),
)
OUTCOME = Outcome([NAME, "tei/good.xml", "/abs/c.xml"], FOUND, lambda name: LINES if name == NAME else ())

# What readers of JUnit XML take: https://github.com/jenkinsci/xunit-plugin, junit-10.xsd, as far as it is used.
_COUNTS = "".join(
    f'<attribute name="{name}"><data type="nonNegativeInteger"/></attribute>'
    for name in ("tests", "failures", "errors")
)
JUNIT = f"""<element name="testsuites" xmlns="http://relaxng.org/ns/structure/1.0"
    datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
  <attribute name="name"/>{_COUNTS}
  <zeroOrMore><element name="testsuite"><attribute name="name"/>{_COUNTS}<attribute name="skipped"/>
    <zeroOrMore><element name="testcase"><attribute name="name"/><attribute name="classname"/>
      <optional><element name="failure"><attribute name="type"/><attribute name="message"/><text/></element></optional>
      <optional><element name="system-out"><text/></element></optional>
    </element></zeroOrMore></element></zeroOrMore></element>"""


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("outcome", [OUTCOME, Outcome([], []), Outcome(["a.xml"], [])])
def test_every_format_renders_anything_in_the_same_way_twice(form: str, outcome: Outcome) -> None:
    made = FORMATS[form](outcome)
    assert made == FORMATS[form](outcome)
    assert made == "" or made.endswith("\n")


@pytest.mark.parametrize("code", findings.codes())
def test_every_code_can_be_rendered(code: str) -> None:
    for render in FORMATS.values():
        assert render(Outcome(["a.xml"], [Finding(code, "a.xml", 1, 1)]))


# SARIF


def sarif(outcome: Outcome) -> dict:  # type: ignore[type-arg]
    log = json.loads(FORMATS["sarif"](outcome))
    assert log["version"] == "2.1.0" and len(log["runs"]) == 1
    return log["runs"][0]  # type: ignore[no-any-return]


def test_sarif_has_rules_and_results_that_refer_to_them() -> None:
    run = sarif(OUTCOME)
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["L010", "T103", "T131"]
    assert [rule["defaultConfiguration"]["level"] for rule in rules] == ["note", "warning", "error"]
    assert all(rule["shortDescription"]["text"] and rule["help"]["text"] for rule in rules)
    for result, finding in zip(run["results"], FOUND, strict=True):
        assert result["ruleId"] == finding.code == rules[result["ruleIndex"]]["id"]
        assert findings.message(finding) in result["message"]["text"]


def test_sarif_has_places_with_line_column_and_text() -> None:
    places = [result["locations"][0]["physicalLocation"] for result in sarif(OUTCOME)["results"]]
    assert places[0]["region"] == {"startLine": 2, "startColumn": 10, "snippet": {"text": LINES[1]}}
    assert places[1]["region"] == {"startLine": 1, "snippet": {"text": LINES[0]}}
    assert "region" not in places[2]
    address = places[0]["artifactLocation"]["uri"]
    assert re.fullmatch(r"[A-Za-z0-9%/._~-]+", address) and unquote(address) == NAME
    assert places[2]["artifactLocation"]["uri"] == "file:///abs/c.xml"


def test_sarif_names_what_was_checked() -> None:
    assert len(sarif(OUTCOME)["artifacts"]) == 3


# JUnit


def junit(outcome: Outcome) -> etree._Element:
    made = etree.fromstring(FORMATS["junit"](outcome).encode())
    valid = etree.RelaxNG(etree.fromstring(JUNIT))
    assert valid.validate(made), valid.error_log
    return made


def test_junit_has_a_case_for_each_document_and_one_failure_at_most() -> None:
    made = junit(OUTCOME)
    assert (made.get("tests"), made.get("failures")) == ("3", "1")
    cases = {case.get("name"): case for case in made.iter("testcase")}
    assert list(cases) == OUTCOME.documents
    assert [failure.get("type") for failure in made.iter("failure")] == ["T131"]
    assert "T103" in (cases[NAME].findtext("system-out") or "") and "^" in (
        cases[NAME].findtext("failure") or ""
    )
    assert "L010" in (cases["/abs/c.xml"].findtext("system-out") or "")
    assert len(cases["tei/good.xml"]) == 0


@pytest.mark.parametrize(("fail_on", "failures"), [("never", 0), ("error", 1), ("warning", 1), ("info", 2)])
def test_junit_fails_where_the_run_fails(fail_on: str, failures: int) -> None:
    made = junit(Outcome(OUTCOME.documents, FOUND, fail_on=fail_on))
    assert len(list(made.iter("failure"))) == failures == int(made.get("failures", ""))


def test_junit_counts_the_failures_of_a_case() -> None:
    failure = next(junit(Outcome([NAME], FOUND, fail_on="warning")).iter("failure"))
    assert failure.get("type") == "T131" and (failure.get("message") or "").endswith("(and 1 more)")


# GitHub


def annotation(row: str) -> tuple[str, dict[str, str], str]:
    """A workflow command as the runner reads it (actions/runner, ActionCommand.cs)."""
    command, properties, data = re.fullmatch(r"::(\w+) ([^\r\n]*?)::([^\r\n]*)", row).groups()  # type: ignore[union-attr]
    pairs = dict(pair.split("=", 1) for pair in properties.split(","))

    def plain(text: str) -> str:
        for sign, escaped in (("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C"), ("%", "%25")):
            text = text.replace(escaped, sign)
        return text

    return command, {name: plain(value) for name, value in pairs.items()}, plain(data)


def test_github_reads_the_annotations_back() -> None:
    rows = FORMATS["github"](OUTCOME).splitlines()
    commands, properties, data = zip(*map(annotation, rows), strict=True)
    assert commands == ("error", "warning", "notice")
    assert properties[0] == {"file": NAME, "line": "2", "col": "10", "title": "T131"}
    assert properties[1] == {"file": NAME, "line": "1", "title": "T103"}
    assert properties[2] == {"file": "/abs/c.xml", "title": "L010"}
    assert all(
        said == f"{findings.message(one)}\n{findings.hint(one)}"
        for said, one in zip(data, FOUND, strict=True)
    )


# text


def test_text_has_lines_with_carets_and_counts() -> None:
    rows = FORMATS["text"](OUTCOME).splitlines()
    caret = next(row for row in rows if row.strip() == "^")
    assert rows[rows.index(caret) - 1][caret.index("^")] == "["
    assert rows[-1] == "3 documents: 1 error, 1 warning, 1 info"


def test_the_caret_stands_below_its_sign_in_wide_text() -> None:
    rows = findings.as_text(Finding("B001", "a.txt", 1, 4, {"sign": "["}), ["平壤é["]).split("\n")
    assert rows[2].index("^") == 4 + 5


@pytest.mark.parametrize(
    "data",
    [
        b"a\r\nb\rc\n",
        "a\nb\nc\n".encode("utf-8-sig"),
        "a\nb\nc\n".encode("utf-16"),
    ],
)
def test_lines_of_bytes(data: bytes) -> None:
    assert findings.lines(data) == ["a", "b", "c", ""]


def test_lines_in_a_declared_encoding() -> None:
    declared = '<?xml version="1.0" encoding="ISO-8859-1"?>\n<p>é</p>'
    assert findings.lines(declared.encode("iso-8859-1"))[1] == "<p>é</p>"
    assert findings.lines(declared.replace("ISO-8859-1", "x-none").encode()) == []
    assert findings.lines(b"\xe9") == []

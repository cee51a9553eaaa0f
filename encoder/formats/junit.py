"""JUnit XML, as CI systems take it: each document is a test case, which fails where a finding makes the run fail.

A case has one failure at most, since several systems read only the first. Source: the schema of the Jenkins plugin,
https://github.com/jenkinsci/xunit-plugin (junit-10.xsd).
"""

import re
from collections.abc import Sequence

from lxml import etree

from encoder import findings
from encoder.formats.outcome import Outcome
from encoder.model import Finding

_SUITE = "encoder check"
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(outcome: Outcome) -> str:
    told: dict[str, list[Finding]] = {name: [] for name in outcome.documents}
    for finding in outcome.findings:
        told.setdefault(finding.file, []).append(finding)
    failed = [name for name, some in told.items() if any(map(outcome.fails, some))]
    counts = {"tests": str(len(told)), "failures": str(len(failed)), "errors": "0"}
    suites = etree.Element("testsuites", {"name": _SUITE, **counts})
    suite = etree.SubElement(suites, "testsuite", {"name": _SUITE, **counts, "skipped": "0"})
    for name, some in told.items():
        _case(suite, name, some, outcome)
    etree.indent(suites)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + etree.tostring(suites, encoding="unicode") + "\n"


def _case(suite: etree._Element, name: str, told: Sequence[Finding], outcome: Outcome) -> None:
    case = etree.SubElement(suite, "testcase", {"classname": _SUITE, "name": _clean(name)})
    failing = [finding for finding in told if outcome.fails(finding)]
    others = [finding for finding in told if not outcome.fails(finding)]
    if failing:
        gravest = max(failing, key=lambda finding: findings.worst([finding]))
        more = f" (and {len(failing) - 1} more)" if failing[1:] else ""
        said = _clean(findings.message(gravest) + more)
        failure = etree.SubElement(case, "failure", {"type": gravest.code, "message": said})
        failure.text = _texts(failing, outcome)
    if others:
        etree.SubElement(case, "system-out").text = _texts(others, outcome)


def _texts(told: Sequence[Finding], outcome: Outcome) -> str:
    return _clean("\n".join(findings.as_text(finding, outcome.lines(finding.file)) for finding in told))


def _clean(text: str) -> str:
    """Text without the characters that XML cannot hold."""
    return _NO_XML.sub("\ufffd", text)

"""SARIF 2.1.0, the format of code scanning: the codes as rules, each finding a result with its place.

Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from encoder import __version__, findings
from encoder.checks import guideline
from encoder.formats.outcome import Outcome
from encoder.model import Finding

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def render(outcome: Outcome) -> str:
    raised = sorted({finding.code for finding in outcome.findings})
    index = {code: number for number, code in enumerate(raised)}
    run = {
        "tool": {
            "driver": {"name": "encoder", "version": __version__, "rules": [_rule(code) for code in raised]}
        },
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": _uri(name)}} for name in outcome.documents],
        "results": [_result(finding, index, outcome) for finding in outcome.findings],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _rule(code: str) -> dict[str, Any]:
    rule: dict[str, Any] = {
        "id": code,
        "shortDescription": {"text": guideline.why(code) or findings.pattern(code)},
        "defaultConfiguration": {"level": _LEVELS[findings.codes()[code].severity]},
    }
    hint = findings.pattern(code, findings.codes()[code].hint)
    return {**rule, "help": {"text": hint}} if hint else rule


def _result(finding: Finding, index: Mapping[str, int], outcome: Outcome) -> dict[str, Any]:
    said = "\n".join(filter(None, (findings.message(finding), findings.hint(finding))))
    return {
        "ruleId": finding.code,
        "ruleIndex": index[finding.code],
        "level": _LEVELS[findings.severity(finding)],
        "message": {"text": said},
        "locations": [{"physicalLocation": _place(finding, outcome)}],
    }


def _place(finding: Finding, outcome: Outcome) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(finding.file)}}
    if finding.line:
        region: dict[str, Any] = {"startLine": finding.line}
        if finding.column:
            region["startColumn"] = finding.column
        line = outcome.line(finding)
        if line is not None:
            region["snippet"] = {"text": line}
        place["region"] = region
    return place


def _uri(name: str) -> str:
    path = Path(name)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())

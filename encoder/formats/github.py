"""Annotations of GitHub Actions: workflow commands on standard output, one line each.

Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions, for the escapes
https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts.
"""

from encoder import findings
from encoder.formats.outcome import Outcome
from encoder.model import Finding

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


def render(outcome: Outcome) -> str:
    return "".join(f"{_annotation(finding)}\n" for finding in outcome.findings)


def _annotation(finding: Finding) -> str:
    known = {"file": finding.file, "line": finding.line, "col": finding.column, "title": finding.code}
    properties = ",".join(
        f"{name}={_escaped(str(value), _PROPERTY)}" for name, value in known.items() if value
    )
    said = "\n".join(filter(None, (findings.message(finding), findings.hint(finding))))
    return f"::{_COMMANDS[findings.severity(finding)]} {properties}::{_escaped(said, _DATA)}"


def _escaped(text: str, signs: dict[str, str]) -> str:
    return "".join(signs.get(sign, sign) for sign in text)

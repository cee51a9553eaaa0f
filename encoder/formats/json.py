"""A JSON array, one object for each finding."""

from encoder import findings
from encoder.formats.outcome import Outcome


def render(outcome: Outcome) -> str:
    return findings.as_json(outcome.findings)

"""The guideline behind the code of a rule, for those who ask why."""

from functools import cache

from lxml import etree

from encoder.data import SCHEMA

_SCH = "{http://purl.oclc.org/dsdl/schematron}"


@cache
def _reasons() -> dict[str, str]:
    rules = etree.parse(SCHEMA / "edition.sch")
    patterns = rules.iter(_SCH + "pattern")
    return {pattern.get("id", ""): pattern.findtext(_SCH + "p") or "" for pattern in patterns}


def why(code: str) -> str:
    """The sentence of the guidelines that a rule enforces; empty for a code that is no rule of theirs."""
    return _reasons().get(code, "")

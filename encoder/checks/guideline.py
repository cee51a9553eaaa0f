"""What is behind a code, for those who ask why: the sentence of the guidelines, what is told, how to mend it."""

from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache

from lxml import etree

from encoder import findings
from encoder.data import SCHEMA
from encoder.model import UsageError

_SCH = "{http://purl.oclc.org/dsdl/schematron}"


@cache
def _patterns() -> dict[str, etree._Element]:
    rules = etree.parse(SCHEMA / "edition.sch")
    return {pattern.get("id", ""): pattern for pattern in rules.iter(_SCH + "pattern")}


def why(code: str) -> str:
    """The sentence of the guidelines that a rule enforces; empty for a code that is no rule of theirs."""
    pattern = _patterns().get(code)
    return "" if pattern is None else pattern.findtext(_SCH + "p") or ""


def explain(code: str) -> list[str]:
    """A code's severity, guideline, wordings and hint, a line each.

    :raises UsageError: there is no such code.
    """
    known = findings.codes()
    if code not in known:
        close = get_close_matches(code, known, 1)
        guess = f"; did you mean {close[0]}?" if close else "."
        raise UsageError(f"there is no code {code}{guess}")
    rows = [f"{code} ({known[code].severity})"]
    if why(code):
        rows += [f"  guideline: {why(code)}", f"  asked of:  {', '.join(_contexts(code))}"]
    rows += [f"  told as:   {wording}" for wording in _wordings(code)]
    if known[code].hint:
        rows.append(f"  hint:      {findings.pattern(code, known[code].hint)}")
    return rows


def _contexts(code: str) -> list[str]:
    return [rule.get("context", "").replace("tei:", "") for rule in _patterns()[code].iter(_SCH + "rule")]


def _wordings(code: str) -> list[str]:
    pattern = _patterns().get(code)
    if pattern is None:
        return [findings.pattern(code)]
    return ["".join(_words(test)) for test in pattern.iter(_SCH + "assert", _SCH + "report")]


def _words(test: etree._Element) -> Iterator[str]:
    """What an assertion says, with … where it puts words of the document."""
    yield test.text or ""
    for value in test:
        yield f"…{value.tail or ''}"

"""What the program has to say: codes with severity, wording and hint (``findings.toml``), and their rendering as text and
JSON; further formats are in :mod:`encoder.formats`."""

import codecs
import json
import re
import tomllib
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from encoder.model import Finding

SEVERITIES = ("info", "warning", "error")  # in rising order


@dataclass(frozen=True, slots=True)
class Code:
    """An entry of ``findings.toml``. ``wording`` and ``hint`` are format strings over a finding's words."""

    severity: str
    wording: str
    hint: str = ""


@cache
def codes() -> Mapping[str, Code]:
    """Every finding code, in the order of the file."""
    path = Path(__file__).with_name("findings.toml")
    return {code: Code(**entry) for code, entry in tomllib.loads(path.read_text(encoding="utf-8")).items()}


def severity(finding: Finding) -> str:
    return codes()[finding.code].severity


def message(finding: Finding) -> str:
    return codes()[finding.code].wording.format_map(_Words(finding.words))


def hint(finding: Finding) -> str:
    return codes()[finding.code].hint.format_map(_Words(finding.words))


def pattern(code: str, text: str | None = None) -> str:
    """A code's wording, or another text of its entry, with a name in capitals where a finding puts its words."""
    whole = codes()[code].wording if text is None else text
    bare = re.sub(r"(?<=[\w>}])\{\w+\}", "", whole)  # what is put straight behind a word is left out
    return re.sub(r"\{(\w+)\}", lambda match: match[1].upper(), bare)


class _Words(dict[str, str]):
    """A word that a finding lacks shows as its name, so that a message is never lost to a formatting error."""

    def __missing__(self, key: str) -> str:
        return f"<{key}>"


def position(text: str, offset: int) -> tuple[int, int]:
    """Line and column of a character, both from 1."""
    starts = _line_starts(text)
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1


@lru_cache(maxsize=4)
def _line_starts(text: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer("\n", text))]


def lines(data: bytes) -> list[str]:
    """The lines of a file, decoded as its byte order mark or XML declaration says, else as UTF-8; none if that fails."""
    marks = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
    marked = next((name for mark, name in marks.items() if data.startswith(mark)), None)
    declared = re.match(rb"""<\?xml[^>]*?\sencoding\s*=\s*["']([\w.-]+)["']""", data)
    try:
        text = data.decode(marked or (declared[1].decode("ascii") if declared else "utf-8"))
    except (UnicodeDecodeError, LookupError):
        return []
    return re.split("\r\n|\r|\n", text)


def count(findings: Iterable[Finding]) -> dict[str, int]:
    """How many findings there are of each severity, the gravest first."""
    counts = dict.fromkeys(reversed(SEVERITIES), 0)
    for finding in findings:
        counts[severity(finding)] += 1
    return counts


def worst(findings: Iterable[Finding]) -> int:
    """The gravest severity as an index of SEVERITIES; -1 for no finding."""
    return max((SEVERITIES.index(severity(finding)) for finding in findings), default=-1)


def as_text(finding: Finding, lines: Sequence[str] = ()) -> str:
    """A finding as a compiler would print it: place, code and sentence; the line with a caret; the hint."""
    place = ":".join(str(part) for part in (finding.file, finding.line, finding.column) if part)
    rows = [f"{place}: {severity(finding)} {finding.code}: {message(finding)}"]
    if 0 < finding.line <= len(lines):
        rows += _excerpt(lines[finding.line - 1], finding.column)
    if hint(finding):
        rows.append(f"    hint: {hint(finding)}")
    return "\n".join(rows)


def _excerpt(line: str, column: int, width: int = 96) -> list[str]:
    start = max(0, column - 1 - width // 2)
    shown = line[start : start + width].replace("\t", " ")
    return [f"    {shown}"] + ([" " * (4 + _width(shown[: column - 1 - start])) + "^"] if column else [])


def _width(text: str) -> int:
    """How many cells of a terminal characters take: Chinese ones two, combining ones none."""
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1
        for sign in text
    )


def as_json(findings: Iterable[Finding]) -> str:
    """The findings as a JSON array, one object and one line each, stable in order."""
    return "".join(json_lines(findings))


def json_lines(findings: Iterable[Finding]) -> Iterator[str]:
    """The same, line by line."""
    before = "[\n"
    for finding in findings:
        row = {
            "code": finding.code,
            "file": finding.file,
            "line": finding.line,
            "column": finding.column,
            "words": dict(finding.words),
            "severity": severity(finding),
            "message": message(finding),
            "hint": hint(finding),
        }
        yield f"{before} {json.dumps(row, ensure_ascii=False)}"
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def from_json(lines: Iterable[str]) -> Iterator[Finding]:
    """Findings as :func:`json_lines` wrote them, one after the other."""
    for line in lines:
        if line.startswith(" {"):
            row = json.loads(line.rstrip(",\n"))
            yield Finding(row["code"], row["file"], row["line"], row["column"], row["words"])

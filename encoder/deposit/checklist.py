"""What a repository asks for, and whether a package has it (``checklists.toml``, asked of its ``metadata/record.xml``)."""

from __future__ import annotations

import textwrap
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

from encoder.model import Finding

REPOSITORIES = ("zenodo", "arche", "clarin", "textgrid", "national-archive")
_SIGNS = {"met": "[x]", "missing": "[ ]", "person": " → "}


@dataclass(frozen=True, slots=True)
class Item:
    """:param state: ``met``, ``missing``, or ``person``: for a person to do."""

    words: str
    state: str
    how: str = ""


def items(repository: str, record: etree._Element) -> list[Item]:
    """The list of one of REPOSITORIES, those for every repository first."""
    lists = _lists()
    told: dict[str, Item] = {}
    for one in (*lists["all"], *lists[repository]):
        met = bool(record.xpath(f"boolean({one['met']})")) if "met" in one else False
        state = "met" if met else "person" if one.get("person") else "missing"
        told[one["item"]] = Item(one["item"], state, one.get("how", ""))
    return list(told.values())


def rows(repository: str, record: etree._Element) -> Iterator[str]:
    """The list for people to read."""
    told = items(repository, record)
    count = {state: sum(item.state == state for item in told) for state in _SIGNS}
    yield f"{_lists()['names'][repository]}: {record.get('name')}"
    yield f"{count['met']} met, {count['missing']} missing, {count['person']} for a person to do"
    for state, heading in (("missing", "Missing"), ("person", "For a person to do"), ("met", "Met")):
        chosen = [item for item in told if item.state == state]
        yield from ("", heading) if chosen else ()
        for item in chosen:
            yield _wrapped(f"  {_SIGNS[state]} ", item.words)
            if state == "missing":
                yield _wrapped("        ", item.how)
    yield ""
    yield f"Asked for at {_lists()['sources'][repository]}"


def findings(repository: str, package: str, record: etree._Element) -> list[Finding]:
    """D040 for each item that is missing."""
    name = _lists()["names"][repository]
    return [
        Finding("D040", package, words={"repository": name, "item": item.words, "how": item.how})
        for item in items(repository, record)
        if item.state == "missing"
    ]


def _wrapped(start: str, words: str) -> str:
    return textwrap.fill(words, 100, initial_indent=start, subsequent_indent=" " * len(start))


@cache
def _lists() -> Mapping[str, Any]:
    path = Path(__file__).with_name("checklists.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))

"""Addresses that do not change: each document, passage and note keeps the name under which it was first published.

``permalinks.txt`` in the edition remembers them: one line for each document, with each name and a mark of the words that it
stands for. Generated names (p1, n1) count passages; when a paragraph is put in before them, the marks say which is which,
and the new one gets a name that no passage ever had. A name of which nothing is left is an error until ``[html.renamed]`` in
edition.toml says where its words are now, or that they were withdrawn::

    [html.renamed]
    "old-document" = "new-document"
    "letter-3#p7" = "letter-3#p6"
    "letter-4#n2" = ""

The marks make it safe to keep the pages of a document from build to build: with the line that it has itself written a
document gets the same names again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from encoder import files as disk
from encoder.edition import Edition
from encoder.model import Finding, OutputFile
from encoder.outputs.html import settings
from encoder.outputs.output import Entries

NAME = "permalinks.txt"
_GENERATED = re.compile(r"([a-z]+)(\d+)x*")
_GONE = "-"  # before the name of what is no more


class Mark(NamedTuple):
    """What is remembered of a passage: digests of its letters, of the first and of the last of them."""

    whole: str
    begin: str
    end: str


class Passage(NamedTuple):
    name: str
    mark: Mark


def mark(text: str) -> Mark:
    letters = re.sub(r"\W+", "", text.lower())
    return Mark(*(disk.digest(part.encode())[:4] for part in (letters, letters[:40], letters[-40:])))


# One document.


def names(edition: Edition, document: str, xml: str, passages: Sequence[Passage]) -> Mapping[str, str]:
    """For each generated name that is to be another one: the name that the ledger has.

    :param xml: the document's text: a name that is typed there is never changed.
    :param passages: in the order of the document, with the names that ``prepare.xsl`` gives.
    """
    rest = known(edition, document)
    if rest == line("", passages)[1:]:
        return {}
    remembered = _passages(rest)
    found: dict[str, str] = {}
    for kind in ("p", "n"):
        new = [one for one in passages if _kind(one.name) == kind and f'"{one.name}"' not in xml]
        old = [one for one in remembered if _kind(one.name) == kind and f'"{one.name}"' not in xml]
        kept = _aligned([one for one in old if not one.name.startswith(_GONE)], new)
        back = {one.mark: one.name.lstrip(_GONE) for one in old if one.name.startswith(_GONE)}
        kept = [name or back.pop(one.mark, None) for one, name in zip(new, kept, strict=True)]
        taken = {one.name for one in (*remembered, *passages)} - {one.name for one in new} | {
            one.name for one in old
        }
        highest = max((_number(name) for name in taken if _kind(name) == kind), default=0)
        for one, name in zip(new, kept, strict=True):
            if name is None:
                highest += 1
                name = f"{kind}{highest}"
            if name != one.name:
                found[one.name] = name
    return found


def line(document: str, passages: Sequence[Passage]) -> str:
    """What the ledger has of a document."""
    return "\t".join([document, *(f"{name}={''.join(mark)}" for name, mark in passages)])


def _kind(name: str) -> str:
    match = _GENERATED.fullmatch(name.lstrip(_GONE))
    return match[1] if match else ""


def _number(name: str) -> int:
    match = _GENERATED.fullmatch(name.lstrip(_GONE))
    return int(match[2]) if match else 0


def _aligned(old: Sequence[Passage], new: Sequence[Passage]) -> list[str | None]:
    """For each new passage the name of the old one that it is: of the same words; or, between two such, that begins or
    ends with the same; or, where as many are left of both, that stands in its place."""
    found: list[str | None] = [None] * len(new)
    same = SequenceMatcher(
        None, [one.mark.whole for one in old], [one.mark.whole for one in new], autojunk=False
    )
    for _, first, last, begin, end in same.get_opcodes():
        if [one.mark for one in old[first:last]] == [one.mark for one in new[begin:end]]:
            pairs = list(zip(range(first, last), range(begin, end), strict=True))
        else:
            pairs = _alike(old, new, range(first, last), range(begin, end))
        for one, other in pairs:
            found[other] = old[one].name
    return found


def _alike(
    old: Sequence[Passage], new: Sequence[Passage], these: range, those: range
) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    left = list(these)
    missing = []
    for other in those:
        marks = new[other].mark
        one = next(
            (at for at in left if marks.begin == old[at].mark.begin or marks.end == old[at].mark.end), None
        )
        if one is None:
            missing.append(other)
        else:
            pairs.append((one, other))
            left.remove(one)
    return [*pairs, *zip(left, missing, strict=True)] if len(left) == len(missing) else pairs


# The ledger.


def known(edition: Edition, document: str) -> str:
    """What the ledger has of a document, or of the one whose new name it is; empty where it has nothing."""
    ledger = _ledger(edition)
    if document in ledger:
        return ledger[document]
    moved = (old for old, new in renamed(edition).items() if new == document and old in ledger)
    return ledger.get(next(moved, ""), "")


def _passages(rest: str) -> list[Passage]:
    rows = (row.rpartition("=") for row in rest.split("\t") if row)
    return [Passage(name, Mark(text[:4], text[4:8], text[8:])) for name, _, text in rows]


def _ledger(edition: Edition) -> Mapping[str, str]:
    path = edition.root / NAME
    return _read(path, disk.signature(path)) if path.is_file() else {}


@lru_cache(maxsize=1)
def _read(path: Path, signature: str) -> Mapping[str, str]:
    rows = (row.partition("\t") for row in path.read_text(encoding="utf-8").splitlines() if row)
    return {document: rest for document, _, rest in rows}


def renamed(edition: Edition) -> Mapping[str, str]:
    """Old name → new name, of documents (``letter-3``) and of passages (``letter-3#p7``); empty for what was withdrawn."""
    table = settings.read(edition).get("renamed", {})
    assert isinstance(table, dict)
    return {str(old): str(new) for old, new in table.items()}


def files(edition: Edition, entries: Entries, facts: str) -> Iterator[OutputFile | Finding]:
    """The ledger as it is to be kept, and what has vanished (P021) or is renamed to nothing (P022)."""
    ledger, moved = _ledger(edition), renamed(edition)
    there: dict[str, set[str]] = {}
    lines: dict[str, str] = {}
    for text in entries.of("permalinks"):
        document, _, rest = text.partition("\t")
        now = _passages(rest)
        there[document] = {one.name for one in now}
        gone = [
            one._replace(name=_GONE + one.name.lstrip(_GONE))
            for one in _passages(ledger.get(document, ""))
            if one.name.lstrip(_GONE) not in there[document]
        ]
        lines[document] = line(document, [*now, *gone])
        for one in gone:
            address = f"{document}#{one.name.lstrip(_GONE)}"
            if address not in moved:
                yield Finding("P021", f"tei/{document}.xml", words={"name": address})
    for document in ledger.keys() - there.keys():
        lines[document] = f"{document}\t{ledger[document]}"
    for document in sorted(ledger.keys() - there.keys() - moved.keys()):
        yield Finding("P021", f"tei/{document}.xml", words={"name": document})
    for old, new in moved.items():
        document, _, passage = new.partition("#")
        if new and (document not in there or (passage and passage not in there[document])):
            yield Finding(
                "P022", "edition.toml", words={"old": old, "new": new, "fault": "which is not there"}
            )
        elif old in there or old.partition("#")[2] in there.get(old.partition("#")[0], ()):
            yield Finding(
                "P022", "edition.toml", words={"old": old, "new": new, "fault": "but is still there"}
            )
    text = "".join(f"{lines[document]}\n" for document in sorted(lines))
    yield OutputFile(NAME, text.encode())

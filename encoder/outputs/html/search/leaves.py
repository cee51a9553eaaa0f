"""What search knows of one document: its leaves.

A leaf is what a reader's browser loads to show a hit: title, date and reference, and some passages. A document is one
leaf; one that is longer than ``LEAF`` is several, so that a hit in a long document does not load all of it.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from encoder.edition import Edition
from encoder.model import OutputFile, TeiFile
from encoder.outputs.html.search.kinds import kind
from encoder.outputs.html.search.words import words
from encoder.outputs.html.told import told
from encoder.outputs.output import Place

LEAF = 12_000  # bytes of text
Passage = list[str]  # where to link to, the words, the entries of registers named in it …

# How much a word of the title counts for, in words of the text; and the length of text in which a word counts as once.
_TITLE = 4
_USUAL = 500


def entry(edition: Edition, document: TeiFile) -> str:
    """For the index, as JSON: the facets of the document, and of each leaf its words with their weight and whom it names."""
    about = told(edition, document)
    facts = {name: about[name] for name in ("from", "to", "archive", "forms")}
    facts["kind"] = kind(about["kind"], about["title"])
    named = " ".join((about["title"], about["reference"], about["archive"]))
    leaves = [_indexed(leaf, named) for leaf in _leaves(about["passages"])]
    return json.dumps({**facts, "leaves": leaves}, ensure_ascii=False, separators=(",", ":"))


def files(edition: Edition, document: TeiFile, place: Place) -> Iterator[OutputFile]:
    """A script for each leaf of the document."""
    about = told(edition, document)
    for number, leaf in enumerate(_leaves(about["passages"])):
        shown = [about[name] for name in ("title", "date", "reference", "language")]
        path = f"{number}/{document.id}"
        yield script(path, [*shown, leaf])


def script(path: str, value: Any) -> OutputFile:
    """A value as a script that hands it to ``search-index.js``: a page opened from a disk may load nothing else."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return OutputFile(f"search/{path}.js", f"searchData({json.dumps(path)},{text});\n".encode())


def _leaves(passages: list[Passage]) -> list[list[Passage]]:
    """The passages in leaves of at most ``LEAF`` bytes; a document without words has one empty leaf."""
    leaves: list[list[Passage]] = [[]]
    size = 0
    for passage in passages:
        for part in _parts(passage):
            length = len(part[1].encode())
            if size and size + length > LEAF:
                leaves.append([])
                size = 0
            leaves[-1].append(part)
            size += length
    return leaves


def _parts(passage: Passage) -> Iterator[Passage]:
    """The passage, or pieces of it that are at most a leaf long, cut between words (a sign takes four bytes at most)."""
    target, text, *named = passage
    if len(text) <= LEAF // 4:
        yield passage
        return
    for piece in re.findall(rf".{{1,{LEAF // 4}}}(?:\s|$)|.{{1,{LEAF // 4}}}", text):
        yield [target, piece.strip(), *named]


def _indexed(leaf: list[Passage], title: str) -> str:
    """``3 word word⇥1 word …``: the words by their weight from 1 to 7; ``@persons#id`` for an entry that is named."""
    found = words(" ".join([passage[1] for passage in leaf]))
    length = len(found)
    times = Counter(found)
    for word in words(title):
        times[word] += _TITLE
    # How often a word stands there counts less and less, and less in a long text: BM25 (Robertson and Zaragoza 2009, 3.2)
    # with k1 = 1.2 and b = 0.75, in eighths of what it can reach.
    norm = 1.2 * (0.25 + 0.75 * length / _USUAL)
    weights = {n: int(8 * n / (n + norm)) or 1 for n in set(times.values())}
    rows: dict[int, list[str]] = {}
    for word, n in times.items():
        rows.setdefault(weights[n], []).append(word)
    named = sorted({reference for passage in leaf for reference in passage[2:]})
    rows.setdefault(7, []).extend(f"@{short(reference)}" for reference in named)
    return "\t".join(" ".join((str(weight), *those)) for weight, those in rows.items())


def short(reference: str) -> str:
    """``persons#hao`` for ``../registers/persons.xml#hao``: the entry of a register as search calls it."""
    return reference.rpartition("/")[2].replace(".xml#", "#")

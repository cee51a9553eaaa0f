"""Two texts side by side: a document whose blocks say by ``@corresp`` what they correspond to, and that other document."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from encoder.edition import Edition
from encoder.markup import TEI
from encoder.model import OutputFile, TeiFile
from encoder.outputs.html.sheets import common, of_document, sheets
from encoder.outputs.output import Entries

_TARGET = re.compile(r"^(?:([^/:#]+)\.xml)?#.+$")


def entry(edition: Edition, document: TeiFile) -> str:
    """The documents that blocks of a document correspond to, as JSON; the document itself for two of its own parts."""
    if " corresp=" not in document.xml:
        return "[]"
    root = etree.fromstring(document.xml.encode())
    found = [
        match[1] or document.id
        for name in ("p", "ab", "head", "item", "l", "lg", "signed", "salute", "dateline")
        for block in root.iterfind(f"{TEI}text//{TEI}{name}[@corresp]")
        for pointer in (block.get("corresp") or "").split()
        if (match := _TARGET.match(pointer))
    ]
    return json.dumps(sorted(set(found)))


def read(edition: Edition) -> list[Path]:
    """The files that may be set beside each other."""
    return sorted(edition.tei.glob("*.xml"))


def files(edition: Edition, entries: Entries, facts: str) -> Iterator[OutputFile]:
    """``parallel/ID.html`` for each document that corresponds to one of the edition."""
    known = set(entries.ids)
    for identifier, told in zip(entries.ids, entries.of("parallel"), strict=True):
        others = [other for other in json.loads(told) if other in known]
        if (
            others
            and (edition.tei / f"{identifier}.xml").exists()
            and (edition.tei / f"{others[0]}.xml").exists()
        ):
            yield _page(edition, facts, identifier, others[0])


def _page(edition: Edition, facts: str, identifier: str, other: str) -> OutputFile:
    trees = []
    for name in (identifier, other):
        document = TeiFile(name, (edition.tei / f"{name}.xml").read_text(encoding="utf-8-sig"))
        trees.append(of_document(document, "tree", "prepare", sheets().parse(document.xml)))
    parameters = {"root": "../", "id": identifier, "other": trees[1], "other_id": other}
    page = sheets().run("html", trees[0], **parameters, **common(edition, facts))
    return OutputFile(f"parallel/{identifier}.html", page.encode())

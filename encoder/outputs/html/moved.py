"""For each renamed document a page at its old address that leads to the new one."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from encoder.edition import Edition
from encoder.model import OutputFile
from encoder.outputs.html import permalinks
from encoder.outputs.html.sheets import common, sheets
from encoder.outputs.output import Entries


def files(edition: Edition, entries: Entries, facts: str) -> Iterator[OutputFile]:
    there = set(entries.ids)
    for old, new in permalinks.renamed(edition).items():
        if "#" in old or old in there or (new and new.partition("#")[0] not in there):
            continue  # a passage, whose document says so; or a mistake, which is told
        root = etree.Element("moved", attrib={"from": old, "to": new})
        page = sheets().run("html", etree.tostring(root, encoding="unicode"), **common(edition, facts))
        yield OutputFile(f"{old}.html", page.encode())

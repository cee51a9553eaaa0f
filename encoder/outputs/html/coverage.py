"""The coverage report: what the TEI of the edition encodes, and where the pages show it."""

from collections.abc import Iterator
from dataclasses import asdict

from lxml import etree

from encoder.edition import Edition
from encoder.model import Finding, OutputFile
from encoder.outputs import coverage
from encoder.outputs.html.sheets import common, sheets
from encoder.outputs.output import Entries

ENTRY = coverage.entry


def files(edition: Edition, entries: Entries, facts: str) -> Iterator[OutputFile | Finding]:
    """``coverage.html``; and a finding for whatever the pages have no place for."""
    report = coverage.rows(entries, "coverage", "html")
    yield from coverage.findings(report, "html")
    root = etree.Element("coverage")
    for row in report:
        etree.SubElement(root, "row", {name: str(value) for name, value in asdict(row).items()})
    page = sheets().run("html", etree.tostring(root, encoding="unicode"), **common(edition, facts))
    yield OutputFile("coverage.html", page.encode())

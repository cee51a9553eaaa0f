"""What is given to the program, and what must hold then. An exception is a crash."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from lxml import etree

from encoder import edition, findings, readers
from encoder.checks import fidelity
from encoder.inline.parse import parse
from encoder.model import Bracket, Finding, Node, Source
from encoder.pipeline import check, document

PAGE_BREAKS = {0x0B: "\n", 0x0C: "\n"}  # they divide lines, and no text that is written has them
EDITION = Path(__file__).resolve().parents[2] / "edition"


def reader(data: bytes) -> None:
    """A file of each kind: a source that keeps to what XML can hold, or a finding that says why there is none."""
    for suffix, read in readers.READERS.items():
        source, told = read(f"letter{suffix}", data, None)
        assert source is not None or told
        if source is not None:
            etree.Element("text").text = source.text.translate(PAGE_BREAKS)  # refuses what XML cannot hold
        _shown(told)


def brackets(data: bytes) -> None:
    """Any text: the parser's leaves are the text, character by character."""
    text = data.decode("utf-8", "replace")
    assert "".join(_leaves(text, parse(text))) == text


def text(data: bytes) -> None:
    """Any text to TEI: no character is lost, and the TEI is as the schema says."""
    source, told = readers.READERS[".txt"]("letter.txt", data, "utf-8")
    if source is None:
        assert told
        return
    made = document.encode(Source("letter.txt", source.text), _shop(), "schema")
    lost = fidelity.findings("letter.xml", made.root, source.text)
    assert not lost, [findings.as_text(one) for one in lost]
    _shown(made.findings)


def xml(data: bytes) -> None:
    """Any bytes as a TEI file: checked, and what is told has its place in it."""
    told = check.check(Path("letter.xml"), data)
    assert all(one.line <= data.count(b"\n") + data.count(b"\r") + 1 for one in told)
    _shown(told)


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    "reader": reader,
    "brackets": brackets,
    "text": text,
    "xml": xml,
}


@cache
def _shop() -> document.Workshop:
    return document.workshop(edition.load(EDITION))


def _leaves(text: str, nodes: tuple[Node, ...]) -> list[str]:
    found: list[str] = []
    for node in nodes:
        if not isinstance(node, Bracket):
            found.append(text[node.span.start : node.span.end])
            continue
        start, end = node.span.start, node.span.end
        inner = _leaves(text, node.children)
        found += [text[start], *inner, text[end - 1]]
    return found


def _shown(told: list[Finding] | tuple[Finding, ...]) -> None:
    findings.as_json(told)
    for one in told:
        findings.as_text(one)

"""The text of the book is the text of the TEI: read back from the PDF's tags, over the whole sample edition."""

import dataclasses
import re

import pytest
from lxml import etree

from encoder import edition as editions
from encoder.model import TeiFile
from encoder.outputs import print as print_edition
from tests.conftest import ROOT
from tests.pdf import tagged
from tests.test_print import EVERY_READING, made

SAMPLE = editions.load(ROOT / "edition")
TEI = "{http://www.tei-c.org/ns/1.0}"


def documents() -> list[TeiFile]:
    paths = sorted((ROOT / "edition" / "tei").glob("*.xml"))
    return [
        *(TeiFile(path.stem, path.read_text(encoding="utf-8")) for path in paths),
        TeiFile("every-reading", EVERY_READING),
    ]


def close(text: str) -> str:
    """Without white space and hyphens, which a line may have at its end (pdfium reads \\x02 there) or not."""
    return re.sub(r"[\s\u00ad\ufffe\u2060\u200b\x02-]", "", text)


def flow(node: etree._Element) -> str:
    """The print XML of a text as it is read: a note directly behind its call."""
    inner = (node.text or "") + "".join(flow(child) + (child.tail or "") for child in node)
    match etree.QName(node).localname:
        case "add":
            return f"{node.get('open')}{inner}{node.get('close')}"
        case "note":
            lemma = f"{node.get('lemma')}] " if node.get("lemma") else ""
            return f"{node.get('sign')}{node.get('sign')}{lemma}{inner}"
        case "doubt":
            return str(node.get("sign"))
        case "em" if node.get("kind") == "inserted":
            return f"↑{inner}↓"
    return inner


@pytest.mark.parametrize("document", documents(), ids=lambda document: document.id)
def test_the_tags_read_the_text_in_order(document: TeiFile) -> None:
    """Exactly: no character more, none less, none elsewhere; notes are read where they are called."""
    edition = dataclasses.replace(SAMPLE, print={"documents": True})
    xml = etree.fromstring(print_edition.entry.entry(edition, document))
    text = xml.find("{*}text")
    assert text is not None
    (single,) = [file for file in made([document], edition) if file.path.startswith("documents/")]
    read = close("".join(words for _, words in tagged(single.data)))
    for items in text.iter("{*}list"):  # what stands in front of a list is set beside its first line
        label = items[0][0]
        while (before := items.getprevious()) is not None and before.tag.endswith("}margin"):
            label.addnext(before)
    assert close(flow(text)) in read


@pytest.mark.parametrize("document", documents(), ids=lambda document: document.id)
def test_the_print_xml_has_the_text_of_the_tei(document: TeiFile) -> None:
    """What the TEI has in running text stands in the print XML in the same order; notes that move are there too."""
    printed = close(flow(etree.fromstring(print_edition.entry.entry(SAMPLE, document))))
    rest = iter(printed)
    root = etree.fromstring(document.xml.encode())
    text = root.find(f"{TEI}text")
    assert text is not None
    for note in list(text.iter(f"{TEI}note")):
        if note.get("type") in ("editorial", "annotation", "rendition") or note.get("place") == "foot":
            assert close("".join(map(str, note.itertext()))).replace(":", "") in printed.replace(":", "")
            tail, parent = note.tail, note.getparent()
            note.clear()
            note.tail = tail
            assert parent is not None
    lost = [character for character in close("".join(map(str, text.itertext()))) if character not in rest]
    assert lost == []

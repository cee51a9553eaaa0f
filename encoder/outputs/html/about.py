"""About the edition: principles, views, signs, statistics, doubts left, how to cite, licence, colophon."""

import copy
import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import cast

from lxml import etree

from encoder.data import SCHEMA
from encoder.edition import Edition
from encoder.markup import TEI, XML
from encoder.model import OutputFile, TeiFile
from encoder.outputs.html.rows import numbered, row
from encoder.outputs.html.sheets import common, sheets
from encoder.outputs.output import Entries

_EXAMPLE = "{http://www.tei-c.org/ns/Examples}"
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
# A note that would have to be listed after a text.
_CALLS = etree.XPath(
    "//t:note[@type = 'editorial' or not(@type)] | //t:ref[@type = 'footnote']", namespaces={"t": TEI[1:-1]}
)
# What the statistics count, besides documents and words; XPath on a document's text.
COUNTED = {
    "supplied": ".//t:supplied",
    "variant": ".//t:choice[t:orig]",
    "expansion": ".//t:choice[t:abbr]",
    "gloss": ".//t:gloss",
    "original": ".//t:note[@type = 'original']",
    "sic": ".//t:sic",
    "gap": ".//t:gap",
    "annotation": ".//t:note[@type = 'annotation']",
    "rendition": ".//t:note[@type = 'rendition'] | .//t:del",
    "note": ".//t:note[@type = 'editorial' or @place = 'foot']",
    "query": ".//*[@cert = 'low'][@resp = '#translator']",
    "name": ".//t:persName | .//t:placeName | .//t:orgName",
    "date": ".//t:date",
    "doubt": ".//t:certainty",
}


def entry(edition: Edition, document: TeiFile) -> str:
    """How many words a document has, and how many of what the statistics count, as JSON."""
    root = etree.fromstring(document.xml.encode())
    parts = [part for part in root if part.tag != TEI + "teiHeader"]
    words = sum(_words(part) for part in parts)
    counts = {name: sum(len(find(part)) for part in parts) for name, find in _finders().items()}
    return json.dumps({"words": words, **counts})


@cache
def _finders() -> dict[str, Callable[[etree._Element], list[etree._Element]]]:
    return {name: _finder(path) for name, path in COUNTED.items()}


def _finder(path: str) -> Callable[[etree._Element], list[etree._Element]]:
    find = etree.XPath(path, namespaces={"t": TEI[1:-1]})
    return lambda part: cast(list[etree._Element], find(part))


def _words(part: etree._Element) -> int:
    """Words between spaces; of Chinese and Japanese, which have none, each character."""
    text = "".join(map(str, part.itertext()))
    return len(_IDEOGRAPH.sub(" ", text).split()) + len(_IDEOGRAPH.findall(text))


def files(edition: Edition, entries: Entries, facts: str) -> Iterator[OutputFile]:
    """``about.html``."""
    root = etree.Element("about", house=edition.house)
    root.append(_principles())
    totals: dict[str, int] = {}
    doubtful = etree.SubElement(root, "doubtful")
    for told, document in zip(entries.of("about"), numbered(entries), strict=True):
        found = json.loads(told)
        for name, number in found.items():
            totals[name] = totals.get(name, 0) + number
        if found["doubt"]:
            doubtful.append(row(document))
            doubtful[-1].set("doubts", str(found["doubt"]))
    statistics = etree.SubElement(root, "statistics")
    etree.SubElement(statistics, "count", name="documents", n=str(len(entries.ids)))
    for name, number in totals.items():
        etree.SubElement(statistics, "count", name=name, n=str(number))
    text = etree.tostring(root, encoding="unicode")
    yield OutputFile("about.html", sheets().run("html", text, **common(edition, facts)).encode())


@cache
def _guidelines() -> etree._Element:
    """The chapters on readings from the guidelines, each with its examples as TEI."""
    root = etree.Element("principles")
    odd = etree.parse(SCHEMA / "edition.odd").getroot()
    readings = next(part for part in odd.iter(TEI + "div") if part.get(XML + "id") == "readings")
    for chapter in readings.iterfind(TEI + "div"):
        principle = etree.SubElement(
            root, "principle", id=chapter.get(XML + "id") or "", head=chapter.findtext(TEI + "head") or ""
        )
        principle.extend(copy.deepcopy(one) for one in chapter.iterfind(TEI + "p"))
        for example in chapter.iter(_EXAMPLE + "egXML"):
            made = _tei(example[0])
            if not _CALLS(made):
                etree.SubElement(principle, "example").append(made)
    return root


def _tei(example: etree._Element) -> etree._Element:
    """An example as TEI, without identifiers: it stands in the page three times."""
    text = etree.tostring(example, encoding="unicode", with_tail=False)
    made = etree.fromstring(text.replace(_EXAMPLE[1:-1], TEI[1:-1]))
    for element in made.iter("*"):
        for name in (XML + "id", "target", "ref"):
            element.attrib.pop(name, "")
    return made


def _principles() -> etree._Element:
    return copy.deepcopy(_guidelines())

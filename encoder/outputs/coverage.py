"""What the TEI of an edition encodes, and where an output shows it.

Every element and every attribute value of the texts is counted, and looked up among the places of an output, which are
data (``xslt/places.toml``). What has none is told as P010, once for the whole edition. The header is shown as it is, by
one template for all of it, and needs no rows.
"""

import json
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from lxml import etree

from encoder import data
from encoder.edition import Edition
from encoder.markup import TEI, XML
from encoder.model import Finding, TeiFile
from encoder.outputs.output import Entries

LISTED = 30  # an attribute with more values than these (dates, addresses) is one row
Key = tuple[str, str, str]  # element, attribute, value; both empty for the element itself


@dataclass(frozen=True, slots=True)
class Row:
    """One element or attribute value: how often it stands in how many documents, the first of them, and its place."""

    element: str
    attribute: str
    value: str
    times: int
    documents: int
    first: str
    place: str


def counted(root: etree._Element) -> Counter[Key]:
    """How often each element and attribute value stands in the text of a document, which is everything but its header.

    :param root: the root element of a TEI document.
    """
    found: Counter[Key] = Counter()
    for part in root:
        if part.tag != TEI + "teiHeader":
            for element in part.iter("*"):
                name = _short(element.tag)
                found[name, "", ""] += 1
                for attribute, value in element.items():
                    found[name, _short(str(attribute)), str(value)] += 1
    return found


def entry(edition: Edition, document: TeiFile) -> str:
    """What :func:`counted` finds in a document, as JSON: ``[element, attribute, value, times]`` each."""
    found = counted(etree.fromstring(document.xml.encode()))
    return json.dumps([[*key, times] for key, times in sorted(found.items())], ensure_ascii=False)


def rows(entries: Entries, name: str, output: str) -> list[Row]:
    """The report: a row for each element and each attribute value, in the order of their names.

    :param name: under which name the entries have what :func:`entry` has made.
    :param output: a table of ``xslt/places.toml``.
    """
    times: Counter[Key] = Counter()
    standing: Counter[Key] = Counter()
    first: dict[Key, str] = {}
    for identifier, told in zip(entries.ids, entries.of(name), strict=True):
        found = {(element, attribute, value): count for element, attribute, value, count in json.loads(told)}
        times.update(found)
        standing.update(found.keys())
        for key in found:
            first.setdefault(key, identifier)
    values = Counter((element, attribute) for element, attribute, _ in times)
    made = [
        Row(*key, times[key], standing[key], first[key], place(output, *key))
        for key in sorted(times)
        if values[key[:2]] <= LISTED
    ]
    return sorted(
        [*made, *_summed(times, standing, first, values, output)],
        key=lambda row: (row.element, row.attribute, row.value),
    )


def _summed(
    times: Mapping[Key, int],
    standing: Mapping[Key, int],
    first: Mapping[Key, str],
    values: Mapping[tuple[str, str], int],
    output: str,
) -> Iterator[Row]:
    """One row for an attribute that has too many values to be listed."""
    for (element, attribute), number in values.items():
        if number > LISTED:
            keys = [key for key in times if key[:2] == (element, attribute)]
            total, most = sum(times[key] for key in keys), max(standing[key] for key in keys)
            where = place(output, element, attribute, "")
            yield Row(element, attribute, f"({number})", total, most, first[keys[0]], where)


def findings(report: Iterable[Row], output: str) -> Iterator[Finding]:
    """What has no place: each element and each attribute once, at the first document that has it."""
    told = set()
    for row in report:
        what = f"{row.element}/@{row.attribute}" if row.attribute else f"<{row.element}>"
        if not row.place and what not in told:
            told.add(what)
            yield Finding("P010", f"tei/{row.first}.xml", words={"what": what, "output": output})


def place(output: str, element: str, attribute: str, value: str) -> str:
    """Where it is shown: by its value, by its element, by its attribute; empty if nowhere."""
    places = _places(output)
    if not attribute:
        return places.get(element, "")
    names = (f"{element}/@{attribute}={value}", f"{element}/@{attribute}", f"@{attribute}")
    return next((places[name] for name in names if name in places), "")


@cache
def _places(output: str) -> dict[str, str]:
    table = tomllib.loads((data.XSLT / "places.toml").read_text(encoding="utf-8"))[output]
    return {name: place for place, names in table.items() for name in names}


@cache
def _short(name: str) -> str:
    """``p``, ``xml:id``; a name of another vocabulary with its namespace."""
    return name.removeprefix(TEI).replace(XML, "xml:")

"""For each authority file, which of its entries the edition speaks of, as BEACON (https://gbv.github.io/beaconspec/)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from lxml import etree

from encoder import data
from encoder.edition import Edition, date_of
from encoder.markup import TEI
from encoder.model import OutputFile
from encoder.outputs.html import names, settings
from encoder.outputs.output import Entries


def files(edition: Edition, entries: Entries, facts: str) -> Iterator[OutputFile]:
    """``beacon/gnd.txt`` and so on, where the edition has an address and its registers the identifiers.

    :raises UsageError: a register is not XML.
    """
    site = settings.address(edition)
    if not site:
        return
    lines = _lines(edition, entries, site)
    for authority in etree.parse(data.XSLT / "authorities.xml").iterfind("authority"):
        name = authority.get("name", "")
        if lines.get(name):
            fields = {
                "FORMAT": "BEACON",
                "PREFIX": authority.get("prefix", ""),
                "NAME": edition.title,
                "INSTITUTION": edition.publisher,
                "FEED": f"{site}beacon/{name.lower()}.txt",
                "TIMESTAMP": date_of(edition).isoformat(),
            }
            head = "".join(f"#{field}: {' '.join(value.split())}\n" for field, value in fields.items())
            text = head + "\n" + "".join(sorted(lines[name]))
            yield OutputFile(f"beacon/{name.lower()}.txt", text.encode())


def _lines(edition: Edition, entries: Entries, site: str) -> dict[str, list[str]]:
    """For each authority file a line for each entry that a document names: number and address."""
    named = {one[0] for told in entries.of("names") for one in json.loads(told)}
    lines: dict[str, list[str]] = {}
    for pointer, entry in names.registered(edition).items():
        if pointer not in named:
            continue
        for number in entry.element.iterfind(TEI + "idno"):
            last = re.sub(r"^.*/", "", (number.text or "").strip().rstrip("/"))
            lines.setdefault(number.get("type", ""), []).append(f"{last}||{site}{entry.page}\n")
    return lines

"""Do the descriptions in a package tell of its files as they are, and do they tell the same?"""

from __future__ import annotations

import csv
import io
import json
import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from urllib.parse import unquote

from lxml import etree

from encoder.deposit import rocrate
from encoder.deposit.members import Contents
from encoder.deposit.mets import METS, XLINK
from encoder.deposit.package import PARTS
from encoder.deposit.record import File

_XML = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
_DATACITE = "{http://datacite.org/schema/kernel-4}"
_RECORD = "metadata/record.xml"


class Payload:
    """The files that a package describes, by their paths from where its descriptions stand (a bag's ``data``).

    :param root: how findings name that place, with ``/`` at its end, or nothing.
    """

    def __init__(
        self, package: Contents, files: Mapping[str, File], kept: Mapping[str, bytes], root: str
    ) -> None:
        self.files, self.kept = files, kept
        self._package, self._root = package, root

    def tell(self, code: str, path: str, **words: str) -> None:
        self._package.tell(code, self._root + path, **words)

    def xml(self, path: str) -> etree._Element | None:
        """A description in XML; D020 where it cannot be read."""
        root: etree._Element | None = self._parsed(path, lambda data: etree.fromstring(data, _XML))
        return root

    def json(self, path: str) -> Any:
        return self._parsed(path, json.loads)

    def _parsed(self, path: str, parse: Callable[[bytes], Any]) -> Any:
        if path not in self.kept:
            return None
        try:
            return parse(self.kept[path])
        except (ValueError, etree.XMLSyntaxError, RecursionError) as error:
            self.tell("D020", path, reason=" ".join(str(error).split()).rstrip("."))
            return None

    def compare(self, description: str, path: str, said: Mapping[str, str | None]) -> None:
        """D019 for a file that is not there, D018 for what is said of it otherwise than it is."""
        file = self.files.get(path)
        if file is None:
            self.tell("D019", description, target=path)
            return
        for what, value in said.items():
            found = str(getattr(file, what))
            if value is not None and value.lower() != found:
                self.tell("D018", description, what=what, file=path, said=value, found=found)


def kept(path: str) -> bool:
    """The descriptions, by their paths below ``data``."""
    return path in PARTS


def check(payload: Payload) -> etree._Element | None:
    """Tell what is wrong with the descriptions; what a package has none of is left to its profile.

    :returns: the record that they were made from.
    """
    record = payload.xml(_RECORD)
    _mets(payload)
    _crate(payload)
    _table(payload)
    _provenance(payload)
    if record is not None:
        _counts(payload, record)
        _facts(payload, record)
    return record


def _mets(payload: Payload) -> None:
    path = "metadata/mets.xml"
    root = payload.xml(path)
    if root is None:
        return
    for holder in root.iter(f"{METS}file", f"{METS}mdRef"):
        place = holder.find(f"{METS}FLocat") if holder.tag == f"{METS}file" else holder
        href = "" if place is None else place.get(f"{XLINK}href") or ""
        target = posixpath.normpath(posixpath.join("metadata", unquote(href)))
        payload.compare(path, target, {"size": holder.get("SIZE"), "sha256": holder.get("CHECKSUM")})


def _crate(payload: Payload) -> None:
    crate = payload.json(rocrate.NAME)
    if crate is None:
        return
    graph = crate.get("@graph", []) if isinstance(crate, dict) else []
    entities = {one["@id"]: one for one in graph if isinstance(one, dict) and isinstance(one.get("@id"), str)}
    described = set()
    for identifier, one in entities.items():
        if one.get("@type") == "File" and not _absolute(identifier):
            path = unquote(identifier)
            described.add(path)
            payload.compare(rocrate.NAME, path, {"size": one.get("contentSize"), "sha256": one.get("sha256")})
    for target in dict.fromkeys(_references(list(entities.values()))):
        if target not in entities and not _absolute(target):
            payload.tell("D019", rocrate.NAME, target=target)
    for path in payload.files:
        if path not in described and path != rocrate.NAME:
            payload.tell("D025", path, description=rocrate.NAME)


def _absolute(identifier: str) -> bool:
    return bool(re.match(r"[A-Za-z][\w+.-]*:", identifier))


def _references(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for one in value:
            yield from _references(one)
    elif isinstance(value, dict) and list(value) == ["@id"]:
        yield str(value["@id"])
    elif isinstance(value, dict):
        yield from _references(list(value.values()))


def _table(payload: Payload) -> None:
    path = "metadata/documents.csv"
    text = payload.kept.get(path, b"").decode("utf-8", "replace")
    for row in csv.DictReader(io.StringIO(text, newline="")):
        if (file := row.get("file") or "") not in payload.files:
            payload.tell("D019", path, target=file)


def _provenance(payload: Payload) -> None:
    path = "provenance.json"
    told = payload.json(path)
    for one in told.get("inputs", []) if isinstance(told, dict) else []:
        if one.get("in") not in payload.files:
            payload.tell("D019", path, target=str(one.get("in")))


def _counts(payload: Payload, record: etree._Element) -> None:
    """Numbers and bytes of the edition's files, as the record and DataCite have them."""
    own = {path: file for path, file in payload.files.items() if path not in PARTS}
    extent = record.find("extent")
    told = etree.Element("extent") if extent is None else extent
    found = {
        "files": len(own),
        "bytes": sum(file.size for file in own.values()),
        "documents": sum(path.startswith("tei/") for path in own),
    }
    for what, number in found.items():
        if told.get(what) != str(number):
            said = told.get(what, "")
            payload.tell("D018", _RECORD, what=what, file="the edition", said=said, found=str(number))
    sizes = payload.json("metadata/datacite.json")
    for said in sizes.get("sizes", []) if isinstance(sizes, dict) else []:
        if said.endswith(" bytes") and said != f"{found['bytes']} bytes":
            words = {"file": "the edition", "said": said, "found": f"{found['bytes']} bytes"}
            payload.tell("D018", "metadata/datacite.json", what="size", **words)


def _facts(payload: Payload, record: etree._Element) -> None:
    """D024 where a format says otherwise than the record."""
    wanted = {
        "title": record.findtext("title") or "",
        "doi": record.findtext("doi") or "",
        "version": record.findtext("version") or "",
        "date": record.get("date") or "",
    }
    for path, facts in (
        ("metadata/datacite.json", _of_datacite(payload.json("metadata/datacite.json"))),
        ("metadata/datacite.xml", _of_datacite_xml(payload.xml("metadata/datacite.xml"))),
        ("metadata/invenio.json", _of_invenio(payload.json("metadata/invenio.json"))),
    ):
        for fact, said in facts.items():
            if said != wanted[fact]:
                payload.tell("D024", path, fact=fact, said=said, other=wanted[fact], file=_RECORD)


def _of_datacite(told: Any) -> dict[str, str]:
    if not isinstance(told, dict):
        return {}
    issued = [one.get("date", "") for one in told.get("dates", []) if one.get("dateType") == "Issued"]
    titles = [one.get("title", "") for one in told.get("titles", [])]
    return {
        "title": (titles or [""])[0],
        "doi": told.get("doi", ""),
        "version": told.get("version", ""),
        "date": (issued or [""])[0],
    }


def _of_datacite_xml(root: etree._Element | None) -> dict[str, str]:
    if root is None:
        return {}
    doi = root.findtext(f"{_DATACITE}identifier") or ""
    return {
        "title": root.findtext(f".//{_DATACITE}title") or "",
        "doi": "" if doi == "(:tba)" else doi,
        "version": root.findtext(f"{_DATACITE}version") or "",
        "date": root.findtext(f".//{_DATACITE}date[@dateType='Issued']") or "",
    }


def _of_invenio(told: Any) -> dict[str, str]:
    if not isinstance(told, dict) or not isinstance(told.get("metadata"), dict):
        return {}
    facts = told["metadata"]
    return {
        "title": facts.get("title", ""),
        "doi": told.get("pids", {}).get("doi", {}).get("identifier", ""),
        "version": facts.get("version", ""),
        "date": facts.get("publication_date", ""),
    }

"""``metadata/mets.xml``: METS 1.12, with PREMIS 3 for what was done to the files. Written as it goes, whatever the size.

Source: https://www.loc.gov/standards/mets/mets.xsd · https://www.loc.gov/standards/premis/v3/
"""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from lxml import etree

from encoder import __version__
from encoder.deposit.media import media
from encoder.deposit.record import File, Record

METS = "{http://www.loc.gov/METS/}"
XLINK = "{http://www.w3.org/1999/xlink}"
PREMIS = "{http://www.loc.gov/premis/v3}"
_NAMES = {"mets": METS[1:-1], "xlink": XLINK[1:-1], "premis": PREMIS[1:-1]}
# The folder metadata from where this file stands.
_UP = "../"
_DESCRIPTIONS = {
    "metadata/dublin-core.xml": ("DC", ""),
    "metadata/datacite.xml": ("OTHER", "DATACITE"),
    "metadata/record.xml": ("OTHER", "ENCODER"),
}


def text(record: Record) -> Iterator[str]:
    buffer = io.BytesIO()

    def written() -> str:
        data = buffer.getvalue().decode()
        buffer.seek(0)
        buffer.truncate()
        return data

    files = [file for file in record.files if file.path not in _DESCRIPTIONS]
    ids = {file.path: f"file-{number}" for number, file in enumerate(files, 1)}
    identity = {"OBJID": record.address or record.name, "LABEL": record.full_title, "TYPE": "Edition"}
    with etree.xmlfile(buffer, encoding="utf-8") as xml:
        xml.write_declaration()
        with xml.element(METS + "mets", identity, nsmap=_NAMES):
            for part in (_header(record), *_described(record), _done(record)):
                _stream(xml, part)
            with xml.element(METS + "fileSec"):
                for folder, group in _by_folder(files).items():
                    with xml.element(METS + "fileGrp", {"USE": folder or "package"}):
                        for file in group:
                            _stream(xml, _file(file, ids[file.path]))
                    xml.flush()
                    yield written()
            with xml.element(METS + "structMap", {"TYPE": "physical", "LABEL": "folders and files"}):
                _stream(xml, _folders(record, files, ids))
            logical = {"TYPE": "logical", "LABEL": "documents"}
            edition = {"TYPE": "edition", "LABEL": record.title, "DMDID": _dmdid(record)}
            with xml.element(METS + "structMap", logical), xml.element(METS + "div", edition):
                for division in _documents(record, ids):
                    _stream(xml, division)
    yield written() + "\n"


def _stream(xml: Any, element: etree._Element, indent: str = "\n ") -> None:
    """Write an element, its parts below each other, without declaring its namespaces again."""
    xml.write(indent)
    with xml.element(element.tag, element.attrib):
        if element.text:
            xml.write(element.text)
        for child in element:
            _stream(xml, child, indent + " ")
        if len(element):
            xml.write(indent)


def _element(
    tag: str, attributes: dict[str, str], *children: etree._Element, text: str = ""
) -> etree._Element:
    made = etree.Element(tag, {name: value for name, value in attributes.items() if value})
    made.text = text or None
    made.extend(children)
    return made


def _time(record: Record) -> str:
    return f"{record.date}T00:00:00Z"


def _header(record: Record) -> etree._Element:
    publisher = _element(
        METS + "agent",
        {"ROLE": "CREATOR", "TYPE": "ORGANIZATION"},
        _element(METS + "name", {}, text=record.publisher.name),
    )
    program = _element(
        METS + "agent",
        {"ROLE": "CREATOR", "TYPE": "OTHER", "OTHERTYPE": "SOFTWARE"},
        _element(METS + "name", {}, text="encoder"),
        _element(METS + "note", {}, text=f"version {__version__}"),
    )
    return _element(METS + "metsHdr", {"CREATEDATE": _time(record)}, publisher, program)


def _described(record: Record) -> Iterator[etree._Element]:
    """The descriptions that stand beside this file."""
    for number, file in enumerate(_descriptions(record), 1):
        kind, other = _DESCRIPTIONS[file.path]
        attributes = {"LOCTYPE": "URL", "MDTYPE": kind, "OTHERMDTYPE": other, **_fixity(file)}
        link = {XLINK + "type": "simple", XLINK + "href": quote(file.path.removeprefix("metadata/"))}
        yield _element(METS + "dmdSec", {"ID": f"dmd-{number}"}, _element(METS + "mdRef", attributes | link))


def _descriptions(record: Record) -> list[File]:
    return [file for file in record.files if file.path in _DESCRIPTIONS]


def _dmdid(record: Record) -> str:
    return " ".join(f"dmd-{number}" for number, _ in enumerate(_descriptions(record), 1))


def _fixity(file: File) -> dict[str, str]:
    return {
        "MIMETYPE": media(file.path).type,
        "SIZE": str(file.size),
        "CHECKSUM": file.sha256,
        "CHECKSUMTYPE": "SHA-256",
    }


def _file(file: File, identifier: str) -> etree._Element:
    where = {"LOCTYPE": "URL", XLINK + "type": "simple", XLINK + "href": _UP + quote(file.path)}
    return _element(
        METS + "file",
        {"ID": identifier, **_fixity(file)},
        _element(METS + "FLocat", where),
    )


def _pointer(identifier: str) -> etree._Element:
    return _element(METS + "fptr", {"FILEID": identifier})


def _by_folder(files: list[File]) -> dict[str, list[File]]:
    groups: dict[str, list[File]] = defaultdict(list)
    for file in files:
        groups[file.folder].append(file)
    return groups


def _folders(record: Record, files: list[File], ids: dict[str, str]) -> etree._Element:
    made = _element(METS + "div", {"TYPE": "package", "LABEL": record.name})
    for folder, group in _by_folder(files).items():
        pointers = (_pointer(ids[file.path]) for file in group)
        made.append(_element(METS + "div", {"TYPE": "folder", "LABEL": folder or "."}, *pointers))
    return made


def _documents(record: Record, ids: dict[str, str]) -> Iterator[etree._Element]:
    """Each document with its TEI, its source and its page."""
    for number, one in enumerate(record.documents, 1):
        paths = (one.path, f"sources/{one.source}", f"html/{one.id}.html")
        pointers = [_pointer(ids[path]) for path in paths if path in ids]
        attributes = {"TYPE": "document", "ORDER": str(number), "LABEL": one.title or one.id}
        yield _element(METS + "div", attributes, *pointers)


# PREMIS.


def _done(record: Record) -> etree._Element:
    made = _element(METS + "amdSec", {"ID": "amd-1"})
    errors, warnings = record.findings.get("error", 0), record.findings.get("warning", 0)
    events = (
        ("creation", "The package was made from the edition.", ""),
        ("message digest calculation", "SHA-512 and SHA-256 of every file, in one reading.", ""),
        (
            "validation",
            "Grammar, rules, fidelity to the sources and links.",
            f"{errors} errors, {warnings} warnings",
        ),
    )
    for number, (kind, detail, outcome) in enumerate(events, 1):
        made.append(
            _section(
                "digiprovMD", f"event-{number}", "PREMIS:EVENT", _event(record, number, kind, detail, outcome)
            )
        )
    made.append(
        _section("digiprovMD", "agent-program", "PREMIS:AGENT", _agent("encoder", "software", __version__))
    )
    return made


def _section(name: str, identifier: str, kind: str, content: etree._Element) -> etree._Element:
    data = _element(METS + "xmlData", {}, content)
    wrap = _element(METS + "mdWrap", {"MDTYPE": kind, "MDTYPEVERSION": "3.0"}, data)
    return _element(METS + name, {"ID": identifier}, wrap)


def _event(record: Record, number: int, kind: str, detail: str, outcome: str) -> etree._Element:
    made = _element(PREMIS + "event", {})
    made.append(_local("event", f"{record.name}/event-{number}"))
    made.append(_element(PREMIS + "eventType", {}, text=kind))
    made.append(_element(PREMIS + "eventDateTime", {}, text=_time(record)))
    said = _element(PREMIS + "eventDetail", {}, text=detail)
    made.append(_element(PREMIS + "eventDetailInformation", {}, said))
    if outcome:
        told = _element(PREMIS + "eventOutcome", {}, text=outcome)
        made.append(_element(PREMIS + "eventOutcomeInformation", {}, told))
    made.append(_local("linkingAgent", "encoder"))
    return made


def _agent(name: str, kind: str, version: str) -> etree._Element:
    return _element(
        PREMIS + "agent",
        {},
        _local("agent", name),
        _element(PREMIS + "agentName", {}, text=name),
        _element(PREMIS + "agentType", {}, text=kind),
        _element(PREMIS + "agentVersion", {}, text=version),
    )


def _local(what: str, value: str) -> etree._Element:
    """An identifier that means something in this package only."""
    return _element(
        f"{PREMIS}{what}Identifier",
        {},
        _element(f"{PREMIS}{what}IdentifierType", {}, text="local"),
        _element(f"{PREMIS}{what}IdentifierValue", {}, text=value),
    )

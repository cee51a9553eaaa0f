"""``metadata/record.xml``: the record as XML, from which the stylesheets make every format that is XML, and which the
checklists ask. It does not grow with the number of documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from lxml import etree

from encoder import __version__, data
from encoder.deposit import datacite, readme
from encoder.deposit.languages import three_letters
from encoder.deposit.media import Media, media
from encoder.deposit.record import Party, Record
from encoder.saxon import Stylesheets

SHEETS = ("datacite", "dublin-core", "olac", "cmdi")


def text(record: Record) -> Iterator[str]:
    root = as_xml(record)
    etree.indent(root)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<!-- What the formats beside this file were made from. -->\n'
    yield etree.tostring(root, encoding="unicode") + "\n"


def by(sheet: str) -> Callable[[Record], Iterator[str]]:
    """The format that a stylesheet of ``xslt/deposit`` makes."""

    def made(record: Record) -> Iterator[str]:
        yield _sheets().run(sheet, etree.tostring(as_xml(record), encoding="unicode")) + "\n"

    return made


@cache
def _sheets() -> Stylesheets:
    return Stylesheets({name: data.XSLT / "deposit" / f"{name}.xsl" for name in SHEETS})


def as_xml(record: Record) -> etree._Element:
    root = etree.Element("record", id=record.id, name=record.name, date=record.date, status=record.status)
    root.set("program", f"encoder {__version__}")
    facts = {
        "title": record.title,
        "subtitle": record.subtitle,
        "full-title": record.full_title,
        "description": record.description,
        "summary": record.summary,
        "version": record.version,
        "place": record.place,
        "doi": record.doi,
        "url": record.url,
        "address": record.address,
        "coverage": record.coverage,
        "citation": readme.cited(record),
        "sources-rights": record.sources_rights,
        "principles": "yes" if record.principles else "",
        "type": datacite.TYPE,
    }
    for name, value in facts.items():
        _add(root, name, value)
    licence = record.licence
    _add(root, "licence", licence.name, url=licence.url, spdx=licence.spdx, says=licence.text)
    _party(root, "publisher", record.publisher)
    for party in record.creators:
        _party(root, "creator", party)
    for role, party in record.contributors:
        _party(root, "contributor", party, role)
    _party(root, "rights-holder", record.rights_holder)
    _party(root, "depositor", record.depositor)
    _add(root, "contact", record.contact[0], email=record.contact[1])
    for tag in record.languages:
        _add(root, "language", tag, code=three_letters(tag))
    for tag in record.source_languages:
        _add(root, "source-language", tag, code=three_letters(tag))
    for word in record.keywords:
        _add(root, "keyword", word)
    for place in record.places:
        _add(root, "spot", place.name, latitude=place.latitude, longitude=place.longitude)
    for grant in record.grants:
        _add(
            root, "grant", grant.funder, ror=grant.ror, number=grant.number, title=grant.title, url=grant.url
        )
    for one in datacite.related(record):
        _add(root, "related", one.identifier, relation=one.relation, type=one.type)
    for original in record.originals:
        _add(root, "original", original.title, repository=original.repository, documents=str(original.count))
    if record.previous:
        previous = record.previous
        _add(root, "previous", previous.name, date=previous.date, version=previous.version, doi=previous.doi)
    _counted(root, record)
    return root


def _counted(root: etree._Element, record: Record) -> None:
    """What can be counted: documents and what they lack, findings, files by folder and format."""
    documents = record.documents
    etree.SubElement(
        root,
        "extent",
        documents=str(len(documents)),
        says=record.extent,
        bytes=str(record.size),
        files=str(len(record.contents)),
        dated=str(sum(bool(one.date) for one in documents)),
        titled=str(sum(bool(one.title) for one in documents)),
        shelved=str(sum(bool(one.shelfmark) for one in documents)),
    )
    etree.SubElement(root, "findings", {name: str(count) for name, count in record.findings.items()})
    parts: dict[str, list[int]] = {}
    kinds: dict[Media, None] = {}
    for file in record.contents:
        parts.setdefault(file.folder, []).append(file.size)
        kinds[media(file.path)] = None
    for folder, sizes in parts.items():
        etree.SubElement(root, "part", folder=folder, files=str(len(sizes)), bytes=str(sum(sizes)))
    for kind in kinds:
        _add(root, "format", kind.type, name=kind.name, puid=kind.puid)


def _party(root: etree._Element, tag: str, party: Party, role: str = "") -> None:
    if party.name:
        _add(
            root,
            tag,
            party.inverted if party.person else party.name,
            role=role,
            kind="person" if party.person else "organization",
            family=party.family,
            given=party.given,
            identifier=party.identifier,
            affiliation=party.affiliation,
            ror=party.affiliation_ror,
        )


def _add(root: etree._Element, tag: str, text: str, **attributes: str) -> None:
    if text:
        etree.SubElement(root, tag, {name: value for name, value in attributes.items() if value}).text = text

"""``ro-crate-metadata.json``: the package as a graph of files, persons, places and holdings (RO-Crate 1.2).

Written one entity to a line and never held as a whole. Source: https://www.researchobject.org/ro-crate/specification/1.2/
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from encoder import __version__
from encoder.deposit import readme, rights
from encoder.deposit.media import media
from encoder.deposit.record import Document, File, Licence, Party, Place, Record

NAME = "ro-crate-metadata.json"
_VERSION = "https://w3id.org/ro/crate/1.2"
_PRONOM = "https://www.nationalarchives.gov.uk/PRONOM/"

Entity = dict[str, Any]


def text(record: Record) -> Iterator[str]:
    yield f'{{"@context": "{_VERSION}/context",\n "@graph": [\n'
    between = "  "
    for entity in _graph(record):
        yield between + json.dumps(_short(entity), ensure_ascii=False)
        between = ",\n  "
    yield "\n ]\n}\n"


def _short(entity: Entity) -> Entity:
    """Without what is empty, and a list of one as that one."""
    told = {key: value for key, value in entity.items() if value not in ("", [], None)}
    return {
        key: value[0] if isinstance(value, list) and len(value) == 1 else value for key, value in told.items()
    }


def reference(identifier: str) -> Entity:
    return {"@id": identifier}


def _graph(record: Record) -> Iterator[Entity]:
    yield {
        "@id": NAME,
        "@type": "CreativeWork",
        "conformsTo": reference(_VERSION),
        "about": reference("./"),
    }
    yield _root(record)
    yield from _folders(record)
    documents = {one.path: one for one in record.documents}
    sources = {file.path for file in record.within("sources")}
    for file in record.files:
        yield _file(record, file, documents.get(file.path), sources)
    yield from _context(record)


def _root(record: Record) -> Entity:
    folders = dict.fromkeys(file.folder for file in record.files if file.folder)
    single = [file.path for file in record.files if not file.folder]
    return {
        "@id": "./",
        "@type": "Dataset",
        "name": record.full_title,
        "description": record.summary,
        "datePublished": record.date,
        "version": record.version,
        "identifier": reference(f"https://doi.org/{record.doi}") if record.doi else "",
        "url": record.url,
        "license": reference(_licence_id(record.licence)),
        "creator": [reference(_id(party)) for party in record.creators],
        "contributor": [reference(_id(party)) for party in _contributors(record)],
        "translator": [reference(_id(party)) for role, party in record.contributors if role == "Translator"],
        "publisher": reference(_id(record.publisher)),
        "copyrightHolder": reference(_id(record.rights_holder)) if record.rights_holder.name else "",
        "contactPoint": reference("#contact") if record.contact[0] else "",
        "funder": [reference(_id(_funder(grant.funder, grant.ror))) for grant in record.grants],
        "keywords": list(record.keywords),
        "inLanguage": list(record.languages),
        "temporalCoverage": record.coverage,
        "spatialCoverage": [reference(f"#place-{place.id}") for place in record.places],
        "translationOfWork": [reference(_holding(original.title)) for original in record.originals],
        "isBasedOn": _before(record),
        "mentions": reference("#packaging"),
        "hasPart": [reference(f"{folder}/") for folder in folders]
        + [reference(quote(path)) for path in single],
    }


def _before(record: Record) -> str | Entity:
    previous = record.previous
    return reference(f"https://doi.org/{previous.doi}") if previous and previous.doi else ""


def _folders(record: Record) -> Iterator[Entity]:
    for folder in dict.fromkeys(file.folder for file in record.files if file.folder):
        yield {
            "@id": f"{folder}/",
            "@type": "Dataset",
            "name": folder,
            "description": readme.what(f"{folder}/"),
            "hasPart": [reference(quote(file.path)) for file in record.within(folder)],
        }


def _file(record: Record, file: File, document: Document | None, sources: set[str]) -> Entity:
    kind = media(file.path)
    licence = rights.of(record, file.path)
    made: Entity = {
        "@id": quote(file.path),
        "@type": "File",
        "name": document.title if document and document.title else file.path.rsplit("/", 1)[-1],
        "encodingFormat": [kind.type, reference(_PRONOM + kind.puid)] if kind.puid else kind.type,
        "contentSize": str(file.size),
        "sha256": file.sha256,
        "description": readme.what(file.path),
        # A file that has none has that of the whole.
        "license": reference(_licence_id(licence)) if licence != record.licence else "",
    }
    if document:
        source = f"sources/{document.source}"
        made |= {
            "identifier": document.id,
            "inLanguage": document.language,
            "temporalCoverage": document.date,
            "isBasedOn": reference(quote(source)) if source in sources else "",
            "translationOfWork": reference(_holding(document.holding)) if document.holding else "",
            "creditText": ", ".join(part for part in (document.repository, document.shelfmark) if part),
        }
    return made


def _context(record: Record) -> Iterator[Entity]:
    """Everything that is named and no file."""
    for party in _parties(record):
        yield _party(party)
    if record.doi:
        yield {
            "@id": f"https://doi.org/{record.doi}",
            "@type": "PropertyValue",
            "name": "DOI",
            "propertyID": "https://registry.identifiers.org/registry/doi",
            "value": f"doi:{record.doi}",
            "url": f"https://doi.org/{record.doi}",
        }
    if record.contact[0]:
        yield {
            "@id": "#contact",
            "@type": "ContactPoint",
            "contactType": "questions about the edition",
            "name": record.contact[0],
            "email": record.contact[1],
        }
    for original in record.originals:
        yield {
            "@id": _holding(original.title),
            "@type": "ArchiveComponent",
            "name": original.title,
            "holdingArchive": reference(_archive(original.repository)),
        }
    for repository in dict.fromkeys(original.repository for original in record.originals):
        yield {"@id": _archive(repository), "@type": "ArchiveOrganization", "name": repository}
    for place in record.places:
        yield from _place(place)
    for licence in dict.fromkeys([record.licence, *(rights.of(record, file.path) for file in record.files)]):
        yield {
            "@id": _licence_id(licence),
            "@type": "CreativeWork",
            "name": licence.name,
            "description": licence.text,
            "identifier": licence.spdx,
        }
    formats = {kind.puid: kind.name for file in reversed(record.files) if (kind := media(file.path)).puid}
    for puid, name in formats.items():
        yield {"@id": _PRONOM + puid, "@type": ["WebPage", "Standard"], "name": name}
    yield {
        "@id": "#packaging",
        "@type": "CreateAction",
        "name": "The package is made from the edition",
        "endTime": record.date,
        "instrument": reference("#encoder"),
        "agent": reference(_id(record.publisher)),
        "result": reference("./"),
    }
    yield {"@id": "#encoder", "@type": "CreativeWork", "name": "encoder", "version": __version__}


def _parties(record: Record) -> dict[Party, None]:
    """Everybody who is named; who is named twice is described once, by the fuller account."""
    told = [*record.creators, record.publisher, record.rights_holder, *_contributors(record)]
    told += [_funder(grant.funder, grant.ror) for grant in record.grants]
    described: dict[str, Party] = {}
    for party in told:
        if party.name:
            described.setdefault(_id(party), party)
    return dict.fromkeys(described.values())


def _contributors(record: Record) -> dict[Party, None]:
    return dict.fromkeys(
        party for role, party in record.contributors if role not in ("ContactPerson", "RightsHolder")
    )


def _party(party: Party) -> Entity:
    if not party.person:
        return {"@id": _id(party), "@type": "Organization", "name": party.name}
    return {
        "@id": _id(party),
        "@type": "Person",
        "name": party.name,
        "familyName": party.family,
        "givenName": party.given,
        "affiliation": party.affiliation,
    }


def _place(place: Place) -> Iterator[Entity]:
    point = f"#geo-{place.id}"
    yield {
        "@id": f"#place-{place.id}",
        "@type": "Place",
        "name": place.name,
        "geo": reference(point) if place.longitude else "",
    }
    if place.longitude:
        yield {
            "@id": point,
            "@type": "GeoCoordinates",
            "name": f"{place.name} ({place.latitude}, {place.longitude})",
            "latitude": place.latitude,
            "longitude": place.longitude,
        }


def _funder(name: str, ror: str) -> Party:
    return Party(name, False, identifier=ror)


def _id(party: Party) -> str:
    return party.identifier or _local(party.name)


def _licence_id(licence: Licence) -> str:
    return licence.url if licence.url.startswith("http") else _local(licence.name)


def _archive(repository: str) -> str:
    return _local(f"archive {repository}")


def _holding(title: str) -> str:
    return _local(f"holding {title}")


def _local(name: str) -> str:
    return "#" + quote(re.sub(r"\W+", "-", name.casefold()).strip("-"))

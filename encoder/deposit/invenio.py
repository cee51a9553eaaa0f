"""``metadata/invenio.json``: the record that InvenioRDM (Zenodo since 2023) takes at ``POST /api/records``.

Source: https://inveniordm.docs.cern.ch/reference/metadata/
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
from typing import Any

from encoder.deposit.datacite import formats, related
from encoder.deposit.languages import three_letters
from encoder.deposit.record import Grant, Party, Place, Record

_SCHEMES = frozenset(
    "ark arxiv ads doi ean13 eissn handle igsn isbn issn istc lissn lsid pmid purl upc url urn w3id".split()
)


def text(record: Record) -> Iterator[str]:
    made: dict[str, Any] = {
        "access": {"record": "public", "files": "public"},
        "files": {"enabled": True},
        "metadata": {key: value for key, value in _metadata(record).items() if value},
    }
    if record.doi:
        made["pids"] = {"doi": {"identifier": record.doi, "provider": "external"}}
    yield json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def _metadata(record: Record) -> dict[str, Any]:
    return {
        "resource_type": {"id": "dataset"},
        "title": record.title,
        "additional_titles": [{"title": record.subtitle, "type": {"id": "subtitle"}}]
        if record.subtitle
        else [],
        "publication_date": record.date,
        "creators": [_party(party) for party in record.creators],
        "contributors": [
            _party(party) | {"role": {"id": role.lower()}} for role, party in record.contributors
        ],
        "description": f"<p>{html.escape(record.summary, quote=False)}</p>",
        "additional_descriptions": _rights_of_sources(record),
        "rights": [_rights(record)],
        "subjects": [{"subject": word} for word in record.keywords],
        "languages": [{"id": code} for code in dict.fromkeys(map(three_letters, record.languages))],
        "dates": [{"date": record.coverage, "type": {"id": "other"}, "description": "Dates of the documents"}]
        if record.coverage
        else [],
        "version": record.version,
        "publisher": record.publisher.name,
        "related_identifiers": [
            {
                "identifier": one.identifier,
                "scheme": one.type.lower(),
                "relation_type": {"id": one.relation.lower()},
            }
            for one in related(record)
            if one.type.lower() in _SCHEMES
        ],
        "sizes": [record.extent, f"{record.size} bytes"],
        "formats": list(formats(record)),
        "locations": {"features": [_place(place) for place in record.places]} if record.places else {},
        "funding": [_grant(grant) for grant in record.grants],
    }


def _party(party: Party) -> dict[str, Any]:
    if party.person:
        who = {"type": "personal", "given_name": party.given, "family_name": party.family}
    else:
        who = {"type": "organizational", "name": party.name}
    made: dict[str, Any] = {"person_or_org": who}
    if party.identifier:
        scheme = "orcid" if party.person else "ror"
        made["person_or_org"] |= {
            "identifiers": [{"scheme": scheme, "identifier": party.identifier.rsplit("/", 1)[1]}]
        }
    if party.affiliation:
        made["affiliations"] = [{"name": party.affiliation}]
        if party.affiliation_ror:
            made["affiliations"][0]["id"] = party.affiliation_ror.rsplit("/", 1)[1]
    return made


def _rights(record: Record) -> dict[str, Any]:
    """A licence of the vocabulary by its id, any other by its name."""
    if record.licence.spdx:
        return {"id": record.licence.spdx.lower()}
    made: dict[str, Any] = {"title": {"en": record.licence.name}}
    return made | ({"link": record.licence.url} if record.licence.url.startswith("http") else {})


def _rights_of_sources(record: Record) -> list[dict[str, Any]]:
    said = " ".join(part for part in (record.licence.text, record.sources_rights) if part)
    return [{"description": html.escape(said, quote=False), "type": {"id": "other"}}] if said else []


def _place(place: Place) -> dict[str, Any]:
    made: dict[str, Any] = {"place": place.name}
    if place.longitude:  # GeoJSON has the longitude first (RFC 7946, 3.1.1)
        point = [float(place.longitude), float(place.latitude)]
        made["geometry"] = {"type": "Point", "coordinates": point}
    return made


def _grant(grant: Grant) -> dict[str, Any]:
    """An award needs number and title there; with one of them only, the funder is named."""
    made: dict[str, Any] = {"funder": {"name": grant.funder}}
    if grant.ror:
        made["funder"] = {"id": grant.ror.rsplit("/", 1)[1]}
    if grant.number and grant.title:
        made["award"] = {"number": grant.number, "title": {"en": grant.title}}
        if grant.url:
            made["award"]["identifiers"] = [{"scheme": "url", "identifier": grant.url}]
    return made

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

# DataCite's words that its vocabulary of roles does not have: a record with one of them is refused.
# Source: invenio-rdm-records, fixtures/data/vocabularies/roles.yaml
_UNKNOWN = frozenset(["Translator"])
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
            _party(party) | {"role": {"id": _role(role)}} for role, party in record.contributors
        ],
        "description": f"<p>{html.escape(record.summary, quote=False)}</p>",
        "additional_descriptions": _remarks(record),
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
        names = {"given_name": party.given, "family_name": party.family}
        who = {"type": "personal"} | {key: value for key, value in names.items() if value}
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


def _role(role: str) -> str:
    return "other" if role in _UNKNOWN else role.lower()


def _rights(record: Record) -> dict[str, Any]:
    """A licence of the vocabulary by its id, any other by its name."""
    if record.licence.spdx:
        return {"id": record.licence.spdx.lower()}
    made: dict[str, Any] = {"title": {"en": record.licence.name}}
    return made | ({"link": record.licence.url} if record.licence.url.startswith("http") else {})


def _remarks(record: Record) -> list[dict[str, Any]]:
    """Who translated, for which there is no role, and the rights in what is not the edition's own."""
    translators = "; ".join(party.name for role, party in record.contributors if role == "Translator")
    told = (
        f"Translated by {translators}." if translators else "",
        record.licence.text,
        record.sources_rights,
    )
    return [{"description": html.escape(one, quote=False), "type": {"id": "other"}} for one in told if one]


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

"""``metadata/datacite.json``: the DataCite Metadata Schema 4.6 as JSON. ``datacite.xsl`` makes the XML of the same record.

Source: https://datacite-metadata-schema.readthedocs.io/en/4.6/ · https://support.datacite.org/docs/api-create-dois
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from encoder.deposit.media import media
from encoder.deposit.record import Grant, Party, Record, Related

KERNEL = "http://datacite.org/schema/kernel-4"
TYPE = "Digital scholarly edition (TEI-XML)"
# More documents than this have their addresses in documents.csv and in the RO-Crate only: a landing page is no list.
LISTED = 100


def text(record: Record) -> Iterator[str]:
    yield json.dumps(attributes(record), ensure_ascii=False, indent=1) + "\n"


def attributes(record: Record) -> dict[str, Any]:
    """What DataCite's API calls ``data.attributes``. Without a DOI there is none in it: the repository adds it."""
    titles = [{"title": record.title, "lang": record.languages[0]}]
    titles += [{"title": record.subtitle, "titleType": "Subtitle"}] if record.subtitle else []
    made = {
        "doi": record.doi,
        "creators": [_party(party) for party in record.creators],
        "titles": titles,
        "publisher": _publisher(record.publisher),
        "publicationYear": record.year,
        "types": {"resourceTypeGeneral": "Dataset", "resourceType": TYPE},
        "subjects": [{"subject": word} for word in record.keywords],
        "contributors": [_party(party) | {"contributorType": role} for role, party in record.contributors],
        "dates": [{"date": record.date, "dateType": "Issued"}]
        + ([{"date": record.coverage, "dateType": "Coverage"}] if record.coverage else []),
        "language": record.languages[0],
        "relatedIdentifiers": [_related(one) for one in related(record)],
        "relatedItems": list(_items(record)),
        "sizes": [record.extent, f"{record.size} bytes"],
        "formats": list(formats(record)),
        "version": record.version,
        "rightsList": [_rights(record)],
        "descriptions": [{"description": record.summary, "descriptionType": "Abstract"}],
        "geoLocations": list(_places(record)),
        "fundingReferences": [_grant(grant) for grant in record.grants],
        "schemaVersion": KERNEL,
        "url": record.url,
    }
    return {key: value for key, value in made.items() if value}


def related(record: Record) -> tuple[Related, ...]:
    """What ``edition.toml`` names, the package before, and where the texts were found."""
    found = list(record.related)
    if record.previous and record.previous.doi:
        found.append(Related("IsNewVersionOf", record.previous.doi, "DOI"))
    if len(record.documents) <= LISTED:
        addresses = dict.fromkeys(address for one in record.documents for address in one.addresses)
        found += [Related("IsDerivedFrom", address, "URL") for address in addresses]
    return tuple(dict.fromkeys(found))


def formats(record: Record) -> dict[str, None]:
    """The media types of the edition's files, in their order."""
    return dict.fromkeys(media(file.path).type for file in record.contents)


def _party(party: Party) -> dict[str, Any]:
    made: dict[str, Any] = {
        "name": party.inverted,
        "nameType": "Personal" if party.person else "Organizational",
    }
    if party.person and party.given:
        made |= {"givenName": party.given, "familyName": party.family}
    if party.identifier:
        made["nameIdentifiers"] = [
            {"nameIdentifier": party.identifier, "nameIdentifierScheme": "ORCID" if party.person else "ROR"}
        ]
    if party.affiliation:
        made["affiliation"] = [{"name": party.affiliation}]
        if party.affiliation_ror:
            scheme = {"affiliationIdentifier": party.affiliation_ror, "affiliationIdentifierScheme": "ROR"}
            made["affiliation"][0] |= scheme
    return made


def _publisher(party: Party) -> dict[str, str]:
    made = {"name": party.name}
    if party.identifier:
        made |= {"publisherIdentifier": party.identifier, "publisherIdentifierScheme": "ROR"}
    return made


def _related(one: Related) -> dict[str, str]:
    return {
        "relatedIdentifier": one.identifier,
        "relatedIdentifierType": one.type,
        "relationType": one.relation,
    }


def _items(record: Record) -> Iterator[dict[str, Any]]:
    """What has no identifier: the archival originals, and a package before this one without a DOI."""
    for original in record.originals:
        yield {
            "relatedItemType": "Collection",
            "relationType": "IsTranslationOf",
            "titles": [{"title": original.title}],
        }
    if record.previous and not record.previous.doi:
        yield {
            "relatedItemType": "Dataset",
            "relationType": "IsNewVersionOf",
            "titles": [{"title": f"{record.full_title} ({record.previous.name})"}],
            "publicationYear": record.previous.date[:4],
        }


def _rights(record: Record) -> dict[str, str]:
    made = {"rights": record.licence.name}
    if record.licence.url.startswith("http"):
        made["rightsUri"] = record.licence.url
    if record.licence.spdx:
        made |= {
            "rightsIdentifier": record.licence.spdx,
            "rightsIdentifierScheme": "SPDX",
            "schemeUri": "https://spdx.org/licenses/",
        }
    return made


def _places(record: Record) -> Iterator[dict[str, Any]]:
    for place in record.places:
        made: dict[str, Any] = {"geoLocationPlace": place.name}
        if place.longitude:
            made["geoLocationPoint"] = {
                "pointLongitude": float(place.longitude),
                "pointLatitude": float(place.latitude),
            }
        yield made


def _grant(grant: Grant) -> dict[str, str]:
    made = {
        "funderName": grant.funder,
        "awardNumber": grant.number,
        "awardTitle": grant.title,
        "awardUri": grant.url,
    }
    if grant.ror:
        made |= {"funderIdentifier": grant.ror, "funderIdentifierType": "ROR"}
    return {key: value for key, value in made.items() if value}

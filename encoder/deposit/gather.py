"""From ``edition.toml``, the headers and the registers to the record."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from encoder import findings
from encoder.deposit import licences, parties
from encoder.deposit.record import Document, Grant, Original, Party, Place, Record
from encoder.deposit.settings import Settings
from encoder.edition import Edition, date_of
from encoder.files import read_xml
from encoder.markup import TEI, XML

# Latitude and longitude as TEI has them (P5 14.3.4.1), in degrees.
_GEO = re.compile(r"\s*(-?\d{1,2}(?:\.\d+)?)[\s,]+(-?\d{1,3}(?:\.\d+)?)\s*")
# What a header says that somebody did, and DataCite's word for it (4.6, appendix 1, contributorType).
_ROLES = (
    ("translat", "Translator"),
    ("obtain", "DataCollector"),
    ("collect", "DataCollector"),
    ("edit", "Editor"),
    ("research", "Researcher"),
    ("transcri", "DataCurator"),
    ("digiti", "Producer"),
    ("scan", "Producer"),
)


def record(edition: Edition, settings: Settings, name: str, documents: Sequence[Document]) -> Record:
    """The record of an edition, without the files of its package.

    :param name: of the package.
    :raises UsageError: a register is not XML.
    """
    date = date_of(edition).isoformat()
    publisher = Party(edition.publisher, False, identifier=settings.publisher_ror)
    contributors = tuple(_contributors(documents, settings))
    editors = tuple(parties.editor(one) for one in edition.editors)
    translators = tuple(party for role, party in contributors if role == "Translator")
    return Record(
        id=edition.id,
        name=name,
        title=edition.title,
        subtitle=edition.subtitle,
        description=" ".join(edition.description.split()),
        date=date,
        version=settings.version,
        status=edition.status,
        publisher=publisher,
        place=edition.place,
        languages=_tags([edition.language, *(one.language for one in documents)]),
        source_languages=_tags(
            [*edition.source_languages, *(tag for one in documents for tag in one.source_languages)]
        ),
        licence=licences.licence(edition.licence.name, edition.licence.url, edition.licence.text),
        sources_rights=settings.sources_rights,
        creators=editors or translators or (publisher,),
        contributors=contributors,
        contact=(settings.contact.name, settings.contact.email),
        rights_holder=_named(settings.rights_holder, publisher),
        depositor=_named(settings.depositor, publisher),
        keywords=settings.keywords,
        doi=settings.doi,
        url=settings.url,
        related=settings.related,
        grants=_grants(documents, settings),
        documents=documents,
        originals=tuple(_originals(documents)),
        places=tuple(_places(edition, {id for one in documents for id in one.places})),
        coverage=_coverage(documents),
        findings=build_findings(edition),
        principles=settings.principles,
    )


def _tags(tags: Sequence[str]) -> tuple[str, ...]:
    """Tags, the most frequent first."""
    return tuple(tag for tag, _ in Counter(tag for tag in tags if tag).most_common())


def _named(name: str, publisher: Party) -> Party:
    return publisher if name == publisher.name else parties.party(name)


def _contributors(documents: Sequence[Document], settings: Settings) -> Iterator[tuple[str, Party]]:
    """Everybody once in each role, in the order of the documents."""
    told = dict.fromkeys(
        (_role(role), name, person) for one in documents for role, name, person in one.contributions
    )
    for role, name, person in told:
        yield role, parties.party(name, person)
    if settings.contact.name:
        yield "ContactPerson", parties.party(settings.contact.name)
    if settings.rights_holder:
        yield "RightsHolder", parties.party(settings.rights_holder)


def _role(said: str) -> str:
    return next((role for part, role in _ROLES if part in said.lower()), "Other")


def _grants(documents: Sequence[Document], settings: Settings) -> tuple[Grant, ...]:
    """Those of ``edition.toml``, then the funders whom only the headers name."""
    named = {grant.funder for grant in settings.funding}
    others = dict.fromkeys(name for one in documents for name in one.funders if name not in named)
    return (*settings.funding, *(Grant(name) for name in others))


def _originals(documents: Sequence[Document]) -> Iterator[Original]:
    """The holdings, each with the number of documents that are translated from it."""
    held = Counter((one.holding, one.repository) for one in documents if one.holding)
    for (title, repository), count in held.items():
        yield Original(title, repository, count)


def _places(edition: Edition, named: set[str]) -> Iterator[Place]:
    path = edition.registers / "places.xml"
    if not path.exists():
        return
    for place in read_xml(path).iter(f"{TEI}place"):
        identifier = place.get(XML + "id") or ""
        names = place.findall(f"{TEI}placeName")
        main = next((one for one in names if one.get("type") == "main"), names[0] if names else None)
        if identifier in named and main is not None:
            point = _GEO.fullmatch(place.findtext(f"{TEI}location/{TEI}geo") or "")
            name = " ".join("".join(map(str, main.itertext())).split())
            yield Place(identifier, name, *(point.groups() if point else ()))


def _coverage(documents: Sequence[Document]) -> str:
    firsts = sorted(one.date.split("/")[0] for one in documents if one.date)
    lasts = sorted(one.date.split("/")[-1] for one in documents if one.date)
    if not firsts:
        return ""
    return firsts[0] if firsts[0] == lasts[-1] else f"{firsts[0]}/{lasts[-1]}"


def build_findings(edition: Edition) -> Mapping[str, int]:
    """How many findings of each severity the last build told."""
    counted: Counter[str] = Counter()
    try:
        with (edition.build / "findings.json").open(encoding="utf-8") as lines:
            counted.update(map(findings.severity, findings.from_json(lines)))
    except (OSError, ValueError, KeyError):
        counted.clear()
    return {severity: counted[severity] for severity in reversed(findings.SEVERITIES)}

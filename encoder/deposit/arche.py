"""``metadata/arche.ttl``: what ARCHE asks of a collection and of each of its files, as Turtle.

Addresses are relative: ARCHE gives the collection its own and resolves them from there. Who has an ORCID or a ROR is named
by it.

Source: https://github.com/acdh-oeaw/arche-schema (acdh-schema.owl, its cardinalities) · https://www.w3.org/TR/turtle/
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from urllib.parse import quote

from encoder.deposit import licences, rights
from encoder.deposit.languages import three_letters
from encoder.deposit.media import media
from encoder.deposit.record import File, Party, Record

_VOCABULARIES = "https://vocabs.acdh.oeaw.ac.at"
_HOSTING = "https://id.acdh.oeaw.ac.at/arche"
# The concept of ARCHE's categories for a file of each folder.
_CATEGORIES = {"tei": "text/tei", "registers": "text/tei", "schema": "dataset", "metadata": "dataset"}

# The subject of each block, then its properties.
Properties = list[tuple[str, str]]


def text(record: Record) -> Iterator[str]:
    yield "@prefix acdh: <https://vocabs.acdh.oeaw.ac.at/schema#> .\n"
    yield "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
    common = _everywhere(record)
    yield _block("", "acdh:TopCollection", [*_collection(record), *common])
    for folder in dict.fromkeys(file.folder for file in record.files if file.folder):
        made = [("hasTitle", _words(folder)), ("isPartOf", "<>"), *common]
        yield _block(f"{folder}/", "acdh:Collection", made)
    titles = {one.path: one.title for one in record.documents}
    for file in record.files:
        yield _block(quote(file.path), "acdh:Resource", [*_resource(record, file, titles), *common])
    for party in _parties(record):
        if not party.identifier:
            kind = "acdh:Person" if party.person else "acdh:Organisation"
            yield _block(f"#{_slug(party)}", kind, [("hasTitle", _words(party.inverted, "und"))])


def _collection(record: Record) -> Properties:
    language = record.languages[0]
    made = [("hasTitle", _words(record.full_title, language))]
    if record.description:
        made.append(("hasDescription", _words(record.description, language)))
    made += [("hasSubject", _words(word, language)) for word in record.keywords]
    made += [("hasLanguage", _concept("iso6393", three_letters(tag))) for tag in record.languages]
    made += [("hasCurator", _agent(party)) for party in record.creators]
    made += [("hasContributor", _agent(party)) for role, party in record.contributors if role == "Translator"]
    made += [("hasContact", _agent(party)) for role, party in record.contributors if role == "ContactPerson"]
    made += [
        ("hasFunder", _agent(Party(grant.funder, False, identifier=grant.ror))) for grant in record.grants
    ]
    first, _, last = record.coverage.partition("/")
    if re.fullmatch(r"\d{4}-\d\d-\d\d", first) and re.fullmatch(r"\d{4}-\d\d-\d\d", last or first):
        made.append(("hasCoverageStartDate", f'"{first}"^^xsd:date'))
        made.append(("hasCoverageEndDate", f'"{last or first}"^^xsd:date'))
    if record.version:
        made.append(("hasVersion", json.dumps(record.version)))
    if record.address:
        made.append(("hasUrl", f'"{record.address}"^^xsd:anyURI'))
    if record.previous and record.previous.doi:
        made.append(("isNewVersionOf", f"<https://doi.org/{quote(record.previous.doi)}>"))
    return made


def _resource(record: Record, file: File, titles: dict[str, str]) -> Properties:
    kind = media(file.path)
    folder = file.folder
    category = _CATEGORIES.get(
        folder, "text" if kind.type.startswith("text/") or folder == "pdf" else "dataset"
    )
    title = titles.get(file.path)
    return [
        ("hasTitle", _words(title, record.languages[0]) if title else _words(file.path, "und")),
        ("isPartOf", f"<{folder}/>" if folder else "<>"),
        ("hasCategory", _concept("archecategory", category)),
        ("hasLicense", f"<{licences.arche(rights.of(record, file.path)) or '#rights-of-the-sources'}>"),
        ("hasFilename", json.dumps(file.path.rsplit("/", 1)[-1], ensure_ascii=False)),
        ("hasFormat", json.dumps(kind.type)),
        ("hasRawBinarySize", f'"{file.size}"^^xsd:integer'),
        ("hasHash", f'"sha256:{file.sha256}"'),
    ]


def _everywhere(record: Record) -> Properties:
    """What ARCHE asks of all its objects; a part that nobody has said is left out, and the checklist tells of it."""
    made = [("hasHosting", f"<{_HOSTING}>")]
    made += [("hasMetadataCreator", _agent(party)) for party in record.creators]
    for name, party in (
        ("hasDepositor", record.depositor),
        ("hasLicensor", record.rights_holder),
        ("hasOwner", record.rights_holder),
        ("hasRightsHolder", record.rights_holder),
    ):
        if party.name:
            made.append((name, _agent(party)))
    return made


def _parties(record: Record) -> list[Party]:
    """Everybody who is named, once."""
    told = [*record.creators, record.rights_holder, record.depositor]
    told += [party for role, party in record.contributors if role in ("Translator", "ContactPerson")]
    told += [Party(grant.funder, False, identifier=grant.ror) for grant in record.grants]
    return list({_slug(party): party for party in reversed(told) if party.name}.values())


def _agent(party: Party) -> str:
    return f"<{party.identifier}>" if party.identifier else f"<#{_slug(party)}>"


def _slug(party: Party) -> str:
    return quote(re.sub(r"\W+", "-", party.name.casefold()).strip("-"))


def _concept(vocabulary: str, name: str) -> str:
    return f"<{_VOCABULARIES}/{vocabulary}/{name}>"


def _words(value: str, language: str = "en") -> str:
    """A literal; Turtle's escapes are those of JSON."""
    return f"{json.dumps(value, ensure_ascii=False)}@{language}"


def _block(subject: str, kind: str, properties: Properties) -> str:
    rows = "".join(f" ;\n    acdh:{name} {value}" for name, value in properties)
    return f"\n<{subject}> a {kind} ;\n    acdh:hasIdentifier <{subject}>{rows} .\n"

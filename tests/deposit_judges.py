"""The judges of packages, run by the Python that has them: ``python deposit_judges.py JUDGE PACKAGE [FILE …]``.

Prints what the judge holds against the package as a JSON list; an empty one is its consent. Imports nothing of the program.
"""

import importlib.resources
import io
import json
import sys
from pathlib import Path
from typing import Any

# What DataCite has added in 4.6; the judge knows 4.5.
LATER = {
    "contributorType": {"Translator"},
    "dateType": {"Coverage"},
    "relationType": {"IsTranslationOf", "HasTranslation"},
}
ARCHE = "https://vocabs.acdh.oeaw.ac.at/schema#"
# Source: acdh-schema.owl, minCardinality and cardinality 1.
EVERYWHERE = "hasTitle hasIdentifier hasDepositor hasHosting hasLicensor hasMetadataCreator hasOwner hasRightsHolder".split()
MANDATORY = {
    "TopCollection": [*EVERYWHERE, *"hasContact hasCurator hasDescription hasSubject".split()],
    "Collection": EVERYWHERE,
    "Resource": [*EVERYWHERE, *"isPartOf hasCategory hasLicense".split()],
}


def bagit(package: Path) -> list[str]:
    """Full validation: every byte."""
    import bagit as judge

    try:
        judge.Bag(str(package)).validate()
    except judge.BagError as error:
        return [str(error)]
    return []


def profile(package: Path) -> list[str]:
    import bagit as judge
    import bagit_profile

    told = json.loads((package / "bagit-profile.json").read_text(encoding="utf-8"))
    asked = bagit_profile.Profile(told["BagIt-Profile-Info"]["BagIt-Profile-Identifier"], profile=told)
    try:
        return [] if asked.validate(judge.Bag(str(package))) else [str(asked.report)]
    except (judge.BagError, bagit_profile.ProfileValidationError) as error:
        return [str(error)]


def ocfl(package: Path) -> list[str]:
    import ocfl as judge

    passed, validator = judge.Object().validate(str(package), log_warnings=False)
    return [] if passed else [str(validator.status_str()) or "not valid"]


def rocrate(package: Path, context: str, cache: str) -> list[str]:
    """The REQUIRED of RO-Crate 1.2, without the network: the validator's cache is given the context first."""
    import requests
    import urllib3
    from requests.adapters import BaseAdapter
    from requests_cache import CachedSession
    from rocrate_validator import models, services

    class Stored(BaseAdapter):
        def send(self, request: Any, **_: Any) -> Any:
            data = Path(context).read_bytes()
            answer = requests.Response()
            answer.status_code, answer._content, answer.url, answer.request = 200, data, request.url, request
            answer.headers["Content-Type"] = "application/ld+json"
            answer.raw = urllib3.HTTPResponse(io.BytesIO(data), answer.headers, 200, preload_content=False)
            return answer

        def close(self) -> None:
            pass

    session = CachedSession(cache_name=cache, backend="sqlite", expire_after=-1)
    session.mount("https://", Stored())
    session.get("https://w3id.org/ro/crate/1.2/context")
    settings = services.ValidationSettings(
        rocrate_uri=str(package / "data"),
        profile_identifier="ro-crate-1.2",
        requirement_severity=models.Severity.REQUIRED,
        offline=True,
        cache_path=Path(cache),
        cache_max_age=-1,
    )
    return [str(issue.message) for issue in services.validate(settings).get_issues()]


def datacite(package: Path) -> list[str]:
    """The JSON, without what the judge's edition of the schema cannot know."""
    from datacite import schema45

    told = json.loads((package / "data/metadata/datacite.json").read_text(encoding="utf-8"))
    for key, value in told.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            told[key] = [
                one for one in value if not any(one.get(field) in words for field, words in LATER.items())
            ]
    return [error.message for error in schema45.validator.iter_errors(told)]


def datacite_xml(package: Path, schema: str) -> list[str]:
    import xmlschema

    asked = xmlschema.XMLSchema(schema, allow="local", use_fallback=False)
    return [str(error.reason) for error in asked.iter_errors(str(package / "data/metadata/datacite.xml"))]


def mets(package: Path) -> list[str]:
    import xmlschema

    folder = importlib.resources.files("eark_validator") / "ipxml/resources/schema"
    asked = xmlschema.XMLSchema(
        str(folder / "mets.xsd"),
        locations={"http://www.w3.org/1999/xlink": str(folder / "xlink.xsd")},
        use_fallback=False,
        allow="local",
    )
    return [str(error.reason) for error in asked.iter_errors(str(package / "data/metadata/mets.xml"))]


def turtle(package: Path) -> list[str]:
    """It parses, and every object has what ARCHE wants of its class."""
    import rdflib

    graph = rdflib.Graph()
    graph.parse(
        package / "data/metadata/arche.ttl", format="turtle", publicID="https://id.example.org/edition/"
    )
    missing = []
    for kind, properties in MANDATORY.items():
        subjects = list(graph.subjects(rdflib.RDF.type, rdflib.URIRef(ARCHE + kind)))
        missing += [] if subjects else [f"no {kind}"]
        for subject in subjects:
            missing += [
                f"{subject}: no {name}"
                for name in properties
                if not graph.value(subject, rdflib.URIRef(ARCHE + name))
            ]
    return missing


if __name__ == "__main__":
    name, package, *others = sys.argv[1:]
    print(json.dumps(globals()[name](Path(package), *others)))

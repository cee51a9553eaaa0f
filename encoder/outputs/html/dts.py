"""Distributed Text Services 1.0 as files (https://dtsapi.org/versions/v1.0), where the edition has an address.

What files can answer is answered: the entry, the collection and each of its members, the whole citation tree of a document
and the whole document. The templates of the addresses have no other variables, so that no client asks for what is not
there. The names of passages are those of ``citeStructure`` in the header, which are also the fragments of the pages.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from lxml import etree

from encoder.edition import Edition
from encoder.model import OutputFile, TeiFile
from encoder.outputs.html import settings
from encoder.outputs.html.told import told
from encoder.outputs.output import Entries, Place

_CONTEXT = {"@context": "https://dtsapi.org/context/v1.0.json", "dtsVersion": "1.0"}


def files(edition: Edition, document: TeiFile, place: Place) -> Iterator[OutputFile]:
    """``dts/collection/ID.json`` and ``dts/navigation/ID.json``."""
    site = settings.address(edition)
    if not site:
        return
    facts = told(edition, document)
    resource = _resource(site, document.id, facts["title"], facts["language"])
    yield _file(f"collection/{document.id}", {**_CONTEXT, **resource})
    units = [
        {"identifier": name, "@type": "CitableUnit", "level": 1, "parent": None, "citeType": "passage"}
        for name in facts["cited"]
    ]
    navigation = {
        **_CONTEXT,
        "@id": f"{site}dts/navigation/{quote(document.id)}.json",
        "@type": "Navigation",
        "resource": resource,
        "member": units,
    }
    yield _file(f"navigation/{document.id}", navigation)


def whole(edition: Edition, entries: Entries, facts: str) -> Iterator[OutputFile]:
    """``dts/index.json``, the entry, and ``dts/collection.json``, all documents."""
    site = settings.address(edition)
    if not site:
        return
    yield _file(
        "index", {**_CONTEXT, "@id": f"{site}dts/index.json", "@type": "EntryPoint", **_templates(site)}
    )
    documents = map(etree.fromstring, entries.of("contents"))
    members = [
        _resource(site, one.get("id", ""), one.get("title", ""), one.get("language", "")) for one in documents
    ]
    collection = {
        **_CONTEXT,
        "@id": edition.id,
        "@type": "Collection",
        "title": edition.title,
        "totalParents": 0,
        "totalChildren": len(members),
        "collection": _templates(site)["collection"],
        "dublinCore": {"publisher": [{"value": edition.publisher, "lang": edition.language}]},
        "member": members,
    }
    if edition.description:
        collection["description"] = " ".join(edition.description.split())
    yield _file("collection", collection)


def _templates(site: str) -> dict[str, str]:
    """Addresses as URI templates (RFC 6570)."""
    return {
        "collection": f"{site}dts/collection{{/id}}.json",
        "navigation": f"{site}dts/navigation/{{resource}}.json",
        "document": f"{site}tei/{{resource}}.xml",
    }


def _resource(site: str, name: str, title: str, language: str) -> Mapping[str, Any]:
    return {
        "@id": name,
        "@type": "Resource",
        "title": title,
        "totalParents": 1,
        "totalChildren": 0,
        **_templates(site),
        "download": {"application/tei+xml": f"{site}tei/{quote(name)}.xml"},
        "mediaTypes": ["application/tei+xml"],
        "citationTrees": [{"@type": "CitationTree", "citeStructure": [{"citeType": "passage"}]}],
        "dublinCore": {"language": [{"value": language, "lang": "en"}]},
    }


def _file(path: str, value: Mapping[str, Any]) -> OutputFile:
    return OutputFile(f"dts/{path}.json", (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode())

"""``sitemap.xml``, for search engines (https://www.sitemaps.org/protocol.html), where the edition has an address."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from urllib.parse import quote
from xml.sax.saxutils import escape

from lxml import etree

from encoder.edition import Edition, date_of
from encoder.model import Finding, OutputFile
from encoder.outputs.html import names, settings
from encoder.outputs.output import Entries

MOST = 50_000  # addresses in one file
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_SHARED = ("index", "search", "about")  # pages that every edition has besides its documents


def files(edition: Edition, entries: Entries, facts: str) -> Iterator[OutputFile | Finding]:
    """The addresses of all pages; more than one file can hold are in several, which ``sitemap.xml`` then lists."""
    site = settings.address(edition)
    if not site:
        yield Finding("P020", "edition.toml")
        return
    shared = [*_SHARED, *etree.fromstring(facts).get("pages", "").split()]
    pages = [f"{name}.html" for name in (*shared, *entries.ids)]
    pages = [site + quote(page) for page in (*pages, *_registered(edition, entries))]
    date = date_of(edition).isoformat()
    if len(pages) <= MOST:
        yield OutputFile("sitemap.xml", _listed("urlset", "url", pages, date))
        return
    parts = [pages[start : start + MOST] for start in range(0, len(pages), MOST)]
    paths = [f"sitemap-{number}.xml" for number, _ in enumerate(parts, 1)]
    for name, part in zip(paths, parts, strict=True):
        yield OutputFile(name, _listed("urlset", "url", part, date))
    yield OutputFile("sitemap.xml", _listed("sitemapindex", "sitemap", [site + name for name in paths], date))


def _registered(edition: Edition, entries: Entries) -> list[str]:
    """The pages of the entries that documents name."""
    named = {pointer for told in entries.of("names") for pointer, *_ in json.loads(told)}
    return sorted(one.page for pointer, one in names.registered(edition).items() if pointer in named)


def _listed(root: str, row: str, addresses: Sequence[str], date: str) -> bytes:
    rows = "".join(
        f"<{row}><loc>{escape(address)}</loc><lastmod>{date}</lastmod></{row}>\n" for address in addresses
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="{_NAMESPACE}">\n{rows}</{root}>\n'.encode()
    )

"""``sitemap.xml``, for search engines (https://www.sitemaps.org/protocol.html), where the edition has an address."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import quote
from xml.sax.saxutils import escape

from encoder.edition import Edition, date_of
from encoder.model import Finding, OutputFile
from encoder.outputs.html import settings
from encoder.outputs.output import Entries

MOST = 50_000  # addresses in one file
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_SHARED = ("index", "search")  # pages of the edition as a whole


def files(edition: Edition, entries: Entries, facts: str) -> Iterator[OutputFile | Finding]:
    """The addresses of all pages; more than one file can hold are in several, which ``sitemap.xml`` then lists."""
    site = settings.address(edition)
    if not site:
        yield Finding("P020", "edition.toml")
        return
    pages = [f"{site}{quote(name)}.html" for name in (*_SHARED, *entries.ids)]
    date = date_of(edition).isoformat()
    if len(pages) <= MOST:
        yield OutputFile("sitemap.xml", _listed("urlset", "url", pages, date))
        return
    parts = [pages[start : start + MOST] for start in range(0, len(pages), MOST)]
    names = [f"sitemap-{number}.xml" for number, _ in enumerate(parts, 1)]
    for name, part in zip(names, parts, strict=True):
        yield OutputFile(name, _listed("urlset", "url", part, date))
    yield OutputFile("sitemap.xml", _listed("sitemapindex", "sitemap", [site + name for name in names], date))


def _listed(root: str, row: str, addresses: Sequence[str], date: str) -> bytes:
    rows = "".join(
        f"<{row}><loc>{escape(address)}</loc><lastmod>{date}</lastmod></{row}>\n" for address in addresses
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="{_NAMESPACE}">\n{rows}</{root}>\n'.encode()
    )

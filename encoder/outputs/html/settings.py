"""The table ``[html]`` of edition.toml: what a site must be told that its documents do not say."""

from __future__ import annotations

import re
from collections.abc import Mapping

from encoder.edition import Edition
from encoder.model import UsageError

# Each setting, and what it is in Python.
SETTINGS: Mapping[str, type] = {
    "url": str,  # where the site stands on the web
    "pdf": str,  # where the PDF of each document is, as the print edition makes it: a folder or an address
    "renamed": dict,  # old address → new address, see permalinks.py
}


def read(edition: Edition) -> Mapping[str, object]:
    """The settings.

    :raises UsageError: one is not known, or is not of its kind.
    """
    for name, value in edition.html.items():
        if name not in SETTINGS:
            raise UsageError(
                f"edition.toml: [html] has no setting {name!r}; there are {', '.join(SETTINGS)}."
            )
        if not isinstance(value, SETTINGS[name]):
            raise UsageError(f"edition.toml: [html] {name} must be {_KINDS[SETTINGS[name]]}.")
    return edition.html


_KINDS: Mapping[type, str] = {
    str: "text in quotation marks",
    dict: "a table: write [html.NAME] and its fields below it",
}


def address(edition: Edition) -> str:
    """Where the site stands on the web, with ``/`` at its end; empty where edition.toml does not say.

    :raises UsageError: it is no address.
    """
    url = str(read(edition).get("url", ""))
    if url and not re.fullmatch(r"https?://[^\s/?#]+(/[^\s?#]*)?", url):
        raise UsageError(
            f'edition.toml: [html] url is {url!r}; write the address of the site, as "https://example.org/edition/".'
        )
    return url.rstrip("/") + "/" if url else ""

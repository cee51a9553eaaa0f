"""What a file is, by where it stands and how its name ends (``media.toml``)."""

import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple


class Media(NamedTuple):
    """:param type: of IANA. :param puid: the format's number in PRONOM, empty where it is not known."""

    type: str
    name: str
    puid: str


# XML files that are no TEI.
_XML = Media("application/xml", "XML 1.0", "fmt/101")
_BYTES = Media("application/octet-stream", "bytes", "")


@cache
def _table() -> dict[str, Media]:
    path = Path(__file__).with_name("media.toml")
    return {end: Media(*row) for end, row in tomllib.loads(path.read_text(encoding="utf-8")).items()}


def media(path: str) -> Media:
    """:param path: relative to ``data``, with ``/``."""
    folder, name = path.split("/")[0], path.rsplit("/", 1)[-1]
    if folder == "metadata" and name.endswith(".xml"):
        return _XML
    if name == "ro-crate-metadata.json":
        return Media("application/ld+json", "RO-Crate 1.2", "fmt/880")
    dot = name.rfind(".")
    return _table().get(name[dot:].lower(), _BYTES) if dot >= 0 else _BYTES

"""The table ``[epub]`` of ``edition.toml``."""

import re
import uuid
from dataclasses import dataclass
from pathlib import Path

from encoder.edition import Edition
from encoder.model import UsageError

COVERS = {".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png", ".svg": "image/svg+xml"}
# Names in this space are EPUBs of encoder: the same edition has the same one everywhere.
_SPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "epub.encoder.invalid")
_FIELDS = ("identifier", "certified-by", "cover", "pages")
PAGES = {
    "copies": "pages of the archival copies, where the documents tell them",
    "book": "pages of the print edition, which is set for it once more",
    "none": "no list of pages",
}


@dataclass(frozen=True, slots=True)
class Settings:
    """:param identifier: a URI. Without one in ``edition.toml`` it is a name: the UUID (version 5, RFC 9562) of the
        edition's id and title.
    :param certified_by: who answers for the conformance with EPUB Accessibility 1.1; without anybody none is claimed.
    :param cover: an image beside ``edition.toml``. :param pages: which pages are listed, a key of PAGES."""

    identifier: str
    certified_by: str
    cover: Path | None
    pages: str


def settings(edition: Edition) -> Settings:
    """:raises UsageError: a field is not known or says what cannot be."""
    for field, value in edition.epub.items():
        if field not in _FIELDS:
            raise UsageError(f"edition.toml: [epub] has no field {field}; there are {', '.join(_FIELDS)}.")
        if not isinstance(value, str) or not value.strip():
            raise UsageError(f"edition.toml: [epub] {field} must be text in quotation marks.")
    identifier = edition.epub.get("identifier") or _name(edition)
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:\S+", identifier):
        raise UsageError(
            f"edition.toml: [epub] identifier {identifier!r} is not a URI; write it as urn:isbn:… or https://doi.org/…."
        )
    pages = edition.epub.get("pages", "copies")
    if pages not in PAGES:
        raise UsageError(f"edition.toml: [epub] pages {pages!r} is not known; known are {', '.join(PAGES)}.")
    return Settings(identifier, edition.epub.get("certified-by", ""), _cover(edition), pages)


def _name(edition: Edition) -> str:
    return uuid.uuid5(_SPACE, f"{edition.id}\n{edition.title}").urn


def _cover(edition: Edition) -> Path | None:
    name = edition.epub.get("cover")
    if name is None:
        return None
    path: Path = edition.root / name
    if path.suffix.lower() not in COVERS or not path.is_file():
        raise UsageError(
            f"edition.toml: [epub] cover {name!r} must be an image beside edition.toml: {', '.join(COVERS)}."
        )
    return path

"""Which files of an edition go into its package, where they stand there, and what is done to a TEI file on the way.

In the package the folders ``tei``, ``sources``, ``registers`` and ``schema`` stand side by side, as in an edition: its
``data`` is an edition that builds.
"""

from __future__ import annotations

import posixpath
import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from encoder import data as shipped
from encoder.checks import wellformed
from encoder.edition import Edition
from encoder.files import shown
from encoder.model import Finding, UsageError
from encoder.outputs import OUTPUTS, UNASKED
from encoder.outputs.html import permalinks

# Where an output stands in the package, if not in a folder of its own name.
FOLDERS = {"print": "pdf"}
_SCHEMA = (".rng", ".sch", ".odd", ".html", ".xsl")
_STEM = re.compile(r"[a-z0-9][a-z0-9_-]*")
_MODEL = re.compile(rb"<\?xml-model\b[^?]*\?>")
_HREF = re.compile(rb"""(?<=\bhref=)(["'])(.*?)\1""")
_REFUSED = {"%": "a per cent sign", "\r": "a line break", "\n": "a line break", "\\": "a backslash"}


@dataclass(frozen=True, slots=True)
class Content:
    """A file for the package. ``path`` is where it stands below ``data``; ``origin`` where it comes from, and ``shown`` what
    that is called; ``data`` are its bytes where they are not those of ``origin``."""

    path: str
    origin: Path
    shown: str
    data: bytes | None = None


def contents(edition: Edition) -> list[Content]:
    """The files in the order of their paths.

    :raises UsageError: there is no TEI.
    """
    found = [
        *_folder(edition, edition.tei, "tei", "*.xml"),
        *_folder(edition, edition.sources, "sources", "*"),
        *_registers(edition),
        *_schema(edition),
        *_built(edition),
        *_folder(edition, edition.root, "", permalinks.NAME),
        Content("edition.toml", edition.root / "edition.toml", "edition.toml", _toml(edition)),
    ]
    if not found[0].path.startswith("tei/"):
        raise UsageError(f"{edition.root}: no documents. Run 'encoder build {edition.root}' first.")
    return sorted(found, key=lambda one: one.path)


def stale(edition: Edition) -> str:
    """What is newer than the build, as a path in the edition; ``build`` where there is none; empty if it is fresh."""
    try:
        made = (edition.build / "findings.json").stat().st_mtime_ns
    except OSError:
        return "build"
    watched = [edition.root / "edition.toml", *edition.tei.glob("*.xml"), *edition.registers.glob("*.xml")]
    newer = [path for path in shown(watched) if path.stat().st_mtime_ns > made]
    return newer[0].relative_to(edition.root).as_posix() if newer else ""


def missing(edition: Edition) -> list[str]:
    """The outputs that a build makes and that are not there."""
    return [name for name in UNASKED if not (edition.build / name).is_dir()]


def refused(contents: Iterable[Content]) -> Iterator[Finding]:
    """D003 for names that a package cannot have, D004 for two that differ only where some file systems see no difference."""
    seen: dict[str, str] = {}
    for one in contents:
        stem, dot, _ = posixpath.basename(one.path).rpartition(".")
        wrong = next((words for sign, words in _REFUSED.items() if sign in one.path), "")
        if not wrong and any(unicodedata.category(sign) in ("Cc", "Cs") for sign in one.path):
            wrong = "a character that no name can have"
        if not wrong and one.path.startswith("tei/") and not _STEM.fullmatch(stem if dot else one.path):
            wrong = "other signs than a-z, 0-9, _ and -"
        if wrong:
            yield Finding("D003", _printable(one.shown), words={"reason": wrong})
        folded = unicodedata.normalize("NFC", one.path).casefold()
        other = seen.setdefault(folded, one.path)
        if other != one.path:
            yield Finding("D004", _printable(one.shown), words={"other": _printable(other)})


def _printable(name: str) -> str:
    return name.encode("utf-8", "replace").decode().replace("\r", "\\r").replace("\n", "\\n")


def prepared(edition: Edition, one: Content, data: bytes) -> tuple[bytes, etree._Element, list[Finding]]:
    """A TEI file as it goes into the package: UTF-8 without byte-order mark, its schemas where the package has them.

    :raises UsageError: it is not well-formed XML. :returns: also its tree, and D005 for schemas that it does not have.
    """
    tree = wellformed.parse(one.shown, data)
    if isinstance(tree, Finding):
        raise UsageError(f"{one.origin}: not well-formed XML; 'encoder check {edition.root}' says where.")
    encoding = (tree.docinfo.encoding or "UTF-8").upper()
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
    elif encoding not in ("UTF-8", "US-ASCII", "ASCII"):
        data = etree.tostring(tree, encoding="UTF-8", xml_declaration=True) + b"\n"
    lost: list[Finding] = []
    start = _prolog(data)
    own = (edition.root / edition.schema).resolve()

    def model(match: re.Match[bytes]) -> bytes:
        return _HREF.sub(
            lambda href: href[1] + target(href[2].decode("utf-8", "replace")).encode() + href[1], match[0]
        )

    def target(href: str) -> str:
        if re.match(r"[A-Za-z][\w+.-]*:", href):
            return href
        path = (one.origin.parent / href).resolve()
        if path.parent == own:
            return f"../schema/{path.name}"
        lost.append(Finding("D005", one.shown, words={"target": href}))
        return href

    return _MODEL.sub(model, data[:start]) + data[start:], tree.getroot(), lost


def _prolog(data: bytes) -> int:
    """Where the first element begins."""
    found = re.search(rb"<[A-Za-z_]", data)
    return found.start() if found else 0


def _folder(edition: Edition, folder: Path, name: str, pattern: str) -> list[Content]:
    return [
        Content(f"{name}/{path.name}" if name else path.name, path, _relative(edition, path))
        for path in shown(folder.glob(pattern))
        if path.is_file()
    ]


def _relative(edition: Edition, path: Path) -> str:
    return path.relative_to(edition.root).as_posix() if path.is_relative_to(edition.root) else path.name


def _registers(edition: Edition) -> list[Content]:
    """The edition's, and the program's register of archives where documents point to it and the edition has none."""
    found = _folder(edition, edition.registers, "registers", "*.xml")
    if not any(one.path == "registers/archives.xml" for one in found):
        path = shipped.REGISTERS / "archives.xml"
        found.append(Content("registers/archives.xml", path, "registers/archives.xml"))
    return found


def _schema(edition: Edition) -> list[Content]:
    """The schemas of the edition; with the program's own grammar also what it was made from, and the page to read."""
    folder = edition.root / edition.schema
    found = {path.name: path for path in shown(folder.glob("*")) if path.suffix in _SCHEMA}
    own = shipped.SCHEMA / "edition.rng"
    if "edition.rng" not in found or found["edition.rng"].read_bytes() == own.read_bytes():
        found = {
            path.name: path for path in shown(shipped.SCHEMA.glob("*")) if path.suffix in _SCHEMA
        } | found
    return [Content(f"schema/{name}", path, f"schema/{name}") for name, path in sorted(found.items())]


def _built(edition: Edition) -> Iterator[Content]:
    for name in OUTPUTS:
        folder = edition.build / name
        for path in sorted(folder.rglob("*")):
            inside = path.relative_to(folder)
            if path.is_file() and not any(part.startswith(".") for part in inside.parts):
                yield Content(
                    f"{FOLDERS.get(name, name)}/{inside.as_posix()}", path, _relative(edition, path)
                )


def _toml(edition: Edition) -> bytes:
    """``edition.toml`` with the schema where the package has it."""
    data = (edition.root / "edition.toml").read_bytes()
    changed = re.sub(rb"""(?m)^(\s*schema\s*=\s*)(["']).*?\2""", rb"\1\2schema\2", data, count=1)
    try:
        before, after = tomllib.loads(data.decode()), tomllib.loads(changed.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        return data
    before["edition"]["schema"] = "schema"
    return changed if before == after else data

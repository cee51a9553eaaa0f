"""The whole verification of a package, whatever it is: a bag or an OCFL object, a folder or an archive."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from lxml import etree

from encoder.deposit import members
from encoder.deposit.members import Contents
from encoder.deposit.package import PARTS
from encoder.deposit.verify import bags, descriptions, objects
from encoder.deposit.verify.descriptions import Payload
from encoder.model import Finding

_DATA = "data/"


@dataclass(frozen=True, slots=True)
class Verified:
    """:param kind: ``bag`` or ``OCFL object``. :param files: how many were read. :param record: of the edition, if it has one."""

    kind: str
    files: int
    findings: list[Finding]
    record: etree._Element | None = None


def verify(package: Path) -> Verified:
    """Read every byte of a package and tell what is wrong."""
    is_object = package.is_dir() and any((package / name).exists() for name in objects.DECLARATIONS)
    return _object(package) if is_object else _bag(package)


def _bag(package: Path) -> Verified:
    bag = members.contents(
        package, lambda path: bags.kept(path) or descriptions.kept(path.removeprefix(_DATA))
    )
    record = None
    if bag.whole:
        bags.check(bag)
        record = descriptions.check(_payload(bag))
    return Verified("bag", len(bag.files), bag.findings, record)


def _payload(bag: Contents) -> Payload:
    files = {path.removeprefix(_DATA): file for path, file in bag.files.items() if path.startswith(_DATA)}
    kept = {path.removeprefix(_DATA): data for path, data in bag.kept.items() if path.startswith(_DATA)}
    return Payload(bag, files, kept, _DATA)


def _object(package: Path) -> Verified:
    names = tuple(f"/content/{part}" for part in PARTS)
    found = members.contents(package, lambda path: objects.kept(path) or path.endswith(names))
    record = None
    if found.whole and (inventory := objects.check(found)):
        places = objects.places(inventory)
        files = {
            path: replace(found.files[at], path=path) for path, at in places.items() if at in found.files
        }
        kept = {path: found.kept[at] for path, at in places.items() if at in found.kept}
        record = descriptions.check(Payload(found, files, kept, ""))
    return Verified("OCFL object", len(found.files), found.findings, record)

"""The versions of an edition as one OCFL 1.1 object, in which a file that did not change is stored once.

Source: https://ocfl.io/1.1/spec/
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from encoder import files
from encoder.deposit import members
from encoder.deposit.record import Record
from encoder.deposit.verify import objects
from encoder.model import UsageError

_DECLARATION = "0=ocfl_object_1.1"


def add(folder: Path, record: Record, object: Path) -> str:
    """Put the files of a package into an object, as its first or next version.

    :param folder: of the package. :param object: where the object is, or is to be. It is replaced once the new one is whole;
        what is stored already is linked and not copied, where the file system can.
    :returns: the version, ``v1`` and so on; that of the newest one where nothing has changed.
    :raises UsageError: something else is there, or the object is damaged or another edition's.
    """
    old = _inventory(object, record)
    state = _state(record)
    if old and old["versions"][old["head"]]["state"] == state:
        return str(old["head"])
    number = int(old["head"][1:]) + 1 if old else 1
    with files.new_folder(object) as new:
        if old:
            shutil.copytree(object, new, copy_function=_link, dirs_exist_ok=True)
        else:
            (new / _DECLARATION).write_bytes(objects.DECLARATIONS[_DECLARATION])
        manifest = dict(old["manifest"]) if old else {}
        for digest, paths in state.items():
            if digest not in manifest:
                path = min(paths, key=lambda one: one.count("/"))  # tei/a.xml, not html/tei/a.xml
                manifest[digest] = [f"v{number}/content/{path}"]
                target = new / manifest[digest][0]
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(folder / "data" / path, target)
        versions = dict(old["versions"]) if old else {}
        versions[f"v{number}"] = _version(record, state)
        _write(new, number, _described(record, old, manifest, versions, f"v{number}"))
    return f"v{number}"


def _state(record: Record) -> dict[str, list[str]]:
    state: dict[str, list[str]] = {}
    for file in sorted(record.files, key=lambda one: one.path):
        state.setdefault(file.sha512, []).append(file.path)
    return state


def _version(record: Record, state: Mapping[str, list[str]]) -> dict[str, Any]:
    made: dict[str, Any] = {
        "created": f"{record.date}T00:00:00Z",
        "message": f"{record.name}, version {record.version}" if record.version else record.name,
        "user": {"name": record.contact[0] or record.publisher.name},
        "state": state,
    }
    if record.contact[1]:
        made["user"]["address"] = f"mailto:{record.contact[1]}"
    return made


def _described(
    record: Record, old: objects.Inventory | None, manifest: Any, versions: Any, head: str
) -> dict[str, Any]:
    """The inventory. An object keeps the id that it began with: a DOI that comes later changes nothing."""
    return {
        "id": old["id"] if old else record.address or record.id,
        "type": "https://ocfl.io/1.1/spec/#inventory",
        "digestAlgorithm": "sha512",
        "head": head,
        "manifest": manifest,
        "versions": versions,
    }


def _write(object: Path, number: int, inventory: Mapping[str, Any]) -> None:
    """The inventory and its sum, at the root and in the version's folder."""
    data = (json.dumps(inventory, ensure_ascii=False, indent=1) + "\n").encode()
    sidecar = f"{hashlib.sha512(data).hexdigest()} inventory.json\n".encode()
    for folder in (object, object / f"v{number}"):
        for name, content in (("inventory.json", data), ("inventory.json.sha512", sidecar)):
            (folder / name).unlink(missing_ok=True)  # it may be a link to that of the old object
            files.write(folder / name, content)


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def _inventory(object: Path, record: Record) -> objects.Inventory | None:
    """The inventory of the object that is there; None for none."""
    if not object.exists() or (object.is_dir() and not any(object.iterdir())):
        return None
    found = members.contents(object, objects.kept) if (object / _DECLARATION).exists() else None
    inventory = objects.check(found) if found else None
    if found is None or inventory is None or found.findings:
        raise UsageError(
            f"{object}: this is no whole OCFL 1.1 object; 'encoder deposit --check {object}' says why. Name another folder."
        )
    if (edition := _edition(object, inventory)) != record.id:
        raise UsageError(f"{object}: this is the object of another edition ({edition or inventory['id']}).")
    return inventory


def _edition(object: Path, inventory: objects.Inventory) -> str:
    """The edition of which the newest version is; empty where it does not say."""
    place = objects.places(inventory).get("provenance.json", "")
    try:
        return str(json.loads((object / place).read_bytes())["edition"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""

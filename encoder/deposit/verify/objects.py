"""Is it an OCFL object (1.0 or 1.1), and are its versions whole? Source: https://ocfl.io/1.1/spec/"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from encoder.deposit.members import Contents, safe

DECLARATIONS = {"0=ocfl_object_1.0": b"ocfl_object_1.0\n", "0=ocfl_object_1.1": b"ocfl_object_1.1\n"}
_SUMS = ("sha512", "sha256")
_FIELDS = ("id", "type", "digestAlgorithm", "head", "manifest", "versions")
_VERSION = re.compile(r"v(0*)([1-9]\d*)")

Inventory = Mapping[str, Any]


def kept(path: str) -> bool:
    """Declarations, inventories and their sums."""
    return "/content/" not in path


def check(object: Contents) -> Inventory | None:
    """Tell what is wrong with an object. :returns: its inventory, if that can be read."""
    _declaration(object)
    inventory = _inventory(object, "")
    if inventory is None:
        return None
    if wrong := next(_unmet(inventory), ""):
        object.tell("D030", "inventory.json", reason=wrong)
        return None
    _files(object, inventory)
    _versions(object, inventory)
    return inventory


def places(inventory: Inventory, version: str = "") -> dict[str, str]:
    """Where each file of a version (the newest) is stored: logical path to content path."""
    chosen = inventory["versions"][version or inventory["head"]]
    manifest = inventory["manifest"]
    return {path: manifest[digest][0] for digest, paths in chosen["state"].items() for path in paths}


def _declaration(object: Contents) -> None:
    found = [name for name in object.kept if name.startswith("0=")]
    if len(found) != 1 or object.kept[found[0]] != DECLARATIONS.get(found[0]):
        object.tell("D030", "", reason="its declaration (0=ocfl_object_1.1) is not right")


def _inventory(object: Contents, folder: str) -> Inventory | None:
    """An inventory whose sum is that of its sidecar."""
    path = f"{folder}inventory.json"
    if path not in object.kept:
        object.tell("D012", path, manifest="OCFL")
        return None
    try:
        inventory = json.loads(object.kept[path])
        sum = inventory["digestAlgorithm"]
    except (ValueError, KeyError, TypeError) as error:
        object.tell("D020", path, reason=" ".join(str(error).split()).rstrip("."))
        return None
    sidecar = object.kept.get(f"{path}.{sum}", b"").decode("ascii", "replace").split()
    if sum not in _SUMS:
        object.tell("D030", path, reason=f"digestAlgorithm is {sum!r}; OCFL has sha512 and sha256")
        return None
    if sidecar != [getattr(object.files[path], sum), "inventory.json"]:
        object.tell("D031", path, sidecar=f"inventory.json.{sum}")
    return inventory if isinstance(inventory, dict) else None


def _unmet(inventory: Inventory) -> Iterator[str]:
    """What an inventory lacks (3.5)."""
    for name in _FIELDS:
        if not inventory.get(name):
            yield f"it has no {name}"
    manifest, versions = inventory["manifest"], inventory["versions"]
    if not isinstance(manifest, dict) or not isinstance(versions, dict):
        yield "manifest and versions are no objects"
    numbers = [int(match[2]) for name in versions if (match := _VERSION.fullmatch(name))]
    if sorted(numbers) != list(range(1, len(versions) + 1)):
        yield "its versions are not v1, v2 and so on"
    last = max(versions, key=lambda name: int(name[1:]))
    if inventory["head"] != last:
        yield f"head is {inventory['head']}, the last version is {last}"
    for digest, paths in manifest.items():
        if not isinstance(paths, list) or not paths:
            yield f"{digest} has no path"
        for path in paths:
            if not safe(path) or not re.match(r"v\d+/", path):
                yield f"the path {path} leads out of the object's versions"
    for name, version in versions.items():
        yield from _unmet_of_version(name, version, manifest)


def _unmet_of_version(name: str, version: Any, manifest: Mapping[str, Any]) -> Iterator[str]:
    if (
        not isinstance(version, dict)
        or not isinstance(version.get("state"), dict)
        or not version.get("created")
    ):
        yield f"version {name} has no state, or no created"
        return
    paths: set[str] = set()
    for digest, logical in version["state"].items():
        if digest not in manifest:
            yield f"version {name} has a file of the sum {digest[:16]}…, which the manifest does not have"
        for path in logical:
            if not safe(path):
                yield f"version {name} has the path {path}"
            if path in paths:
                yield f"version {name} has {path} twice"
            paths.add(path)


def _files(object: Contents, inventory: Inventory) -> None:
    """Every byte against the manifest, and nothing beside it."""
    sum = inventory["digestAlgorithm"]
    listed = {path: digest for digest, paths in inventory["manifest"].items() for path in paths}
    for path, digest in listed.items():
        file = object.files.get(path)
        if file is None:
            object.tell("D012", path, manifest="inventory.json")
        elif getattr(file, sum) != digest.lower():
            object.tell("D011", path, sum=sum, manifest="inventory.json")
    for path in object.files:
        if path not in listed and not _belongs(path, inventory):
            object.tell("D013", path, manifest="inventory.json")


def _belongs(path: str, inventory: Inventory) -> bool:
    sidecar = f"inventory.json.{inventory['digestAlgorithm']}"
    folder, _, name = path.rpartition("/")
    if folder == "" and path.startswith("0="):
        return True
    if folder.split("/")[0] in ("logs", "extensions"):
        return True
    return name in ("inventory.json", sidecar) and (folder == "" or folder in inventory["versions"])


def _versions(object: Contents, inventory: Inventory) -> None:
    """The inventory of the newest version is that of the object; older ones tell the same of their versions."""
    for name in inventory["versions"]:
        path = f"{name}/inventory.json"
        if name == inventory["head"]:
            if object.kept.get(path) not in (None, object.kept["inventory.json"]):
                object.tell("D032", path)
        elif path in object.kept:
            older = _inventory(object, f"{name}/")
            if older and _states(older, inventory) != _states(inventory, older):
                object.tell("D032", path)


def _states(one: Inventory, other: Inventory) -> Any:
    """What one inventory says of the versions that both have: each logical path with its sum."""
    shared = set(one.get("versions", {})) & set(other.get("versions", {}))
    return {
        name: sorted(
            (path, digest) for digest, paths in one["versions"][name]["state"].items() for path in paths
        )
        for name in shared
    }

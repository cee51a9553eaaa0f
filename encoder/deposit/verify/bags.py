"""Is it a bag, whole and as its profile wants it (RFC 8493, 3; BagIt Profiles 1.3)?"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from typing import Any

from encoder.deposit.bag import PROFILE, PROFILE_ID, SUMS
from encoder.deposit.members import Contents, safe

_DECLARED = re.compile(r"BagIt-Version: (\d+\.\d+)\r?\nTag-File-Character-Encoding: UTF-8\r?\n?")
_MANIFEST = re.compile(r"(tag)?manifest-(\w+)\.txt")
_STANDARD = ("bagit.txt", "bag-info.txt", "fetch.txt")
_ROW = re.compile(r"([0-9A-Fa-f]+)[ \t]+\*?(.+)")


def kept(path: str) -> bool:
    """The files that have to be read: those at the root of the bag."""
    return "/" not in path


def check(bag: Contents) -> None:
    """Tell what is wrong with a bag."""
    declared = _DECLARED.fullmatch(bag.kept.get("bagit.txt", b"").decode("utf-8", "replace"))
    if not declared:
        reason = "bagit.txt is not as RFC 8493 has it" if "bagit.txt" in bag.kept else "it has no bagit.txt"
        bag.tell("D010", "", reason=reason)
        return
    manifests = {path: match for path in sorted(bag.kept) if (match := _MANIFEST.fullmatch(path))}
    listed: dict[str, set[str]] = {}
    for path, match in manifests.items():
        rows = dict(_rows(bag, path))
        _compare(bag, path, match[2], rows)
        if not match[1]:
            listed[path] = set(rows)
    if not any(match[2] in SUMS and not match[1] for match in manifests.values()):
        bag.tell("D016", "", reason="it has no SHA-256 or SHA-512 manifest")
    _unlisted(bag, declared[1], listed)
    _oxum(bag)
    _profile(bag, declared[1], [path for path, match in manifests.items()])


def _unlisted(bag: Contents, version: str, listed: Mapping[str, set[str]]) -> None:
    """Since 1.0 each manifest lists every file (RFC 8493, 2.1.3); before, one of them did."""
    if version < "1.0":
        listed = {"any manifest": set().union(*listed.values())}
    for path in bag.files:
        if path.startswith("data/"):
            manifest = next((name for name, paths in listed.items() if path not in paths), "")
            if manifest or not listed:
                bag.tell("D013", path, manifest=manifest or "any manifest")


def _rows(bag: Contents, manifest: str) -> Iterator[tuple[str, str]]:
    """Path and sum of each row."""
    seen: set[str] = set()
    for number, line in enumerate(bag.kept[manifest].decode("utf-8", "replace").splitlines(), 1):
        row = _ROW.fullmatch(line)
        if not row:
            bag.tell("D014", manifest, reason=f"line {number} is not a sum and a path")
            continue
        path = row[2].removeprefix("./").replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")
        inside = path.startswith("data/") or manifest.startswith("tag")
        if not safe(path):
            bag.tell("D015", manifest, target=row[2])
        elif path in seen:
            bag.tell("D014", manifest, reason=f"line {number} lists {path} again")
        elif not inside:
            bag.tell("D014", manifest, reason=f"line {number} lists {path}, which is not in data/")
        else:
            seen.add(path)
            yield path, row[1].lower()


def _compare(bag: Contents, manifest: str, sum: str, rows: Mapping[str, str]) -> None:
    for path, digest in rows.items():
        file = bag.files.get(path)
        if file is None:
            bag.tell("D012", path, manifest=manifest)
        elif sum in SUMS and getattr(file, sum) != digest:
            bag.tell("D011", path, sum=sum, manifest=manifest)


def info(bag: Contents) -> dict[str, list[str]]:
    """``bag-info.txt``: each label with its values."""
    told: dict[str, list[str]] = {}
    label = ""
    for line in bag.kept.get("bag-info.txt", b"").decode("utf-8", "replace").splitlines():
        if line[:1] in (" ", "\t") and label:
            told[label][-1] += " " + line.strip()
            continue
        label, colon, value = line.partition(":")
        if colon:
            told.setdefault(label.strip(), []).append(value.strip())
        elif line.strip():
            bag.tell("D014", "bag-info.txt", reason=f"{line[:40]!r} is not a label and a value")
            label = ""
    return told


def _oxum(bag: Contents) -> None:
    said = info(bag).get("Payload-Oxum", [""])[0]
    payload = [file.size for path, file in bag.files.items() if path.startswith("data/")]
    found = f"{sum(payload)}.{len(payload)}"
    if said and said != found:
        bag.tell("D017", "bag-info.txt", said=said, found=found)


def _profile(bag: Contents, version: str, manifests: list[str]) -> None:
    """Our profile as the program has it; another one as the bag itself brings it, if it does."""
    named = info(bag).get("BagIt-Profile-Identifier", [""])[0]
    if not named:
        return
    try:
        text = PROFILE.read_bytes() if named == PROFILE_ID else bag.kept["bagit-profile.json"]
        profile = json.loads(text)
        for reason in _unmet(bag, profile, version, manifests):
            bag.tell("D016", "", reason=reason)
    except (KeyError, TypeError, AttributeError, ValueError):
        bag.tell("D016", "", reason=f"its profile {named} is not known here")


def _unmet(bag: Contents, profile: Mapping[str, Any], version: str, manifests: list[str]) -> Iterator[str]:
    told = info(bag)
    for label, rule in profile.get("Bag-Info", {}).items():
        values = told.get(label, [])
        if rule.get("required") and not any(values):
            yield f"bag-info.txt has no {label}"
        if rule.get("repeatable") is False and len(values) > 1:
            yield f"bag-info.txt has {label} {len(values)} times"
        if "values" in rule and not set(values) <= set(rule["values"]):
            yield f"{label} is {'; '.join(values)}"
    for key, kind in (("Manifests-Required", "manifest"), ("Tag-Manifests-Required", "tagmanifest")):
        for sum in profile.get(key, []):
            if f"{kind}-{sum}.txt" not in manifests:
                yield f"it has no {kind}-{sum}.txt"
    for key in ("Tag-Files-Required", "Payload-Files-Required"):
        for path in profile.get(key, []):
            if path not in bag.files:
                yield f"it has no {path}"
    allowed = profile.get("Tag-Files-Allowed", ["*"])
    for path in bag.files:
        tag = not path.startswith("data/") and path not in _STANDARD and not _MANIFEST.fullmatch(path)
        if tag and not any(fnmatchcase(path, pattern) for pattern in allowed):
            yield f"{path} is no file of such a bag"
    if not profile.get("Allow-Fetch.txt", True) and "fetch.txt" in bag.files:
        yield "it has a fetch.txt"
    if version not in profile.get("Accept-BagIt-Version", [version]):
        yield f"its BagIt version is {version}"

"""What has changed since the package before: its documents compared with these, text and markup apart."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from lxml import etree

from encoder.deposit import changes, members
from encoder.deposit.record import Change, Document, Previous
from encoder.deposit.verify import objects
from encoder.markup import TEI
from encoder.model import UsageError

_TEI_FILE = re.compile(r"tei/[^/]+\.xml")
_XML = etree.XMLParser(resolve_entities=False, no_network=True)
# More words than this are counted as a whole, since comparing takes the square of their number.
_MOST_WORDS = 20_000


def previous(package: Path, new: Path, documents: Sequence[Document]) -> Previous:
    """Compare.

    :param package: the package before, in any form. :param new: the folder of the new one, whose TEI is written.
    :raises UsageError: it is no package of an edition, or it is damaged.
    """
    kept = _kept(package)
    record = _record(package, kept)
    told = list(_changes(kept, new, documents))
    before = {path for path in kept if _TEI_FILE.fullmatch(path)}
    changed = sum(change.kinds not in (("added",), ("removed",)) for change in told)
    same = sum(one.path in before for one in documents) - changed
    return Previous(
        name=record.get("name") or package.name,
        date=record.get("date") or "",
        version=record.findtext("version") or "",
        doi=record.findtext("doi") or "",
        changes=tuple(told),
        unchanged=same,
        history=_history(kept),
    )


def _kept(package: Path) -> dict[str, bytes]:
    """The old package's documents and descriptions, by their paths below ``data``."""

    def keep(path: str) -> bool:
        return (
            (not path.startswith("v") and wanted(path.removeprefix("data/")))
            or "/content/" in path
            or objects.kept(path)
        )

    def wanted(path: str) -> bool:
        return bool(_TEI_FILE.fullmatch(path)) or path in ("metadata/record.xml", "CHANGES.txt")

    found = members.contents(package, keep)
    if not found.whole:
        raise UsageError(
            f"{package}: it cannot be compared with; 'encoder deposit --check {package}' says why."
        )
    if "inventory.json" in found.kept:
        places: Mapping[str, Any] = objects.places(json.loads(found.kept["inventory.json"]))
        return {path: found.kept[at] for path, at in places.items() if wanted(path) and at in found.kept}
    return {path.removeprefix("data/"): data for path, data in found.kept.items()}


def _record(package: Path, kept: Mapping[str, bytes]) -> etree._Element:
    try:
        return etree.fromstring(kept["metadata/record.xml"], _XML)
    except (KeyError, etree.XMLSyntaxError):
        raise UsageError(
            f"{package}: this is no package of an edition: it has no metadata/record.xml."
        ) from None


def _history(kept: Mapping[str, bytes]) -> str:
    """What the old package said of itself and those before."""
    text = kept.get("CHANGES.txt", b"").decode("utf-8", "replace")
    return text.removeprefix(f"{changes.HEADING}\n\n")


def _changes(kept: Mapping[str, bytes], new: Path, documents: Sequence[Document]) -> Iterator[Change]:
    """In the order of the new documents, then those that are gone."""
    for one in documents:
        old = kept.get(one.path)
        if old is None:
            yield Change(one.id, one.title, ("added",))
        elif (data := (new / "data" / one.path).read_bytes()) != old:
            yield from _compared(one, old, data)
    there = {one.path for one in documents}
    for path, data in kept.items():
        if _TEI_FILE.fullmatch(path) and path not in there:
            title = _parsed(data).findtext(f".//{TEI}titleStmt/{TEI}title") or ""
            yield Change(path[4:-4], " ".join(title.split()), ("removed",))


def _parsed(data: bytes) -> etree._Element:
    try:
        return etree.fromstring(data, _XML)
    except etree.XMLSyntaxError:
        return etree.Element("TEI")


def _compared(one: Document, old: bytes, new: bytes) -> Iterator[Change]:
    before, after = _parsed(old), _parsed(new)
    texts = [root.find(f"{TEI}text") for root in (before, after)]
    words = [_words(text) for text in texts]
    kinds = []
    if words[0] != words[1]:
        kinds.append("text")
    if _elements(texts[0]) != _elements(texts[1]) or (not kinds and _extents(texts[0]) != _extents(texts[1])):
        kinds.append("markup")
    if _header(before) != _header(after):
        kinds.append("header")
    if kinds:
        yield Change(one.id, one.title, tuple(kinds), _moved(*words))


def _words(text: etree._Element | None) -> list[str]:
    return [] if text is None else "".join(map(str, text.itertext())).split()


def _elements(text: etree._Element | None) -> list[tuple[str, str]]:
    """The elements with their attributes. Where a block stood in its source is no markup."""
    found = []
    for one in () if text is None else text.iter(etree.Element):
        attributes = sorted((str(name), str(value)) for name, value in one.attrib.items() if name != "source")
        found.append((str(one.tag), " ".join(map("=".join, attributes))))
    return found


def _extents(text: etree._Element | None) -> list[tuple[int, int]]:
    """Where each element begins and ends, in characters without white space."""
    found: list[tuple[int, int]] = []
    starts: list[int] = []
    at = 0
    for event, one in () if text is None else etree.iterwalk(text, events=("start", "end")):
        if event == "start":
            starts.append(at)
            at += _length(one.text)
        else:
            found.append((starts.pop(), at))
            at += _length(one.tail)
    return found


def _length(text: str | None) -> int:
    return len("".join((text or "").split()))


def _header(root: etree._Element) -> bytes:
    """What an editor may have changed in a header: without what every run writes anew (the date of the edition, the program
    and its version) and where things stood in the source."""
    header = root.find(f"{TEI}teiHeader")
    if header is None:
        return b""
    for one in [*header.iterfind(f".//{TEI}publicationStmt/{TEI}date"), *header.iter(f"{TEI}appInfo")]:
        one.clear()
    for one in header.iter(etree.Element):
        _without(one, "source")
        if one.get("who") == "#encoder":
            _without(one, "when")
        if one.tag == f"{TEI}name" and one.get("type") == "program":
            one.text = None
    return etree.tostring(header, method="c14n", with_tail=False)


def _without(element: etree._Element, name: str) -> None:
    if name in element.attrib:
        del element.attrib[name]


def _moved(old: list[str], new: list[str]) -> tuple[int, int]:
    """How many words are gone, and how many are new."""
    if max(len(old), len(new)) > _MOST_WORDS:
        return len(old), len(new)
    gone = added = 0
    for tag, start, end, begin, stop in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            gone, added = gone + end - start, added + stop - begin
    return gone, added

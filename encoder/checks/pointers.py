"""Pointers from file to file in an edition: into its registers, and between its documents.

A pointer is a relative address, resolved from the folder of the file it stands in (TEI P5 16.2, RFC 3986):
``../registers/persons.xml#hao-deqing`` in a document, ``organizations.xml#mfa-dprk`` in a register.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import NamedTuple
from urllib.parse import unquote

from lxml import etree

from encoder.checks import wellformed
from encoder.checks.places import Places
from encoder.model import Finding

_TEI = "{http://www.tei-c.org/ns/1.0}"
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_POINTING = ("target", "ref", "resp", "who", "hand")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
# What the entry is that a name points to.
_ENTRIES = {
    "persName": "person",
    "placeName": "place",
    "settlement": "place",
    "country": "place",
    "orgName": "org",
    "repository": "org",
}


class Document(NamedTuple):
    """A file of the edition: its name for findings, where it is from the edition's root (with ``/``), and its bytes."""

    name: str
    path: str
    data: bytes


class _Pointer(NamedTuple):
    value: str
    attribute: str
    element: str
    number: int  # of the element, in the order of the document


@dataclass(frozen=True, slots=True)
class _File:
    """What others may point to in a file, and what it points to. ``ids`` has the element that each is of."""

    document: Document
    root: str
    ids: Mapping[str, str]
    pointers: Sequence[_Pointer]


def findings(documents: Iterable[Document]) -> list[Finding]:
    """L001 to L004 of an edition's documents and registers, in the order given; what is no XML is left out.

    :param documents: each of them once. Pointers inside a file (``#id``) are a rule of the guidelines, T110.
    """
    files = [file for document in documents if (file := _read(document))]
    by_path = {file.document.path: file for file in files}
    found = list(_twice(files))
    for file in files:
        lost = [(pointer, told) for pointer in file.pointers if (told := _follow(file, pointer, by_path))]
        if lost:
            found += _placed(file, lost)
    return found


def _read(document: Document) -> _File | None:
    tree = wellformed.parse(document.name, document.data)
    if isinstance(tree, Finding):
        return None
    ids: dict[str, str] = {}
    pointers: list[_Pointer] = []
    for index, element in enumerate(tree.iter("*")):
        name = str(element.tag)
        identifier = element.get(_ID)
        if identifier is not None:
            ids[identifier] = name.removeprefix(_TEI)
        if name.startswith(_TEI):
            pointers += _pointers(element, name.removeprefix(_TEI), index)
    return _File(document, tree.getroot().get(_ID) or "", ids, pointers)


def _pointers(element: etree._Element, name: str, index: int) -> Iterator[_Pointer]:
    for attribute in _POINTING:
        for value in (element.get(attribute) or "").split():
            if not value.startswith("#") and not _SCHEME.match(value):
                yield _Pointer(value, attribute, name, index)


def _twice(files: Sequence[_File]) -> Iterator[Finding]:
    first: dict[str, _File] = {}
    for file in files:
        other = first.setdefault(file.root, file) if file.root else file
        if other is not file:
            words = {"id": file.root, "other": other.document.path}
            yield Finding("L003", file.document.name, *_Placing(file)(0), words)


def _follow(
    file: _File, pointer: _Pointer, by_path: Mapping[str, _File]
) -> tuple[str, dict[str, str]] | None:
    """The code and words of what is wrong with a pointer; None where it arrives."""
    address, _, fragment = pointer.value.partition("#")
    address, fragment = unquote(address), unquote(fragment)
    folder = posixpath.dirname(file.document.path)
    goal = by_path.get(posixpath.normpath(posixpath.join(folder, address)))
    words = {"pointer": pointer.value, "attribute": pointer.attribute, "file": address, "id": fragment}
    if goal is None:
        relative = {posixpath.basename(path): posixpath.relpath(path, folder) for path in by_path}
        return "L001", {**words, "guess": _guess(posixpath.basename(address), relative)}
    if not fragment:
        return None
    if fragment not in goal.ids:
        return "L002", {**words, "guess": _guess(fragment, {one: one for one in goal.ids})}
    wanted, there = _ENTRIES.get(pointer.element), goal.ids[fragment]
    if pointer.attribute == "ref" and wanted not in (None, there):
        return "L004", {**words, "name": pointer.element, "wanted": str(wanted), "there": there}
    return None


def _guess(word: str, known: Mapping[str, str]) -> str:
    close = get_close_matches(word, list(known), 1)
    return f"; did you mean {known[close[0]]}?" if close else ""


def _placed(file: _File, lost: Sequence[tuple[_Pointer, tuple[str, dict[str, str]]]]) -> Iterator[Finding]:
    place = _Placing(file)
    for pointer, (code, words) in lost:
        yield Finding(code, file.document.name, *place(pointer.number), words)


class _Placing:
    """Line and column of an element by its number. The file is parsed again, since few have anything to tell."""

    def __init__(self, file: _File) -> None:
        tree = wellformed.parse(file.document.name, file.document.data)
        assert not isinstance(tree, Finding)
        self._elements = list(tree.iter("*"))
        self._places = Places(tree, file.document.data)

    def __call__(self, index: int) -> tuple[int, int]:
        return self._places.of(self._elements[index])

"""Pointers from file to file in an edition: into its registers, and between its documents.

A pointer is a relative address, resolved from the folder of the file it stands in (TEI P5 16.2, RFC 3986):
``../registers/persons.xml#hao-deqing`` in a document, ``organizations.xml#mfa-dprk`` in a register.
"""

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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


class Pointer(NamedTuple):
    value: str
    attribute: str
    element: str
    number: int  # of the element, in the order of the document


class Links(NamedTuple):
    """What others may point to in a file, and what it points to.

    :param root: the ``xml:id`` of its root, or nothing. ``ids`` has the element that each ``xml:id`` is of.
    """

    name: str
    path: str
    root: str
    ids: Mapping[str, str]
    pointers: Sequence[Pointer]


def findings(documents: Iterable[Document]) -> list[Finding]:
    """L001 to L004 of an edition's documents and registers, in the order given; what is no XML is left out.

    :param documents: each of them once. Pointers inside a file (``#id``) are a rule of the guidelines, T110.
    """
    all_of_them = {document.path: document for document in documents}
    files = {path: links for path, one in all_of_them.items() if (links := read(one.name, path, one.data))}
    return among(files, lambda path: all_of_them[path].data)


def among(files: Mapping[str, Links], data: Callable[[str], bytes]) -> list[Finding]:
    """The same for files that have been read already.

    :param files: by path; each is asked for when its turn comes, so that not all of them need be held at once.
    :param data: the bytes of the file of a path; asked for only where there is something to tell.
    """
    found = list(_twice(files, data))
    for file in files.values():
        lost = [(pointer, told) for pointer in file.pointers if (told := _follow(file, pointer, files))]
        if lost:
            found += _placed(file, data(file.path), lost)
    return found


def read(name: str, path: str, data: bytes) -> Links | None:
    """The links of a file; None where it is no XML. See :class:`Document`."""
    tree = wellformed.parse(name, data)
    return None if isinstance(tree, Finding) else of_tree(name, path, tree)


def of_tree(name: str, path: str, tree: etree._ElementTree) -> Links:
    ids: dict[str, str] = {}
    pointers: list[Pointer] = []
    for index, element in enumerate(tree.iter("*")):
        tag = str(element.tag)
        identifier = element.get(_ID)
        if identifier is not None:
            ids[identifier] = tag.removeprefix(_TEI)
        if tag.startswith(_TEI):
            pointers += _pointers(element, tag.removeprefix(_TEI), index)
    return Links(name, path, tree.getroot().get(_ID) or "", ids, pointers)


def _pointers(element: etree._Element, name: str, index: int) -> Iterator[Pointer]:
    for attribute in _POINTING:
        for value in (element.get(attribute) or "").split():
            if not value.startswith("#") and not _SCHEME.match(value):
                yield Pointer(value, attribute, name, index)


def _twice(files: Mapping[str, Links], data: Callable[[str], bytes]) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for file in files.values():
        other = first.setdefault(file.root, file.path) if file.root else file.path
        if other != file.path:
            words = {"id": file.root, "other": other}
            yield Finding("L003", file.name, *_Placing(file, data(file.path))(0), words)


def _follow(file: Links, pointer: Pointer, files: Mapping[str, Links]) -> tuple[str, dict[str, str]] | None:
    """The code and words of what is wrong with a pointer; None where it arrives."""
    address, _, fragment = pointer.value.partition("#")
    address, fragment = unquote(address), unquote(fragment)
    folder = posixpath.dirname(file.path)
    path = posixpath.normpath(posixpath.join(folder, address))
    words = {"pointer": pointer.value, "attribute": pointer.attribute, "file": address, "id": fragment}
    if path not in files:
        relative = {posixpath.basename(one): posixpath.relpath(one, folder) for one in files}
        return "L001", {**words, "guess": _guess(posixpath.basename(address), relative)}
    if not fragment:
        return None
    goal = files[path]
    if fragment not in goal.ids:
        return "L002", {**words, "guess": _guess(fragment, {one: one for one in goal.ids})}
    wanted, there = _ENTRIES.get(pointer.element), goal.ids[fragment]
    if pointer.attribute == "ref" and wanted not in (None, there):
        return "L004", {**words, "name": pointer.element, "wanted": str(wanted), "there": there}
    return None


def _guess(word: str, known: Mapping[str, str]) -> str:
    close = get_close_matches(word, list(known), 1)
    return f"; did you mean {known[close[0]]}?" if close else ""


def _placed(
    file: Links, data: bytes, lost: Sequence[tuple[Pointer, tuple[str, dict[str, str]]]]
) -> Iterator[Finding]:
    place = _Placing(file, data)
    for pointer, (code, words) in lost:
        yield Finding(code, file.name, *place(pointer.number), words)


class _Placing:
    """Line and column of an element by its number. The file is parsed again, since few have anything to tell."""

    def __init__(self, file: Links, data: bytes) -> None:
        tree = wellformed.parse(file.name, data)
        assert not isinstance(tree, Finding)
        self._elements = list(tree.iter("*"))
        self._places = Places(tree, data)

    def __call__(self, index: int) -> tuple[int, int]:
        return self._places.of(self._elements[index])

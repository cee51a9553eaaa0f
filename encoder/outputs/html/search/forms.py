"""Which names and words are forms of one another: a search for one finds the others.

Two sources say so: an entry of a register (all its names), and a document that has one form beside another (``choice`` of
``orig`` and ``reg``, of ``abbr`` and ``expan``). The second holds for these two only: what is a form of a form is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from encoder.edition import Edition
from encoder.files import read_xml
from encoder.markup import TEI, XML
from encoder.outputs.html.search.words import key
from encoder.registers import FILES


@dataclass(frozen=True, slots=True)
class Named:
    """An entry of a register: ``persons#pak-song-chol``, its main name first among its forms."""

    entry: str
    forms: tuple[str, ...]


@dataclass(slots=True)
class Forms:
    """For each form as one word: the entries that have it, and the forms it is beside."""

    _entries: dict[str, set[str]] = field(default_factory=dict)
    _beside: dict[str, dict[str, None]] = field(default_factory=dict)

    def add_entry(self, named: Named) -> None:
        for form in named.forms:
            self._entries.setdefault(key(form), set()).add(named.entry)
            self._add(form, named.forms)

    def add_pair(self, one: str, other: str) -> None:
        self._add(one, [other])
        self._add(other, [one])

    def _add(self, form: str, others: Iterable[str]) -> None:
        here = key(form)
        if here:
            beside = self._beside.setdefault(here, {})
            beside.update((other, None) for other in others if key(other) not in ("", here))

    def rows(self) -> Iterator[tuple[str, str]]:
        """Each form as one word, and ``entries⇥form⇥form``; in order."""
        for here in sorted(self._beside):
            entries = sorted(self._entries.get(here, ()))
            beside = self._beside[here]
            if entries or beside:
                yield here, "\t".join([" ".join(entries), *beside])


def entries(edition: Edition) -> Mapping[str, list[Named]]:
    """The entries of each register.

    :raises UsageError: a register is not XML.
    """
    found: dict[str, list[Named]] = {}
    for register, (element, name) in FILES.items():
        path = edition.registers / f"{register}.xml"
        found[register] = [
            Named(f"{register}#{one.get(XML + 'id')}", _names(one, name))
            for one in (read_xml(path).iter(TEI + element) if path.exists() else ())
        ]
    return found


def _names(entry: object, name: str) -> tuple[str, ...]:
    """All names of an entry, the main one first; two that differ in the shape of an apostrophe are one."""
    found: dict[str, str] = {}
    elements = sorted(entry.iterfind(TEI + name), key=lambda one: one.get("type") != "main")  # type: ignore[attr-defined]
    for element in elements:
        form = " ".join("".join(element.itertext()).split())
        found.setdefault(form.replace("’", "'"), form)
    return tuple(found.values())

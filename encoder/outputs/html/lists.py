"""The documents by sender, by addressee, by archive and by class."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from encoder.edition import Edition
from encoder.model import OutputFile
from encoder.outputs.html import names
from encoder.outputs.html.rows import numbered, row
from encoder.outputs.html.sheets import common, sheets
from encoder.outputs.output import Entries

LISTS = ("senders", "addressees", "archives", "classes")  # each a page of that name


@dataclass(slots=True)
class Group:
    """The documents that have one thing in common: a sender, an archive.

    :param pointer: its entry in a register, or empty.
    """

    name: str
    pointer: str
    documents: list[etree._Element] = field(default_factory=list)


def files(edition: Edition, entries: Entries, facts: str) -> Iterator[OutputFile]:
    """A page for each list that has anything in it."""
    documents = list(numbered(entries))
    known = names.registered(edition)
    for name in LISTS:
        groups = grouped(documents, name)
        if not groups:
            continue
        root = etree.Element("list", name=name, language=edition.language)
        for group in groups:
            holder = etree.SubElement(root, "group", name=group.name)
            if group.pointer in known:
                holder.set("href", known[group.pointer].page)
            holder.extend(row(document) for document in group.documents)
        text = etree.tostring(root, encoding="unicode")
        yield OutputFile(f"{name}.html", sheets().run("html", text, **common(edition, facts)).encode())


def grouped(documents: list[etree._Element], name: str) -> list[Group]:
    """The groups of one list by name; two spellings that differ in case or in a final stop are one."""
    groups: dict[str, Group] = {}
    for document in documents:
        for one in document.iterfind(f"in[@list='{name}']"):
            key = one.get("ref") or (one.get("name") or "").casefold().rstrip(".")
            group = groups.setdefault(key, Group(one.get("name") or "", one.get("ref") or ""))
            if document not in group.documents[-1:]:
                group.documents.append(document)
    return sorted(groups.values(), key=lambda group: group.name.casefold())

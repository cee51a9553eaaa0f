"""New entries for the registers, proposed from the TEI of an edition, for an editor to accept.

Proposed are names that are marked and have no entry, with the other forms that the translators' brackets give them, and
names that their company betrays: a title before a person, `Province` or `River` after a place, an office by its words.
Nothing is linked by a proposal.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import cast

from lxml import etree

from encoder.inline import english
from encoder.markup import NS, NSMAP, TEI, XML, element
from encoder.metadata.wording.english import known
from encoder.model import OutputFile
from encoder.registers import FILES, Registers, folded

_LISTS = {"persons": "listPerson", "places": "listPlace", "organizations": "listOrg"}
_CAP = r"[^\W\d_a-zß-öø-ÿ][^\W\d_]*(?:[’'-][^\W\d_]+)*"
_TITLED = re.compile(
    rf"\b(?:{'|'.join(sorted({title.capitalize() for title in english.TITLES}))})\.?\s+(?P<name>{_CAP}(?:\s+{_CAP}){{0,2}})"
)
_PLACED = re.compile(
    rf"(?P<name>{_CAP}(?:\s+{_CAP})?)\s+(?:Province|River|County|City|District|Prefecture|Island|Mountains?|Region|Oblast)\b"
)
_OFFICE = re.compile(
    rf"(?P<name>(?:{_CAP}\s+){{0,3}}(?:Ministry|Department|Committee|Commission|Embassy|Bureau|Council)\s+(?:of|for)\s+(?:the\s+)?"
    rf"{_CAP}(?:\s+(?:and\s+)?{_CAP}){{0,3}})"
)


@dataclass
class Proposal:
    """A name to be entered: its main form, its other forms, and the documents in which it occurs."""

    main: str
    variants: set[str] = field(default_factory=set)
    abbreviations: set[str] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)


def propose(documents: Iterable[tuple[str, etree._Element]], registers: Registers) -> list[OutputFile]:
    """The proposals as TEI registers, one for each kind that has any.

    :param documents: id and TEI element of each document. :param registers: what is known already.
    """
    found: dict[str, dict[str, Proposal]] = {stem: {} for stem in FILES}
    for identity, root in documents:
        text = root.find(f".//{TEI}text")
        if text is None:
            continue
        for stem, main, variants, abbreviations in [*_marked(text), *_betrayed(text)]:
            name = FILES[stem][1]
            if any(registers.knows(name, form) for form in (main, *variants, *abbreviations)):
                continue
            entry = found[stem].setdefault(folded(main), Proposal(main))
            entry.variants |= variants - {main}
            entry.abbreviations |= abbreviations
            entry.documents.add(identity)
    return [_file(stem, entries) for stem, entries in found.items() if entries]


def _marked(text: etree._Element) -> Iterator[tuple[str, str, set[str], set[str]]]:
    """Names in the text that are marked and not linked, with their forms from ``choice``."""
    for stem, (_, name) in FILES.items():
        for one in text.iter(TEI + name):
            if one.get("ref"):
                continue
            forms = {tag: _forms(one, tag) for tag in ("orig", "reg", "abbr", "expan")}
            main = forms["reg"] or forms["expan"] or _said(one)
            yield stem, main, {forms["orig"]} - {""}, {forms["abbr"]} - {""}
    for choice in text.iter(TEI + "choice"):
        parent = choice.getparent()
        if choice.find(TEI + "abbr") is not None and (parent is None or parent.tag != TEI + "orgName"):
            yield (
                "organizations",
                _said(choice.find(TEI + "expan")),
                set(),
                {_said(choice.find(TEI + "abbr"))},
            )


def _forms(name: etree._Element, tag: str) -> str:
    """The whole name with one side of its choice: `Tan|Tang Enbo` gives `Tan Enbo` for ``orig``."""
    if name.find(f".//{TEI}{tag}") is None:
        return ""
    other = {"orig": "reg", "reg": "orig", "abbr": "expan", "expan": "abbr"}[tag]
    parts = cast(list[str], name.xpath(f".//text()[not(ancestor::t:{other})]", namespaces={"t": NS}))
    return _line("".join(parts)).strip(" ?")


def _said(one: etree._Element | None) -> str:
    return _line("".join(map(str, one.itertext()))) if one is not None else ""


def _betrayed(text: etree._Element) -> Iterator[tuple[str, str, set[str], set[str]]]:
    """Names that are not marked, told by the words beside them."""
    for block in text.iter(TEI + "p", TEI + "item", TEI + "head", TEI + "salute", TEI + "signed"):
        said = _line("".join(_unmarked(block)))
        for stem, pattern in (("persons", _TITLED), ("places", _PLACED), ("organizations", _OFFICE)):
            for match in pattern.finditer(said):
                words = match["name"].split()
                while words and words[0].lower() in english.TITLES | english.SMALL:
                    words.pop(0)
                common = stem != "organizations" and any(
                    word.lower() in english.TITLES or known(word.lower()) for word in words
                )
                if words and not common:
                    yield stem, re.sub(r"[’']s$", "", " ".join(words)), set(), set()


def _unmarked(block: etree._Element) -> Iterator[str]:
    """The text of a block with a mark in the place of names, notes and other forms."""
    yield block.text or ""
    for child in block:
        name = str(child.tag).removeprefix(TEI)
        if name in {"persName", "placeName", "orgName", "note", "gloss", "list", "choice"}:
            yield " · "
        else:
            yield from _unmarked(child)
        yield child.tail or ""


def _line(text: str) -> str:
    return " ".join(text.split())


def _file(stem: str, entries: dict[str, Proposal]) -> OutputFile:
    root = etree.Element(TEI + "TEI", nsmap=NSMAP)
    root.set(XML + "id", f"proposed-{stem}")
    described = element(element(root, "teiHeader"), "fileDesc")
    element(element(described, "titleStmt"), "title", text=f"Proposed {stem}")
    element(
        element(described, "publicationStmt"), "p", text="Not published: entries for an editor to accept."
    )
    element(
        element(described, "sourceDesc"), "p", text="Names of the documents that the registers do not have."
    )
    holder = element(element(root, "standOff"), _LISTS[stem])
    entry, name = FILES[stem]
    taken: dict[str, int] = defaultdict(int)
    for proposal in sorted(entries.values(), key=lambda one: folded(one.main)):
        slug = re.sub(r"[^a-z0-9]+", "-", folded_words(proposal.main)).strip("-") or "name"
        taken[slug] += 1
        made = element(holder, entry, {"xml:id": slug if taken[slug] == 1 else f"{slug}-{taken[slug]}"})
        element(made, name, {"type": "main"}, proposal.main)
        for form in sorted(proposal.variants):
            element(made, name, {"type": "variant"}, form)
        for form in sorted(proposal.abbreviations):
            element(made, name, {"type": "abbreviation"}, form)
        element(made, "note", {"type": "description"}, f"Occurs in {', '.join(sorted(proposal.documents))}.")
    etree.indent(root)
    return OutputFile(f"{stem}.xml", etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n")


def folded_words(text: str) -> str:
    """Words in plain letters, one hyphen between them."""
    return "-".join(folded(word) for word in text.split())

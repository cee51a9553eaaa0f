"""One document: from its typed text to TEI."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from lxml import etree

from encoder import blocks as blocking
from encoder import brackets, readers, registers
from encoder.edition import Edition, date_of
from encoder.findings import position
from encoder.inline import attach, emphasis, entities, foreign
from encoder.inline.parse import parse
from encoder.markup import NSMAP, TEI, XML
from encoder.metadata import archive_register, dates, facts
from encoder.metadata.archive_register import Archives
from encoder.metadata.dates import DateMatch
from encoder.metadata.facts import Facts
from encoder.model import (
    Annotated,
    Block,
    Bracket,
    Claim,
    Entity,
    Finding,
    Node,
    Passage,
    Source,
    Span,
    Stray,
)
from encoder.registers import Registers
from encoder.tei import body, header, serialise

# Blocks that are not the document's text.
_RECORD = {"furniture", "metadata"}
# Blocks in which dates and names are looked for.
_READ = {
    "paragraph",
    "quotation",
    "item",
    "speech",
    "footnote",
    "dateline",
    "signed",
    "address",
    "handling",
    "heading",
    "letterhead",
}


@dataclass(frozen=True, slots=True)
class Encoded:
    """A source made into TEI: the document, its text as XML, and what there is to tell."""

    source: Source
    root: etree._Element
    xml: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Workshop:
    """What every document of a run needs, loaded once."""

    edition: Edition
    registers: Registers
    archives: Archives


def workshop(edition: Edition) -> Workshop:
    """Load an edition's registers; its own register of archives goes before the program's."""
    return Workshop(edition, registers.load(edition.registers), archive_register.load(edition.registers))


def read(path: Path, encoding: str | None = None) -> tuple[Source | None, list[Finding]]:
    """A source file; see :func:`encoder.readers.read`."""
    return readers.read(path, encoding)


def encode(source: Source, shop: Workshop, schema: str) -> Encoded:
    """Typed text to TEI.

    :param schema: path from where the TEI file will be to the folder of the grammar.
    """
    found = blocking.blocks(source)
    known = facts.gather(found, shop.archives, shop.edition.source_languages)
    passages, told = _read_blocks(source, found, known, shop.registers)
    root = etree.Element(TEI + "TEI", nsmap=NSMAP)
    root.set(XML + "id", identifier(source.id))
    root.set(XML + "lang", shop.edition.language)
    made = body.write(root, source.name, shop.edition.language, passages, shop.registers.reference)
    header.write(root, source.name, known, shop.edition, date_of(shop.edition).isoformat(), made.hands)
    told += _about_record(
        source, known, any(isinstance(item, Annotated) for passage in passages for item in passage.items)
    )
    return Encoded(source, root, serialise.serialise(root, schema), tuple(told))


def identifier(name: str) -> str:
    """An ``xml:id`` and file stem from a name: letters, digits, ``-``, ``_`` and ``.``, not beginning with a digit."""
    bare = re.sub(r"[^\w.-]+", "-", name).strip("-.") or "document"
    return bare if re.match(r"[^\W\d]", bare) else f"d-{bare}"


def _read_blocks(
    source: Source, found: list[Block], known: Facts, names: Registers
) -> tuple[list[Passage], list[Finding]]:
    document = {"language": known.language, "footnotes": _numbered(found), "places": names.places}
    markdown = blocking.is_markdown(source)
    passages: list[Passage] = []
    told: list[Finding] = []
    for block in found:
        if block.kind in _RECORD:
            continue
        content = block.content.text
        nodes = parse(content)
        claims = brackets.claims(content, nodes, kind=block.kind, **document)
        items = attach.attach(nodes, claims)
        dated = dates.find(content, known.date) if block.kind in _READ else []
        named = names.find(content) if block.kind in _READ else []
        stressed = emphasis.find(content) if markdown and block.kind in _READ else []
        items = entities.mark(items, _entities(block, claims, dated, [*named, *stressed, *foreign.find(content, known.language)]))
        passages.append(Passage(_spoken(source, block), items))
        told += _about(source, block, nodes, claims, dated, named)
    return passages, told


def _spoken(source: Source, block: Block) -> Block:
    """A speech carries its speaker's name, which stands in its sign."""
    if block.kind != "speech" or block.sign is None:
        return block
    return replace(block, field=source.text[block.sign.start : block.sign.end])


def _numbered(found: list[Block]) -> bool:
    """Whether the numbers in brackets run 1, 2, 3 through the document, as notes do."""
    numbers = [
        int(n)
        for block in found
        if block.kind not in _RECORD
        for n in re.findall(r"\[(\d{1,3})\]", block.content.text)
    ]
    calls = list(dict.fromkeys(numbers))
    return (
        bool(calls)
        and calls == list(range(1, len(calls) + 1))
        and (len(calls) > 1 or any(b.kind == "footnote" for b in found))
    )


def _entities(
    block: Block, claims: dict[int, Claim], dated: list[DateMatch], named: list[Entity]
) -> list[Entity]:
    """Dates and registered names, sorted, the longer first where two overlap, none inside another form of a name."""
    content = block.content.text
    if block.kind == "distribution-item":
        return [
            Entity(Span(*match.span()), "num", {"value": match[0]}) for match in _COPIES.finditer(content)
        ]
    if block.kind not in _READ:
        return []
    found = [Entity(Span(match.start, match.end), "date", header.attributes(match.value)) for match in dated]
    found += [name for name in named if name.attrs.get("ref", "no register")]  # a namesake is better unmarked
    found += [
        Entity(Span(m.start(), m.end()), "idno", {"type": "registry"})
        for m in _REGISTRY.finditer(content)
        if block.kind != "address"
    ]
    taken = [
        Span(start - max(claim.host, 0), content.find("]", start) + 1)
        for start, claim in claims.items()
        if claim.reading in {"variant", "expansion", "sic", "query"}
    ]
    taken += [
        Span(start, content.find("]", start) + 1)
        for start, claim in claims.items()
        if claim.reading in {"annotation", "gap", "omission", "page", "footnote", "original"}
    ]
    return _apart(found, taken)


# How many copies: `Premier's Office (2)`, `Total of 19 copies`.
_COPIES = re.compile(r"(?<=\()\d+(?=\))|(?<=of )\d+(?= cop)")
# A number with its office, inside a sentence: `(59) First Consular Affairs No. 6/48`, `No. 0100`.
_REGISTRY = re.compile(r"(?:\(\d{2,4}\)\s+)?(?:[A-Z][\w’'.-]*\s+){0,5}?\bNo\.?\s?[A-Za-z]*-?\s?\d[\w/.-]*\w")


def _apart(found: list[Entity], taken: list[Span]) -> list[Entity]:
    kept: list[Entity] = []
    end = 0
    blocked = sorted(taken, key=lambda span: span.start)
    index = 0
    for entity in sorted(found, key=lambda one: (one.span.start, -len(one.span))):
        while index < len(blocked) and blocked[index].end <= entity.span.start:
            index += 1
        if entity.span.start >= end and not (index < len(blocked) and blocked[index].start < entity.span.end):
            kept.append(entity)
            end = entity.span.end
    return kept


def _about(
    source: Source,
    block: Block,
    nodes: tuple[Node, ...],
    claims: dict[int, Claim],
    dated: list[DateMatch],
    named: list[Entity],
) -> list[Finding]:
    """What is doubtful in a block, with its place in the source."""
    told: list[Finding] = []
    content = block.content.text

    def tell(code: str, at: int, **words: str) -> None:
        line, column = position(source.text, _offset(block, at))
        told.append(Finding(code, source.name, line, column, words))

    for match in dated:
        if match.value.cert and match.value.evidence:
            tell(
                "M006",
                match.start,
                text=" ".join(content[match.start : match.end].split()),
                date=header.written(match.value),
                evidence=match.value.evidence,
            )
    for name in named:
        if not name.attrs["ref"]:
            tell("L010", name.span.start, name=" ".join(content[name.span.start : name.span.end].split()))
    if block.kind == "stray":
        tell("B005", 0, text=content)
    elif block.degree < 1:
        tell("B006", 0, kind=block.kind, degree=f"{block.degree:.2g}", why=block.why)
    for node in _flat(nodes):
        start, end = node.span.start, node.span.end
        if isinstance(node, Stray):
            tell("B001", start, sign=content[start:end])
        elif isinstance(node, Bracket):
            claim = claims[start]
            text = " ".join(content[start:end].split())
            if claim.reading == "rendition" and (claim.host or claim.ahead):
                words = (
                    content[start - claim.host : start] if claim.host else content[end : end + claim.ahead]
                )
                tell("B004", start, rendition=claim.attrs["rend"], text=" ".join(words.split()))
            elif claim.degree < 1:
                tell(
                    "B003",
                    start,
                    text=text,
                    reading=claim.reading,
                    degree=f"{claim.degree:.2g}",
                    other=claim.other or "another",
                )
    return told


def explain(source: Source, shop: Workshop) -> Iterator[str]:
    """For each block its kind, and for each bracket its reading, the evidence, and what other rules would have said."""
    found = blocking.blocks(source)
    known = facts.gather(found, shop.archives, shop.edition.source_languages)
    document = {"language": known.language, "footnotes": _numbered(found), "places": shop.registers.places}
    for block in found:
        line, _ = position(source.text, block.spans[0].start)
        said = f" ({block.degree:.2g}: {block.why})" if block.degree < 1 else ""
        first = " ".join(block.content.text.split())[:70]
        yield f"{source.name}:{line}: {block.field or block.kind}{said}: {first}"
        if block.kind not in _RECORD:
            yield from _explained(source, block, document)


def _explained(source: Source, block: Block, document: Mapping[str, object]) -> Iterator[str]:
    content = block.content.text
    nodes = parse(content)
    claimed: dict[int, Claim] = {}
    for node, context in brackets.contexts(content, nodes, claimed, kind=block.kind, **document):
        line, column = position(source.text, _offset(block, node.span.start))
        text = " ".join(content[node.span.start : node.span.end].split())
        claims = brackets.every_claim(context)
        claimed[node.span.start] = claims[0]
        yield f"  {line}:{column} {text}"
        for index, claim in enumerate(claims):
            host = (
                " ".join(content[node.span.start - claim.host : node.span.start].split())
                if claim.host > 0
                else ""
            )
            of = f" of '{host}'" if host else ""
            yield f"    {'→' if index == 0 else ' '} {claim.reading} {claim.degree:.2g}{of}: {claim.why}"


def _flat(nodes: tuple[Node, ...]) -> list[Node]:
    found: list[Node] = []
    for node in nodes:
        found.append(node)
        if isinstance(node, Bracket):
            found += _flat(node.children)
    return found


def _offset(block: Block, at: int) -> int:
    """A position of a block's content in the source."""
    for span in block.content.spans:
        if at <= len(span):
            return span.start + at
        at -= len(span) + 1
    return block.content.spans[-1].end


def _about_record(source: Source, known: Facts, bracketed: bool) -> list[Finding]:
    told = []
    if bracketed and not known.translators:
        told.append(Finding("M005", source.name))
    if known.title is None:
        told.append(Finding("M001", source.name))
    if known.date is None:
        told.append(Finding("M002", source.name))
    if known.reference is None:
        told.append(Finding("M003", source.name))
    elif not known.reference.archive:
        told.append(Finding("M004", source.name, words={"name": known.reference.name}))
    return told

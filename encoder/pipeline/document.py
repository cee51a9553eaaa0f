"""One document: from its typed text to TEI."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lxml import etree

from encoder import blocks as blocking
from encoder import brackets, registers
from encoder.edition import Edition, date_of
from encoder.inline import attach, entities
from encoder.inline.parse import parse
from encoder.markup import NSMAP, TEI, XML
from encoder.metadata import archive_register, facts
from encoder.metadata.archive_register import Archives
from encoder.metadata.facts import Facts
from encoder.model import Annotated, Block, Finding, Passage, Source
from encoder.pipeline import telling
from encoder.pipeline.marks import Known, marks
from encoder.registers import Registers
from encoder.tei import body, header, serialise

# Blocks that are not the document's text.
RECORD = {"furniture", "metadata"}


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


def encode(source: Source, shop: Workshop, schema: str) -> Encoded:
    """Typed text to TEI.

    :param schema: path from where the TEI file will be to the folder of the grammar.
    """
    found = blocking.blocks(source)
    known = facts.gather(found, shop.archives, shop.edition.source_languages)
    passages, told = _passages(source, found, known, shop.registers)
    root = etree.Element(TEI + "TEI", nsmap=NSMAP)
    root.set(XML + "id", identifier(source.id))
    root.set(XML + "lang", shop.edition.language)
    made = body.write(root, source.name, shop.edition.language, passages, shop.registers.reference)
    header.write(root, source.name, known, shop.edition, date_of(shop.edition).isoformat(), made.hands)
    bracketed = any(isinstance(item, Annotated) for passage in passages for item in passage.items)
    told += telling.of_record(source, known, bracketed)
    if not passages:
        told.append(Finding("M007", source.name))
    return Encoded(source, root, serialise.serialise(root, schema), tuple(told))


def stem(name: str) -> str:
    """The name of a TEI file, without ``.xml``, from that of its source: letters, digits, ``-``, ``_`` and ``.``."""
    return re.sub(r"[^\w.-]+", "-", name).strip("-.") or "document"


def identifier(name: str) -> str:
    """The ``xml:id`` for a name: its :func:`stem`, with ``d-`` before a digit, with which no ``xml:id`` can begin."""
    bare = stem(name)
    return bare if re.match(r"[^\W\d]", bare) else f"d-{bare}"


def _passages(
    source: Source, found: Sequence[Block], known: Facts, names: Registers
) -> tuple[list[Passage], list[Finding]]:
    document = circumstances(found, known, names)
    helps = Known(known.language, known.date, names, blocking.is_markdown(source), body.notes(found))
    passages: list[Passage] = []
    told: list[Finding] = []
    for block in found:
        if block.kind in RECORD:
            continue
        content = block.content.text
        nodes = parse(content)
        claims = brackets.claims(content, nodes, kind=block.kind, **document)
        marked = marks(block, claims, helps)
        items = entities.mark(attach.attach(nodes, claims), marked.entities)
        passages.append(Passage(_spoken(source, block), items))
        told += telling.of_block(source, block, nodes, claims, marked)
    return passages, told


def circumstances(found: Sequence[Block], known: Facts, names: Registers) -> dict[str, object]:
    """What the rules for brackets are told of the whole document (see :class:`encoder.brackets.context.Context`)."""
    return {"language": known.language, "footnotes": _numbered(found), "places": names.places}


def _spoken(source: Source, block: Block) -> Block:
    """A speech carries its speaker's name, which stands in its sign."""
    if block.kind != "speech" or block.sign is None:
        return block
    return replace(block, field=source.text[block.sign.start : block.sign.end])


def _numbered(found: Sequence[Block]) -> bool:
    """Whether the numbers in brackets run 1, 2, 3 through the document, as notes do."""
    texts = [block.content.text for block in found if block.kind not in RECORD]
    calls = list(dict.fromkeys(int(n) for text in texts for n in re.findall(r"\[(\d{1,3})\]", text)))
    series = bool(calls) and calls == list(range(1, len(calls) + 1))
    return series and (len(calls) > 1 or any(block.kind == "footnote" for block in found))

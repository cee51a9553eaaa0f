"""What is found in running text besides brackets: dates, registered names, registry numbers, emphasis, foreign words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from encoder.blocks.footnote import GLUED
from encoder.inline import emphasis, foreign
from encoder.metadata import dates
from encoder.metadata.dates import DateMatch
from encoder.model import Block, Claim, Entity, Span
from encoder.registers import Registers
from encoder.tei.header import attributes

# Blocks in which dates and names are looked for.
_READ = frozenset(
    "paragraph quotation item speech footnote dateline signed address handling heading letterhead".split()
)
# How many copies: `Premier's Office (2)`, `Total of 19 copies`.
_COPIES = re.compile(r"(?<=\()\d+(?=\))|(?<=of )\d+(?= cop)")
# A number with its office, inside a sentence: `(59) First Consular Affairs No. 6/48`, `No. 0100`.
_REGISTRY = re.compile(r"(?:\(\d{2,4}\)\s+)?(?:[A-Z][\w’'.-]*\s+){0,5}?\bNo\.?\s?[A-Za-z]*-?\s?\d[\w/.-]*\w")
_NUMBERED = re.compile(r"No(?<=\bNo)\.?\s?[A-Za-z]*-?\s?\d")  # what each of them has
# Readings that change what the words before them are, and readings whose words are not the text's.
_OF_HOST = {"variant", "expansion", "sic", "query"}
_APART = {"annotation", "gap", "omission", "page", "footnote", "original"}


@dataclass(frozen=True, slots=True)
class Marks:
    """What one block holds: all of it as entities to be written, and the dates and names for the findings."""

    entities: tuple[Entity, ...] = ()
    dates: tuple[DateMatch, ...] = ()
    names: tuple[Entity, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """What a document knows that helps to read its text.

    :param notes: ``xml:id`` of each note that stands after the text, by its number.
    """

    language: str | None
    date: dates.DateValue | None
    registers: Registers
    markdown: bool
    notes: Mapping[str, str]


def marks(block: Block, claims: Mapping[int, Claim], known: Known) -> Marks:
    """Everything to be marked in a block; where two marks overlap, the first and longest is written."""
    content = block.content.text
    if block.kind == "distribution-item":
        return Marks(
            tuple(Entity(Span(*m.span()), "num", {"value": m[0]}) for m in _COPIES.finditer(content))
        )
    if block.kind not in _READ:
        return Marks(tuple(emphasis.find(content)) if known.markdown else ())
    dated = dates.find(content, known.date)
    named = known.registers.find(content)
    found = [Entity(Span(match.start, match.end), "date", attributes(match.value)) for match in dated]
    found += [name for name in named if name.attrs["ref"]]  # a namesake is better unmarked
    found += emphasis.find(content) if known.markdown else []
    found += foreign.find(content, known.language)
    found += _numbers(content) if block.kind != "address" and _NUMBERED.search(content) else []
    calls = GLUED.finditer(content) if known.notes else ()
    found += [_call(match, known.notes[match[0]]) for match in calls if match[0] in known.notes]
    return Marks(tuple(_apart(found, _taken(content, claims))), tuple(dated), tuple(named))


def _numbers(content: str) -> list[Entity]:
    return [Entity(Span(*m.span()), "idno", {"type": "registry"}) for m in _REGISTRY.finditer(content)]


def _call(match: re.Match[str], identifier: str) -> Entity:
    """A raised number that was flattened into the line, where a note with that number stands after the text."""
    return Entity(Span(*match.span()), "ref", {"type": "footnote", "n": match[0], "target": f"#{identifier}"})


def _taken(content: str, claims: Mapping[int, Claim]) -> list[Span]:
    """Stretches in which nothing is marked."""
    spans = []
    for start, claim in claims.items():
        signed = "sign" in claim.attrs  # emphasis that its remark has taken
        if claim.reading in _OF_HOST | _APART or signed:
            host = max(claim.host, 0) if claim.reading in _OF_HOST or signed else 0
            spans.append(Span(start - host, content.find("]", start) + 1))
    return sorted(spans, key=lambda span: span.start)


def _apart(found: list[Entity], taken: list[Span]) -> list[Entity]:
    kept: list[Entity] = []
    end = index = 0
    for entity in sorted(found, key=lambda one: (one.span.start, -len(one.span))):
        while index < len(taken) and taken[index].end <= entity.span.start:
            index += 1
        free = index == len(taken) or taken[index].start >= entity.span.end
        if entity.span.start >= end and free:
            kept.append(entity)
            end = entity.span.end
    return kept

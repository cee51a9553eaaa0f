"""Every data type that passes from one stage to the next. All are immutable.

They are made by the thousand for each document. ``frozen`` of the standard library makes each of them twice as slow to
make; ``value`` leaves it to mypy to refuse that a field is assigned to.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

_T = TypeVar("_T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(cls: type[_T]) -> type[_T]:
    """A data class with slots and a hash by its fields, of which no field is ever assigned to."""
    return dataclass(slots=True, unsafe_hash=True)(cls)


class UsageError(Exception):
    """The run cannot go on. The text is one sentence for the person who started it: what, where, how to mend."""


@value
class Span:
    """Positions ``start`` up to and without ``end``, in characters (RFC 5147)."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start


@value
class Source:
    """A decoded source document, exactly as received.

    ``name`` is its file name, ``form`` is ``text`` or ``markdown``; ``replaced`` counts characters that XML cannot
    hold and that stand in ``text`` as U+FFFD.
    """

    name: str
    text: str
    encoding: str = "utf-8"
    form: str = "text"
    replaced: int = 0

    @property
    def id(self) -> str:
        return self.name.rsplit(".", 1)[0]


@value
class Content:
    """Characters taken from one or more places of a source: what one block says.

    ``text`` is the characters of ``spans`` one after the other, with a line break between two spans.
    """

    text: str
    spans: tuple[Span, ...]

    @classmethod
    def of(cls, source: str, spans: tuple[Span, ...]) -> Content:
        return cls("\n".join(source[s.start : s.end] for s in spans), spans)


@value
class Block:
    """A stretch of the source with one function: a paragraph, a heading, a dateline, a line of site furniture…

    ``sign`` is the typed sign that markup stands for (``- 1.``, ``##``), ``n`` the number it gives; ``level`` is the
    depth of a list item or heading; ``field`` the name of a metadata field; ``doubt`` how sure its kind is (1.0:
    sure) and ``why`` the evidence.
    """

    kind: str
    content: Content
    sign: Span | None = None
    n: str | None = None
    level: int = 0
    field: str = ""
    degree: float = 1.0
    why: str = ""

    @property
    def spans(self) -> tuple[Span, ...]:
        return (self.sign, *self.content.spans) if self.sign else self.content.spans


@value
class Text:
    """Characters that are no bracket, at ``span`` of the block's content."""

    span: Span


@value
class Stray:
    """A bracket character without its partner, or a row of the same one."""

    span: Span


@value
class Bracket:
    """``[`` … ``]`` with what stands between."""

    span: Span
    children: tuple[Node, ...]


Node = Text | Stray | Bracket


@value
class Claim:
    """One reading of one bracket, by one rule.

    :param reading: the word of conventions.md (``supplied``, ``variant`` …), also the rule's module name.
    :param host: how many characters of content before the bracket it speaks about (0: none).
    :param ahead: the same after the bracket.
    :param degree: 1.0 where the reading is safe; below, how likely it is. ``other`` is then the next best reading.
    :param locus: what is doubtful, as TEI's ``certainty/@locus`` has it.
    :param attrs: what the rule's ``encode`` needs to know.
    :param why: the evidence, for ``encoder explain``.
    """

    reading: str
    host: int = 0
    ahead: int = 0
    degree: float = 1.0
    other: str = ""
    locus: str = "name"
    attrs: Mapping[str, str] = field(default_factory=dict)
    why: str = ""


@value
class Annotated:
    """A bracket with its reading, what it says and the words it speaks about."""

    span: Span
    bracket: Bracket
    claim: Claim
    inner: tuple[Item, ...]
    host: tuple[Item, ...] = ()
    ahead: tuple[Item, ...] = ()


@value
class Entity:
    """A name, a date or emphasis in running text: the TEI element and its attributes, around some items. The first and
    last ``sign`` characters are signs (``**``) that the element stands for."""

    span: Span
    name: str
    attrs: Mapping[str, str | None]
    inner: tuple[Item, ...] = ()
    sign: int = 0


Item = Text | Stray | Annotated | Entity


@value
class Passage:
    """A block with its content read."""

    block: Block
    items: tuple[Item, ...]


@value
class Finding:
    """Something to tell: a code of ``findings.toml``, where it is, and the words for its wording.

    ``line`` and ``column`` count from 1; 0 is unknown.
    """

    code: str
    file: str
    line: int = 0
    column: int = 0
    words: Mapping[str, str] = field(default_factory=dict)


@value
class TeiFile:
    """A finished TEI document: its ``xml:id`` (also the stem of its file name) and its XML text."""

    id: str
    xml: str


@value
class OutputFile:
    """A file to be written: path relative to the output's folder, with ``/``, and its bytes."""

    path: str
    data: bytes

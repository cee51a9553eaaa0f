"""Items to TEI elements: the small tools with which every bracket rule and the document writer build XML."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import cast

from lxml import etree

from encoder.model import Annotated, Entity, Item, Span, Stray, Text

NS = "http://www.tei-c.org/ns/1.0"
NSMAP = cast(dict[str, str], {None: NS})  # lxml-stubs knows no default namespace
TEI = f"{{{NS}}}"
XML = "{http://www.w3.org/XML/1998/namespace}"

# White space that is not one blank already.
_SPACE = re.compile(r"\s(?:\s+|(?<! ))")
_TOUCHING = re.compile(r"(\[[^\[\]]*\w)\]\[(\w[^\[\]]*)\]")

# Boxes, pictographs, private use, the replacement character: no text is written with them.
_FOREIGN_SIGNS = re.compile("([\u2400-\u27bf\ue000-\uf8ff\ufffd\U000f0000-\U0010fffd])")

Encode = Callable[[Annotated, etree._Element, "Builder"], etree._Element]
Reference = Callable[[str, str], str | None]


def element(
    parent: etree._Element, name: str, attrs: Mapping[str, str | None] | None = None, text: str = ""
) -> etree._Element:
    """Append a TEI element. Attributes that are None or empty are left out; ``xml:`` attributes are written ``xml:id``."""
    made = etree.SubElement(parent, TEI + name)
    for key, value in (attrs or {}).items():
        if value:
            made.set(XML + key[4:] if key.startswith("xml:") else key, value)
    if text:
        made.text = text
    return made


def add_text(parent: etree._Element, text: str) -> None:
    """Append characters after what an element already holds."""
    last = next(
        parent.iterchildren(reversed=True), None
    )  # len() of an lxml element counts its children one by one
    if last is None:
        parent.text = (parent.text or "") + text
    else:
        last.tail = (last.tail or "") + text


def put_first(parent: etree._Element, child: etree._Element) -> None:
    """Make an element the first child, before the text."""
    child.tail, parent.text = parent.text, None
    parent.insert(0, child)


@dataclass(slots=True)
class Hands:
    """The hands that annotations of one document name, in order: description → ``hand-1``."""

    known: dict[str, str]

    def of(self, description: str) -> str:
        return self.known.setdefault(description, f"hand-{len(self.known) + 1}")


@dataclass(slots=True)
class Builder:
    """Writes the items of one block.

    :param content: the block's characters.
    :param encoders: how each reading is written.
    :param reference: finds a name in the registers: element name and form → value of ``@ref``, or None.
    :param ids: how many ``@xml:id`` of each prefix the document has so far.
    """

    content: str
    encoders: Mapping[str, Encode]
    reference: Reference
    hands: Hands
    ids: dict[str, int]
    notes: Mapping[str, str]

    def id(self, prefix: str) -> str:
        """A new ``xml:id`` of this document."""
        self.ids[prefix] = self.ids.get(prefix, 0) + 1
        return f"{prefix}{self.ids[prefix]}"

    def text_of(self, items: tuple[Item, ...]) -> str:
        """The characters that some items cover, in one line."""
        return (
            _SPACE.sub(" ", self.content[items[0].span.start : items[-1].span.end]).strip() if items else ""
        )

    def items(self, parent: etree._Element, items: tuple[Item, ...]) -> None:
        """Append items to an element. White space parts two brackets of words that touch: `[1959][also in May]`."""
        for before, item in zip((None, *items), items, strict=False):
            if isinstance(before, Annotated) and isinstance(item, Annotated) and self._touch(item.span.start):
                add_text(parent, " ")
            match item:
                case Text(span):
                    self._text(parent, self.content[span.start : span.end])
                case Stray(span):
                    element(parent, "pc", {"type": "unmatched"}, self.content[span.start : span.end])
                case Annotated():
                    self._annotated(parent, item)
                case Entity(name=name, attrs=attrs, inner=inner, sign=sign):
                    self.items(element(parent, name, attrs), self.inside(inner, sign))

    def _touch(self, at: int) -> bool:
        """Whether `][` stands there between a word and words, not between two parts of one word."""
        row = _TOUCHING.search(self.content, max(0, at - 80))
        if not row or row.start(2) != at + 1:
            return False
        left, right = row[1], row[2]
        return " " in left + right or left[-1].isdigit() != right[0].isdigit() or right[0].isupper()

    @staticmethod
    def _text(parent: etree._Element, text: str) -> None:
        """Characters; signs that belong to no script are marked as what digitisation left."""
        if text.isascii():
            add_text(parent, _SPACE.sub(" ", text))
            return
        for index, piece in enumerate(_FOREIGN_SIGNS.split(text)):
            if index % 2:
                element(parent, "pc", {"type": "stray"}, piece)
            else:
                add_text(parent, _SPACE.sub(" ", piece))

    def _annotated(self, parent: etree._Element, item: Annotated) -> None:
        made = self.encoders[item.claim.reading](item, parent, self)
        if item.claim.degree < 1:
            doubt(made, item.claim.degree, item.claim.locus, item.claim.other)

    def trimmed(self, items: tuple[Item, ...]) -> tuple[Item, ...]:
        """The same items without the white space before their first and after their last character."""
        kept = list(items)
        if kept and isinstance(kept[-1], Text):
            kept[-1] = self._cut(kept[-1], right=True)
        if kept and isinstance(kept[0], Text):
            kept[0] = self._cut(kept[0], right=False)
        return tuple(item for item in kept if item.span.start < item.span.end)

    def inside(self, items: tuple[Item, ...], sign: int) -> tuple[Item, ...]:
        """Items without some characters at their beginning and end: signs that the element stands for."""
        if not sign:
            return items
        _, rest = self.split(items, items[0].span.start + sign)
        return self.split(rest, items[-1].span.end - sign)[0]

    def _cut(self, item: Text, right: bool) -> Text:
        text = self.content[item.span.start : item.span.end]
        if right:
            return Text(Span(item.span.start, item.span.start + len(text.rstrip())))
        return Text(Span(item.span.end - len(text.lstrip()), item.span.end))

    def split(self, items: tuple[Item, ...], at: int) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
        """Items before and from a position of the content; an item other than text is not cut."""
        left: list[Item] = []
        right: list[Item] = []
        for item in items:
            if isinstance(item, Text) and item.span.start < at < item.span.end:
                left.append(Text(Span(item.span.start, at)))
                right.append(Text(Span(at, item.span.end)))
            else:
                (left if item.span.end <= at else right).append(item)
        return tuple(left), tuple(right)

    def labelled(self, parent: etree._Element, item: Annotated) -> None:
        """Append the bracket's words; the first ``lead`` characters of them, as the claim says, as ``label``."""
        lead = int(item.claim.attrs.get("lead", "0"))
        inside = item.bracket.span.start + 1
        label, rest = self.split(item.inner, inside + lead) if lead else ((), item.inner)
        if label:
            self.items(element(parent, "label"), self.trimmed(label))
        kept = self.trimmed(rest)
        if label and kept and self.content[label[-1].span.end - 1] not in '“"«':
            add_text(parent, " ")
        self.items(parent, kept)


def doubt(holder: etree._Element, degree: float, locus: str, other: str = "") -> None:
    """Say in TEI that the encoder's reading of an element is not safe (TEI P5 21.1.2, certainty)."""
    made = etree.Element(TEI + "certainty", locus=locus, degree=f"{degree:.2g}", resp="#encoder")
    if other:
        made.set("assertedValue", other)
    put_first(holder, made)

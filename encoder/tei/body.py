"""The text of a document: passages to ``text/body``.

TEI wants what opens a division before its paragraphs and what closes it after them (P5 4.2); the blocks of a letter come
in that order, and where they do not, a new division begins.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import quote

from lxml import etree

from encoder import brackets
from encoder.markup import TEI, Builder, Hands, Reference, add_text, doubt, element
from encoder.model import Annotated, Block, Entity, Passage, Span, Text

OPENING = {
    "classification",
    "precedence",
    "letterhead",
    "status",
    "registry",
    "address",
    "dateline",
    "distribution",
    "distribution-item",
    "handling",
}
_FRAME = {TEI + name for name in ("opener", "head", "note", "gap", "pb", "closer")}
_PROSE = {"paragraph", "item", "speech", "quotation"}
_PARTS = {"notes", "attachment"}  # headings that begin a division of the whole document
_BULLETS = "-*•–—▪●○◦☐☑■□·"
CLOSING = {"signed", "closing-salute"}


@dataclass(slots=True)
class Body:
    """The body that is being written, and where its next element goes."""

    name: str
    language: str
    reference: Reference
    notes: dict[str, str]
    root: etree._Element
    hands: Hands = field(default_factory=lambda: Hands({}))
    ids: dict[str, int] = field(default_factory=dict)
    used: set[str] = field(
        default_factory=set
    )  # ids of foot notes: of two with one number the first is called
    body: etree._Element = field(init=False)
    main: etree._Element = field(init=False)
    section: etree._Element = field(init=False)
    group: etree._Element | None = None
    lists: list[etree._Element] = field(default_factory=list)
    closer: etree._Element | None = None
    begun: bool = False

    def __post_init__(self) -> None:
        self.body = element(self.root, "body")
        self.main = self.section = element(self.body, "div", {"type": "document"})

    # One method for each kind of place an element can stand in.

    def add(self, passage: Passage, ending: bool) -> None:
        """Write one passage. ``ending``: no paragraph follows in this part, so that what can close it does."""
        kind = passage.block.kind
        if kind != "item":
            self.lists.clear()
        if kind in OPENING | CLOSING and not self._has_text():
            self._framed(passage, self._opener())
        elif kind in CLOSING or (kind in OPENING and ending):
            self._framed(passage, self._closer())
        elif kind == "heading":
            self._heading(passage)
        else:
            self._running(passage)

    def _has_text(self) -> bool:
        """TEI wants something between what opens a division and what closes it."""
        return any(child.tag not in _FRAME for child in self.main)

    def _opener(self) -> etree._Element:
        if self.group is None or self.group.tag.endswith("}head") or self.main[-1] is not self.group:
            self.group = element(self.main, "opener")
        return self.group

    def _closer(self) -> etree._Element:
        if self.closer is None or self.main[-1] is not self.closer:
            self.closer = element(self.main, "closer")
        return self.closer

    def _framed(self, passage: Passage, frame: etree._Element) -> None:
        kind = passage.block.kind
        match kind:
            case "classification" | "precedence":
                made = element(frame, "note", {"type": kind})
            case "registry":
                made = element(frame, "idno", {"type": "registry"})
            case "letterhead" | "status":
                made = element(frame, "seg", {"type": kind})
            case "address" | "closing-salute":
                made = element(frame, "salute")
            case "dateline" | "signed":
                made = element(frame, kind)
            case "handling":
                self._handling(passage, frame)
                return
            case _:
                self._distribution(passage, frame)
                return
        self._fill(made, passage, name="orgName" if passage.block.field == "office" else "")

    def _handling(self, passage: Passage, frame: etree._Element) -> None:
        """`Received: May 12 at 1700`: label, colon and date."""
        note = element(frame, "note", {"type": "handling"})
        self._place(note, passage)
        build = self._builder(passage)
        colon = passage.items[0].span.start + passage.block.content.text.index(":")
        label, rest = build.split(passage.items, colon)
        build.items(element(note, "label"), label)
        build.items(note, build.trimmed(rest))

    def _distribution(self, passage: Passage, frame: etree._Element) -> None:
        last = frame[-1] if len(frame) else None
        begins = passage.block.kind == "distribution"
        if begins or last is None or last.get("type") != "distribution":
            last = element(frame, "note", {"type": "distribution"})
            element(last, "list", {"type": "distribution"})
        self._fill(element(last[0], "head" if begins else "item"), passage)

    def _heading(self, passage: Passage) -> None:
        if passage.block.field in _PARTS and len(self.main):
            self.section = self.main = element(self.body, "div", {"type": passage.block.field})
            self.closer = self.group = None
            self.begun = False
        elif self.begun or passage.block.n:  # a numbered heading is one of a series
            self.begun = True
            parent = self.main if self.closer is None else self._fresh_division()
            self.section = element(parent, "div", {"type": "section"})
        head = element(self.section, "head", {"n": passage.block.n})
        self.group = head if not self.begun else None
        self._fill(head, passage)

    def _fresh_division(self) -> etree._Element:
        """After a closer TEI allows nothing but what closes: what follows is another division of the document."""
        self.main = self.section = element(self.body, "div", {"type": "section"})
        self.closer = None
        return self.main

    def _running(self, passage: Passage) -> None:
        kind = passage.block.kind
        if _stands_alone(passage):
            self._fill(self._between(), passage, wrapper=False)
            return
        if kind == "postscript":
            added = element(self.main, "postscript")
            self.closer = added
            self._place(added, passage)
            self._fill(element(added, "p"), passage, place=False)
            return
        if kind == "footnote":
            number = passage.block.n or ""
            identifier = self.notes.get(number)
            first = identifier if identifier not in self.used else None
            self.used.add(identifier or "")
            self._fill(
                element(self._between(), "note", {"place": "foot", "n": number, "xml:id": first}), passage
            )
            return
        if self.closer is not None:
            self._fresh_division()
        self.begun = True
        self.group = None
        if kind == "item":
            self._fill(self._item(passage), passage)
        elif kind == "speech":
            self._speech(passage)
        elif kind in {"stray", "separator"}:
            self._fill(element(self.section, "ab", {"type": kind}), passage)
        elif kind == "quotation":
            quote = element(self.section, "quote")
            self._place(quote, passage)
            self._fill(element(quote, "p"), passage, place=False)
        else:
            self._fill(element(self.section, "p"), passage)

    def _between(self) -> etree._Element:
        """Where something stands that is no part of a division's prose."""
        return self.section if self.closer is None else self.main

    def _item(self, passage: Passage) -> etree._Element:
        """The item's element, in a list as deep as its level says."""
        block = passage.block
        depth = min(block.level, len(self.lists))
        del self.lists[depth + 1 :]
        rend = "numbered" if block.n else "bulleted"
        if len(self.lists) == depth or self.lists[depth].get("rend") != rend:
            del self.lists[depth:]
            parent = self.lists[-1][-1] if self.lists else self.section
            self.lists.append(element(parent, "list", {"rend": rend}))
        return element(self.lists[-1], "item", {"n": block.n})

    def _speech(self, passage: Passage) -> None:
        """The speaker's name is the label of the paragraph it is typed in."""
        made = element(self.section, "sp")
        self._place(made, passage)
        build = self._builder(passage)
        said = element(made, "p")
        name, bold = passage.block.field.strip("*"), passage.block.field.startswith("**")
        label = element(said, "label", text="" if bold else name)
        if bold:
            element(label, "hi", {"rend": "bold"}, name)
        add_text(said, " ")
        build.items(said, build.trimmed(passage.items))

    # What an element holds.

    def _fill(
        self, made: etree._Element, passage: Passage, name: str = "", wrapper: bool = True, place: bool = True
    ) -> None:
        build = self._builder(passage)
        before = len(made)
        if passage.block.n and passage.block.field:  # the number as it is typed
            element(made, "label", text=passage.block.field.lstrip(_BULLETS + " "))
            add_text(made, " ")
        whole = (
            len(passage.items) == 1 and isinstance(passage.items[0], Entity) and passage.items[0].name == name
        )
        holder = element(made, name) if name and not whole else made
        build.items(holder, build.trimmed(passage.items))
        if wrapper:
            if place:
                self._place(made, passage)
            if passage.block.degree < 1:
                doubt(made, passage.block.degree, "name")
        else:
            self._place(made[before], passage)

    def _place(self, made: etree._Element, passage: Passage) -> None:
        made.set("source", pointer(self.name, passage.block.spans))

    def _builder(self, passage: Passage) -> Builder:
        return Builder(
            passage.block.content.text, brackets.ENCODERS, self.reference, self.hands, self.ids, self.notes
        )


def pointer(name: str, spans: tuple[Span, ...]) -> str:
    """Where some characters stand in a source (RFC 5147, text/plain fragment identifiers)."""
    file = quote(name)
    return " ".join(f"{file}#char={span.start},{span.end}" for span in _joined(spans))


def _joined(spans: tuple[Span, ...]) -> list[Span]:
    """A typed sign and the text right after it are one stretch."""
    joined: list[Span] = []
    for span in spans:
        if joined and span.start - joined[-1].end <= 1:
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def write(
    root: etree._Element, name: str, language: str, passages: list[Passage], reference: Reference
) -> Body:
    """Append ``text`` with the body to a TEI element.

    :param name: the source's file name, for the pointers back to it.
    :param reference: finds a name in the registers.
    :returns: the finished body, with the hands it names.
    """
    text = element(root, "text", {"xml:lang": language})
    body = Body(name, language, reference, notes([passage.block for passage in passages]), text)
    for passage, ending in zip(passages, _endings(passages), strict=True):
        body.add(passage, ending)
    return body


def notes(blocks: Sequence[Block]) -> dict[str, str]:
    """The ``xml:id`` of each note that stands after the text, by its number."""
    return {block.n: f"fn-{block.n}" for block in blocks if block.kind == "footnote" and block.n}


def _stands_alone(passage: Passage) -> bool:
    """A bracket that is a whole paragraph and no part of a sentence stands between the paragraphs, if it is empty of
    words of the text."""
    kept = [item for item in passage.items if not _blank(passage, item)]
    if len(kept) != 1 or not isinstance(kept[0], Annotated) or passage.block.kind != "paragraph":
        return False
    claim = kept[0].claim
    apart = claim.reading in {"annotation", "note", "page", "omission", "rendition"}
    return apart and not kept[0].host and not kept[0].ahead and "words" not in claim.attrs


def _blank(passage: Passage, item: object) -> bool:
    return isinstance(item, Text) and not passage.block.content.text[item.span.start : item.span.end].strip()


def _endings(passages: list[Passage]) -> list[bool]:
    """For each passage, whether no paragraph follows in its part of the document."""
    endings: list[bool] = []
    ending = True
    for passage in reversed(passages):
        if passage.block.kind in _PROSE and not _stands_alone(passage):
            ending = False
        endings.append(ending)
        if passage.block.field in _PARTS:
            ending = True
    return endings[::-1]

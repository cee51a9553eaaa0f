"""What a block rule sees: one paragraph, and where in the document it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from encoder.blocks.paragraphs import Paragraph
from encoder.model import Block, Content, Span

_REMARK = re.compile(r"\[[^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*\]\.?")
SIGNS = str.maketrans("", "", "[]*#")
_SENTENCE = re.compile(r"""[.?!…:;]["”’')\]*]*$""")

# Words that stay small in titles and in the names of offices.
TITLE_SMALL = frozenset(
    "of the and for in on at to a an by with from as or into between concerning regarding about over under toward towards "
    "after before during via its their vs et al de des der die und du la von".split()
)
ORGANIZATION = re.compile(
    r"\b(?:Embass(?:y|ies)|Legation|Consulates?|Mission|Delegation|Ministr(?:y|ies)|Departments?|Directorate|Bureaux?|Office|"
    r"Committee|Commission|Council|Secretariat|Administration|Agency|Board|Institute|Academy|University|Union|"
    r"Party|Politburo|Presidium|Congress|Parliament|Government|Headquarters|Staff|Command|Army|Corps|Division|"
    r"Section|Desk|Branch|Chancellery|Cabinet|Court|Bank|Company|Society|Association|Federation|League|Front|Archives?|"
    r"Ministerium|Botschaft|Abteilung|Amt|Zentralkomitee|Ministère|Ambassade)\b"
)


@dataclass(frozen=True)
class Place:
    """A paragraph in its document.

    ``opening``: no running prose stands before it; ``closing``: none follows. ``calls`` are the note numbers that the
    text calls. ``before`` is the block before it, ``after`` the paragraph after it; ``series`` says of a numbered
    paragraph what it is (see :mod:`encoder.blocks.series`).
    """

    source: str
    paragraph: Paragraph
    opening: bool
    closing: bool
    before: Block | None
    after: Paragraph | None
    calls: frozenset[str]
    in_notes: bool
    series: tuple[str, int] | None
    speakers: frozenset[str]
    markdown: bool
    seen: frozenset[str]

    @property
    def text(self) -> str:
        """The paragraph in one line."""
        return self.paragraph.text

    @cached_property
    def plain(self) -> str:
        """The same without brackets and Markdown signs: what it would say if nothing had been supplied."""
        return " ".join(self.text.translate(SIGNS).split())

    def block(self, kind: str, **facts: object) -> Block:
        """The whole paragraph as one block."""
        spans = tuple(line.span for line in self.paragraph.lines)
        return Block(kind, Content.of(self.source, merge(self.source, spans)), **facts)  # type: ignore[arg-type]

    def after_sign(self, kind: str, length: int, **facts: object) -> Block:
        """The paragraph as a block whose first ``length`` characters are a sign that markup stands for."""
        first = self.paragraph.first
        sign = Span(first.start, first.start + len(first.text[:length].rstrip()))
        start = min(first.start + length, first.end)
        rest = [Span(start, first.end), *(line.span for line in self.paragraph.lines[1:])]
        spans = tuple(span for span in rest if len(span))
        return Block(kind, Content.of(self.source, merge(self.source, spans)), sign=sign, **facts)  # type: ignore[arg-type]

    def part(self, kind: str, start: int, end: int, **facts: object) -> Block:
        """A stretch of the source within this paragraph as a block; lines that are not the paragraph's are left out."""
        spans = []
        for line in self.paragraph.lines:
            text = self.source[max(start, line.start) : min(end, line.end)]
            bare = text.strip()
            if bare:
                at = max(start, line.start) + text.index(bare)
                spans.append(Span(at, at + len(bare)))
        return Block(kind, Content.of(self.source, merge(self.source, tuple(spans))), **facts)  # type: ignore[arg-type]


def merge(source: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Join spans between which only white space stands."""
    joined: list[Span] = []
    for span in spans:
        if joined and not source[joined[-1].end : span.start].strip():
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return tuple(joined)


def is_remark(text: str) -> bool:
    """One bracket that is a whole paragraph, of some words: somebody speaks about the document."""
    return bool(_REMARK.fullmatch(text)) and len(text.split()) > 2


def is_prose(paragraph: Paragraph) -> bool:
    """Running prose: a sentence of some length, or so many words that it must be."""
    words, text = paragraph.words, paragraph.text
    if words < 8 or text.isupper():
        return False
    return words >= 30 or bool(_SENTENCE.search(text))

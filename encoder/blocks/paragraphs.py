"""Lines to paragraphs: which line ends were typed, and which are only where the page was full.

A line that could have held the first word of the next one was ended on purpose. A blank line inside a sentence was not.
"""

from __future__ import annotations

import re

from encoder.blocks import marker
from encoder.blocks.lines import Line, width
from encoder.blocks.speakers import speakers, who
from encoder.model import value

_ENDS = frozenset(".?!:;…")
_CLOSERS = """)]}"'”’»*_"""
_CALLED = re.compile(r"""[.?!][)\]}"'”’»*_]*\s?\[\d{1,3}\]$""")
_LOWER = re.compile(r"""^[("'“‘«]?[a-zà-öø-ÿ]""")
_FUNCTION = re.compile(
    r"(?i)(?<!\.)\b(?:of|in|the|and|to|for|a|an|with|by|on|from|at|or|as|between|into|than|that|its|their)$|(?<=[a-z])-$"
)
_LONGEST = len("between") + 2  # how far from a line's end _FUNCTION reaches
_COLUMNS = re.compile(r"\s(?<=\S\s)\s{4,}\S")
_LABEL = re.compile(r"[a-z]+:\s")  # `here: results` begins something of its own
_SIGNS = re.compile(r"[\[\]]")
_VALEDICTION = re.compile(r"(?:With|Yours|Sincerely|Respectfully|Cordially|Fraternally|Best)\b.{0,40},$")
_CAPITALS = re.compile(r"[^\W\d_a-zà-öø-ÿ]{4,}(?:[\s-]+[^\W\d_a-zà-öø-ÿ]+)*")
_NOTE = re.compile(r"\[\^?\d{1,3}\]:?\s+\S")  # a foot note below another
SLACK = 0.86  # proportional type: a full line of wide letters has fewer characters


@value
class Paragraph:
    """Lines that belong together: in one line as ``text``, which has so many ``words``."""

    lines: tuple[Line, ...]
    text: str
    words: int

    @classmethod
    def of(cls, lines: list[Line]) -> Paragraph:
        text = " ".join([line.text for line in lines])
        return cls(tuple(lines), text, len(text.split()))

    @property
    def start(self) -> int:
        return self.lines[0].start

    @property
    def first(self) -> Line:
        return self.lines[0]


def paragraphs(found: list[Line]) -> list[Paragraph]:
    """Group lines into paragraphs."""
    limit = width(found)
    speaking = speakers([line.text for line in found])
    groups: list[list[Line]] = []
    depth = 0  # brackets that the paragraph has opened and not closed
    for index, line in enumerate(found):
        turn = bool(speaking) and who(line.text) in speaking
        broken = depth and not _ended(groups[-1][-1].text) and _closes(found, index)
        if groups and not turn and (broken or _runs_on(groups[-1], line, limit)):
            groups[-1].append(line)
        else:
            groups.append([line])
            depth = 0
        depth = max(0, depth + line.text.count("[") - line.text.count("]"))
    return [Paragraph.of(group) for group in groups]


def _ended(text: str) -> bool:
    """Whether a sentence ends with the line: its sign, with what may close after it, or a note's number."""
    return text.rstrip(_CLOSERS)[-1:] in _ENDS or (text[-1] == "]" and bool(_CALLED.search(text)))


def _closes(found: list[Line], index: int) -> bool:
    """Whether the lines from here to the next blank line close a bracket that they have not opened."""
    depth = 0
    for line in found[index : index + 40]:
        if line is not found[index] and (line.gap or line.page):
            return False
        for sign in _SIGNS.findall(line.text):
            depth += 1 if sign == "[" else -1
            if depth < 0:
                return True
    return False


def _runs_on(group: list[Line], line: Line, limit: float) -> bool:
    last = group[-1]
    ended = _ended(last.text)
    if marker.read(line.text) and (ended or line.gap or not _LOWER.match(line.text)):
        return False
    if _COLUMNS.search(last.text):  # two columns: what follows is another line of one of them
        return False
    if ended and _VALEDICTION.match(line.text):
        return False
    goes_on = not ended and bool(_LOWER.match(line.text)) and not _LABEL.match(line.text)
    if line.gap or line.page:
        return (goes_on and sum(len(part.text.split()) for part in group) >= 6) or (
            line.page and not ended and not line.gap and _full(last, line, limit)
        )
    if abs(line.indent - last.indent) >= 16:
        return False
    if len(group) == 1 and _is_head(last.text):
        return False
    if _NOTE.match(line.text) and _NOTE.match(group[0].text):
        return False
    if goes_on or _FUNCTION.search(last.text, max(0, len(last.text) - _LONGEST)):
        return True
    if ended and line.indent >= group[0].indent + 3 and len(group) > 1:
        return False
    return _full(last, line, limit)


def _is_head(text: str) -> bool:
    """A few words in capitals or letter-spaced, which head what follows, whatever it begins with: `MINUTES`, `N o t e`."""
    bare = text.strip("*#_ ")
    return len(bare) >= 4 and bool(
        re.fullmatch(r"(?:\w\s){2,}\w", bare) or (len(bare.split()) <= 4 and _CAPITALS.fullmatch(bare))
    )


def _full(last: Line, line: Line, limit: float) -> bool:
    """Whether the next line's first word did not fit into the last line. A line set to the right or in the middle is not full
    for its indent, and never goes on in a line set otherwise."""
    if last.indent > 0.35 * limit or line.indent > 0.35 * limit:
        return False
    return last.indent + len(last.text) + 1 + len(line.text.split(None, 1)[0]) > SLACK * limit

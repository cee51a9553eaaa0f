"""Which paragraphs are items of a series, and how deep: a number proves nothing by itself, its neighbours do."""

import re

from encoder.blocks import marker
from encoder.blocks.paragraphs import Paragraph
from encoder.blocks.place import is_prose
from encoder.inline import english

_FIRST = {"1": {"1", "0"}, "a": {"a"}, "A": {"A"}, "i": {"i"}, "I": {"I"}}


def series(found: list[Paragraph]) -> dict[int, tuple[str, int]]:
    """For each paragraph of a series: ``item``, ``heading`` or ``unnumbered``, and its level from 0."""
    marks = {index: read for index, paragraph in enumerate(found) if (read := marker.read(paragraph.text))}
    marks = _roman(marks)
    sure = _in_series(marks)
    headings = _headings(found, marks, sure)
    roles: dict[int, tuple[str, int]] = {}
    stack: list[str] = []
    for index in sorted(sure):
        style = marks[index][0]
        if style in stack:
            del stack[stack.index(style) + 1 :]
        elif index in headings:
            stack = [style]
        else:
            stack.append(style)
        roles[index] = ("heading", 0) if index in headings else ("item", len(stack) - 1)
    return roles | _unnumbered(found, marks, roles)


def _roman(marks: dict[int, tuple[str, str, str, int]]) -> dict[int, tuple[str, str, str, int]]:
    """``I.`` is a Roman number, not a letter, where ``II.`` comes after it."""
    read = dict(marks)
    for index, (style, number, sign, length) in marks.items():
        as_roman = style.replace("A", "I").replace("a", "i")
        if number in ("I", "i") and any(
            other[0] == as_roman and other[1].lower() == "ii"
            for at, other in marks.items()
            if index < at <= index + 40
        ):
            read[index] = (as_roman, number, sign, length)
    return read


def _in_series(marks: dict[int, tuple[str, str, str, int]]) -> set[int]:
    """Bullets always; a number or letter where the next or the one before of the same style is there too. Where a text is
    abridged the numbers of a series that has begun may leap."""
    sure: set[int] = set()
    last: dict[str, list[int]] = {}
    for index, (style, number, _, _) in marks.items():
        if not number:
            sure.add(index)
            continue
        for before in last.get(style, [])[-40:]:
            leaps = number.isdigit() and before in sure and 1 < int(number) - int(marks[before][1]) <= 6
            if marker.follows(number, marks[before][1]) or leaps:
                sure |= {before, index}
        last.setdefault(style, []).append(index)
    return sure


def _headings(
    found: list[Paragraph], marks: dict[int, tuple[str, str, str, int]], sure: set[int]
) -> set[int]:
    """A numbered series is one of headings where nearly each is one short sentence with prose below it."""
    by_style: dict[str, list[int]] = {}
    for index in sure:
        if marks[index][1]:
            by_style.setdefault(marks[index][0], []).append(index)
    headings: set[int] = set()
    for indexes in by_style.values():
        heads = {index for index in indexes if _heads(found, index, marks)}
        if len(indexes) > 1 and len(heads) >= 0.7 * len(indexes):
            headings |= (
                set(indexes) if len(indexes) - len(heads) <= 2 else heads
            )  # what is too long is glued to its paragraph
        else:
            headings |= {
                index
                for index in heads
                if index - 1 not in marks and _nominal(found[index].text[marks[index][3] :])
            }
    return headings


def _heads(found: list[Paragraph], index: int, marks: dict[int, tuple[str, str, str, int]]) -> bool:
    paragraph = found[index]
    if paragraph.words > 18 or re.search(r"[:;,]$|[.?!]\s+\S", paragraph.text[marks[index][3] :]):
        return False
    after = index + 1
    return after < len(found) and after not in marks and is_prose(found[after])


def _nominal(text: str) -> bool:
    """A noun phrase without a verb, as headings are: `Question on the creation of a government.`"""
    words = english.words(text)
    return len(words) <= 10 and not any(
        w.lower() in english.AUXILIARIES | english.PRONOUNS or w.endswith("ed") for w in words
    )


def _unnumbered(
    found: list[Paragraph], marks: dict[int, tuple[str, str, str, int]], roles: dict[int, tuple[str, int]]
) -> dict[int, tuple[str, int]]:
    """The paragraph between items 6 and 8 of a close series is item 7, whatever it is typed with."""
    missing = {}
    for index in range(1, len(found) - 1):
        before, after = marks.get(index - 1), marks.get(index + 1)
        if (
            index not in roles
            and before
            and after
            and before[0] == after[0]
            and before[1].isdigit()
            and after[1].isdigit()
            and int(after[1]) == int(before[1]) + 2
            and roles.get(index - 1, ("",))[0] == "item"
        ):
            missing[index] = ("unnumbered", roles[index - 1][1])
    return missing

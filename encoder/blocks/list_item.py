"""Items of a list, with the sign they are typed with, and headings that are numbered."""

import re
from dataclasses import replace

from encoder.blocks import marker
from encoder.blocks.place import Place
from encoder.model import Block, Span


def claim(place: Place) -> tuple[Block, ...] | None:
    if place.series is None:
        return None
    role, level = place.series
    read = marker.read(place.text)
    if role == "heading":
        return _heading(place, read[1] if read else None)
    if role == "unnumbered":
        return (place.block("item", level=level, degree=0.7, why="stands where the series lacks a number"),)
    if read is None:
        return None
    style, number, sign, length = read
    glued = _glued(place, style, number)
    if glued:
        return glued
    return (place.after_sign("item", length, n=number or None, level=level, field=sign),)


# Words in small letters after the first, and then a capital that begins a sentence: the heading was glued to its paragraph.
_RUN_IN = re.compile(
    r"(?P<head>\S+\s+[A-Z][\w’'-]*(?:\s+[a-z(][\w’'()-]*){1,8})\s+(?=(?:The|This|These|That|In|On|At|It|He|She|We|You|They|I|As|A|An|"
    r"There|After|Before|When|While|If|For|With|From|To|By|One|All|Some|Many|Our|My|His|Their)\s+[a-z])"
)


def _heading(place: Place, number: str | None) -> tuple[Block, ...]:
    start, end = place.paragraph.start, place.paragraph.lines[-1].end
    glued = _RUN_IN.match(place.source[start:end]) if place.paragraph.words > 18 else None
    if not glued:
        return (place.block("heading", n=number),)
    return (
        place.part(
            "heading",
            start,
            start + glued.end("head"),
            n=number,
            degree=0.7,
            why="a heading glued to its paragraph",
        ),
        place.part("paragraph", start + glued.end(), end),
    )


def _glued(place: Place, style: str, number: str) -> tuple[Block, ...] | None:
    """The next item of a lettered or numbered list on the same line as this one: `…societies etc.) f. To conduct…`"""
    if not number or len(number) > 2 or style.startswith("("):
        return None
    follower = str(int(number) + 1) if number.isdigit() else chr(ord(number) + 1) if len(number) == 1 else ""
    after = marker.read(place.after.text) if place.after else None
    if not follower or (after and after[0] == style and after[1] == follower):
        return None
    start, end = place.paragraph.start, place.paragraph.lines[-1].end
    text = place.source[start:end]
    if follower + style[-1] not in text:
        return None
    second = re.search(rf"(?<=[.;:)])\s+(?={re.escape(follower + style[-1])}\s+[A-Z])", text)
    if not second:
        return None
    assert place.series is not None
    return tuple(
        _item(place, a, b, place.series[1])
        for a, b in ((start, start + second.start()), (start + second.end(), end))
    )


def _item(place: Place, start: int, end: int, level: int) -> Block:
    read = marker.read(place.source[start:end])
    assert read is not None
    _, number, sign, length = read
    item = place.part("item", start + length, end, n=number, level=level, field=sign)
    return replace(item, sign=Span(start, start + len(sign)))

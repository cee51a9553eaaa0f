"""Fidelity: each character of the source is in the TEI, in order and once, as text, as markup that stands for it, or in the
list of furniture. Computed from the TEI file and the source alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from lxml import etree

from encoder.checks.typed import bare, is_added, tokens
from encoder.model import Finding

_TEI = "{http://www.tei-c.org/ns/1.0}"
_POINTER = re.compile(r"(?P<file>[^#\s]*)#char=(?P<start>\d+),(?P<end>\d+)")
# Signs of Markdown that stand between blocks and that markup stands for.
_SIGNS = frozenset("#*_>~`|=-")


@dataclass(frozen=True, slots=True)
class _Place:
    element: etree._Element
    spans: tuple[tuple[int, int], ...]


def findings(file: str, root: etree._Element, source: str) -> list[Finding]:
    """Compare a TEI document with its source.

    :param file: the TEI file's name, for the findings.
    :param source: the decoded source, with U+FFFD for what XML cannot hold.
    :returns: F001 (differs), F002 (added), F003 (in no element), F005 (in two elements), F006 (out of order).
    """
    places = [_Place(element, spans) for element in root.iter(etree.Element) if (spans := _spans(element))]
    found = [finding for place in places if (finding := _compare(file, place, source))]
    text = root.find(f"{_TEI}text")
    if text is not None:
        found += [*_order(file, text, source), *_unclaimed(file, text)]
    return found + list(_coverage(file, places, source))


def furniture(root: etree._Element) -> list[str]:
    """The lines that were left out of the text as furniture."""
    return [
        "".join(map(str, item.itertext()))
        for item in root.iterfind(f".//{_TEI}list[@type='furniture']/{_TEI}item")
    ]


def _spans(element: etree._Element) -> tuple[tuple[int, int], ...]:
    source = element.get("source")
    return tuple((int(m["start"]), int(m["end"])) for m in _POINTER.finditer(source)) if source else ()


def _order(file: str, text: etree._Element, source: str) -> Iterator[Finding]:
    """Elements of the text stand in the order of what they point to."""
    done = 0
    for element in text.iter(etree.Element):
        for start, end in _spans(element)[:1]:
            if start < done:
                words = {"moved": " ".join(source[start:end].split())[:40]}
                yield Finding("F006", file, cast(int, element.sourceline or 0), words=words)
            done = max(done, start)


def _unclaimed(file: str, element: etree._Element) -> Iterator[Finding]:
    """Text that neither points to the source nor names the editor who added it."""
    if _spans(element) or is_added(element):
        return
    for text in (element.text, *(child.tail for child in element)):
        if bare(text or ""):
            line = cast(int, element.sourceline or 0)
            yield Finding("F002", file, line, words={"added": " ".join((text or "").split())[:40]})
    for child in element.iterchildren(etree.Element):
        yield from _unclaimed(file, child)


def _coverage(file: str, places: list[_Place], source: str) -> Iterator[Finding]:
    done = 0
    for start, end in sorted(span for place in places for span in place.spans):
        if start < done:
            yield Finding("F005", file, words={"start": str(start), "end": str(done)})
        yield from _gap(file, source, done, start)
        done = max(done, end)
    yield from _gap(file, source, done, len(source))


def _gap(file: str, source: str, start: int, end: int) -> Iterator[Finding]:
    if set(bare(source[start:end])) - _SIGNS:
        text = " ".join(source[start:end].split())
        yield Finding("F003", file, words={"start": str(start), "end": str(end), "lost": text[:60]})


def _compare(file: str, place: _Place, source: str) -> Finding | None:
    """Walk through the element's tokens and the source's characters side by side."""
    text = "".join(bare(source[start:end]) for start, end in place.spans)
    done = 0
    for token in tokens(place.element):
        if isinstance(token, str):
            if not text.startswith(token, done):
                return _differs(file, place, token, text, done)
            done += len(token)
        elif match := token.match(text, done):
            done = match.end()
        else:
            return _lost(file, place, text[done:], "markup for something else")
    return _lost(file, place, text[done:]) if done < len(text) else None


def _differs(file: str, place: _Place, token: str, text: str, done: int) -> Finding:
    same = next(
        (n for n, (a, b) in enumerate(zip(token, text[done:], strict=False)) if a != b),
        min(len(token), len(text) - done),
    )
    return _lost(file, place, text[done + same :], token[same:])


def _lost(file: str, place: _Place, rest: str, ours: str = "") -> Finding:
    """The first place where source and TEI part: what either has there."""
    line = cast(int, place.element.sourceline or 0)
    if not rest:
        return Finding("F002", file, line, words={"added": ours[:40]})
    return Finding("F001", file, line, words={"lost": rest[:40], "added": ours[:40] or "nothing"})

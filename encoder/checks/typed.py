"""What was typed, worked out backwards from the TEI alone: the brackets, numbers and signs that markup stands for.

This is the convention read from its other side. It shares no code with the writer, so that an error in one is not
repeated in the other.
"""

import re
from collections.abc import Iterator

from lxml import etree

_TEI = "{http://www.tei-c.org/ns/1.0}"
_PROGRAM = {"#translator", "#encoder"}
_BRACKETED_NOTES = {"original", "rendition", "annotation", "editorial"}
_QUERY = re.compile(r"\[\(?(?:\?+|sic\?)\)?\]", re.I)
_SIC = re.compile(r"\[[\"“(]?(?:sic|thus|so|as|!)[^\[\]]{0,60}\]", re.I)
_DOTS = re.compile(r"\[[.…·•*-]*\]")  # or nothing at all
_COLON = re.compile(r"[:：]?")
_BULLET = re.compile(r"[-*•–—▪●○◦☐☑■□·]?")
_EMPHASIS = {
    "italic": re.compile(r"[*_]?"),
    "bold": re.compile(r"(?:\*\*|__)?"),
    "bold italic": re.compile(r"(?:\*\*\*)?"),
}
_OPEN, _CLOSE = re.compile(r"\[?"), re.compile(r"\]?")
_HASHES = re.compile(r"#{0,6}")

Token = str | re.Pattern[str]


def tokens(element: etree._Element) -> Iterator[Token]:
    """What an element of the text or the header stands for in its source: characters, and patterns for signs.

    Elements that point to another place of the source (``@source``), and what an editor has added and says so with
    ``@resp``, are left out. White space is of no account: tokens have none.
    """
    yield from _lead(element)
    yield from _element(element)


def _lead(element: etree._Element) -> Iterator[Token]:
    """The sign at the start of a block, that its element or ``@n`` stands for."""
    number = re.escape(element.get("n") or "")
    first = next((child for child in element if _name(child) != "certainty"), None)
    labelled = first if first is not None and _name(first) == "label" else None
    parent = element.getparent()
    bulleted = parent is not None and parent.get("rend") == "bulleted"
    match _name(element):
        case "item" if labelled is not None:
            yield _BULLET
        case "item" if number:
            yield re.compile(rf"[-*•–—]?\(?{number}[.)]?")
        case "item" if bulleted:
            yield _BULLET
        case "head" if not "".join(map(str, element.itertext())).lstrip().startswith("#"):
            yield _HASHES
        case "note" if element.get("place") == "foot" and labelled is not None:
            label = re.escape(bare("".join(map(str, labelled.itertext()))))
            yield re.compile(rf"\[\^?{label}\]:?|{label}")
        case "note" if element.get("place") == "foot":
            yield re.compile(rf"\[?\^?{number}\]?[.):]?")


def _content(element: etree._Element) -> Iterator[Token]:
    yield from _text(element.text)
    for child in element:
        in_lead = _name(child) == "label" and element.get("place") == "foot"
        if isinstance(child.tag, str) and not child.get("source") and not is_added(child) and not in_lead:
            yield from _element(child)
        yield from _text(child.tail)


def is_added(element: etree._Element) -> bool:
    """Whether an editor says with ``@resp`` that an element is his."""
    return element.get("resp", "#encoder") not in _PROGRAM


def _element(element: etree._Element) -> Iterator[Token]:
    doubted = element.get("cert") == "low" and element.get("resp") == "#translator"
    inner = list(_by_name(element))
    yield from inner
    if doubted and not _conjecture(inner):
        yield _QUERY


def _conjecture(inner: list[Token]) -> bool:
    """`[Yunnan?]`: the doubt is typed inside the bracket."""
    text = "".join(token for token in inner if isinstance(token, str))
    return text.endswith(("?]", "?"))


def _by_name(element: etree._Element) -> Iterator[Token]:
    match _name(element):
        case "supplied" | "gloss":
            yield from ("[", *_content(element), "]")
        case "choice":
            first, second = [
                child for child in element if isinstance(child.tag, str) and _name(child) != "certainty"
            ]
            yield from _content(first)
            doubt = second.get("cert") == "low" and second.get("resp") == "#translator"
            inner = list(_content(second))
            yield from ("[", *inner, "]")
            if doubt and not _conjecture(inner):
                yield _QUERY
        case "sic":
            yield from _content(element)
            yield _SIC
        case "note" if element.get("type") in _BRACKETED_NOTES:
            yield from ("[", *_annotation(element), "]")
        case "gap":
            yield from _gap(element)
        case "pb":
            yield re.compile(rf"\[[^\[\]\d]{{0,12}}{re.escape(element.get('n') or '')}[^\[\]]{{0,12}}\]")
        case "ref" if element.get("type") == "footnote":
            yield from (_OPEN, *_content(element), _CLOSE)  # or a raised number, flattened
        case "hi" if (sign := _EMPHASIS.get(element.get("rend", ""))) is not None:
            yield from (sign, *_content(element), sign)
        case "certainty":
            return
        case _:
            yield from _content(element)


def _annotation(element: etree._Element) -> Iterator[Token]:
    """A label of what is written, a colon, and what is written."""
    yield from _text(element.text)
    for child in element:
        if isinstance(child.tag, str) and not is_added(child):
            yield from _element(child)
            if _name(child) == "label" and element.get("type") == "annotation":
                yield _COLON
        yield from _text(child.tail)


def _gap(element: etree._Element) -> Iterator[Token]:
    words = element.find(f"{_TEI}desc")
    if words is None:
        yield _DOTS
    else:
        yield from ("[", *_content(words), "]")


def _text(text: str | None) -> Iterator[Token]:
    typed = bare(text or "")
    if typed:
        yield typed


def _name(element: etree._Element) -> str:
    return str(element.tag).removeprefix(_TEI)


def bare(text: str) -> str:
    """Text without white space, and without the two signs of no width that mean nothing in it."""
    return "".join(text.split()).replace("\ufeff", "").replace("\u200b", "")

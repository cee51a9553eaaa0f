"""What a TEI header says of its document (P5 2), and which places its text names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from encoder.deposit import licences
from encoder.deposit.record import Document, Licence
from encoder.markup import TEI, XML

_PLACES = "registers/places.xml#"


def document(root: etree._Element, path: str) -> Document:
    """:param path: of the file, in the package."""
    header = root.find(f"{TEI}teiHeader")
    head = etree.Element(f"{TEI}teiHeader") if header is None else header
    manuscript = head.find(f".//{TEI}msDesc")
    return Document(
        id=root.get(XML + "id") or path.rsplit("/", 1)[-1].removesuffix(".xml"),
        path=path,
        title=_text(head.find(f".//{TEI}titleStmt/{TEI}title")),
        date=next((date for one in head.iterfind(f".//{TEI}creation/{TEI}date") if (date := edtf(one))), ""),
        language=root.get(XML + "lang") or "",
        source_languages=_languages(manuscript),
        **_holding(manuscript),
        contributions=tuple(_contributions(head)),
        funders=_texts(head, "titleStmt", "funder"),
        addresses=tuple(
            _text(one)
            for one in head.iterfind(f".//{TEI}publicationStmt/{TEI}idno")
            if one.get("type") == "URI"
        ),
        places=tuple(dict.fromkeys(_places(root))),
        source=next((value.split("#")[0] for one in root.iter() if (value := one.get("source"))), ""),
    )


def licence(root: etree._Element) -> Licence | None:
    """The licence that a file's own header names."""
    found = root.find(f"{TEI}teiHeader//{TEI}availability/{TEI}licence")
    if found is None or not found.get("target"):
        return None
    name, _, text = _text(found).partition(". ")
    return licences.licence(name.rstrip("."), found.get("target") or "", text)


def edtf(date: etree._Element) -> str:
    """A TEI date as EDTF level 0 (ISO 8601-2): a day, month or year, or an interval of two; without hours."""
    if when := date.get("when"):
        return _day(when)
    first = _day(date.get("from") or date.get("notBefore") or "")
    last = _day(date.get("to") or date.get("notAfter") or "")
    if first and last:
        return first if first == last else f"{first}/{last}"
    return first or last


def _day(value: str) -> str:
    found = re.match(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?=T|$)", value)
    return found[0] if found else ""


def _text(element: etree._Element | None) -> str:
    return "" if element is None else " ".join("".join(map(str, element.itertext())).split())


def _texts(head: etree._Element, parent: str, name: str) -> tuple[str, ...]:
    found = (_text(one) for one in head.iterfind(f".//{TEI}{parent}/{TEI}{name}"))
    return tuple(dict.fromkeys(text for text in found if text))


def _languages(manuscript: etree._Element | None) -> tuple[str, ...]:
    told: list[str] = []
    for one in () if manuscript is None else manuscript.iter(f"{TEI}textLang"):
        told += [one.get("mainLang") or "", *(one.get("otherLangs") or "").split()]
    return tuple(dict.fromkeys(tag for tag in told if tag and tag != "und"))


def _holding(manuscript: etree._Element | None) -> dict[str, str]:
    """Where the original is; ``unknown`` is what the program writes where nobody has said it."""
    names = {
        "country": "country",
        "settlement": "settlement",
        "repository": "repository",
        "collection": "collection",
    }
    identifier = None if manuscript is None else manuscript.find(f"{TEI}msIdentifier")
    if identifier is None:
        return {}
    found = {field: _text(_full(identifier.find(TEI + name))) for field, name in names.items()}
    found["shelfmark"] = _text(identifier.find(f"{TEI}idno"))
    return {field: text for field, text in found.items() if text != "unknown"}


def _full(element: etree._Element | None) -> etree._Element | None:
    """The full form, where a name stands as abbreviation and expansion."""
    expanded = None if element is None else element.find(f"{TEI}choice/{TEI}expan")
    return element if expanded is None else expanded


def _contributions(head: etree._Element) -> Iterator[tuple[str, str, bool]]:
    for statement in head.iterfind(f".//{TEI}titleStmt/{TEI}respStmt"):
        role = _text(statement.find(f"{TEI}resp"))
        for one in statement:
            if one.tag in (f"{TEI}persName", f"{TEI}orgName") and _text(one):
                yield role, _text(one), one.tag == f"{TEI}persName"


def _places(root: etree._Element) -> Iterator[str]:
    for one in root.iter(f"{TEI}placeName"):
        reference = one.get("ref") or ""
        if _PLACES in reference:
            yield reference.rsplit("#", 1)[1]

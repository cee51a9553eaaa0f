"""Who wrote to whom: a graph drawn as SVG, and a table of the same."""

from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from encoder.edition import Edition
from encoder.model import OutputFile
from encoder.outputs.html.drawing import WIDTH, drawing, shape
from encoder.outputs.html.rows import numbered, row
from encoder.outputs.html.sheets import common, sheets
from encoder.outputs.output import Entries

DRAWN = 24  # correspondents on each side of the drawing, those with the most letters; the table has all
ROW, TOP, SIDE = 30, 16, 330  # the height of a row, the space above, the room for names on each side
LONGEST = 40  # letters of a name in the drawing
Pairs = Mapping[tuple[str, str], Sequence[etree._Element]]


def files(edition: Edition, entries: Entries, facts: str) -> Iterator[OutputFile]:
    """``correspondence.html``, where a document has a sender and an addressee."""
    pairs: dict[tuple[str, str], list[etree._Element]] = {}
    for document in numbered(entries):
        senders, addressees = _names(document, "senders"), _names(document, "addressees")
        for sender in senders:
            for addressee in addressees:
                pairs.setdefault((sender, addressee), []).append(document)
    if not pairs:
        return
    root = etree.Element("correspondence", language=edition.language)
    root.append(drawn(pairs))
    for (sender, addressee), documents in sorted(pairs.items()):
        holder = etree.SubElement(root, "pair", sender=sender, addressee=addressee)
        holder.extend(row(one) for one in documents)
    text = etree.tostring(root, encoding="unicode")
    yield OutputFile("correspondence.html", sheets().run("html", text, **common(edition, facts)).encode())


def _names(document: etree._Element, name: str) -> list[str]:
    return list(dict.fromkeys(one.get("name") or "" for one in document.iterfind(f"in[@list='{name}']")))


def drawn(pairs: Pairs) -> etree._Element:
    """Senders on the left, addressees on the right, and a line for each pair, as thick as it has letters."""
    senders = _places(pairs, 0)
    addressees = _places(pairs, 1)
    height = TOP * 2 + ROW * max(len(senders), len(addressees))
    svg = drawing("graph", height, "img")
    most = max(map(len, pairs.values()))
    left, right, middle = SIDE, WIDTH - SIDE, WIDTH / 2
    for (sender, addressee), documents in sorted(pairs.items()):
        if sender in senders and addressee in addressees:
            start, end = senders[sender], addressees[addressee]
            path = f"M{left + 8},{start}C{middle},{start} {middle},{end} {right - 8},{end}"
            shape(svg, "path", kind="line", d=path, stroke_width=1 + 7 * len(documents) / most)
    for places, x, anchor, away in ((senders, left, "end", -8), (addressees, right, "start", 8)):
        for name, y in places.items():
            shape(svg, "circle", cx=x, cy=y, r=4)
            text = shape(svg, "text", x=x + away, y=y + 5, text_anchor=anchor)
            text.text = name if len(name) <= LONGEST else name[: LONGEST - 1].rstrip() + "…"
    return svg


def _places(pairs: Pairs, side: int) -> dict[str, float]:
    """How far down each correspondent of one side stands: those with the most letters first."""
    totals: dict[str, int] = {}
    for pair, documents in pairs.items():
        totals[pair[side]] = totals.get(pair[side], 0) + len(documents)
    names = sorted(totals, key=lambda name: (-totals[name], name))[:DRAWN]
    return {name: TOP + ROW / 2 + ROW * index for index, name in enumerate(names)}

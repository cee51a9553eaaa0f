"""The map of the places that documents name, drawn as SVG from public-domain outlines (``xslt/map/outlines.json``)."""

import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from lxml import etree

from encoder import data
from encoder.edition import Edition
from encoder.markup import TEI
from encoder.model import OutputFile
from encoder.outputs.html import names
from encoder.outputs.html.drawing import WIDTH, drawing, number, shape
from encoder.outputs.html.names import Entry
from encoder.outputs.html.sheets import common, sheets
from encoder.outputs.output import Entries

HEIGHTS = (480, 720)  # the lowest and the highest it may be
LEAST = 6.0  # degrees that the map shows at least in each direction, so that one place has surroundings
LETTER = 7.2  # about the width of a letter of a label
LINE = 17  # the height of a label

Point = tuple[float, float]


def files(edition: Edition, entries: Entries, facts: str) -> Iterator[OutputFile]:
    """``map.html``, where a place that is named has coordinates (``location/geo``)."""
    known = names.registered(edition)
    times: dict[str, int] = {}
    for told in entries.of("names"):
        for pointer, *_ in json.loads(told):
            if pointer in known and known[pointer].register == "places":
                times[pointer] = times.get(pointer, 0) + 1
    places = [
        (known[pointer], where, times[pointer]) for pointer in times if (where := _where(known[pointer]))
    ]
    if not places:
        return
    root = etree.Element("map", source=_source())
    root.append(drawn(sorted(places, key=lambda place: (-place[2], place[0].name))))
    text = etree.tostring(root, encoding="unicode")
    yield OutputFile("map.html", sheets().run("html", text, **common(edition, facts)).encode())


def _where(entry: Entry) -> Point | None:
    """Longitude and latitude of a place in degrees."""
    words = (entry.element.findtext(f"{TEI}location/{TEI}geo") or "").split()
    try:
        latitude, longitude = map(float, words)
    except ValueError:
        return None
    return longitude, latitude


def drawn(places: Sequence[tuple[Entry, Point, int]]) -> etree._Element:
    """The drawing: land, borders, and for each place a dot and its name, which lead to its page.

    :param places: an entry, its longitude and latitude, and how often it is named; the first get their labels first.
    """
    frame = _Frame([where for _, where, _ in places])
    svg = drawing("map", frame.height, "group")
    outlines = _outlines()
    shape(svg, "path", kind="land", d="".join(map(_closed, frame.areas(outlines["land"]))))
    shape(svg, "path", kind="border", d="".join(map(_open, frame.lines(outlines["borders"]))))
    most = max(times for _, _, times in places)
    taken: list[tuple[float, float, float, float]] = []
    dots = [(*frame.point(where), 3.5 + 6 * math.sqrt(times / most)) for _, where, times in places]
    taken += [(x - r, y - r, x + r, y + r) for x, y, r in dots]
    for (entry, _, times), (x, y, radius) in zip(places, dots, strict=True):
        link = shape(svg, "a", href=entry.page, times=str(times), name=entry.name)
        shape(link, "circle", cx=x, cy=y, r=radius)
        label = _label(entry.name, x, y, radius, taken, frame.height)
        if label:
            anchor, left, base = label
            shape(link, "text", x=left, y=base, text_anchor=anchor).text = entry.name
    return svg


def _label(
    name: str,
    x: float,
    y: float,
    radius: float,
    taken: list[tuple[float, float, float, float]],
    height: float,
) -> tuple[str, float, float] | None:
    """Where a name can stand without covering another: right of its dot, left, above, below; None if nowhere."""
    wide = LETTER * sum(2 if ord(sign) > 0x2E80 else 1 for sign in name)
    beside = radius + 4
    for anchor, left, base, begin in (
        ("start", x + beside, y + 5, x + beside),
        ("end", x - beside, y + 5, x - beside - wide),
        ("middle", x, y - beside, x - wide / 2),
        ("middle", x, y + beside + 11, x - wide / 2),
    ):
        box = (begin, base - LINE + 4, begin + wide, base + 4)
        inside = box[0] >= 0 and box[1] >= 0 and box[2] <= WIDTH and box[3] <= height
        own = [other for other in taken if not (other[0] <= x <= other[2] and other[1] <= y <= other[3])]
        if inside and not any(_overlap(box, other) for other in own):
            taken.append(box)
            return anchor, left, base
    return None


def _overlap(one: Sequence[float], other: Sequence[float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


class _Frame:
    """What part of the world is shown: an equirectangular projection that is true to scale at its middle latitude."""

    def __init__(self, points: Sequence[Point]) -> None:
        west, east = min(x for x, _ in points), max(x for x, _ in points)
        south, north = min(y for _, y in points), max(y for _, y in points)
        squeeze = max(math.cos(math.radians((south + north) / 2)), 0.2)
        wide, high = max((east - west) * 1.4, LEAST / squeeze), max((north - south) * 1.4, LEAST)
        ratio = min(max(high / (wide * squeeze), HEIGHTS[0] / WIDTH), HEIGHTS[1] / WIDTH)
        wide, high = max(wide, high / ratio / squeeze), max(high, wide * squeeze * ratio)
        self.west, self.north = (west + east - wide) / 2, (south + north + high) / 2
        self.east, self.south = self.west + wide, self.north - high
        self.across, self.down = WIDTH / wide, WIDTH * ratio / high
        self.height = round(WIDTH * ratio)

    def point(self, point: Point) -> Point:
        return (point[0] - self.west) * self.across, (self.north - point[1]) * self.down

    def areas(self, rows: Iterable[Sequence[int]]) -> Iterator[list[Point]]:
        """The polygons within the frame, cut at its edges (Sutherland and Hodgman, 1974)."""
        # A little beyond the edges, so that the line around what is cut off is not seen.
        beyond = (self.east - self.west) / 50
        edges = (
            (0, self.west - beyond, 1),
            (0, self.east + beyond, -1),
            (1, self.south - beyond, 1),
            (1, self.north + beyond, -1),
        )
        for points in map(_points, rows):
            if self._misses(points):
                continue
            for axis, limit, sign in edges:
                points = _cut(points, axis, limit, sign)
            if len(points) > 2:
                yield [self.point(point) for point in points]

    def lines(self, rows: Iterable[Sequence[int]]) -> Iterator[list[Point]]:
        """The lines within the frame; what is beyond its edges the drawing cuts off itself."""
        for points in map(_points, rows):
            if not self._misses(points):
                yield [self.point(point) for point in points]

    def _misses(self, points: Sequence[Point]) -> bool:
        return (
            max(x for x, _ in points) < self.west
            or min(x for x, _ in points) > self.east
            or max(y for _, y in points) < self.south
            or min(y for _, y in points) > self.north
        )


def _cut(points: Sequence[Point], axis: int, limit: float, sign: int) -> list[Point]:
    """What of a polygon is on one side of a line along an axis."""
    kept: list[Point] = []
    for before, here in zip([*points[-1:], *points[:-1]], points, strict=True):
        was, is_in = sign * (before[axis] - limit) >= 0, sign * (here[axis] - limit) >= 0
        if was != is_in:
            share = (limit - before[axis]) / (here[axis] - before[axis])
            other = before[1 - axis] + share * (here[1 - axis] - before[1 - axis])
            kept.append((limit, other) if axis == 0 else (other, limit))
        if is_in:
            kept.append(here)
    return kept


def _points(row: Sequence[int]) -> list[Point]:
    """The points of a line of the outlines, in degrees."""
    x = y = 0
    points = []
    for index in range(0, len(row), 2):
        x, y = x + row[index], y + row[index + 1]
        points.append((x / 100, y / 100))
    return points


def _closed(points: Sequence[Point]) -> str:
    return _open(points) + "z"


def _open(points: Sequence[Point]) -> str:
    return "M" + " ".join(f"{number(x)},{number(y)}" for x, y in points)


@cache
def _file() -> Mapping[str, Any]:
    read: dict[str, Any] = json.loads((data.XSLT / "map/outlines.json").read_text(encoding="utf-8"))
    return read


def _outlines() -> Mapping[str, list[list[int]]]:
    return _file()


def _source() -> str:
    return str(_file()["source"])

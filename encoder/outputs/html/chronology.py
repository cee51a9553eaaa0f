"""The documents in time: a timeline drawn as SVG, and a calendar of the months that have documents."""

import calendar
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from lxml import etree

from encoder.edition import Edition
from encoder.model import OutputFile
from encoder.outputs.html.drawing import WIDTH, drawing, shape
from encoder.outputs.html.rows import numbered, row
from encoder.outputs.html.sheets import common, sheets
from encoder.outputs.output import Entries

HIGH, FOOT = 150, 26  # of the timeline's bars, and of the years below them
MOST_MONTHS = 120  # a longer time is drawn by years


def files(edition: Edition, entries: Entries, facts: str) -> Iterator[OutputFile]:
    """``chronology.html``; documents without a date stand last in it."""
    documents = list(map(row, numbered(entries)))
    dated = sorted((one for one in documents if _year(one)), key=lambda one: one.get("from") or "")
    root = etree.Element("chronology")
    if dated:
        root.append(timeline(Counter(_month(one.get("from") or "") for one in dated)))
    for year, those in groupby(dated, key=lambda one: _year(one)):
        root.append(_of_year(year or 0, list(those)))
    etree.SubElement(root, "undated").extend(one for one in documents if not _year(one))
    text = etree.tostring(root, encoding="unicode")
    yield OutputFile("chronology.html", sheets().run("html", text, **common(edition, facts)).encode())


def _month(date: str) -> str:
    """The month of a date (``1957-12``), or its year where it has none."""
    return date[:7] if re.match(r"\d{4}-\d\d", date) else date[:4]


def _year(document: etree._Element) -> int | None:
    value = (document.get("from") or "")[:4]
    return int(value) if value.isdigit() and int(value) > 0 else None


def _of_year(year: int, documents: Sequence[etree._Element]) -> etree._Element:
    """A year: its months that have documents with a day, week by week, and all its documents."""
    holder = etree.Element("year", n=str(year))
    days = Counter(value for one in documents if len(value := one.get("when") or "") == 10)
    for month in sorted({int(day[5:7]) for day in days}):
        table = etree.SubElement(holder, "month", n=str(month))
        for week in calendar.Calendar().monthdayscalendar(year, month):
            row = etree.SubElement(table, "week")
            for day in week:
                date = f"{year:04}-{month:02}-{day:02}"
                etree.SubElement(row, "day", n=str(day or ""), date=date, documents=str(days[date]))
    holder.extend(documents)
    return holder


def timeline(months: Mapping[str, int]) -> etree._Element:
    """A bar for each month, or each year of a long time, as high as it has documents; it leads to its year.

    :param months: how many documents a month (``1957-12``) has, or a year of which no more is known (``1957``).
    """
    first, last = int(min(months)[:4]), int(max(months)[:4])
    years = last - first + 1
    by_year = years * 12 > MOST_MONTHS
    bars: Counter[str] = Counter()
    for month, number in months.items():
        bars[month[:4] if by_year else month] += number
    most, wide = max(bars.values()), WIDTH / years
    svg = drawing("timeline", HIGH + FOOT, "group")
    _axis(svg, first, last)
    for name, number in sorted(bars.items()):
        # A month, or a year of which no more is known.
        broad = wide / 12 if name[5:7] else wide
        x = (int(name[:4]) - first) * wide + (int(name[5:7] or 1) - 1) * broad
        high = max(HIGH * number / most * 0.9, 4)
        link = shape(svg, "a", href=f"#edition-{name[:4]}", documents=str(number), name=name)
        kind = "bar" if by_year or broad < wide else "bar vague"
        shape(link, "rect", kind="reach", x=x, y=0, width=max(broad, 2), height=HIGH)
        shape(
            link, "rect", kind=kind, x=x + broad * 0.1, y=HIGH - high, width=max(broad * 0.8, 2), height=high
        )
    return svg


def _axis(svg: etree._Element, first: int, last: int) -> None:
    """The base line, and as many years below it as have room."""
    years = last - first + 1
    step = next(step for step in (1, 2, 5, 10, 20, 25, 50, 100, 1000) if years / step <= 16)
    shape(svg, "path", kind="axis", d=f"M0,{HIGH}H{WIDTH}")
    for year in range(first, last + 1):
        if (year - first if years <= 16 else year) % step == 0:
            x = (year - first) * WIDTH / years
            shape(svg, "path", kind="axis", d=f"M{x:.1f},{HIGH}v6")
            shape(svg, "text", x=x + 4, y=HIGH + 19).text = str(year)

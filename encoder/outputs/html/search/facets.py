"""What a reader can narrow a search by, of all documents in few bytes: date, kind, archive, and whom they name."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from encoder.outputs.html.search.digits import coded

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


@dataclass(slots=True)
class Facets:
    """Of each document four numbers: days from the beginning of the document before to its own (twice; one more if it
    is earlier), days from its beginning to its end plus one (0 for no date), and the places of its kind and archive in
    their lists. And which documents have how many leaves, if more than one."""

    _numbers: list[int] = field(default_factory=list)
    _kinds: dict[str, int] = field(default_factory=dict)
    _archives: dict[str, int] = field(default_factory=dict)
    _long: list[tuple[int, int]] = field(default_factory=list)
    _documents: int = 0
    _day: int = 0

    def add(self, told: Mapping[str, Any]) -> None:
        """The next document, as its entry tells of it."""
        first, last = days(told["from"], last=False), days(told["to"], last=True)
        if first and last and last >= first:
            distance = first - self._day
            self._numbers += [2 * distance if distance >= 0 else -2 * distance - 1, last - first + 1]
            self._day = first
        else:
            self._numbers += [0, 0]
        for known, name in ((self._kinds, "kind"), (self._archives, "archive")):
            self._numbers.append(known.setdefault(told[name], len(known)))
        if len(told["leaves"]) > 1:
            self._long.append((self._documents, len(told["leaves"])))
        self._documents += 1

    def told(self) -> dict[str, Any]:
        return {
            "documents": self._documents,
            "facts": coded(self._numbers),
            "kinds": list(self._kinds),
            "archives": list(self._archives),
            "long": self._long,
        }


def days(date: str, last: bool) -> int:
    """The first or last day of a date (W3C: YYYY, YYYY-MM or YYYY-MM-DD, also with a time), counted from the year 1 as
    :meth:`datetime.date.toordinal` does; 0 for any other."""
    match = _DATE.match(date)
    if not match:
        return 0
    year, month, day = (int(part or 0) for part in match.groups())
    month = month or (12 if last else 1)
    try:
        day = day or (calendar.monthrange(year, month)[1] if last else 1)
        return datetime.date(year, month, day).toordinal()
    except ValueError:
        return 0

"""A date as TEI wants it, and the calendar arithmetic behind it."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple


@dataclass(frozen=True, slots=True)
class DateValue:
    """What a typed date says, in W3C forms (``1957``, ``1957-12-17``, ``--12-17``, ``…T17:00:00``).

    ``when`` is one time, ``from_``/``to`` a period, ``not_before``/``not_after`` the bounds of one time.
    ``cert`` is ``medium`` or ``low`` where a part is not in the words themselves; ``evidence`` then says why.
    """

    when: str | None = None
    from_: str | None = None
    to: str | None = None
    not_before: str | None = None
    not_after: str | None = None
    cert: str | None = None
    evidence: str | None = None


LAST_DAY = -1  # the last day of a month whose year may not be known yet


class Parts(NamedTuple):
    """A day, month or year as far as it is known."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    time: str | None = None


class Stretch(NamedTuple):
    """One time (``first`` is ``last``), a period, or bounds within which one time lies."""

    first: Parts
    last: Parts
    kind: Literal["point", "period", "within"] = "point"
    cert: str | None = None
    evidence: tuple[str, ...] = ()


def point(parts: Parts, *evidence: str, cert: str | None = None) -> Stretch:
    """The stretch that is one day, month or year."""
    return Stretch(parts, parts, "point", cert, evidence)


def possible(parts: Parts) -> bool:
    """Whether the calendar has this day (29 February is taken as possible where the year is unknown)."""
    if parts.month is None:
        return parts.day is None
    if not 1 <= parts.month <= 12:
        return False
    return parts.day is None or 1 <= parts.day <= length(parts.year or 2000, parts.month)


def length(year: int, month: int) -> int:
    """Days of a month."""
    return monthrange(year, month)[1]


def weekday(parts: Parts) -> int | None:
    """Monday is 0; None where the day is not wholly known."""
    if parts.year is None or parts.month is None or parts.day is None:
        return None
    return date(parts.year, parts.month, parts.day).weekday()


def w3c(parts: Parts) -> str | None:
    """The parts as a W3C date; a day of the month alone has no such form."""
    if parts.year is None:
        if parts.month is None:
            return None
        return f"--{parts.month:02}" + (f"-{parts.day:02}" if parts.day else "")
    text = f"{parts.year:04}"
    if parts.month:
        text += f"-{parts.month:02}"
        if parts.day:
            text += f"-{parts.day:02}" + (f"T{parts.time}" if parts.time else "")
    return text


def value(stretch: Stretch) -> DateValue | None:
    """The stretch as attributes; None where the calendar does not have it or it runs backwards."""
    stretch = stretch._replace(first=_settled(stretch.first), last=_settled(stretch.last))
    if not (possible(stretch.first) and possible(stretch.last)):
        return None
    first, last = w3c(stretch.first), w3c(stretch.last)
    if first is None or last is None:
        return None
    evidence = "; ".join(dict.fromkeys(stretch.evidence)) or None
    if first == last and stretch.kind != "within":
        return DateValue(when=first, cert=stretch.cert, evidence=evidence)
    if _backwards(stretch.first, stretch.last):
        return None
    if stretch.kind == "period":
        return DateValue(from_=first, to=last, cert=stretch.cert, evidence=evidence)
    return DateValue(not_before=first, not_after=last, cert=stretch.cert, evidence=evidence)


def _settled(parts: Parts) -> Parts:
    if parts.day != LAST_DAY or not parts.month:
        return parts
    return parts._replace(day=length(parts.year or 2000, parts.month))


def _backwards(first: Parts, last: Parts) -> bool:
    common = [(a, b) for a, b in zip(first[:3], last[:3], strict=True)]
    for a, b in common:
        if a is None or b is None:
            continue
        if a != b:
            return a > b
    return (first.time or "") > (last.time or "") and bool(last.time)


def parts(value: DateValue | None) -> Parts:
    """The first day, month or year of a value, for taking over what another date lacks."""
    text = (value and (value.when or value.from_ or value.not_before)) or ""
    if text.startswith("--"):
        text = "0000" + text[1:]
    numbers = [int(n) for n in text[:10].split("-") if n.isdigit()]
    year, month, day = [*numbers, 0, 0, 0][:3]
    return Parts(year or None, month or None, day or None)

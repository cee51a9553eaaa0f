"""Dates wholly in figures: ISO, day.month.year, Chinese, Japanese and Korean forms."""

from __future__ import annotations

import re

from encoder.metadata.dating import tokens, words
from encoder.metadata.dating.value import Parts, Stretch, point, possible

_ERAS = {"民国": 1911, "民國": 1911, "昭和": 1925, "大正": 1911, "明治": 1867, "平成": 1988}
_CJK = re.compile(
    r"(?:(民[国國]|昭和|大正|明治|平成)?([^年년]+)[年년])?(?:([^月월]+)[月월])?(?:([^日日號号일]+)[日號号일])?"
)
_ISO = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d)(?:T([\d:]+))?)?")
_FIGURES = re.compile(r"(\d+)([./-])\s?(\w+)[./-]\s?(\d+)")


def read(text: str, default: Parts) -> Stretch | None:
    """The stretch that a ``compact`` token means, or None."""
    if match := _ISO.fullmatch(text):
        return _iso(match)
    if match := _FIGURES.fullmatch(text):
        return _day_month_year(match, default)
    if match := _CJK.fullmatch("".join(text.split())):
        return _cjk(match, default)
    return None


def _iso(match: re.Match[str]) -> Stretch | None:
    year, month = int(match[1]), int(match[2])
    time = match[4] and (match[4] + ":00" if len(match[4]) == 5 else match[4])
    return point(Parts(year, month, int(match[3]) if match[3] else None, time))


def _cjk(match: re.Match[str], default: Parts) -> Stretch | None:
    era, typed, month, day = match[1], match[2], match[3], match[4]
    numbers = [tokens.numeral(part) if part else None for part in (typed, month, day)]
    if any(part and number is None for part, number in zip((typed, month, day), numbers, strict=True)):
        return None
    year = numbers[0]
    if year is not None and era:
        year += _ERAS[era]
    if year is not None and not 1000 <= year <= 2099:
        return None
    return point(Parts(year, numbers[1], numbers[2]))


def _day_month_year(match: re.Match[str], default: Parts) -> Stretch | None:
    first, sign, second = int(match[1]), match[2], match[3]
    roman = words.ROMAN.get(second)
    if not roman and not second.isdigit():
        return None
    year, notes, cert = _full_year(match[4], default)
    if year is None or (sign == "-" and len(match[4]) == 2):
        return None
    if roman:
        return point(Parts(year, roman, first), *notes, cert=cert)
    day_first, month_first = Parts(year, int(second), first), Parts(year, first, int(second))
    if sign == "/":
        return _either_order(day_first, month_first, default, notes, cert)
    return point(day_first, *notes, cert=cert)


def _full_year(typed: str, default: Parts) -> tuple[int | None, tuple[str, ...], str | None]:
    if len(typed) == 4:
        return int(typed), (), None
    if default.year is None:
        return None, (), None
    near = default.year - default.year % 100 + int(typed)
    year = min((near - 100, near, near + 100), key=lambda y: abs(y - (default.year or 0)))
    if abs(year - default.year) > 30:
        return None, (), None
    return year, (f"the century is that of the document's date ({default.year})",), "medium"


def _either_order(
    day_first: Parts, month_first: Parts, default: Parts, notes: tuple[str, ...], cert: str | None
) -> Stretch | None:
    if not possible(month_first) or day_first == month_first:
        return point(day_first, *notes, cert=cert)
    if not possible(day_first):
        return point(month_first, *notes, cert=cert)
    for order in (day_first, month_first):
        if order[:3] == default[:3]:
            return point(order, *notes, "read in the order that gives the document's date", cert="medium")
    return point(day_first, *notes, "day and month could also stand the other way round", cert="low")

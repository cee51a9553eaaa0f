"""Dates in company: ranges, lists of days, alternatives, times of day; and what one date lends another."""

from __future__ import annotations

from typing import Literal, NamedTuple

from encoder.metadata.dating import words, years
from encoder.metadata.dating.forms import single
from encoder.metadata.dating.grammar import Grammar, Single
from encoder.metadata.dating.time import time
from encoder.metadata.dating.value import Parts, Stretch, point


class Reading(NamedTuple):
    """A date with its first token and the token after it; ``bare`` as in ``Single``."""

    stretch: Stretch
    start: int
    after: int
    bare: str = ""


def read(grammar: Grammar, i: int) -> list[Reading]:
    """The dates that begin at token ``i``: one, or as many as there are days in a list, or none."""
    about = grammar.key(i) in words.APPROXIMATE
    at = grammar.skip(i + 1, {"."}) if about else i
    if about and (found := single(grammar, at)):
        said = years.completed(found, grammar)
        return [Reading(_about(said), i, found.after, found.bare and "about")]
    return _days(grammar, i) or _from_single(grammar, i)


def _days(grammar: Grammar, i: int) -> list[Reading]:
    """``19-21 March``, ``20./21. November``, ``19 and 21 March 1949``, ``5, 6 and 7 July``."""
    days: list[tuple[int, int, int]] = []
    joints: list[str] = []
    at = grammar.skip(i, {"the"})
    while (day := grammar.day(at)) and len(days) < 12:
        days.append((day[0], at, day[1]))
        joint, after = _joint(grammar, day[1])
        if not joint:
            break
        joints.append(joint)
        at = grammar.skip(after, {"the"})
    if len(days) < 2 or len(joints) >= len(days):
        return []
    last = single(grammar, days[-1][1])
    if not last or last.month is None or last.stretch.first.day != days[-1][0]:
        return []
    last = last._replace(stretch=years.completed(last, grammar))
    heads = [last.stretch.first._replace(day=number) for number, _, _ in days[:-1]]
    if len(days) == 2 and (kind := _kind(grammar, i, joints[0])):
        return [Reading(last.stretch._replace(first=heads[0], kind=kind), days[0][1], last.after)]
    read_ = [
        Reading(point(head, *last.stretch.evidence, cert=last.stretch.cert), start, after)
        for head, (_, start, after) in zip(heads, days, strict=False)
    ]
    return [*read_, Reading(last.stretch, days[-1][1], last.after)]


def _joint(grammar: Grammar, i: int) -> tuple[str, int]:
    """What joins a date to the next (``-``, ``to``, ``and``, ``or``, ``,``) and the token after it."""
    key = grammar.key(i)
    for name, keys in (("-", words.DASHES), ("to", words.TO), ("and", words.AND), ("or", words.OR)):
        if key in keys:
            return name, i + 1
    if key == ",":
        following = _joint(grammar, i + 1)
        return following if following[0] in ("and", "or") else (",", i + 1)
    return "", i


def _kind(grammar: Grammar, i: int, joint: str) -> Literal["period", "within"] | None:
    if joint in ("-", "to") or (joint == "and" and grammar.key(i - 1) == "between"):
        return "period"
    return "within" if joint == "or" else None


def _from_single(grammar: Grammar, i: int) -> list[Reading]:
    first = single(grammar, i)
    if not first:
        return []
    joint, at = _joint(grammar, first.after)
    second = _second(grammar, first, joint, at) if joint else None
    kind = _kind(grammar, i, joint) if second else None
    if second and kind and _together(grammar, i, first, second, joint):
        return [_joined(grammar, i, first, second, kind)]
    if second and not first.year_said and second.year_said and second.month and second.stretch.first.year:
        first = _in_year(first, second.stretch.first.year)
    if second and joint in ("and", "or") and not single(grammar, at):  # May 1 and 8
        ends = years.shared(first, second, grammar)
        return [Reading(ends[0], i, first.after), Reading(ends[1], grammar.skip(at, {"the"}), second.after)]
    return [_timed(grammar, Reading(years.completed(first, grammar), i, first.after, first.bare))]


def _second(grammar: Grammar, first: Single, joint: str, at: int) -> Single | None:
    """The other end: a date, a day of the same month (``March 19-21``), or two figures (``1840-42``)."""
    at = grammar.skip(at, {"the"}) if grammar.month(at + 1) is None else at
    month_first = first.stretch.first.day is not None and not first.stretch.first.year
    day = grammar.day(at)
    if month_first and day and joint != "," and not single(grammar, at):
        if joint == "and" and grammar.kind(day[1]) == "word":  # May 1 and 8 divisions
            return None
        after = day[1] - 1 if grammar.key(day[1] - 1) == "." else day[1]
        year = grammar.year(after)
        parts = first.stretch.first._replace(day=day[0], year=year.number if year else None)
        return Single(point(parts), year.after if year else after, "", first.month, bool(year))
    if (
        first.bare == "year"
        and joint == "-"
        and grammar.kind(at) == "number"
        and len(grammar.tokens[at].text) == 2
    ):
        number = (first.stretch.first.year or 0) // 100 * 100 + grammar.tokens[at].number
        return Single(point(Parts(number)), at + 1, "year")
    found = single(grammar, at)
    return found if found and (joint != "," or found.month) else None


def _together(grammar: Grammar, i: int, first: Single, second: Single, joint: str) -> bool:
    """Whether two dates are the ends of one period, and not neighbours in a sentence."""
    if first.bare == "year" and second.bare == "year":
        ends = first.stretch.first.year or 0, second.stretch.first.year or 0
        return ends[0] < ends[1] and (joint != "to" or grammar.key(i - 1) == "from")
    if joint == "to" and (first.bare or second.bare):
        return grammar.key(i - 1) == "from"
    return True


def _in_year(one: Single, year: int) -> Single:
    """The date with the year that the words after it name."""
    stretch = one.stretch
    stretch = stretch._replace(first=stretch.first._replace(year=year), last=stretch.last._replace(year=year))
    return one._replace(stretch=stretch, year_said=True, bare="" if one.bare == "month" else one.bare)


def _joined(
    grammar: Grammar, i: int, first: Single, second: Single, kind: Literal["period", "within"]
) -> Reading:
    bare = first.bare if first.bare == second.bare else ""
    bare = "years" if bare == "year" and len(grammar.tokens[second.after - 1].text) == 4 else bare
    one, two = years.shared(first, second, grammar)
    evidence = (*one.evidence, *two.evidence)
    cert = "low" if "low" in (one.cert, two.cert) else one.cert or two.cert
    whole = Stretch(one.first, two.last, kind, cert, evidence)
    return Reading(whole, i, second.after, bare)


def _about(stretch: Stretch) -> Stretch:
    evidence = (*stretch.evidence, "the text says “about”")
    first = stretch.first
    if stretch.kind != "point" or first.month or not first.year:
        return stretch._replace(cert="medium", evidence=evidence)
    evidence = (*evidence, "read as a year either way")
    return Stretch(Parts(first.year - 1), Parts(first.year + 1), "within", "medium", evidence)


def _timed(grammar: Grammar, reading: Reading) -> Reading:
    """``May 12 at 1700``, ``20 October 1997, 10.30 a.m. - 3 p.m.``"""
    first = reading.stretch.first
    if reading.stretch.kind != "point" or not (first.year and first.day) or first.time:
        return reading
    begin = time(grammar, reading.after)
    if not begin:
        return reading
    moment = first._replace(time=begin[0])
    end = time(grammar, begin[1] + 1) if grammar.key(begin[1]) in words.DASHES | words.TO else None
    if not end:
        return reading._replace(stretch=reading.stretch._replace(first=moment, last=moment), after=begin[1])
    stretch = reading.stretch._replace(first=moment, last=first._replace(time=end[0]), kind="period")
    return reading._replace(stretch=stretch, after=end[1])

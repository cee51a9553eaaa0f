"""Parts of months, years and decades (``late May``, ``the first half of 1950``), and seasons."""

from __future__ import annotations

from typing import NamedTuple

from encoder.metadata.dating import words
from encoder.metadata.dating.grammar import Grammar, Single, Year
from encoder.metadata.dating.value import LAST_DAY, Parts, Stretch, point


class Share(NamedTuple):
    """From and to as shares of the whole; whether the words leave it open how far they reach."""

    low: float
    high: float
    open: bool


_FIRST, _MIDDLE, _LAST = (0, 1 / 3), (1 / 3, 2 / 3), (2 / 3, 1)
_OPEN = {
    _FIRST: ["early", "beginning", "start", "first days"],
    _MIDDLE: ["mid", "middle"],
    _LAST: ["late", "end", "very end", "close", "last days"],
}
_EXACT: dict[tuple[float, float], list[str]] = {
    _FIRST: ["first third", "first ten days"],
    _MIDDLE: ["second third", "second ten days"],
    _LAST: ["last third", "final third", "third third", "last ten days"],
    (0, 1 / 2): ["first half"],
    (1 / 2, 1): ["second half", "latter half"],
    (0, 1 / 4): ["first quarter"],
    (1 / 4, 1 / 2): ["second quarter"],
    (1 / 2, 3 / 4): ["third quarter"],
    (3 / 4, 1): ["fourth quarter", "last quarter"],
}
_SHARES = {name: Share(*share, True) for share, names in _OPEN.items() for name in names}
_SHARES |= {name: Share(*share, False) for share, names in _EXACT.items() for name in names}
_BY_FIRST_WORD: dict[str, list[str]] = {}
for _name in sorted(_SHARES, key=lambda name: -len(name)):  # the longest first
    _BY_FIRST_WORD.setdefault(_name.split()[0], []).append(_name)
FIRST_WORDS = frozenset(_BY_FIRST_WORD)


def portion(grammar: Grammar, i: int) -> Single | None:
    """``the first third of May``, ``late 1949``, ``the end of the month of March``, ``the early 1950s``."""
    at = grammar.skip(i, {"the"})
    phrase = next((p for p in _BY_FIRST_WORD.get(grammar.key(at), ()) if grammar.past(at, p) != at), None)
    if not phrase:
        return None
    at = grammar.skip(grammar.past(at, phrase), {"-"} if phrase == "mid" else {"in", "of"})
    at = grammar.past(grammar.past(at, "the month of"), "month of")
    if grammar.kind(at) == "decade":
        decade = point(Parts(grammar.tokens[at].number))
        return Single(_narrowed(decade, phrase, 10), at + 1)
    if month := grammar.month(at, full=True):
        base = grammar.dated(grammar.year(month[1]), month[0], None, month[1])
        return base._replace(stretch=_narrowed(base.stretch, phrase, 30))
    year = grammar.year(at) if grammar.key(at) != "," else None
    if not year or not year.number:
        return None
    notes = (year.evidence,) if year.evidence else ()
    whole = point(Parts(year.number), *notes, cert="medium" if notes else None)
    return Single(_narrowed(whole, phrase, 12), year.after)


def _narrowed(stretch: Stretch, phrase: str, units: int) -> Stretch:
    """The share of a month (30 days, the rest is in the last part), year (12 months) or decade (10 years)."""
    share, whole = _SHARES[phrase], stretch.first
    low, high = round(share.low * units), round(share.high * units)
    if units == 10:
        first, last, unit = Parts((whole.year or 0) + low), Parts((whole.year or 0) + high - 1), "years"
    elif units == 12:
        first, last, unit = whole._replace(month=low + 1), whole._replace(month=high), "months"
    else:
        first, last, unit = (
            whole._replace(day=low + 1),
            whole._replace(day=high if share.high < 1 else LAST_DAY),
            "days",
        )
    if not share.open:
        return Stretch(first, last, "within", stretch.cert, stretch.evidence)
    note = f"“{phrase}” read as the {unit} {low + 1} to {'the last' if share.high == 1 else high}"
    return Stretch(first, last, "within", "medium", (*stretch.evidence, note))


def season(grammar: Grammar, i: int) -> Single | None:
    """``the spring of 1949``, ``winter of this year``, ``next winter``; a season alone is none."""
    at = grammar.skip(i, {"the"})
    counted = grammar.key(at) if grammar.key(at) in ("this", "last", "next") else ""
    name = grammar.key(at + 1 if counted else at)
    if name not in words.SEASONS:
        return None
    if counted:
        year = _season_counted(grammar, counted, name)
        return year and Single(_season_of(name, year.number or 0, 0, year.evidence), at + 2)
    year = grammar.year(at + 1)
    if not year or not year.number:
        return None
    if (
        name == "winter"
        and grammar.key(year.after) in words.DASHES
        and grammar.kind(year.after + 1) == "number"
    ):
        return Single(_season_of(name, year.number, 0, year.evidence), year.after + 2)  # winter of 1948-49
    return Single(_season_of(name, year.number, int(name == "winter"), year.evidence), year.after)


def _season_counted(grammar: Grammar, counted: str, name: str) -> Year | None:
    """The season before or after the document's date; a winter by the year in which it begins."""
    year, month = grammar.default.year, grammar.default.month
    if year is None:
        return None
    low, high = words.SEASONS[name]
    now = (month or 1) + (12 if name == "winter" and (month or 1) <= high - 12 else 0)
    year -= int(now > 12)
    if counted == "next":
        year += int(low <= now)
    elif counted == "last":
        year -= int(high >= now)
    return Year(year, 0, f"“{counted} {name}”, counted from the document's date")


def _season_of(name: str, year: int, either: int, evidence: str) -> Stretch:
    low, high = words.SEASONS[name]
    notes = (evidence,) if evidence else ()
    if name == "winter":
        which = (
            "the winter that begins or the one that ends in the year"
            if either
            else "winter read as December to February"
        )
        return Stretch(Parts(year - either, 12), Parts(year + 1, 2), "within", "medium", (*notes, which))
    said = f"{name} read as the months {low} to {high}"
    return Stretch(Parts(year, low), Parts(year, high), "within", "medium", (*notes, said))

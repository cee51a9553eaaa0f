"""The year that a date does not say: from its other end, or from the document's date."""

from __future__ import annotations

from encoder.metadata.dating.grammar import Grammar, Single
from encoder.metadata.dating.value import Parts, Stretch

_FAR = 9  # months: beyond this the day of the neighbouring year is much the nearer one


def completed(single: Single, grammar: Grammar) -> Stretch:
    """The stretch with the document's year where none is said.

    The neighbouring year is taken where the day would otherwise lie more than nine months from the document
    (a letter of January that speaks of 30 December); it is then ``low``, as nothing in the words says so.
    """
    stretch, default = single.stretch, grammar.default
    if single.year_said or stretch.first.month is None:
        return stretch
    if grammar.sentence and grammar.sentence != default.year:
        note = f"the year is the one named before in the sentence ({grammar.sentence})"
        return _with_year(stretch, grammar.sentence, "medium", note)
    if default.year is None:
        return stretch
    year, cert = default.year, "medium"
    note = f"the year is taken from the document's date ({default.year})"
    away = stretch.first.month - default.month if default.month else 0
    if abs(away) > _FAR:
        year, cert = (default.year - 1 if away > 0 else default.year + 1), "low"
        note = (
            f"no year is said; {year} is nearer to the document's date ({_said(default)}) than {default.year}"
        )
    return _with_year(stretch, year, cert, note)


def shared(first: Single, second: Single, grammar: Grammar) -> tuple[Stretch, Stretch]:
    """Both ends of a range, each with its year: one end lends it to the other, or the document to both."""
    one, two = first.stretch, second.stretch
    if first.year_said and second.year_said:
        return one, two
    crossing = _crosses(one, two)
    if second.year_said and two.first.year:
        return _with_year(one, two.first.year - crossing, *_crossing_note(crossing)), two
    if first.year_said and one.last.year:
        return one, _with_year(two, one.last.year + crossing, *_crossing_note(crossing))
    if grammar.default.year is None or one.first.month is None:
        return one, two
    one = completed(first, grammar)
    if crossing and (grammar.default.month or 12) < (one.first.month or 0):
        one = _with_year(one, grammar.default.year - 1, "medium")
    return one, _with_year(two, (one.last.year or 0) + crossing, one.cert, *one.evidence)


def _crosses(one: Stretch, two: Stretch) -> int:
    """1 where the range runs over the turn of the year."""
    return int((one.first.month or 0) > (two.last.month or 12))


def _crossing_note(crossing: int) -> tuple[str | None, *tuple[str, ...]]:
    return (None, "the range runs over the turn of the year") if crossing else (None,)


def _with_year(stretch: Stretch, year: int, cert: str | None, *notes: str) -> Stretch:
    return Stretch(
        stretch.first._replace(year=year),
        stretch.last._replace(year=year),
        stretch.kind,
        cert or stretch.cert,
        (*stretch.evidence, *notes),
    )


def _said(default: Parts) -> str:
    return "-".join(f"{n:02}" for n in default[:3] if n)

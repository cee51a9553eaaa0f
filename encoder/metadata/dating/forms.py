"""One date in words, in every order that is written. Positions are indexes of tokens."""

from __future__ import annotations

from encoder.metadata.dating import figures, words
from encoder.metadata.dating.grammar import Grammar, Single
from encoder.metadata.dating.portions import portion, season
from encoder.metadata.dating.value import Parts, Stretch, length, point, weekday


def single(grammar: Grammar, i: int) -> Single | None:
    """The longest date that starts at token ``i``."""
    if grammar.kind(i) == "compact":
        found = figures.read(grammar.tokens[i].text, grammar.default)
        return found and Single(found, i + 1, month=found.first.month, year_said=bool(found.first.year))
    said = words.WEEKDAYS.get(grammar.key(i)) if grammar.kind(i) == "word" else None
    at = i
    if said is not None:
        at = grammar.skip(grammar.skip(i + 1, {"."}), {","})
        at = grammar.skip(at, {"the", "der", "den", "le"})
    for form in (_day_first, _month_first, _year_first, _vietnamese):
        if dated := form(grammar, at):
            return _with_weekday(dated, said)
    if at != i:
        return None
    return portion(grammar, i) or season(grammar, i) or _month_alone(grammar, i) or _year_alone(grammar, i)


def _day_first(grammar: Grammar, i: int) -> Single | None:
    """``17 December 1957``, ``the 17th of December, 1957``, ``17 de diciembre de 1957``, ``10 XII 1957``."""
    i = grammar.skip(i, {"the"}) if grammar.kind(i + 1) in ("word", "ordinal") else i
    day = grammar.day(i)
    if not day or (grammar.key(i - 1) == "." and grammar.key(i - 2) == "no"):  # No. 5 May be …
        return None
    at = grammar.skip(day[1], words.OF)
    at = grammar.skip(at, {"'", "’"}) if grammar.key(at - 1) == "d" else at
    at = grammar.past(at, "the month of")
    if roman := words.ROMAN.get(grammar.tokens[at].text if at < len(grammar.tokens) else ""):
        year = grammar.year(at + 1)
        return grammar.dated(year, roman, day[0], at + 1) if year and grammar.kind(i) != "word" else None
    month = grammar.month(at)
    if not month or (grammar.kind(i) == "word" and at == day[1]):
        return None
    found = grammar.dated(grammar.year(month[1]), month[0], day[0], month[1])
    return None if _small_english(grammar, at) and not found.year_said else found


def _month_first(grammar: Grammar, i: int) -> Single | None:
    """``December 17, 1957``; not ``In March 20 divisions``, where the number does not belong to the month."""
    month = grammar.month(i)
    if not month or grammar.key(i - 1) in ("in", "during"):
        return None
    at = grammar.skip(month[1], {"the"})
    day = grammar.day(at)
    if not day or (grammar.kind(at) == "word" and at == month[1]):
        return None
    after = day[1] - 1 if grammar.key(day[1] - 1) == "." else day[1]  # the stop ends the sentence
    found = grammar.dated(grammar.year(after), month[0], day[0], after)
    return None if grammar.tokens[i].text[0].islower() and not found.year_said else found


def _small_english(grammar: Grammar, i: int) -> bool:
    return grammar.tokens[i].text[0].islower() and grammar.key(i) in words.ENGLISH


def _year_first(grammar: Grammar, i: int) -> Single | None:
    """Hungarian: ``1956. november 4.``, ``1956. november 4-én``; also ``1956 November 4``."""
    if grammar.kind(i) != "number" or len(grammar.tokens[i].text) != 4:
        return None
    month = grammar.month(grammar.skip(i + 1, {"."}))
    year = grammar.tokens[i].number
    if not month or not 1000 <= year <= 2099:
        return None
    day = grammar.day(month[1])
    after = day[1] if day else month[1]
    if (
        day
        and grammar.key(after) == "-"
        and grammar.kind(after + 1) == "word"
        and len(grammar.key(after + 1)) <= 3
    ):
        after += 2
    return Single(point(Parts(year, month[0], day[0] if day else None)), after, month=month[0])


def _vietnamese(grammar: Grammar, i: int) -> Single | None:
    """``ngày 17 tháng 12 năm 1957``: day, month, year."""
    if grammar.key(i) != "ngay" or grammar.key(i + 2) != "thang":
        return None
    if grammar.kind(i + 1) != "number" or grammar.kind(i + 3) != "number":
        return None
    return grammar.dated(
        grammar.year(i + 4), grammar.tokens[i + 3].number, grammar.tokens[i + 1].number, i + 4
    )


def _month_alone(grammar: Grammar, i: int) -> Single | None:
    """``December 1957``, ``the month of August``; ``March`` is bare: a date only in the right company."""
    at = grammar.past(i, "the month of")
    month = grammar.month(at)
    if not month:
        return None
    year = grammar.year(month[1])
    if year and not (grammar.key(month[1]) == "," and year.evidence):
        return grammar.dated(year, month[0], None, month[1])
    if not grammar.month(at, full=True):
        return None
    found = grammar.dated(grammar.nearest(grammar.key(i - 1), month), month[0], None, month[1])
    return found if at != i else found._replace(bare="month")


def _year_alone(grammar: Grammar, i: int) -> Single | None:
    if grammar.kind(i) == "decade":
        decade = grammar.tokens[i].number
        return Single(Stretch(Parts(decade), Parts(decade + 9), "within"), i + 1, bare="year")
    number = grammar.tokens[i].number if i < len(grammar.tokens) else 0
    if grammar.kind(i) != "number" or len(grammar.tokens[i].text) not in (4, 5) or not 1000 <= number <= 2099:
        return None
    return Single(point(Parts(number)), grammar.year_end(i + 1), bare="year")


def _with_weekday(found: Single, said: int | None) -> Single:
    first = found.stretch.first
    known = (
        first.year is not None and first.day is not None and first.day <= length(first.year, first.month or 1)
    )
    if said is None or not known or weekday(first) == said:
        return found
    note = "the weekday is not that of this day"
    return found._replace(
        stretch=found.stretch._replace(cert="low", evidence=(*found.stretch.evidence, note))
    )

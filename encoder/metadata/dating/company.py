"""Whether the words around a month's name or a year make it a date."""

from __future__ import annotations

from encoder.metadata.dating import words
from encoder.metadata.dating.grammar import Grammar
from encoder.metadata.dating.spans import Reading
from encoder.metadata.tables import listed

_NOT_PLURAL = listed(
    "was is has his its this us as always perhaps towards thus across less plus whereas does"
)
_COUNTED = listed("people men women yuan rubles persons percent tons troops soldiers sheep cattle dollars")
_PAGES = listed("p pp pg pages page l ll f op d no doc vol № , - / :")
# After these a capital word can be the person or thing that the month's name belongs to.
_OPEN = listed("of by before after since from to until till")


def licensed(grammar: Grammar, reading: Reading, previous: int) -> bool:
    """Whether the reading stands. ``previous``: the token after the date before it (``in May and June``)."""
    if _names_an_event(grammar, reading.after):
        return False
    if not reading.bare:
        return True
    if reading.bare == "month":
        return _month(grammar, reading, previous)
    return _year(grammar, reading, previous)


def _names_an_event(grammar: Grammar, after: int) -> bool:
    """``May 4th Movement``, ``May Day``, ``the October Revolution``."""
    return grammar.key(after) in words.EVENTS and grammar.tokens[after].text[0].isupper()


def _month(grammar: Grammar, reading: Reading, previous: int) -> bool:
    before = grammar.key(reading.start - 1)
    if _follows(grammar, reading, previous):
        return True
    if before not in words.BEFORE_MONTH - words.AND - words.OR - {"to"}:
        return False
    return not (before in _OPEN and _capital(grammar, reading.after))


def _follows(grammar: Grammar, reading: Reading, previous: int) -> bool:
    """Right after a date and one joining word."""
    joint = grammar.key(reading.start - 1)
    return (
        bool(previous)
        and reading.start - 1 == previous
        and joint in words.AND | words.OR | words.TO | words.DASHES
    )


def _capital(grammar: Grammar, i: int) -> bool:
    return grammar.kind(i) == "word" and grammar.tokens[i].text[0].isupper()


def _year(grammar: Grammar, reading: Reading, previous: int) -> bool:
    first = reading.stretch.first.year or 0
    if not 1600 <= first <= 2099 or _counts(grammar, reading.after):
        return False
    before = grammar.key(reading.start - 1)
    if reading.bare == "about" or (before == "(" and grammar.key(reading.after) in (")", ",", ";")):
        return True
    paged = before in _PAGES or (before == "." and grammar.key(reading.start - 2) in _PAGES)
    if reading.bare == "years" and not paged:
        return True
    joints = words.AND | words.OR | {"to"}
    return _follows(grammar, reading, previous) or before in words.BEFORE_YEAR - joints


def _counts(grammar: Grammar, i: int) -> bool:
    """Whether the number counts things: ``in 1800 villages``, ``of 2000 yuan``, ``1950 %``."""
    key = grammar.key(i)
    if key in ("%", "$", "°", "km", "kg") or key in _COUNTED:
        return True
    plural = grammar.kind(i) == "word" and len(key) > 3 and key.endswith("s") and not key.endswith("ss")
    return plural and key not in _NOT_PLURAL and grammar.tokens[i].text[0].islower()

"""Dates as typed, in running text and alone: ``find`` and ``parse``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from encoder.metadata.dating import portions, words
from encoder.metadata.dating.company import licensed
from encoder.metadata.dating.grammar import Grammar
from encoder.metadata.dating.spans import Reading, read
from encoder.metadata.dating.tokens import Token, holds_time, is_time, tokens
from encoder.metadata.dating.value import DateValue, Parts, Stretch, parts, value
from encoder.metadata.tables import listed

__all__ = ["DateMatch", "DateValue", "find", "is_weekday", "parse"]

_MONTHS = "January February March April May June July August September October November December".split()
_SEASONS = "spring summer autumn fall winter".split()
# By the set of first signs the expression engine passes over the rest of a text; each name looks back at its first letter.
_ANCHOR = re.compile(
    r"[\d年月년월ADFJMNOSWafsw](?:(?<=\d)\d*|(?<=[年月년월])|(?<!\w.)(?:"
    + "|".join(f"{name[1:]}(?<={name})" for name in _MONTHS)
    + f"|(?i:{'|'.join(f'{name[1:]}(?<={name})' for name in _SEASONS)}))\\b)"
)
_STOPS = frozenset(".!?;")
_LONGEST = 240  # no date is written with so many characters
_BEFORE, _AFTER = 60, 120  # characters around an anchor that a date can reach to


@dataclass(frozen=True, slots=True)
class DateMatch:
    """A date in a text: ``text[start:end]`` says ``value``."""

    start: int
    end: int
    value: DateValue


def find(text: str, default: DateValue | None = None) -> list[DateMatch]:
    """All dates of a running text, in order. ``default`` is the document's date, which lends a missing year.

    Brackets within a date are read through and stand inside its span where both of a pair do. A month's name
    alone, or a year alone, is a date only in company that makes it one. Linear in the length of the text.
    """
    matches: list[DateMatch] = []
    named: int | None = None
    for start, end in _windows(text):
        if not holds_time(text, start, end):
            continue
        found = tokens(text, start, end)
        for reading in _readings(text, found, parts(default), named):
            named = reading.stretch.first.year or named
            if match := _match(text, found, reading):
                matches.append(match)
    return matches


def is_weekday(word: str) -> bool:
    """Whether a word is the name of a day of the week, in a language of the grammar."""
    return words.fold(word) in words.WEEKDAYS


def parse(text: str, default: DateValue | None = None) -> DateValue | None:
    """The value of a text that is wholly a date; None where it is none or the calendar has no such day."""
    if len(text) > _LONGEST or not holds_time(text):
        return None
    found = tokens(text)
    while found and found[-1].text in ".,;:)?":
        found.pop()
    while found and found[0].text in "(,.:":
        found.pop(0)
    for lead in range(3):
        if readings := _all_read(Grammar(found, parts(default)), lead):
            return value(_whole(readings, doubted="?" in text))
        if lead >= len(found) or found[lead].key not in _LEADS:
            break
    return None


_LEADS = listed("from between on in at dated am vom den le el dne dnia of the")


def _all_read(grammar: Grammar, at: int) -> list[Reading]:
    """The dates that make up all tokens from ``at``, joined by ``and`` or commas; else none."""
    readings: list[Reading] = []
    while at < len(grammar.tokens) and (more := read(grammar, at)):
        readings += more
        at = more[-1].after
        joined = at + 1 < len(grammar.tokens) and grammar.key(at) in words.AND | {","}
        at = at + 1 if joined else at
    return readings if at == len(grammar.tokens) else []


def _whole(readings: list[Reading], doubted: bool) -> Stretch:
    first, last = readings[0].stretch, readings[-1].stretch
    whole = first
    if len(readings) > 1:
        evidence = (*first.evidence, *last.evidence, "separate times, not a period")
        whole = Stretch(first.first, last.last, "within", first.cert or last.cert, evidence)
    if doubted:
        whole = whole._replace(cert="low", evidence=(*whole.evidence, "marked with a question mark"))
    return whole


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of text that can hold a date, none overlapping, cut at white space near by."""
    start, end = 0, None
    for anchor in _ANCHOR.finditer(text):
        low, high = anchor.start() - _BEFORE, anchor.end() + _AFTER
        if end is None or low > end:
            if end is not None:
                yield _at_space(text, start, end)
            start = max(low, 0)
        end = high
    if end is not None:
        yield _at_space(text, start, end)


def _at_space(text: str, start: int, end: int) -> tuple[int, int]:
    blank = text.rfind(" ", start, start + 30)
    low = 0 if start == 0 else start if blank < 0 else blank
    return low, min(end, len(text))


def _readings(text: str, found: list[Token], default: Parts, named: int | None) -> Iterator[Reading]:
    at = previous = 0
    stop = 1 + max((i for i, token in enumerate(found) if is_time(token)), default=-1)
    while at < stop:
        if not _may_start(found, at):
            at += 1
            continue
        grammar = Grammar(
            found, default, named, named if previous and _one_sentence(found, previous, at) else None
        )
        readings = read(grammar, at)
        if not readings or not (
            licensed(grammar, readings[0], previous) or _alone_in_brackets(text, found, readings[0])
        ):
            at += 1
            continue
        for reading in readings:
            named = reading.stretch.first.year or named
            yield reading
        at = previous = readings[-1].after


def _may_start(found: list[Token], at: int) -> bool:
    token = found[at]
    if token.kind != "word":
        return token.kind != "sign" and token.kind != "other"
    if token.key not in _STARTS:
        return False
    following = _FOLLOWING.get(token.key)
    if following is None or at + 1 == len(found):
        return following is None
    return found[at + 1].kind != "word" or found[at + 1].key in following


# A date in words begins with one of these, or with "the" before one of these.
_STARTS = frozenset(
    {
        "the",
        "this",
        "last",
        "next",
        "ngay",
        *words.WEEKDAYS,
        *words.FULL,
        *words.SHORT,
        *words.ORDINALS,
        *words.SEASONS,
    }
    | {*words.APPROXIMATE, *portions.FIRST_WORDS}
)
# … and these with one of those after them, or a figure.
_FOLLOWING = {
    "the": frozenset({*_STARTS, "twenty", "thirty", "month"}),
    "this": frozenset(words.SEASONS),
    "next": frozenset(words.SEASONS),
}


def _one_sentence(found: list[Token], previous: int, at: int) -> bool:
    """Whether no sentence ends between the date before and the token ``at``."""
    return at - previous < 40 and not any(token.text in _STOPS for token in found[previous:at])


def _alone_in_brackets(text: str, found: list[Token], reading: Reading) -> bool:
    """``[1961]``, ``[1949?]``: a year that the translator put in."""
    start, end = found[reading.start].start, found[reading.after - 1].end
    year = reading.stretch.first.year or 0
    return text[start - 1 : start] == "[" and text[end : end + 2].lstrip("?")[:1] == "]" and year >= 1600


def _match(text: str, found: list[Token], reading: Reading) -> DateMatch | None:
    """The reading at its place in the text, with the brackets that belong to it."""
    start, end = found[reading.start].start, found[reading.after - 1].end
    stretch = reading.stretch
    if text[end : end + 2] in ("?]", "?)"):
        stretch = stretch._replace(cert="low", evidence=(*stretch.evidence, "marked with a question mark"))
        end += 1
    start, end = _balanced(text, start, end)
    said = value(stretch)
    return DateMatch(start, end, said) if said and start < end else None


def _balanced(text: str, start: int, end: int) -> tuple[int, int]:
    """The span with the other half of a bracket that stands beside it, or cut before one that does not."""
    depth = 0
    for at in range(start, end):
        if text[at] == "[":
            depth += 1
        elif text[at] == "]":
            if depth == 0:
                if text[start - 1 : start] == "[":
                    return _balanced_from(text, start - 1, end)
                return start, len(text[:at].rstrip())
            depth -= 1
    return _balanced_from(text, start, end)


def _balanced_from(text: str, start: int, end: int) -> tuple[int, int]:
    open_ = text.count("[", start, end) - text.count("]", start, end)
    if open_ > 0 and text[end : end + open_] == "]" * open_:
        return start, end + open_
    while open_ > 0:
        end = text.rindex("[", start, end)
        open_ -= 1
    return start, start + len(text[start:end].rstrip())

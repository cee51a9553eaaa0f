"""The pieces of dates in words: day, month, year. Positions are indexes of tokens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from encoder.metadata.dating import words
from encoder.metadata.dating.tokens import Token
from encoder.metadata.dating.value import Parts, Stretch, point

RELATIVE = {"this": 0, "current": 0, "present": 0, "that": 0, "same": 0}
RELATIVE |= {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}


class Year(NamedTuple):
    """A year as said: in figures, or counted: from the document (``this year``), the text (``that year``)."""

    number: int | None
    after: int
    evidence: str = ""


class Single(NamedTuple):
    """One date and the token after it. ``bare`` names a form that is a date only in the right company."""

    stretch: Stretch
    after: int
    bare: str = ""
    month: int | None = None
    year_said: bool = True


@dataclass(frozen=True)
class Grammar:
    """The tokens, the document's date, the year last named before them and the one named in the sentence."""

    tokens: list[Token]
    default: Parts
    named: int | None = None
    sentence: int | None = None

    def key(self, i: int) -> str:
        """The folded word or sign at ``i``; nothing outside."""
        return self.tokens[i].key if 0 <= i < len(self.tokens) else ""

    def kind(self, i: int) -> str:
        """The kind of the token at ``i``; nothing outside."""
        return self.tokens[i].kind if 0 <= i < len(self.tokens) else ""

    def skip(self, i: int, keys: frozenset[str] | set[str]) -> int:
        """Past the token at ``i`` where it is one of ``keys``."""
        return i + 1 if self.key(i) in keys else i

    def past(self, i: int, phrase: str) -> int:
        """Past the words of ``phrase`` where they stand at ``i``; else ``i``."""
        said = phrase.split()
        return i + len(said) if all(self.key(i + k) == word for k, word in enumerate(said)) else i

    def day(self, i: int) -> tuple[int, int] | None:
        """A day of the month, in figures or as an ordinal word."""
        if self.kind(i) in ("number", "ordinal") and len(self.tokens[i].text) <= 4:
            number = self.tokens[i].number
            return (number, self.skip(i + 1, {"."})) if 1 <= number <= 99 else None
        if self.key(i) in ("twenty", "thirty") and self.key(i + 1) == "-":
            number = words.ORDINALS.get(f"{self.key(i)}-{self.key(i + 2)}", 0)
            return (number, i + 3) if number else None
        number = words.ORDINALS.get(self.key(i), 0)
        return (number, i + 1) if number else None

    def month(self, i: int, full: bool = False) -> tuple[int, int] | None:
        """A month's name; ``full``: not short (``Dec.``), nor in small letters or another language."""
        if self.kind(i) != "word":
            return None
        key, text = self.key(i), self.tokens[i].text
        if key in words.FULL and not (full and (key not in words.ENGLISH or text[0].islower())):
            return words.FULL[key], i + 1
        if not full and key in words.SHORT and (text[0].isupper() or not text.isascii()):
            return words.SHORT[key], self.skip(i + 1, {"."})
        return None

    def year(self, i: int) -> Year | None:
        """A year after what it belongs to: ``1949``, ``, 1949``, ``of 1949``, ``of this year``."""
        at = self.skip(i, {","})
        at = self.skip(at, words.OF)
        at = self.skip(at, {"the"}) if self.key(at + 1) == "year" else at
        at = self.skip(at, words.YEAR_WORD | {"year", "nam"})
        if self.kind(at) == "number" and len(self.tokens[at].text) in (4, 5):
            number = self.tokens[at].number
            if 1000 <= number <= 2099:
                return Year(number, self.year_end(at + 1))
        return self.relative_year(at) if at == i or self.key(at - 1) in words.OF else None

    def year_end(self, i: int) -> int:
        """Past the word for a year that some languages put after it (``1957 г.``, ``1957 roku``)."""
        if self.key(i) in words.YEAR_WORD and self.tokens[i].text[0].islower():
            return self.skip(i + 1, {"."}) if len(self.key(i)) == 1 else i + 1
        return i

    def relative_year(self, i: int) -> Year | None:
        """``this year``, ``the same year``, ``last year``, ``that year``; no number where none is known."""
        at = self.skip(i, {"the"})
        if self.key(at + 1) != "year" or self.key(at) not in RELATIVE:
            return None
        said = f"{self.key(at)} year"
        if self.key(at) in ("that", "same"):
            known = self.named
            return Year(known, at + 2, f"“{said}” is {known}, named before" if known else "")
        if self.default.year is None:
            return Year(None, at + 2)
        number = self.default.year + RELATIVE[self.key(at)]
        return Year(number, at + 2, f"“{said}”, counted from the document's date ({self.default.year})")

    def nearest(self, counted: str, month: tuple[int, int]) -> Year | None:
        """The year of ``last May`` or ``next May``, counted from the document's month."""
        year, now = self.default.year, self.default.month
        if counted not in ("last", "past", "next", "this") or not year or not now:
            return None
        if counted == "next":
            year += int(month[0] <= now)
        elif counted != "this":
            year -= int(month[0] >= now)
        return Year(
            year, month[1], f"“{counted}”, counted from the document's date ({self.default.year}-{now:02})"
        )

    def dated(self, year: Year | None, month: int, day: int | None, after: int) -> Single:
        """A month or day with the year said after it, if one is."""
        if year is None:
            return Single(point(Parts(None, month, day)), after, month=month, year_said=False)
        notes = (year.evidence,) if year.evidence else ()
        stretch = point(Parts(year.number, month, day), *notes, cert="medium" if notes else None)
        return Single(stretch, year.after, month=month)

"""Times of day as they follow a date."""

from __future__ import annotations

from encoder.metadata.dating.grammar import Grammar

_AT = {"at", "um", "a", "в", "v"}
_HOURS = {"hours", "hrs", "hour", "h", "uhr", "ч"}


def time(grammar: Grammar, i: int) -> tuple[str, int] | None:
    """``at 1700``, ``at 21:35``, ``10.30 a.m.``, ``17.00 hours``, ``5 p.m.``: W3C time, next token."""
    at = grammar.skip(i, {","})
    said_at = grammar.key(at) in _AT
    at = at + 1 if said_at else at
    if at >= len(grammar.tokens):
        return None
    token = grammar.tokens[at]
    half, after = _half(grammar, at + 1)
    hours = not half and grammar.key(after) in _HOURS
    figures = _figures(token.kind, token.text, token.number, said_at or hours, bool(half))
    if not figures or (token.kind == "decimal" and not (half or hours)):
        return None
    hour, minute, second = figures
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23 or minute > 59 or second > 59:
        return None
    return f"{hour:02}:{minute:02}:{second:02}", after + 1 if hours else after


def _half(grammar: Grammar, i: int) -> tuple[str, int]:
    """``a.m.``, ``am``, ``p. m.``: ``a`` or ``p`` and the token after it."""
    if grammar.key(i) in ("am", "pm"):
        return grammar.key(i)[0], i + 1
    if grammar.key(i) in ("a", "p") and grammar.key(i + 1) == "." and grammar.key(i + 2) == "m":
        return grammar.key(i), i + 4 if grammar.key(i + 3) == "." else i + 3
    return "", i


def _figures(kind: str, text: str, number: int, marked: bool, half: bool) -> tuple[int, int, int] | None:
    if kind == "time" or (kind == "decimal" and text.count(".") == 1 and len(text.split(".")[1]) == 2):
        numbers = [int(n) for n in text.replace(".", ":").split(":")]
        return numbers[0], numbers[1], numbers[2] if len(numbers) > 2 else 0
    if kind != "number":
        return None
    if len(text) == 4 and marked:
        return number // 100, number % 100, 0
    return (number, 0, 0) if half and len(text) <= 2 else None

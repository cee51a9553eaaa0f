"""Rows of whole numbers as text that a script can hold: short for small numbers, and no sign that a string must escape."""

from __future__ import annotations

from collections.abc import Iterable

# 92 signs: the first half ends a number, the second half says that more follows. The least weighty digit comes first.
SIGNS = "".join(chr(code) for code in range(33, 127) if chr(code) not in '"\\')
_HALF = len(SIGNS) // 2


def _coded(number: int) -> str:
    signs = []
    while number >= _HALF:
        number, digit = divmod(number, _HALF)
        signs.append(SIGNS[_HALF + digit])
    signs.append(SIGNS[number])
    return "".join(signs)


_SMALL = tuple(_coded(number) for number in range(1 << 13))


def coded(numbers: Iterable[int]) -> str:
    """Numbers from 0 on, one behind the other."""
    return "".join([_SMALL[number] if number < 8192 else _coded(number) for number in numbers])

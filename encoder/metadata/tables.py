"""Lists of words: written in the code, or in a plain file beside it that is read once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).resolve().parent / "lists"


def listed(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of ``lists/name`` without comments (``#``) and empty ones. Raises OSError where it is not."""
    text = (_FOLDER / name).read_text(encoding="utf-8")
    return tuple(line for line in text.split("\n") if line and not line.startswith("#"))


@cache
def vocabulary(name: str) -> frozenset[str]:
    """All words of ``lists/name``."""
    return frozenset(word for line in lines(name) for word in line.split())

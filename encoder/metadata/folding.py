"""Text with single blanks for any white space, and the way back to where it stood."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Folded:
    """``text`` with single blanks; ``starts[i]`` is where its character ``i`` stands in the original."""

    text: str
    starts: tuple[int, ...]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The place in the original of ``text[start:end]`` (not empty)."""
        return self.starts[start], self.starts[end - 1] + 1


def folded(text: str) -> Folded:
    """The text without white space at its ends and with single blanks inside."""
    characters: list[str] = []
    starts: list[int] = []
    for word in re.finditer(r"\S+", text):
        if characters:
            characters.append(" ")
            starts.append(word.start() - 1)
        characters.extend(word[0])
        starts.extend(range(word.start(), word.end()))
    return Folded("".join(characters), tuple(starts))

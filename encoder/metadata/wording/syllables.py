"""Cutting a word into syllables of a closed inventory."""

from __future__ import annotations


def cut(word: str, inventory: frozenset[str], longest: int = 7) -> tuple[str, ...] | None:
    """The word as the fewest syllables of the inventory; None where it has no such reading. Linear."""
    counts, starts = (
        [0],
        [0],
    )  # for each end: how many syllables lead there (-1: none do), where the last begins
    for end in range(1, len(word) + 1):
        ways = [
            (counts[start] + 1, start)
            for start in range(max(0, end - longest), end)
            if counts[start] >= 0 and word[start:end] in inventory
        ]
        count, start = min(ways, default=(-1, 0))
        counts.append(count)
        starts.append(start)
    return _path(word, starts) if counts[-1] > 0 else None


def _path(word: str, starts: list[int]) -> tuple[str, ...]:
    found: list[str] = []
    end = len(word)
    while end:
        found.append(word[starts[end] : end])
        end = starts[end]
    return tuple(reversed(found))

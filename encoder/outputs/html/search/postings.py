"""In which leaves each word stands: held in memory as far as it fits, the rest in files that are merged."""

from __future__ import annotations

import base64
import heapq
import itertools
import tempfile
from array import array
from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack
from operator import itemgetter
from typing import IO

from encoder.outputs.html.search.digits import coded

AT_ONCE = 8_000_000  # postings of four bytes


def _numbers() -> array[int]:
    return array("I")


class Postings:
    """Use it as a context: its files go when it ends.

    :param at_once: how many postings are held in memory.
    """

    def __init__(self, at_once: int = AT_ONCE) -> None:
        self._held: defaultdict[str, array[int]] = defaultdict(_numbers)
        self._runs: list[IO[str]] = []
        self._files = ExitStack()
        self._at_once = at_once
        self._size = 0
        self._leaf = 0

    def __enter__(self) -> Postings:
        return self

    def __exit__(self, *raised: object) -> None:
        self._files.close()

    def add(self, leaf: str) -> None:
        """The words of the next leaf by their weight, as an entry has them."""
        held = self._held
        for row in leaf.split("\t"):
            weight, *words = row.split() or ["0"]
            number = (self._leaf << 3) + int(weight)
            for word in words:
                held[word].append(number)
            self._size += len(words)
        self._leaf += 1
        if self._size > self._at_once:
            self._put_away()

    def _put_away(self) -> None:
        run = self._files.enter_context(tempfile.TemporaryFile("w+", encoding="utf-8"))  # noqa: SIM115
        for word, numbers in self._sorted():
            run.write(f"{word}\t{base64.b64encode(numbers.tobytes()).decode()}\n")
        self._runs.append(run)
        self._held.clear()
        self._size = 0

    def _sorted(self) -> Iterator[tuple[str, array[int]]]:
        return iter(sorted(self._held.items()))

    def rows(self) -> Iterator[tuple[str, str]]:
        """Each word, in order, with its postings as text (see :mod:`encoder.outputs.html.search.digits`).

        A posting is one number: the distance to the leaf before it, less one, times 8, and the weight of the word.
        """
        runs = [*map(_read, self._runs), self._sorted()]
        merged = heapq.merge(
            *runs, key=itemgetter(0)
        )  # of one word, the runs come in the order of their leaves
        for word, parts in itertools.groupby(merged, key=itemgetter(0)):
            yield word, coded(_distances(itertools.chain.from_iterable(numbers for _, numbers in parts)))


def _read(run: IO[str]) -> Iterator[tuple[str, array[int]]]:
    run.seek(0)
    for line in run:
        word, _, text = line.rstrip("\n").partition("\t")
        yield word, array("I", base64.b64decode(text))


def _distances(numbers: Iterator[int]) -> Iterator[int]:
    before = -8
    for number in numbers:
        leaf = number & ~7
        yield number - before - 8
        before = leaf

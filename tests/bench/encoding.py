"""What each step from typed text to TEI takes, and what a process takes before its first document.

    python -m tests.bench.encoding [NUMBER]

CPU milliseconds for one document of NUMBER made at random (tests.bench.corpus), the best of some rounds. Steps stand in
the order in which a document goes through them; what is in brackets is part of the step above.
"""

import argparse
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from resource import RUSAGE_CHILDREN, getrusage
from typing import Any

from lxml import etree

from encoder import blocks as blocking
from encoder import brackets, edition
from encoder.checks import fidelity
from encoder.inline.attach import attach
from encoder.inline.entities import mark
from encoder.inline.parse import parse
from encoder.metadata import dates, facts
from encoder.model import Source
from encoder.pipeline import document
from encoder.pipeline.marks import Known, marks
from encoder.tei import body
from tests.bench import corpus

ROUNDS = 5  # the best of them counts, since another program can only make it slower
COMMANDS = {
    "encoder --version": ["--version"],
    "encoder --help": ["--help"],
    "encoder encode FILE": ["encode"],
}


def measured(number: int) -> dict[str, float]:
    """CPU milliseconds of each step for one document."""
    shop = document.workshop(edition.load(corpus.EDITION))
    sources = [Source(f"{name}.txt", text) for name, text in corpus.texts(number)]
    times: dict[str, float] = {}

    def step(name: str, run: Callable[..., Any], *over: Sequence[Any]) -> list[Any]:
        times[name], made = _best(lambda: [run(*each) for each in zip(*over, strict=True)])
        times[name] *= 1000 / number
        return made

    whole = step("all, typed text to TEI", lambda one: document.encode(one, shop, "schema"), sources)
    found = step("blocks", blocking.blocks, sources)
    known = step("facts of the record", lambda one: facts.gather(one, shop.archives), found)
    texts = [[block for block in one if block.kind not in document.RECORD] for one in found]
    said = [document.circumstances(*each, shop.registers) for each in zip(found, known, strict=True)]
    trees = step("bracket trees", lambda one: [parse(block.content.text) for block in one], texts)
    claims = step("readings of brackets", _claims, texts, trees, said)
    helps = [
        Known(one.language, one.date, shop.registers, blocking.is_markdown(source), body.notes(blocks))
        for source, blocks, one in zip(sources, found, known, strict=True)
    ]
    marked = step("dates, names and other marks", _marks, texts, claims, helps)
    step("(dates)", lambda one, facts: [dates.find(b.content.text, facts.date) for b in one], texts, known)
    step("(names)", lambda one: [shop.registers.find(block.content.text) for block in one], texts)
    step("items", _items, trees, claims, marked)
    roots = [etree.fromstring(one.xml.encode()) for one in whole]
    step("fidelity", lambda root, source: fidelity.findings("a.xml", root, source.text), roots, sources)
    return times


def _claims(texts: list[Any], trees: list[Any], said: dict[str, object]) -> list[Any]:
    pairs = zip(texts, trees, strict=True)
    return [brackets.claims(block.content.text, tree, kind=block.kind, **said) for block, tree in pairs]


def _marks(texts: list[Any], claims: list[Any], known: Known) -> list[Any]:
    return [marks(block, claim, known) for block, claim in zip(texts, claims, strict=True)]


def _items(trees: list[Any], claims: list[Any], marked: list[Any]) -> list[Any]:
    return [mark(attach(t, c), m.entities) for t, c, m in zip(trees, claims, marked, strict=True)]


def started() -> dict[str, float]:
    """CPU milliseconds of whole processes."""
    file = str(sorted((corpus.EDITION / "sources").glob("*.txt"))[0])
    times = {}
    for name, words in COMMANDS.items():
        command = [sys.executable, "-m", "encoder", *words, *([file] if words == ["encode"] else [])]
        times[name] = 1000 * min(_of_process(command) for _ in range(ROUNDS))
    return times


def _best(run: Callable[[], list[Any]]) -> tuple[float, list[Any]]:
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        made = run()
        best = min(best, time.process_time() - start)
    return best, made


def _of_process(command: list[str]) -> float:
    before = getrusage(RUSAGE_CHILDREN)
    subprocess.run(command, capture_output=True, check=False)
    after = getrusage(RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.encoding", description=__doc__)
    parser.add_argument("number", type=int, nargs="?", default=50, help="documents; 50")
    options = parser.parse_args()
    for name, milliseconds in {**measured(options.number), **started()}.items():
        print(f"{milliseconds:9.2f} ms  {name}")


if __name__ == "__main__":
    main()

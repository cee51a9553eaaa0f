"""Corpora of any size from the sample edition: its texts with other names, dates, brackets and lengths, from a seed."""

import random
import re
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from lxml import etree

EDITION = Path(__file__).resolve().parents[2] / "edition"
SIZE = 6_500  # characters of a document, in the middle
_TEI = "{http://www.tei-c.org/ns/1.0}"
_YEAR = re.compile(r"\b19[4-6]\d\b")
_DAY = re.compile(r"\b([1-9]|[12]\d)(?= (?:January|February|March|April|May|June|July|August|October) |, 19)")
_BRACKETS = (
    "[North] ",
    "[sic] ",
    "[illegible] ",
    "[two words illegible] ",
    "[…] ",
    "[of the Province] ",
    "[?] ",
)


def make(folder: Path, number: int, seed: int = 1, size: int = SIZE) -> None:
    """An edition of so many documents.

    :param size: characters of a document, in the middle; short ones show what grows with their number.
    """
    shutil.copytree(EDITION, folder, ignore=shutil.ignore_patterns("build", "tei", "sources"))
    toml = folder / "edition.toml"
    text = toml.read_text(encoding="utf-8").replace('schema = "../schema"', 'schema = "schema"')
    toml.write_text(text, encoding="utf-8")
    (folder / "sources").mkdir()
    for name, text in texts(number, seed, size):
        (folder / "sources" / f"{name}.txt").write_text(text, encoding="utf-8")


def texts(number: int, seed: int = 1, size: int = SIZE) -> Iterator[tuple[str, str]]:
    """Name and text of each document."""
    samples = [path.read_text(encoding="utf-8") for path in sorted((EDITION / "sources").glob("*.txt"))]
    names = _names()
    for index in range(number):
        chance = random.Random(f"{seed} {index}")
        yield f"document-{index:06}", _varied(chance, samples, names, size)


def _varied(chance: random.Random, samples: Sequence[str], names: Sequence[str], mean: int) -> str:
    text = chance.choice(samples)
    paragraphs = text.rstrip().split("\n\n")
    size = chance.gauss(mean, mean / 4)
    middle = len(paragraphs) // 2
    while len(paragraphs) > 3 and sum(map(len, paragraphs)) > size:
        del paragraphs[middle]
        middle = len(paragraphs) // 2
    while sum(map(len, paragraphs)) < size:
        paragraphs.insert(middle, _paragraph(chance, samples))
    varied = "\n\n".join(_with_brackets(chance, one) for one in paragraphs)
    for name in chance.sample(names, 4):
        varied = varied.replace(name, chance.choice(names))
    shift = chance.randint(-6, 6)
    varied = _YEAR.sub(lambda match: str(int(match[0]) + shift), varied)
    return _DAY.sub(lambda match: str(1 + (int(match[0]) + chance.randint(0, 27)) % 28), varied) + "\n"


def _paragraph(chance: random.Random, samples: Sequence[str]) -> str:
    long = [one for one in chance.choice(samples).split("\n\n") if len(one) > 200 and "http" not in one]
    return chance.choice(long) if long else "Nothing more was said [by either side]."


def _with_brackets(chance: random.Random, paragraph: str) -> str:
    words = paragraph.split(" ")
    if len(words) > 30:
        words.insert(chance.randrange(10, len(words)), chance.choice(_BRACKETS).strip())
    return " ".join(words)


def _names() -> list[str]:
    """All forms of persons and places that the registers know and that are words of their own."""
    found = [
        " ".join("".join(map(str, name.itertext())).split())
        for register in ("persons", "places")
        for name in etree.parse(EDITION / "registers" / f"{register}.xml").iter(
            f"{_TEI}persName", f"{_TEI}placeName"
        )
    ]
    return sorted({name for name in found if len(name) > 4})

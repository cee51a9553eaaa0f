"""Time grows with the text: many brackets, none that closes, one long word, one long paragraph, many lines."""

import pytest

from encoder.inline.parse import parse
from encoder.model import Source
from encoder.pipeline import document
from tests.growth import ratio

SENTENCE = (
    "The [North] Korean side met Pak Seong-cheol [Pak Song Chol] and both sides [China and Korea] agreed on 6 March [1962] "
    "that it was so. "
)


@pytest.mark.parametrize("unit", ["[", "]", "[a] ", "[[", "a[b]["])
def test_parser(unit: str) -> None:
    assert ratio(lambda size: parse(unit * size), 8_000) < 5


TEXTS = {
    "one paragraph": lambda size: SENTENCE * size,
    "paragraphs": lambda size: (SENTENCE + "\n\n") * size,
    "unclosed": lambda size: "[a " * (40 * size),
    "closers": lambda size: "a] " * (40 * size),
    "one word": lambda size: "a" * (200 * size) + " and some words more, so that it is prose.",
    "lines": lambda size: "A line of text that is not long\n" * (10 * size),
    "items": lambda size: "".join(f"{n}. An item of the list, with words.\n" for n in range(1, 4 * size)),
    "one line": lambda size: "Citation: “T” Summary: s " + SENTENCE * size,
}


@pytest.mark.parametrize("kind", TEXTS)
def test_document(shop: document.Workshop, kind: str) -> None:
    texts = {size: TEXTS[kind](size) for size in (60, 240)}
    assert ratio(lambda size: document.encode(Source("a.txt", texts[size]), shop, "schema"), 60) < 5


def test_brackets_that_never_close_cost_no_more_than_words(shop: document.Workshop) -> None:
    """100,000 characters each: a row of open brackets is one damage."""
    texts = {1: "word and " * 11_111 + ".", 4: "[" * 100_000 + " and words of some length."}
    assert ratio(lambda which: document.encode(Source("a.txt", texts[which]), shop, "schema"), 1, 1.5) < 1.5

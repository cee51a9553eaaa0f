"""The manual is run: every example of tests/spec gives what stands below it."""

import pytest

from encoder import brackets
from tests import manual

EXAMPLES = manual.every_example()


@pytest.mark.parametrize("example", EXAMPLES, ids=[example.name for example in EXAMPLES])
def test_example(example: manual.Example) -> None:
    assert manual.tei_of(example) == example.tei


def test_every_reading_has_three_examples_and_a_near_miss() -> None:
    for path in sorted(manual.FOLDER.glob("*.md")):
        text = path.read_text(encoding="utf-8")
        assert len(list(manual.examples(path))) >= 3, path.name
        assert "Near miss" in text or "15-unclosed" in path.name or "document=" in text, path.name


def test_every_rule_is_in_the_manual() -> None:
    pages = {path.stem.split("-", 1)[1] for path in manual.FOLDER.glob("*.md")}
    assert {rule.__name__.rsplit(".", 1)[1] for rule in brackets.RULES} <= pages

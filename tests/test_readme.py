"""The README's first example is what the program does."""

import re

from encoder.model import Source
from encoder.pipeline import document
from tests.conftest import ROOT


def test_first_example(shop: document.Workshop) -> None:
    block = (ROOT / "README.md").read_text(encoding="utf-8").split("```")[1]
    shown = re.search(r"typed(.*?)TEI (.*?)page", block, re.S)
    assert shown is not None
    made = document.encode(Source("a.txt", " ".join(shown[1].split()) + "\n"), shop, "schema").xml
    said = re.search(r"<p source[^>]*>(.*?)</p>", made, re.S)
    assert said is not None and _flat(shown[2]) == _flat(said[1])


def _flat(xml: str) -> str:
    """Without the line breaks of the README, which also stand between elements."""
    return re.sub(r"\s+(?=<)", "", " ".join(xml.split()))

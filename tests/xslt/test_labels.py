"""labels.xml and style.xml: complete, and what the stylesheets ask for is there."""

import re

import pytest
from lxml import etree

from encoder import data

LABELS = etree.parse(data.XSLT / "labels.xml")
STYLE = etree.parse(data.XSLT / "style.xml")
LANGUAGES = LABELS.getroot().get("languages").split()
NAMES = LABELS.xpath("/labels/label/@name")


def test_labels_have_one_name_each() -> None:
    assert len(NAMES) == len(set(NAMES))


@pytest.mark.parametrize("name", NAMES)
def test_label_is_complete(name: str) -> None:
    """In every language, and with the same words to fill in."""
    row = LABELS.xpath("/labels/label[@name = $name]", name=name)[0]
    assert set(row.attrib) == {"name", *LANGUAGES}
    holes = {language: sorted(re.findall(r"\{(\w+)\}", row.get(language))) for language in LANGUAGES}
    assert len({tuple(words) for words in holes.values()}) == 1, holes


def test_labels_that_stylesheets_name_are_there() -> None:
    asked = {
        name
        for path in data.XSLT.rglob("*.xsl")
        for name in re.findall(r"f:label\('([\w-]+)'[,)]", path.read_text(encoding="utf-8"))
    }
    counted = {
        name
        for path in data.XSLT.rglob("*.xsl")
        for name in re.findall(r"f:counted\('([\w-]+)'", path.read_text(encoding="utf-8"))
    }
    assert asked <= set(NAMES), asked - set(NAMES)
    assert {f"{name}-{form}" for name in counted for form in ("one", "many")} <= set(NAMES)


def test_every_house_has_every_sign() -> None:
    signs = {house.get("name"): set(house.xpath("sign/@name")) for house in STYLE.iterfind("house")}
    assert len({frozenset(names) for names in signs.values()}) == 1, signs


def test_every_example_has_its_meaning() -> None:
    assert {f"sign-{name}" for name in STYLE.xpath("/style/examples/example/@sign")} <= set(NAMES)

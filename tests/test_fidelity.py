"""Fidelity: no character lost or invented, on the sample texts, on arbitrary text, and the check sees what is."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from encoder import readers
from encoder.checks import fidelity
from encoder.model import Source
from encoder.pipeline import document
from tests.conftest import EDITION

SOURCES = sorted((EDITION / "sources").glob("*.txt"))
TEI = "{http://www.tei-c.org/ns/1.0}"


def encoded(shop: document.Workshop, text: str) -> tuple[etree._Element, str]:
    made = document.encode(Source("a.txt", text), shop, "schema")
    return etree.fromstring(made.xml.encode()), text


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_samples_lose_nothing(shop: document.Workshop, path: Path) -> None:
    source = readers.read(path)[0]
    assert source is not None
    made = document.encode(source, shop, "schema")
    assert fidelity.findings("a.xml", etree.fromstring(made.xml.encode()), source.text) == []


PIECES = st.sampled_from(
    [
        "[North] Korea",
        "[",
        "]",
        "[...]",
        "[?]",
        "[sic]",
        "[sic, should be X]",
        "[1]",
        "[page 2]",
        "Andong [Dandong]",
        "CPSU [Communist Party]",
        "[illegible]",
        "[handwritten note in left margin: no]",
        "[underlined]",
        "[Translator's note: why]",
        "\n\n",
        "\n",
        "1. ",
        "a) ",
        "- ",
        "☐ ",
        "**b**",
        "# H\n",
        "To the Embassy:",
        "Top Secret",
        "Distribution: A (2), B.",
        "Received: May 12 at 1700",
        "5 May 1961",
        "He said that it was so.",
        "他说",
        "\u0301",
        "\u202e",
        "\ue02e",
        "\ufffd",
        "&<>\"'",
        "{{x}}",
        "ПΠ",
        "Citation:",
        "Summary:",
        " ",
        "\f",
        "[[a] b]",
        "A: ",
        "***",
        "\u2028",
        "\t",
    ]
)


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    st.one_of(
        st.lists(PIECES, min_size=1, max_size=25).map(" ".join),
        st.lists(PIECES, min_size=1, max_size=25).map("".join),
    )
)
def test_any_text_of_such_pieces_loses_nothing(shop: document.Workshop, text: str) -> None:
    if text.strip():
        root, source = encoded(shop, text)
        assert fidelity.findings("a.xml", root, source) == []


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(
        alphabet=st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufffe\uffff"),
        min_size=1,
        max_size=200,
    )
)
def test_any_text_loses_nothing(shop: document.Workshop, text: str) -> None:
    clean = readers.text.FORBIDDEN.sub("\ufffd", text)
    if clean.strip():
        root, source = encoded(shop, clean)
        assert fidelity.findings("a.xml", root, source) == []


SAMPLE = "He met [one word illegible] there, with Andong [Dandong] and [North] Korea, on 6 March [1962], as was said before.\n"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("there", "", "F001"),
        ("there", "there again", "F001"),
        ("<p ", "<p>Nobody said this.</p><p ", "F002"),
        ("said before.", "said before. So.", "F002"),
        ('<supplied reason="subaudible">North</supplied>', "North", "F001"),
        ("<orig>Andong</orig>", "<orig>Antung</orig>", "F001"),
        ("Korea", '<supplied reason="subaudible">Korea</supplied>', "F001"),
        (r'source="a\.txt#char=0,(\d+)"', 'source="a.txt#char=0,20"', "F003"),
    ],
)
def test_the_check_sees_a_change(shop: document.Workshop, old: str, new: str, code: str) -> None:
    xml = document.encode(Source("a.txt", SAMPLE), shop, "schema").xml
    spoiled = re.sub(old, new, xml, count=1)
    assert spoiled != xml
    assert code in {
        one.code for one in fidelity.findings("a.xml", etree.fromstring(spoiled.encode()), SAMPLE)
    }


def test_the_check_sees_paragraphs_that_have_changed_places(shop: document.Workshop) -> None:
    text = "He came to the house on the hill and said so.\n\nThen he went home again, which took an hour.\n"
    root, source = encoded(shop, text)
    assert fidelity.findings("a.xml", root, source) == []
    first = next(root.iter(TEI + "p"))
    first.getparent().append(first)
    told = fidelity.findings("a.xml", root, source)
    assert [one.code for one in told] == ["F006"] and "He came" in told[0].words["moved"]


def test_what_an_editor_adds_and_signs_is_no_loss(shop: document.Workshop) -> None:
    xml = document.encode(Source("a.txt", SAMPLE), shop, "schema").xml
    added = xml.replace("there", 'there<note type="editorial" resp="#editor">In Prague.</note>', 1)
    assert fidelity.findings("a.xml", etree.fromstring(added.encode()), SAMPLE) == []


def test_positions_count_characters_not_bytes(shop: document.Workshop) -> None:
    text = "Über 他们的 谈话 said enough about the matter to fill a sentence.\n"
    root, _ = encoded(shop, text)
    pointer = root.find(f".//{TEI}p").get("source")
    assert pointer == f"a.txt#char=0,{len(text) - 1}"

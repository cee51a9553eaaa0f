"""The bracket parser: total, lossless, linear."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from encoder.inline.parse import DEPTH, leaves, parse
from encoder.model import Bracket, Stray, Text

BRACKETS = st.text(alphabet="[]ab \n?.", max_size=60)


@given(st.one_of(BRACKETS, st.text(max_size=60)))
def test_leaves_are_the_text(text: str) -> None:
    assert "".join(text[span.start : span.end] for span in leaves(parse(text))) == text


@given(BRACKETS)
def test_brackets_are_balanced_and_nest(text: str) -> None:
    def walk(nodes: tuple[object, ...]) -> None:
        for node in nodes:
            if isinstance(node, Bracket):
                assert text[node.span.start] == "[" and text[node.span.end - 1] == "]"
                walk(node.children)

    walk(parse(text))


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("a [b] c", [Text, Bracket, Text]),
        ("[a [b]", [Stray, Text, Bracket]),
        ("a] b", [Text, Stray, Text]),
        ("[[a]]", [Bracket]),
        ("", []),
        ("]", [Stray]),
    ],
)
def test_shapes(text: str, kinds: list[type]) -> None:
    assert [type(node) for node in parse(text)] == kinds


def test_too_deep_is_a_character() -> None:
    text = "[" * (DEPTH + 2) + "x" + "]" * (DEPTH + 2)
    assert "".join(text[span.start : span.end] for span in leaves(parse(text))) == text
    depth, nodes = 0, parse(text)
    while any(isinstance(node, Bracket) for node in nodes):
        nodes = next(node.children for node in nodes if isinstance(node, Bracket))
        depth += 1
    assert depth == DEPTH

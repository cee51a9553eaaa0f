"""Documents made at random from a grammar: all that it allows, in proportions of no document ever written."""

from functools import cache
from random import Random

from lxml import etree

from encoder.checks import grammar as g
from encoder.checks import patterns as p
from encoder.checks.grammar import RNG, Grammar
from encoder.checks.patterns import Pattern

XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
WORDS = ("the", "border", "Korea", "1962", "中国", "—", "Pak’s", "&", "<", "é")
SAMPLES = {
    "date": ["1962-03-24", "1949-12-31Z"],
    "gYearMonth": ["1962-03"],
    "gYear": ["1962", "-0012"],
    "dateTime": ["1961-05-12T17:00:00", "1961-05-12T17:00:00+08:00"],
    "time": ["17:00:00"],
    "gMonthDay": ["--03-24"],
    "gMonth": ["--03"],
    "gDay": ["---24"],
    "language": ["en", "zh-Latn-pinyin", "x-own"],
    "decimal": ["2", "-1.5", "+.5"],
    "double": ["0", "0.6", "1"],
    "nonNegativeInteger": ["0", "12"],
    "positiveInteger": ["1"],
    "string": ["", "1", "several  words"],
    "NCName": ["encoder", "a-b.c"],
    "token": ["word", "1.0", "Ω"],
    "anyURI": [
        "#a",
        "../registers/persons.xml#pak",
        "https://example.org/a?b=c",
        "a.txt#char=1,20",
        "中.txt#char=0,7",
    ],
}


class Maker:
    """:param grammar: what to go by; it must have one definition for each element name.
    :param seed: the same seed makes the same documents."""

    def __init__(self, grammar: Grammar, seed: int) -> None:
        self.grammar = grammar
        self.random = Random(seed)
        self.number = 0
        self.heights = heights(grammar)

    def document(self, depth: int = 12) -> etree._Element:
        return self.element(self.random.choice(g.allowed(self.grammar.start).elements), depth)

    def element(self, name: str, depth: int) -> etree._Element:
        content = self.grammar.elements[name].content
        made = etree.Element(name, nsmap={None: name[1:].partition("}")[0]})
        needed = p.required(content)
        for key, value in g.attributes(content).items():
            if key in needed or self.random.random() < 0.3:
                made.set(key, self.value(key, value))
        self.fill(made, p.without_attributes(content, missing=True), depth)
        return made

    def fill(self, made: etree._Element, state: Pattern, depth: int) -> None:
        for _ in range(200):
            if p.after_text(state) is not p.NONE and self.random.random() < 0.6:
                state = p.after_text(state)
                append(made, " ".join(self.random.choices(WORDS, k=self.random.randint(1, 4))))
            names = self.possible(state, depth)
            if p.nullable(state) and (not names or self.random.random() < 0.4):
                return
            name = self.random.choice(names)
            made.append(self.element(name, depth - 1))
            state = p.after_child(state, name)
        raise AssertionError("this element does not come to an end")

    def possible(self, state: Pattern, depth: int) -> list[str]:
        """The children that fit into the depth; where something must come and nothing fits, the lowest."""
        names = g.allowed(state).elements
        fitting = [name for name in names if self.heights[name] < depth]
        return fitting or (
            [] if p.nullable(state) else [min(names, key=lambda name: (self.heights[name], name))]
        )

    def value(self, key: str, pattern: Pattern) -> str:
        if key == XML_ID:
            self.number += 1
            return f"i{self.number}"
        return self.random.choice(samples(pattern))


def append(made: etree._Element, text: str) -> None:
    if len(made):
        made[-1].tail = (made[-1].tail or "") + text
    else:
        made.text = (made.text or "") + text


@cache
def samples(pattern: Pattern) -> list[str]:
    """Some texts that a value may be."""
    if pattern.kind != "datum":
        return [text for part in pattern.parts for text in samples(part)]
    node = etree.fromstring(pattern.datum)
    if node.tag == RNG + "list":
        inner = [text for child in node.iter(RNG + "value", RNG + "data") for text in of_datum(child)]
        return [*inner, " ".join(inner[:2])]
    return of_datum(node)


def of_datum(node: etree._Element) -> list[str]:
    if node.tag == RNG + "value":
        return [node.text or ""]
    rng = etree.RelaxNG(
        etree.fromstring(f'<element name="v" xmlns="{RNG[1:-1]}">{etree.tostring(node).decode()}</element>')
    )
    fitting = []
    for text in SAMPLES[node.get("type", "")]:
        holder = etree.Element("v")
        holder.text = text
        if rng.validate(holder):
            fitting.append(text)
    assert fitting, etree.tostring(node)
    return fitting


def heights(grammar: Grammar) -> dict[str, int]:
    """How many levels an element needs at least."""
    known: dict[str, int] = {}
    while len(known) < len(grammar.elements):
        before = len(known)
        for name, definition in grammar.elements.items():
            if name not in known:
                height = lowest(p.without_attributes(definition.content, missing=True), known)
                if height is not None:
                    known[name] = height + 1
        assert len(known) > before, "an element that cannot be finished"
    return known


def lowest(pattern: Pattern, known: dict[str, int]) -> int | None:
    if pattern.kind == "element":
        return (
            min((known[name] for name in pattern.name.listed if name in known), default=None)
            if pattern.name
            else None
        )
    parts = [lowest(part, known) for part in pattern.parts]
    if pattern.kind == "choice":
        return min((part for part in parts if part is not None), default=None)
    return None if None in parts else max((part for part in parts if part is not None), default=0)

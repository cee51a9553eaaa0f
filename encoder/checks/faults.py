"""A document that is not valid, gone through element by element: what is wrong, and what was possible there.

After a fault the walk goes on as if it had been mended in the simplest way, so that one mistake is told once.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import NamedTuple

from lxml import etree

from encoder.checks import grammar as g
from encoder.checks import patterns as p
from encoder.checks import values
from encoder.checks.patterns import Pattern


class Fault(NamedTuple):
    """Where, which code of findings.toml, and the words for its wording.

    Where characters are at fault, ``text`` is them and ``before`` the child of the element that they stand
    behind.
    """

    element: etree._Element
    code: str
    words: Mapping[str, str]
    text: str = ""
    before: etree._Element | None = None


@dataclass(frozen=True, slots=True)
class Walk:
    """:param grammar: what to go by."""

    grammar: g.Grammar

    def faults(self, root: etree._Element) -> Iterator[Fault]:
        name = str(root.tag)
        if p.after_child(self.grammar.start, name) is p.NONE:
            allowed = g.allowed(self.grammar.start).elements
            words = {"name": _short(name), "namespace": _space(name), "allowed": _or(allowed)}
            yield Fault(root, "T010", words)
        yield from self._element(root, self._contents(self.grammar.start, name))

    def _contents(self, state: Pattern, name: str) -> Pattern | None:
        """The content of a child of that name: as possible here, else as the grammar has it anywhere."""
        here = [leaf for leaf in p.leaves(state, first=True) if leaf.kind == "element" and leaf.matches(name)]
        if not here and name in self.grammar.elements:
            here = list(p.leaves(self.grammar.elements[name]))
        return p.choice(*(leaf.content for leaf in here)) if here else None

    def _element(self, element: etree._Element, content: Pattern | None) -> Iterator[Fault]:
        if content is None:
            return
        rest = content
        for key, value in element.attrib.items():
            after = _after_attribute(rest, str(key), str(value))
            if after is p.NONE:
                yield _wrong_attribute(element, str(key), str(value), content)
                after = p.after_attribute(rest, str(key), lambda pattern: True)
            rest = rest if after is p.NONE else after
        state = p.without_attributes(rest)
        if state is p.NONE:
            yield _missing_attribute(element, rest)
            state = p.without_attributes(rest, missing=True)
        yield from self._inside(element, state)

    def _inside(self, element: etree._Element, state: Pattern) -> Iterator[Fault]:
        data = [leaf for leaf in p.leaves(state) if leaf.kind == "datum"]
        if data and not len(element):
            if not values.fits(state, element.text or ""):
                yield Fault(
                    element,
                    "T018",
                    {
                        "name": _short(element.tag),
                        "value": element.text or "",
                        "allowed": _or(values.described(state)),
                    },
                )
            return
        yield from self._children(element, state)

    def _children(self, parent: etree._Element, state: Pattern) -> Iterator[Fault]:
        told: set[str] = set()
        previous: etree._Element | None = None
        for piece in _pieces(parent):
            if isinstance(piece, str):
                fault, after = self._text(parent, piece, state, previous)
            else:
                fault, after = self._child(parent, piece, state, previous)
                previous = piece
            if fault and not (fault.code == "T014" and "T014" in told):
                told.add(fault.code)
                yield fault
            if not isinstance(piece, str):
                yield from self._element(piece, self._contents(state, str(piece.tag)))
            state = after
        if not told and not p.nullable(state):
            yield Fault(
                parent,
                "T013",
                {"name": _short(parent.tag), "after": _after(previous), "missing": _or(_possible(state))},
            )

    def _text(
        self, parent: etree._Element, text: str, state: Pattern, previous: etree._Element | None
    ) -> tuple[Fault | None, Pattern]:
        after = p.after_text(state)
        if after is not p.NONE:
            return None, after
        words = {"name": _short(parent.tag), "text": _cut(text), "allowed": _or(_possible(state))}
        return Fault(parent, "T014", words, text, previous), state

    def _child(
        self, parent: etree._Element, child: etree._Element, state: Pattern, previous: etree._Element | None
    ) -> tuple[Fault | None, Pattern]:
        name = str(child.tag)
        after = p.after_child(state, name)
        if after is not p.NONE:
            return None, after
        words = {
            "name": _short(name),
            "parent": _short(parent.tag),
            "after": _after(previous),
            "allowed": _or(_possible(state)),
        }
        if name not in self.grammar.elements:
            guess = _guess(_short(name), map(_short, self.grammar.elements))
            return Fault(child, "T011", {**words, "guess": guess}), state
        skipped = {
            _short(missing): after
            for missing in g.allowed(state).elements
            if (after := p.after_child(p.after_child(state, missing), name)) is not p.NONE
        }
        if skipped:
            return Fault(child, "T012", {**words, "missing": _or(skipped)}), p.choice(*skipped.values())
        return Fault(child, "T015", words), state


def _after_attribute(rest: Pattern, key: str, value: str) -> Pattern:
    return p.after_attribute(rest, key, lambda pattern: values.fits(pattern, value))


def _wrong_attribute(element: etree._Element, key: str, value: str, content: Pattern) -> Fault:
    known = g.attributes(content)
    words = {"name": _short(element.tag), "attribute": _short(key), "value": value}
    if key in known:
        allowed = values.described(known[key])
        return Fault(element, "T017", {**words, "allowed": _or(allowed), "guess": _guess(value, allowed)})
    names = [_short(name) for name in known]
    return Fault(
        element, "T016", {**words, "allowed": _or(names) or "none", "guess": _guess(_short(key), names)}
    )


def _missing_attribute(element: etree._Element, rest: Pattern) -> Fault:
    names = sorted(p.required(rest))
    first = g.attributes(rest).get(names[0]) if names else None
    return Fault(
        element,
        "T019",
        {
            "name": _short(element.tag),
            "attribute": " and ".join(map(_short, names)),
            "allowed": _or(values.described(first)) if first else "",
        },
    )


def _pieces(parent: etree._Element) -> Iterator[etree._Element | str]:
    """Child elements and the characters among them, without those that are only white space."""
    if parent.text and not parent.text.isspace():
        yield parent.text
    for child in parent:
        if isinstance(child.tag, str):
            yield child
        if child.tail and not child.tail.isspace():
            yield child.tail


def _possible(state: Pattern) -> list[str]:
    allowed = g.allowed(state)
    return (
        ["text"] * allowed.text
        + [_short(name) for name in allowed.elements]
        + ["nothing more"] * (allowed.end and not allowed.text)
    )


def _guess(word: str, known: Iterable[str]) -> str:
    close = get_close_matches(word, list(known), 1)
    return f"; did you mean {close[0]}?" if close else ""


def _or(words: Iterable[object]) -> str:
    *most, last = [_short(word) for word in words] or [""]
    return f"{', '.join(most)} or {last}" if most else last


def _after(previous: etree._Element | None) -> str:
    return "" if previous is None else f" after {_short(previous.tag)}"


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 40 else line[:39] + "…"


def _short(name: object) -> str:
    """An element's or attribute's name as people write it."""
    return str(name).replace("{http://www.w3.org/XML/1998/namespace}", "xml:").rpartition("}")[2]


def _space(name: str) -> str:
    return name[1:].partition("}")[0] if name.startswith("{") else "no namespace"

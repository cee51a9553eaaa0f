"""RELAX NG patterns and their derivatives.

The derivative of a pattern by a child element is what may still follow. Source: James Clark, An algorithm for
RELAX NG validation (2002), here for one element's children at a time, so that it can be said what was
possible at the place where something impossible stands.

Patterns are made by the functions below, which simplify and give the same object for the same pattern; so
they can be compared by identity and their derivatives remembered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count

_counter = count()


@dataclass(frozen=True, eq=False, slots=True)
class Pattern:
    """:ivar kind: empty, none, text, datum, element, attribute, choice, group, interleave or more.
    :ivar parts: the patterns it is made of.
    :ivar name: of an element or attribute: which names it may have.
    :ivar lazy: of an element: gives its content, which may contain the element itself.
    :ivar datum: of a datum: the RELAX NG of a data, value or list pattern, as text.
    :ivar seen: its derivatives so far.
    :ivar serial: how many patterns were made before it: an order that is the same on every run.
    """

    kind: str
    parts: tuple[Pattern, ...] = ()
    name: Names | None = None
    lazy: Callable[[], Pattern] | None = None
    datum: str = ""
    seen: dict[str, Pattern] = field(default_factory=dict)
    serial: int = field(default_factory=_counter.__next__)

    @property
    def content(self) -> Pattern:
        assert self.lazy is not None
        return self.lazy()

    def matches(self, name: str) -> bool:
        """Whether an element or attribute may have that name."""
        return self.name is not None and name in self.name


@dataclass(frozen=True, slots=True)
class Names:
    """A name class: names in Clark notation, whole namespaces, or every name; ``without`` another."""

    listed: frozenset[str] = frozenset()
    spaces: frozenset[str] = frozenset()
    every: bool = False
    without: Names | None = None

    def __contains__(self, name: object) -> bool:
        inside = self.every or name in self.listed or str(name)[1:].partition("}")[0] in self.spaces
        return inside and (self.without is None or name not in self.without)

    def __or__(self, other: Names) -> Names:
        return Names(self.listed | other.listed, self.spaces | other.spaces, self.every or other.every)


_made: dict[tuple[object, ...], Pattern] = {}


def _same(kind: str, *parts: Pattern, name: Names | None = None, datum: str = "") -> Pattern:
    key = (kind, tuple(part.serial for part in parts), name, datum)
    if key not in _made:
        _made[key] = Pattern(kind, parts, name, None, datum)
    return _made[key]


EMPTY = _same("empty")
NONE = _same("none")
TEXT = _same("text")


def datum(xml: str) -> Pattern:
    return _same("datum", datum=xml)


def attribute(name: Names, value: Pattern) -> Pattern:
    return NONE if value is NONE else _same("attribute", value, name=name)


def element(name: Names, lazy: Callable[[], Pattern]) -> Pattern:
    """Two elements are never the same pattern, even if alike: each has its own content."""
    return Pattern("element", (), name, lazy)


def choice(*parts: Pattern) -> Pattern:
    flat = dict.fromkeys(_flat("choice", parts))
    flat.pop(NONE, None)
    if EMPTY in flat and any(part is not EMPTY and nullable(part) for part in flat):
        del flat[EMPTY]
    rest = tuple(sorted(flat, key=lambda part: part.serial))
    return rest[0] if len(rest) == 1 else _same("choice", *rest) if rest else NONE


def group(*parts: Pattern) -> Pattern:
    return _row("group", parts)


def interleave(*parts: Pattern) -> Pattern:
    return _row("interleave", parts)


def more(part: Pattern) -> Pattern:
    return part if part in (EMPTY, NONE, TEXT) or part.kind == "more" else _same("more", part)


def _row(kind: str, parts: Iterable[Pattern]) -> Pattern:
    flat = list(_flat(kind, parts))
    if NONE in flat:
        return NONE
    flat = [part for part in flat if part is not EMPTY]
    return EMPTY if not flat else flat[0] if len(flat) == 1 else _same(kind, *flat)


def _flat(kind: str, parts: Iterable[Pattern]) -> Iterator[Pattern]:
    for part in parts:
        yield from part.parts if part.kind == kind else (part,)


def nullable(pattern: Pattern) -> bool:
    """Whether the children may end here. Attributes must have been taken before."""
    match pattern.kind:
        case "empty" | "text":
            return True
        case "choice":
            return any(map(nullable, pattern.parts))
        case "group" | "interleave" | "more":
            return all(map(nullable, pattern.parts))
    return False


def after_child(pattern: Pattern, name: str) -> Pattern:
    """What may follow a child element of that name."""

    def leaf(part: Pattern) -> Pattern:
        return EMPTY if part.kind == "element" and part.matches(name) else NONE

    return _derivative(pattern, name, leaf)


def after_text(pattern: Pattern) -> Pattern:
    """What may follow characters that stand among child elements."""
    return _derivative(pattern, "#text", lambda leaf: leaf if leaf is TEXT else NONE)


def after_attribute(pattern: Pattern, name: str, fits: Callable[[Pattern], bool]) -> Pattern:
    """What is still to come when the element has an attribute of that name whose value ``fits``."""

    def leaf(part: Pattern) -> Pattern:
        return EMPTY if part.kind == "attribute" and part.matches(name) and fits(part.parts[0]) else NONE

    return _derivative(pattern, "", leaf, ordered=False)


def without_attributes(pattern: Pattern, missing: bool = False) -> Pattern:
    """What remains for the children. NONE where an attribute was required, unless ``missing`` forgives it."""
    match pattern.kind:
        case "attribute":
            return EMPTY if missing else NONE
        case "choice":
            return choice(*(without_attributes(part, missing) for part in pattern.parts))
        case "group" | "interleave":
            return _row(pattern.kind, (without_attributes(part, missing) for part in pattern.parts))
        case "more":
            return more(without_attributes(pattern.parts[0], missing))
    return pattern


def _derivative(
    pattern: Pattern, key: str, leaf: Callable[[Pattern], Pattern], ordered: bool = True
) -> Pattern:
    """:param key: what to remember the result under; nothing is remembered under an empty key.
    :param ordered: whether the parts of a group come one after the other, as children do, attributes not.
    """
    if key and key in pattern.seen:
        return pattern.seen[key]

    def of(part: Pattern) -> Pattern:
        return _derivative(part, key, leaf, ordered)

    match pattern.kind:
        case "choice":
            result = choice(*map(of, pattern.parts))
        case "group" if ordered:
            result = choice(*_in_order(pattern.parts, of))
        case "group" | "interleave":
            result = choice(*_in_any_place(pattern.kind, pattern.parts, of))
        case "more":
            result = group(of(pattern.parts[0]), choice(pattern, EMPTY))
        case _:
            result = leaf(pattern)
    if key:
        pattern.seen[key] = result
    return result


def _in_order(parts: tuple[Pattern, ...], of: Callable[[Pattern], Pattern]) -> Iterator[Pattern]:
    for index, part in enumerate(parts):
        yield group(of(part), *parts[index + 1 :])
        if not nullable(part):
            return


def _in_any_place(
    kind: str, parts: tuple[Pattern, ...], of: Callable[[Pattern], Pattern]
) -> Iterator[Pattern]:
    for index, part in enumerate(parts):
        if (rest := of(part)) is not NONE:
            yield _row(kind, (*parts[:index], rest, *parts[index + 1 :]))


def leaves(pattern: Pattern, first: bool = False) -> Iterator[Pattern]:
    """Its elements, attributes, data and text; with ``first`` only those that may come next."""
    match pattern.kind:
        case "element" | "attribute" | "datum" | "text":
            yield pattern
        case "group" if first:
            for part in pattern.parts:
                yield from leaves(part, first)
                if not nullable(part):
                    return
        case _:
            for part in pattern.parts:
                yield from leaves(part, first)


def required(pattern: Pattern) -> frozenset[str]:
    """The names of attributes that it cannot do without."""
    match pattern.kind:
        case "attribute":
            return pattern.name.listed if pattern.name else frozenset()
        case "group" | "interleave" | "more":
            return frozenset().union(*map(required, pattern.parts))
        case "choice":
            return frozenset.intersection(*map(required, pattern.parts))
    return frozenset()

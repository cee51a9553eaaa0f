"""A RELAX NG grammar as patterns: what is allowed at a place.

libxml2 says whether a document is valid; its messages do not say what would have been. This reads the same
grammar (XML syntax, one file) and answers that.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, reduce
from operator import or_
from pathlib import Path

from lxml import etree

from encoder.checks import patterns as p
from encoder.checks.patterns import Names, Pattern

RNG = "{http://relaxng.org/ns/structure/1.0}"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_DATA = ("data", "value", "list")


class UnsupportedGrammarError(Exception):
    """The grammar uses a part of RELAX NG that is not read here: several files, or grammars in grammars."""


@dataclass(frozen=True, slots=True)
class Allowed:
    """What may come next: elements by name, characters, the end of the parent."""

    elements: tuple[str, ...]
    text: bool
    end: bool


class Grammar:
    """:param root: the grammar element of a RELAX NG schema in XML syntax.

    :raises UnsupportedGrammarError: it is in several files or nests grammars.
    """

    def __init__(self, root: etree._Element) -> None:
        for name in ("include", "externalRef", "parentRef", "grammar"):
            if next(root.iterdescendants(RNG + name), None) is not None:
                raise UnsupportedGrammarError(f"{name} is not read")
        self._root = root
        self._defines: dict[str, list[etree._Element]] = {}
        for define in root.iter(RNG + "define"):
            self._defines.setdefault(define.get("name", ""), []).append(define)
        self._known: dict[str, Pattern] = {}
        self._open: set[str] = set()

    @cached_property
    def start(self) -> Pattern:
        if self._root.tag != RNG + "grammar":
            return self._pattern(self._root)
        return self._combined(list(self._root.iter(RNG + "start")))

    @cached_property
    def elements(self) -> dict[str, Pattern]:
        """Every element that can be reached, by name; of several with one name, all as a choice."""
        found: dict[str, list[Pattern]] = {}
        waiting: list[Pattern] = [self.start]
        met: set[Pattern] = set()
        while waiting:
            for leaf in p.leaves(waiting.pop()):
                if leaf.kind == "element" and leaf not in met and leaf.name:
                    met.add(leaf)
                    waiting.append(leaf.content)
                    for name in leaf.name.listed:
                        found.setdefault(name, []).append(leaf)
        return {name: p.choice(*same) for name, same in sorted(found.items())}

    def _define(self, name: str) -> Pattern:
        if name not in self._known:
            if name in self._open or name not in self._defines:
                raise UnsupportedGrammarError(f"{name} is defined by itself, or not at all")
            self._open.add(name)
            self._known[name] = self._combined(self._defines[name])
            self._open.discard(name)
        return self._known[name]

    def _combined(self, definitions: list[etree._Element]) -> Pattern:
        rows = [p.group(*self._children(definition)) for definition in definitions]
        how = next((way for definition in definitions if (way := definition.get("combine"))), "choice")
        return p.choice(*rows) if how == "choice" else p.interleave(*rows)

    def _children(self, parent: etree._Element) -> Iterator[Pattern]:
        return map(self._pattern, _particles(parent))

    def _pattern(self, node: etree._Element) -> Pattern:
        kind = str(node.tag).removeprefix(RNG)
        match kind:
            case "ref":
                return self._define(node.get("name", ""))
            case "element":
                content: list[Pattern] = []

                def lazy() -> Pattern:
                    if not content:
                        content.append(p.group(*self._children(node)))
                    return content[0]

                return p.element(_names(node), lazy)
            case "attribute":
                value = p.group(*self._children(node)) if _particles(node) else p.TEXT
                return p.attribute(_names(node), value)
            case "data" | "value" | "list":
                return p.datum(self._datum(node))
        parts = list(self._children(node))
        match kind:
            case "choice":
                return p.choice(*parts)
            case "interleave":
                return p.interleave(*parts)
            case "optional":
                return p.choice(p.group(*parts), p.EMPTY)
            case "zeroOrMore":
                return p.choice(p.more(p.group(*parts)), p.EMPTY)
            case "oneOrMore":
                return p.more(p.group(*parts))
            case "mixed":
                return p.interleave(p.group(*parts), p.TEXT)
            case "notAllowed":
                return p.NONE
            case "text":
                return p.TEXT
            case "empty":
                return p.EMPTY
            case "group" | "div":
                return p.group(*parts)
        raise UnsupportedGrammarError(f"{kind} is not read")

    def _datum(self, node: etree._Element) -> str:
        """The pattern as RELAX NG text that stands by itself, without references and inherited attributes."""
        copy = etree.fromstring(f'<{str(node.tag).removeprefix(RNG)} xmlns="{RNG[1:-1]}"/>')
        for key, value in node.attrib.items():
            copy.set(key, value)
        copy.text = node.text if node.tag in (RNG + "value", RNG + "param") else None
        if node.tag in (RNG + "data", RNG + "value"):
            copy.set("datatypeLibrary", _inherited(node, "datatypeLibrary"))
        for child in node.iterchildren(f"{RNG}*"):
            targets = self._defines[child.get("name", "")] if child.tag == RNG + "ref" else [child]
            for target in targets:
                inner = list(target.iterchildren(f"{RNG}*")) if target.tag == RNG + "define" else [target]
                copy.extend(etree.fromstring(self._datum(each)) for each in inner)
        return etree.tostring(copy, encoding="unicode")


_NAME_CLASSES = {RNG + name for name in ("name", "anyName", "nsName", "param", "except")}


def _particles(node: etree._Element) -> list[etree._Element]:
    return [
        child
        for child in node.iterchildren(f"{RNG}*")
        if child.tag not in _NAME_CLASSES and not _is_name_choice(child)
    ]


def _is_name_choice(node: etree._Element) -> bool:
    inner = node.iterchildren(f"{RNG}*")
    return node.tag == RNG + "choice" and all(child.tag in _NAME_CLASSES for child in inner)


def _inherited(node: etree._Element, name: str) -> str:
    values = (each.get(name) for each in (node, *node.iterancestors()))
    return next((value for value in values if value is not None), "")


def _names(node: etree._Element) -> Names:
    """The name class of an element or attribute pattern."""
    name = node.get("name")
    if name is not None:
        space = _inherited(node, "ns") if node.tag == RNG + "element" else node.get("ns", "")
        return Names(frozenset({_clark(node, name.strip(), space)}))
    return _name_class(next(child for child in node.iterchildren(f"{RNG}*")))


def _clark(node: etree._Element, name: str, space: str) -> str:
    prefix, _, local = name.rpartition(":")
    if prefix:
        return f"{_XML}{local}" if prefix == "xml" else f"{{{node.nsmap[prefix]}}}{local}"
    return f"{{{space}}}{local}" if space else local


def _name_class(node: etree._Element) -> Names:
    inner = [_name_class(child) for child in node.iterchildren(f"{RNG}*")]
    space = _inherited(node, "ns")
    match str(node.tag).removeprefix(RNG):
        case "name":
            return Names(frozenset({_clark(node, (node.text or "").strip(), space)}))
        case "choice" | "except" if not any(part.without for part in inner):
            return reduce(or_, inner)
        case "anyName":
            return Names(every=True, without=inner[0] if inner else None)
        case "nsName":
            return Names(spaces=frozenset({space}), without=inner[0] if inner else None)
    raise UnsupportedGrammarError("a name class is not read")


def load(path: Path) -> Grammar:
    """:raises OSError: there is no such file. :raises etree.XMLSyntaxError: it is no XML.
    :raises UnsupportedGrammarError: it uses what is not read here."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    return Grammar(etree.fromstring(path.read_bytes(), parser))


def allowed(pattern: Pattern) -> Allowed:
    """What may come next, from a pattern without attributes."""
    first = list(p.leaves(pattern, first=True))
    names = {name for leaf in first if leaf.kind == "element" and leaf.name for name in leaf.name.listed}
    text = any(leaf.kind in ("text", "datum") for leaf in p.leaves(pattern, first=True))
    return Allowed(tuple(sorted(names)), text, p.nullable(pattern))


def attributes(pattern: Pattern) -> dict[str, Pattern]:
    """The attributes that an element's content has, by name, each with the pattern of its value."""
    found: dict[str, list[Pattern]] = {}
    for leaf in p.leaves(pattern):
        if leaf.kind == "attribute" and leaf.name:
            for name in leaf.name.listed:
                found.setdefault(name, []).append(leaf.parts[0])
    return {name: p.choice(*values) for name, values in sorted(found.items())}

"""A document against a RELAX NG grammar.

libxml2 decides. Only a document that it refuses is gone through again, to say which element, attribute or
value is wrong, and what was possible there.
"""

from functools import cache
from pathlib import Path

from lxml import etree

from encoder.checks import grammar as g
from encoder.checks.faults import Fault, Walk
from encoder.checks.places import Places
from encoder.data import SCHEMA
from encoder.model import Finding

GRAMMAR = SCHEMA / "edition.rng"


class Validator:
    """A compiled grammar.

    :raises OSError: there is no such file.
    :raises etree.RelaxNGParseError: it is no RELAX NG grammar.
    """

    def __init__(self, path: Path) -> None:
        self.valid = etree.RelaxNG(file=str(path))
        self.grammar: g.Grammar | None
        try:
            self.grammar = g.load(path)
        except g.UnsupportedGrammarError:
            self.grammar = None


@cache
def edition() -> Validator:
    """The grammar of these editions, compiled once in a process."""
    return Validator(GRAMMAR)


def findings(
    path_name: str, tree: etree._ElementTree, validator: Validator | None = None, data: bytes = b""
) -> list[Finding]:
    """What is wrong with a document.

    :param validator: another grammar than the edition's own.
    :param data: the bytes the document was read from; with them findings have columns.
    """
    validator = validator or edition()
    if validator.valid.validate(tree):
        return []
    if validator.grammar is None:
        return _libxml(path_name, validator)
    places = Places(tree, data)
    found = [
        Finding(fault.code, path_name, *_place(places, fault), fault.words)
        for fault in Walk(validator.grammar).faults(tree.getroot())
    ]
    return found or _libxml(path_name, validator)


def _place(places: Places, fault: Fault) -> tuple[int, int]:
    return places.of_text(fault.element, fault.before, fault.text) if fault.text else places.of(fault.element)


def _libxml(path_name: str, validator: Validator) -> list[Finding]:
    """What libxml2 itself says, where its grammar cannot be read here."""
    entry = validator.valid.error_log[0]
    return [Finding("T020", path_name, entry.line, 0, {"reason": entry.message})]

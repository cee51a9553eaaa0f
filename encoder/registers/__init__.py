"""The edition's registers: persons, places and organizations, as TEI (P5 14, Names, Dates, People, and Places).

A name in a text is linked only where the register knows that form and no second entry has it too.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path

from encoder import files
from encoder.markup import TEI, XML
from encoder.model import Entity, Span

# file name → entry element, name element
FILES = {
    "persons": ("person", "persName"),
    "places": ("place", "placeName"),
    "organizations": ("org", "orgName"),
}
_WORD = re.compile(r"(?<![\w-])\w+")
_SIGNS = re.compile(r"[\[\]]")
_LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Registers:
    """What the registers know: for each name element, form → the entries that have it (``../registers/persons.xml#id``)."""

    names: dict[str, dict[str, frozenset[str]]] = field(default_factory=dict, repr=False)
    forms: tuple[tuple[str, str], ...] = field(default=(), repr=False)

    def reference(self, element: str, form: str) -> str | None:
        """The one entry that a name means; None where there is none or more than one.

        :param element: ``persName``, ``placeName``, ``orgName``, or ``name`` for any of them.
        """
        kinds = self.names.values() if element == "name" else [self.names.get(element, {})]
        found = {entry for kind in kinds for entry in kind.get(folded(form), ())}
        return found.pop() if len(found) == 1 else None

    def knows(self, element: str, form: str) -> bool:
        """Whether any entry has a form."""
        return folded(form) in self.names.get(element, {})

    @cached_property
    def places(self) -> frozenset[str]:
        """All forms of places, in lower case."""
        return frozenset(form.lower() for element, form in self.forms if element == "placeName")

    @cached_property
    def _by_first_word(self) -> dict[str, re.Pattern[str]]:
        """For each word that a name begins with: the names that do, the longest first, any white space between words."""
        groups: dict[str, set[str]] = {}
        for _, form in self.forms:
            first = _WORD.match(form)
            if first and len(form) > 1:
                groups.setdefault(first[0], set()).add(form)
        return {first: _any_of(forms) for first, forms in groups.items()}

    @cached_property
    def _first_words(self) -> re.Pattern[str]:
        """Words that begin as a name's first word does: by the set of first letters the engine passes over all others."""
        letters = "".join(sorted({re.escape(first[0]) for first in self._by_first_word}))
        return re.compile(rf"[{letters}](?<![\w-].)\w*" if letters else r"(?!)")

    @cached_property
    def _kinds(self) -> dict[str, set[str]]:
        kinds: dict[str, set[str]] = {}
        for element, form in self.forms:
            kinds.setdefault(folded(form), set()).add(element)
        return kinds

    def find(self, content: str) -> list[Entity]:
        """Names of the registers in a text, brackets read through: ``Qiao [Xiaoguang]`` is ``Qiao Xiaoguang``. A name that
        two entries have is found without ``ref``."""
        plain = content.replace("[", "").replace("]", "")
        found: list[Entity] = []
        at: Callable[[int], int] | None = None  # most texts name nobody
        done = 0
        patterns = self._by_first_word
        for word in self._first_words.finditer(plain):
            pattern = patterns.get(word[0])
            match = pattern.match(plain, word.start()) if pattern and word.start() >= done else None
            if match:
                kinds = self._kinds[folded(match[0])]
                element = next(iter(kinds)) if len(kinds) == 1 else "name"
                at = at or _places(content)
                span = _balanced(content, at(match.start()), at(match.end() - 1) + 1)
                found.append(Entity(span, element, {"ref": self.reference(element, match[0])}))
                done = match.end()
        return found


def _any_of(forms: set[str]) -> re.Pattern[str]:
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    words = (r"\s+".join(map(re.escape, form.split())) for form in longest_first)
    return re.compile(rf"(?:{'|'.join(words)})(?![\w-])")


def _places(content: str) -> Callable[[int], int]:
    """From a position in the text without brackets to the position in the text."""
    if "[" not in content and "]" not in content:
        return lambda at: at
    before = [sign.start() - count for count, sign in enumerate(_SIGNS.finditer(content))]
    return lambda at: at + bisect_right(before, at)


def _balanced(content: str, start: int, end: int) -> Span:
    """A name that ends inside a bracket takes the bracket's sign with it."""
    depth = content.count("[", start, end) - content.count("]", start, end)
    if depth > 0 and content[end : end + depth] == "]" * depth:
        end += depth
    elif depth < 0 and content[start + depth : start] == "[" * -depth and start + depth >= 0:
        start += depth
    return Span(start, end)


@lru_cache(maxsize=16384)
def folded(form: str) -> str:
    """A form without case, accents, hyphens and spaces: what its spellings share."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", form) if not unicodedata.combining(sign))
    return _LETTERS.sub("", plain).casefold()


def load(folder: Path) -> Registers:
    """Read the registers of an edition; a missing file is an empty register.

    :raises UsageError: a register is not well-formed XML.
    """
    names: dict[str, dict[str, set[str]]] = {}
    forms: list[tuple[str, str]] = []
    for stem, (entry, element) in FILES.items():
        path = folder / f"{stem}.xml"
        if not path.exists():
            continue
        for one in files.read_xml(path).iter(TEI + entry):
            reference = f"../registers/{stem}.xml#{one.get(XML + 'id')}"
            for name in one.findall(TEI + element):
                form = " ".join("".join(map(str, name.itertext())).split())
                names.setdefault(element, {}).setdefault(folded(form), set()).add(reference)
                forms.append((element, form))
    frozen = {
        element: {form: frozenset(entries) for form, entries in known.items()}
        for element, known in names.items()
    }
    return Registers(frozen, tuple(forms))

"""What a bracket rule sees: the words inside, and the words around."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from encoder.brackets.names import NameBefore, name_before
from encoder.inline import english
from encoder.model import Bracket, Claim, Text

REACH = 240  # characters of content before and after that a rule may look at

# A remark in between is no word of the sentence.
_NEXT_WORD = re.compile(r"(?:\s*\[sic[^\[\]]*\])*\s*(?:\[(?!sic\b))?([^\W_][\w’'.-]*)")
_LAST_WORD = re.compile(r"([^\W_](?:[\w’'.()-]*[\w’')])?)(\.?)$")
_ENDS = frozenset(".!?:…")
_CLOSING = tuple('”"»*_')
_QUOTATION = re.compile(
    r"[“\"„«]([^“”\"„«»]{1,160})[”\"»][.,;:]?\s*$|(?<!\w)[*_]{1,3}([^*_\n]{1,120})[*_]{1,3}\s*$"
)


@dataclass(frozen=True)
class Context:
    """A bracket in its block.

    :param inner: what stands between the signs, in one line, nested signs left out; ``flat``: the same, character for
        character as long as it is typed.
    :param before: up to REACH characters before the ``[``; ``after``: after the ``]``. Both with their brackets.
    :param alone: the bracket is all its block says.
    :param kind: the block's kind.
    :param language: BCP 47 of the document's original, where it is known.
    :param previous: the claim of the bracket just before, with nothing but white space between.
    :param footnotes: the numbered brackets of the document make one series of notes.
    :param places: names that the edition's register knows as places (lower case).
    """

    bracket: Bracket
    inner: str
    flat: str
    before: str
    after: str
    alone: bool = False
    previous: Claim | None = None
    kind: str = "paragraph"
    language: str | None = None
    footnotes: bool = False
    places: frozenset[str] = frozenset()

    @cached_property
    def words(self) -> list[str]:
        return english.words(self.inner)

    @cached_property
    def nested(self) -> bool:
        """Another bracket, or half of one, stands inside: no bare sign then."""
        return any(not isinstance(child, Text) for child in self.bracket.children)

    @cached_property
    def own(self) -> str:
        """What stands between the signs, without what stands in brackets there."""
        if not self.nested:
            return self.inner
        start = self.bracket.span.start + 1
        texts = [child.span for child in self.bracket.children if isinstance(child, Text)]
        return " ".join("".join(self.flat[span.start - start : span.end - start] for span in texts).split())

    @property
    def attached(self) -> bool:
        """The bracket follows a letter without a space: ``Com[rade]``, ``step.[1]``."""
        return bool(self.before) and not self.before[-1].isspace()

    @property
    def completes(self) -> bool:
        """A letter stands right before or right after: part of a word."""
        return self.before[-1:].isalnum() or self.after[:1].isalnum()

    @cached_property
    def next_word(self) -> str:
        """The word that follows with nothing but a space between; empty before punctuation."""
        match = _NEXT_WORD.match(self.after)
        return match[1].rstrip(".") if match else ""

    @cached_property
    def last_word(self) -> str:
        """The word just before, ``""`` where punctuation or another bracket stands between. The full stop of a title or
        abbreviation (``Cde.``) is part of the word."""
        # A word has no space in it: the search begins behind the last one, not at every character before.
        last = self.before.rsplit(None, 1)[-1:]
        match = _LAST_WORD.search(last[0]) if last else None
        if not match or (match[2] and match[1].lower() not in english.TITLES and len(match[1]) > 3):
            return ""
        return match[1]

    @cached_property
    def name(self) -> NameBefore | None:
        """The proper name just before, if one stands there."""
        return name_before(self.before, self.places)

    @cached_property
    def quotation(self) -> str:
        """What stands in the quotation marks, or between the signs of italics, that close right before the bracket."""
        if self.before.rstrip()[-1:] not in _CLOSING:
            return ""
        match = _QUOTATION.search(self.before)
        return (match[1] or match[2]).strip(" .,;:!?") if match else ""

    @cached_property
    def apart(self) -> bool:
        """What follows cannot be the rest of a noun phrase: nothing, a sign, a small word, a verb."""
        following = self.next_word
        return not following or following.lower() in english.AFTER_NOUN or english.looks_verbal(following)

    @cached_property
    def ended(self) -> bool:
        """A sentence has ended before it, or none has begun."""
        before = self.before.rstrip()
        while before.endswith("]") and self.previous is not None and "[" in before:
            before = before[: before.rindex("[")].rstrip()
        return not before or before.rstrip('”"’)]*_')[-1:] in _ENDS or before.endswith(" STOP")

    def length_of(self, words: str) -> int:
        """Length of the stretch before the bracket that begins with some words, if they are the last there (0: they are not)."""
        bare = self.before.rstrip()
        return len(self.before) - len(bare) + len(words) if bare.endswith(words) else 0

    def host_of(self, pattern: str) -> int:
        """Length of the stretch before the bracket that a pattern matches at its end (0: none)."""
        match = re.search(rf"(?:{pattern})\s*$", self.before)
        return len(self.before) - match.start() if match else 0

    @property
    def last_word_length(self) -> int:
        """The same as :attr:`last_word`, as a host: with the quotation mark or bracket sign left out."""
        return self.host_of(r"[^\W_](?:[\w’'-]*[\w’'])?")

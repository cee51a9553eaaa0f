"""What kind of document it is: as its header says, else as its title begins; the kinds are rows of ``xslt/kinds.xml``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from lxml import etree

from encoder import data

_ARTICLE = re.compile(r"\W*(?:(?:the|an?|der|die|das|eine?|une?|le|la|les)\s+)?")


def kind(said: Sequence[str], title: str) -> str:
    """The name of a row; the header's own word where no row has it; empty where neither is known.

    :param said: the words of the header for it. :param title: the document's title.
    """
    known = (name for words in said if (name := _named(words)))
    return next(known, "") or next(iter(said), "") or _named(title)


def _named(words: str) -> str:
    """The row that has the words with which a text begins."""
    lowered = words.lower()
    article = _ARTICLE.match(lowered)
    found = _pattern().match(lowered, article.end() if article else 0)
    return _rows()[found[0]] if found else ""


@cache
def _rows() -> dict[str, str]:
    """Words of kinds.xml → name; the first row that has some words keeps them."""
    rows: dict[str, str] = {}
    for row in etree.parse(data.XSLT / "kinds.xml").iterfind("kind"):
        for words in row.get("words", "").split("|"):
            rows.setdefault(words, row.get("name", ""))
    return rows


@cache
def _pattern() -> re.Pattern[str]:
    """Chinese and Korean words are not parted from what follows; all others end where a word does."""
    longest_first = sorted(_rows(), key=lambda words: (-len(words), words))
    marked = (re.escape(words) + ("" if ord(words[-1]) > 0x2E80 else r"(?!\w)") for words in longest_first)
    return re.compile("|".join(marked))

"""Source-language words that the translator typed in round brackets: `a fool (hundan)`."""

import re

from encoder.metadata import languages
from encoder.model import Entity, Span

_ROUND = re.compile(r"\(([^\W\d_][^()\[\]\d\n]{2,60})\)")
SAFE = 0.75


def find(content: str, language: str | None) -> list[Entity]:
    """Foreign wording in round brackets, without the brackets; the original's language must be known.

    :param language: BCP 47 of the original.
    """
    found = []
    for match in _ROUND.finditer(content) if language else ():
        said = languages.identify(match[1], content[max(0, match.start() - 80) : match.start()], language)
        if said and said.degree >= SAFE and not said.is_name and match[1][0].islower():
            found.append(Entity(Span(*match.span(1)), "foreign", {"xml:lang": said.tag}))
    return found

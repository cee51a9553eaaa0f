"""Persons and organizations by the form of their names."""

from __future__ import annotations

import re

from encoder.blocks.place import ORGANIZATION
from encoder.deposit.record import Party
from encoder.edition import Editor
from encoder.metadata.names import given_name, syllables

# Words that ORGANIZATION does not have, since they do not stand in letterheads of documents.
_BODY = re.compile(
    r"^The\b|\b(?:authors|editors|Project|Program|Programme|Cent(?:er|re)|Foundation|Library|Museum|Press|Team|Group|Network|"
    r"Laboratory|College|School|Trust|Fund|Verlag|Universität|Institut|Stiftung|Université)\b"
)
# Small words that belong to a family's name: `Anna von der Heide`.
_PARTICLES = frozenset("da de del della den der di dos du la le ten ter van vom von zu zum zur".split())


def party(name: str, person: bool | None = None) -> Party:
    """Somebody by name.

    :param person: whether it is a person; None: by the form of the name. A family's name stands before a comma, or is the
        word in capitals (``MAO Zedong``), or the first of a Chinese or Korean name, or else the last with its particles.
    """
    name = " ".join(name.split())
    if person is None:
        person = not (_BODY.search(name) or ORGANIZATION.search(name)) and 1 < len(name.split()) < 6
    if not person:
        return Party(name, False)
    family, given = _divided(name)
    return Party(name, True, family, given)


def editor(one: Editor) -> Party:
    """An editor of ``edition.toml``."""
    known = party(one.name, None if one.organization is None else not one.organization)
    if not known.person:
        return Party(known.name, False, identifier=one.ror)
    return Party(known.name, True, known.family, known.given, orcid_url(one.orcid), one.affiliation, one.ror)


def orcid_url(orcid: str) -> str:
    return f"https://orcid.org/{orcid[-19:]}" if orcid else ""


def _divided(name: str) -> tuple[str, str]:
    if "," in name:
        family, given = name.split(",", 1)
        return family.strip(), given.strip()
    words = name.split()
    capitals = [word for word in words if len(word) > 1 and word.isupper() and "." not in word]
    if capitals and len(capitals) < len(words):
        return " ".join(capitals), " ".join(word for word in words if word not in capitals)
    if _family_first(words):
        return words[0], " ".join(words[1:])
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in _PARTICLES:
        start -= 1
    return " ".join(words[start:]), " ".join(words[:start])


def _family_first(words: list[str]) -> bool:
    """A name in Chinese or Korean syllables that begins with one: ``Shen Zhihua``, but not ``Zhihua Shen``."""
    lengths = [syllables(word) for word in words]
    return len(words) > 1 and lengths[0] == 1 and all(lengths) and not given_name(words[0])

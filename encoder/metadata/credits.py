"""Who paid: the funders named in a record's credits."""

from __future__ import annotations

import re

_SUPPORT = re.compile(
    r"\b(?:support(?:ed)?|fund(?:ed|ing)|grants?|assistance|generosity|gifts?|sponsored|donations?|contributions?)\b"
    r"(?:\s+(?:provided|given|made|received|made\s+possible))*\s*(?:from|by|of)\s+",
    re.IGNORECASE,
)
_JOINTS = re.compile(
    r",?\s+(?:and|&)\s+(?:by\s+|from\s+)?(?:the\s+)?(?=[A-Z])|[,;]\s+(?:and\s+)?(?:the\s+)?(?=[A-Z])"
)
_END = re.compile(
    r"(?<![A-Z])(?<!\b[A-Z][a-z])(?<!\bInc)\.(?:\s|$)|;?\s+(?:which|who|through|to\s+whom|for)\b"
)
_KINDS = re.compile(
    r"\b(?:Foundation|Fund|Corporation|Endowment|Institute|University|Trust|Council|Ministry|Program(?:me)?|Cent(?:er|re)"
    r"|Society|Bank|Agency|Commission|Academy|Office|Department|Library|Association|Project|Stiftung|Embassy)\b"
)


def funders(text: str) -> list[str]:
    """The names of the funders: ``made possible with support from the Leon Levy Foundation``."""
    line = " ".join(text.split())
    found: list[str] = []
    for support in _SUPPORT.finditer(line):
        stop = _END.search(line, support.end())
        names = line[support.end() : stop.start() if stop else len(line)]
        found += _names(names)
    return list(dict.fromkeys(found))


def _names(text: str) -> list[str]:
    """The list cut at its joints; a short piece that is no fund goes with the next (``A and B Fund``)."""
    pieces: list[str] = []
    at = carried = 0
    for joint in [*_JOINTS.finditer(text), None]:
        piece = text[carried : joint.start() if joint else len(text)]
        whole = (
            bool(_KINDS.search(piece))
            or joint is None
            or len(text[at : joint.start()].removeprefix("the ").split()) > 2
        )
        if whole:
            pieces.append(piece)
            carried = joint.end() if joint else len(text)
        at = joint.end() if joint else len(text)
    bare = [re.sub(r"^the\s+", "", piece.strip(" .,;")) for piece in pieces]
    return [name for name in bare if name and name[0].isupper()]

"""Leaves and pages at the end of a reference: ``Ll. 15-21``, ``listy 120-123``, ``pp. 17- 18``, ``, 403``."""

from __future__ import annotations

import re
from typing import NamedTuple

_NUMBER = r"\d{1,5}(?:\s?(?:ob|об|verso|recto|[rv])\b\.?)?"
_RANGE = rf"(?P<first>{_NUMBER})(?:\s?[-–—]\s?(?P<last>{_NUMBER}))?"
_LABEL = (
    r"ll?|лл?|listy?|листы?|leaf|leaves|pp?|pgs?|pages?|seiten?|s|bll?|blatt|fols?|ff?|folios?|str|с|стр"
    r"|kk?|karty|karta|frames?|khuu|fr|fl"
)
_MORE = rf"(?:\s?,\s?(?:and\s)?{_NUMBER}(?:\s?[-–—]\s?{_NUMBER})?)*"
_END = r"\s*(?:ff?\.?)?[\s.)\];]*(?:\[[^\[\]]*\][\s.]*)?$"  # a remark may follow: `ll. 3-5 [copy in RGASPI]`
_LABELLED = re.compile(
    rf"(?:^|[\s,;:(.])(?P<label>{_LABEL})\b\s?\.?\s?{_RANGE}(?P<more>{_MORE}){_END}", re.IGNORECASE
)
_BARE = re.compile(rf"[,:]\s?(?P<first>{_NUMBER})(?:\s?[-–—]\s?(?P<last>{_NUMBER})(?P<more>{_MORE}))?{_END}")


class Leaves(NamedTuple):
    """First and last leaf or page as typed, and where their words begin."""

    first: str
    last: str
    start: int
    label: str


def leaves(text: str, bare: bool) -> Leaves | None:
    """The leaves that end the text. ``bare``: figures after a comma are leaves (after a shelfmark)."""
    match = _LABELLED.search(text, max(0, len(text) - 200))
    match = match or (_BARE.search(text, max(0, len(text) - 80)) if bare else None)
    if not match:
        return None
    numbers = re.findall(_NUMBER, match["more"] or "")
    last = numbers[-1] if numbers else match["last"] or match["first"]
    label = match.groupdict().get("label") or ""
    if not bare and not label:
        return None
    start = match.start("label") if label else match.start()
    return Leaves(match["first"].strip(" ."), last.strip(" ."), start, label.casefold())

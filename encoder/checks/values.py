"""Characters against the datatypes of a grammar. libxml2 is asked, so that nobody can disagree with it."""

import re
from functools import cache

from lxml import etree

from encoder.checks.grammar import RNG
from encoder.checks.patterns import Pattern

_KINDS = {
    "ID": "a name without blanks or colons, not used twice",
    "NCName": "a name without blanks or colons",
    "anyURI": "an address",
    "language": "a language tag such as en or zh-Hans",
    "token": "a word",
    "date": "YYYY-MM-DD",
    "gYearMonth": "YYYY-MM",
    "gYear": "YYYY",
    "dateTime": "YYYY-MM-DDThh:mm:ss",
    "time": "hh:mm:ss",
    "gMonthDay": "--MM-DD",
    "gMonth": "--MM",
    "gDay": "---DD",
    "decimal": "a number",
    "double": "a number",
    "nonNegativeInteger": "a whole number",
    "positiveInteger": "a whole number from 1",
    "string": "any characters",
}


def fits(pattern: Pattern, text: str) -> bool:
    """Whether the text is what the value of an attribute, or the only content of an element, may be."""
    match pattern.kind:
        case "text":
            return True
        case "empty":
            return not text.strip()
        case "choice":
            return any(fits(part, text) for part in pattern.parts)
        case "datum":
            return _validates(pattern.datum, text)
    return False


def described(pattern: Pattern) -> list[str]:
    """What the text may be: the values of a closed list in their order, or a datatype in words."""
    if pattern.kind == "datum":
        return _described(etree.fromstring(pattern.datum))
    return list(dict.fromkeys(word for part in pattern.parts for word in described(part)))


def _described(node: etree._Element) -> list[str]:
    if node.tag == RNG + "value":
        return [(node.text or "").strip()]
    if node.tag == RNG + "data":
        return [_data(node)]
    return [word for child in node for word in _described(child)]


def _data(node: etree._Element) -> str:
    facets = {child.get("name"): child.text or "" for child in node.iterchildren(RNG + "param")}
    kind = _KINDS.get(node.get("type", ""), node.get("type", ""))
    if "minInclusive" in facets and "maxInclusive" in facets:
        return f"{kind} from {facets['minInclusive']} to {facets['maxInclusive']}"
    pattern = facets.get("pattern", "")
    return kind if pattern in ("", r"\S+", r"[^\p{C}\p{Z}]+") else f"{kind} like {_example(pattern)}"


def _example(pattern: str) -> str:
    """A regular expression as its reader would like it: only the fixed parts and what varies."""
    return re.sub(r"\[0-9\][+*]?", "0", pattern).replace(r"[^\s#]+", "NAME.txt")


@cache
def _grammar(datum: str) -> etree.RelaxNG:
    return etree.RelaxNG(etree.fromstring(f'<element name="v" xmlns="{RNG[1:-1]}">{datum}</element>'))


def _validates(datum: str, text: str) -> bool:
    holder = etree.Element("v")
    holder.text = text
    return bool(_grammar(datum).validate(holder))

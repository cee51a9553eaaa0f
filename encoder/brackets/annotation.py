"""Something on the archival copy besides its text: handwriting, stamp, signature, marginalia.

`[handwritten note in left margin: Not to be forced.]` · `[stamp: SECRET]` · `[signature]` · `[Chinese signature]`. What
stands before the colon describes and becomes `label`; what stands after it is what is written there. Each hand that is
told apart is a `handNote`.
"""

import re

from lxml import etree

from encoder.brackets.context import Context
from encoder.brackets.vocabulary import SPEAKERS
from encoder.inline import english
from encoder.markup import Builder, element
from encoder.metadata.wording.english import known
from encoder.model import Annotated, Claim

_KINDS = (
    ("stamp", r"(?:rubber\s+)?stamp(?:ed|s)?|seal(?:ed)?|postmark(?:ed)?|date\s+stamp"),
    (
        "signature",
        r"signatures?|signed|initial(?:s|ed|led|l?ed)|countersigned|autograph|sgd|sd|facsimile|paraphs?",
    ),
    (
        "handwritten",
        r"hand-?\s?written|handwriting|hand-?writ|manuscript|marginal(?:ia)?|margin|in\s+(?:\w+\s+)?(?:pen|pencil|ink|hand)|"
        r"penciled|pencilled|pencil|inscription|inscribed|jotted|scribbled|scrawled|by\s+hand|in\s+the\s+hand\s+of|resolution|"
        r"annotat(?:ion|ed)|comment(?:s|ed)?|check\s?mark|notation|"
        r"(?:vertical\s+)?lines?\s+in|question\s+mark\s+in|exclamation\s+(?:mark|point)\s+in",
    ),
    (
        "typed",
        r"typed\s+(?:note|in|above|below|over)|typewritten\s+(?:note|addition)|letterhead|printed\s+(?:note|form|heading)",
    ),
)
_ANY = re.compile(
    r"(?i)(?<![\w-])(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _KINDS) + r")(?![\w-])"
)
# Abbreviations that stand for a signature or a seal.
_SHORT = re.compile(r"(?i)\W*(?:(?P<signature>sgd|sd|m\.\s?p|/?s/)|(?P<stamp>l\.\s?s))\W*")
# Where on the copy something is, before a colon or a quotation: `[at the foot: no]`.
_WHERE = re.compile(
    r"(?i)^\W*(?:(?:in|on|at|across|below|above|along|under|beneath|over|near|inside|beside)\s+(?:the\s+|an?\s+)?)?(?:[\w-]+\s+){0,3}?"
    r"(?:corners?|margins?|foot|top|bottom|head|reverse|back|verso|recto|overleaf|cover|envelope|slip|folder|"
    r"(?:upper|lower|top|bottom)\s+(?:left|right)|(?:below|above|across)(?=\s*[:,]|\s+(?:the\s+)?(?:text|signature|line|title|date)))\b(?:[^:“\"]{0,40})[:,]?\s*$"
)
# Who did it to the copy: `[inserted by Novak: “and we”]`.
_DONE_BY = re.compile(
    r"(?i)\b(?:added|inserted|deleted|removed|entered|written|changed|corrected|replaced|struck\s+out|crossed\s+out|notes?|minutes?|minuted|"
    r"remarks?|additions?|postscript)\s+(?:by|of|above|below|over|in)\b[^:“\"]*[:,]?\s*$"
)
_QUOTED_BY = re.compile(  # `[“never” added by Novak]`
    r"(?i)[“\"][^“”\"]+[”\"]\s+(?:(?:is|was|were|has\s+been)\s+)?(?:added|inserted|deleted|removed|replaced|entered|written)\s+(?:by|in|above|over)\b"
)
# What someone wrote, and who: `[I agree. – W. Novak, 3 May]`.
_WRITTEN_BY = re.compile(
    r"[.!?…”\"]\s*[–—-]+\s*(?:(?:initialled|initialed|signed|note\s+(?:added\s+)?by|added\s+by)\b.*|"
    r"(?:[A-Z]\.\s?)*[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,3}(?:,[^.!?]{0,20})?)$"
)
_REPORT = re.compile(rf"(?i)^\s*{SPEAKERS}\.?\s*(?:note|comment|remark)?\s*[:.–—-]\s*")
_COLON = re.compile(r"[:：]\s*")
_DASH = re.compile(r"\s[–—-]+\s|,\s*(?=[\"“])|\s(?=[\"“])")
_SIDES = re.compile(
    r"(?i)\b(left|right|top|bottom|upper|lower|opposite|above|below|foot|head|back|reverse|overleaf|margins?|marginal(?:ia)?|corner|across)\b"
)
_PLACE = {
    "upper": "top",
    "lower": "bottom",
    "marginal": "margin",
    "marginalia": "margin",
    "margins": "margin",
    "head": "top",
    "foot": "bottom",
    "back": "overleaf",
    "reverse": "overleaf",
    "corner": "",
    "across": "inline",
}
_HAND = re.compile(
    r"\b(?:by|in)\s+((?:(?:the\s+)?[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,4})(?:['’]s?)?(?:\s+hand(?:writing)?)?|(?:an?\s+)?(?:un\w+|another|different|second|other)\s+hand)"
)
_POSSESSIVE = re.compile(r"(?:[’']s)?(?:\s+hand(?:writing)?)?$")
_MEDIUM = re.compile(
    r"(?i)\b(?:(?:red|blue|black|green|purple|colou?red)\s+)?(?:pencil|ink|pen|crayon|chalk|marker|ballpoint)\b"
)


def claim(context: Context) -> Claim | None:
    if short := _SHORT.fullmatch(context.inner):
        kind = "signature" if short["signature"] else "stamp"
        hand = "not identified" if short["signature"] else ""
        attrs = {"subtype": kind, "place": "", "hand": hand}
        return Claim("annotation", attrs=attrs, why="stands for a signature or a seal")
    report = _REPORT.match(context.flat)
    start = report.end() if report else 0
    label, colon = _label(context.flat[start:])
    match = _ANY.search(label)
    if match and _describes(label, match, bool(colon) or bool(report)):
        if _in_syntax(context) or (_weak(match) and not colon and _explains(context)):
            return None
        kind = next(name for name, words in match.groupdict().items() if words)
    elif colon and (_WHERE.match(label) or _DONE_BY.search(label)):
        kind = "handwritten"
    else:
        return _written_by(context)
    attrs = {
        "subtype": kind,
        "place": _place(label),
        "hand": _hand(label) if kind in {"handwritten", "signature"} else "",
    }
    if colon:
        attrs["lead"] = str(start + colon)
    return Claim(
        "annotation",
        attrs=attrs,
        degree=0.7 if report else 1.0,
        other="editorial" if report else "",
        why="describes what is on the copy",
    )


def _written_by(context: Context) -> Claim | None:
    if _QUOTED_BY.search(context.inner):
        attrs = {"subtype": "handwritten", "place": "", "hand": _hand(context.inner)}
        return Claim("annotation", attrs=attrs, why="who wrote some quoted words, or took them out")
    said = _WRITTEN_BY.search(context.inner) if context.ended else None
    if not said or re.search(rf"[–—-]+\s*{SPEAKERS}\b", said[0], re.I):
        return None
    who = re.search(r"[–—-]\s*((?:[A-Z]\.\s?)*[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*)[^–—-]*$", said[0])
    hand = f"hand of {who[1]}" if who else "not identified"
    attrs = {"subtype": "handwritten", "place": "", "hand": hand, "lead": "0"}
    return Claim("annotation", attrs=attrs, degree=0.8, other="editorial", why="what someone wrote, and who")


def _explains(context: Context) -> bool:
    """`a fel'eton [satirical comment]`: after a word that is not English."""
    return context.last_word.islower() and not known(context.last_word)


def _label(text: str) -> tuple[str, int]:
    """The describing words, and where the written ones begin after a colon (0: there are none)."""
    colon = _COLON.search(text)
    if colon and len(text[: colon.start()].split()) <= 18:
        return text[: colon.start()], colon.end()
    dash = _DASH.search(text) if " " in text or "," in text else None
    if dash and len(text[: dash.start()].split()) <= 12:
        return text[: dash.start()], dash.end()
    return text, 0


def _describes(label: str, match: re.Match[str], told: bool) -> bool:
    """The word of writing leads a short description; a sentence that only mentions a comment does not."""
    before = english.words(label[: match.start()])
    if len(before) > 6 or (any(word.lower() in english.AUXILIARIES for word in before) and not told):
        return False
    length = len(english.words(label))
    return (
        not _weak(match)
        or told
        or length <= 4
        or bool(_SIDES.search(label))
        or bool(re.search(r"(?i)illegible|unreadable|original|copy", label))
        or bool(re.match(r"\s+(?:of|by|from)\b", label[match.end() :]))
    )


_WEAK = frozenset(
    "comment comments commented resolution manuscript margin pencil stamp seal sealed initial initials annotated inscribed "
    "letterhead".split()
)


def _weak(match: re.Match[str]) -> bool:
    """A word that may speak of something else than the copy."""
    return match[0].lower() in _WEAK


def _in_syntax(context: Context) -> bool:
    """`He [signed] the treaty`, `the [handwritten] note`: a word of the sentence."""
    if len(context.words) > 2 or not context.next_word or not context.last_word:
        return False
    return context.next_word[0].islower() and (
        context.last_word[0].islower() or context.last_word in {"I", "He", "She", "We", "They", "The"}
    )


def _place(label: str) -> str:
    """TEI's ``@place`` from words of place: `upper left corner` → `top left`, `left margin` → `margin left`."""
    found = [_PLACE.get(word.lower(), word.lower()) for word in _SIDES.findall(label)]
    unique = list(dict.fromkeys(word for word in found if word))
    return " ".join(
        sorted(
            unique,
            key=lambda word: (
                ["margin", "top", "bottom", "left", "right"].index(word)
                if word in {"margin", "top", "bottom", "left", "right"}
                else 9
            ),
        )
    )


def _hand(label: str) -> str:
    """What is said of the hand, as the description of its ``handNote``; always something, since there is a hand."""
    who = _HAND.search(label)
    medium = _MEDIUM.search(label)
    name = _POSSESSIVE.sub("", who[1]) if who and who[1][0].isupper() else ""
    parts = [f"hand of {name}" if name else ""]
    parts.append(f"in {medium[0].lower()}" if medium else "")
    return ", ".join(part for part in parts if part) or "not identified"


def encode(annotated: Annotated, parent: etree._Element, build: Builder) -> etree._Element:
    attrs = annotated.claim.attrs
    hand = build.hands.of(attrs["hand"]) if attrs["hand"] else ""
    made = element(
        parent,
        "note",
        {
            "type": "annotation",
            "subtype": attrs["subtype"],
            "place": attrs["place"] or "unknown",
            "hand": f"#{hand}" if hand else None,
        },
    )
    if "lead" in attrs:
        build.labelled(made, annotated)
        label = made[0] if attrs["lead"] != "0" else None  # 0: all of it is what is written
        if label is not None and not len(label):
            label.text = re.sub(r"[:：]\s*$", "", label.text or "")  # the element stands for it
    else:
        build.items(element(made, "label"), build.trimmed(annotated.inner))
    return made

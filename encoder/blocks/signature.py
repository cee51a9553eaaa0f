"""How a paper ends: a greeting, who signs, and where two are typed on one line, each of them and the date."""

import itertools
import re

from encoder.blocks.letterhead import names_office
from encoder.blocks.place import ORGANIZATION, Place, is_remark
from encoder.inline import english
from encoder.metadata import dates
from encoder.model import Block

_GREETING = re.compile(
    r"^(?:With|Yours|Sincerely|Respectfully|Cordially|Faithfully|Fraternal(?:ly)?|Greetings|Best|Kind|Long\s+live|I\s+(?:remain|have\s+the\s+honou?r)|"
    r"Accept|Please\s+accept|Mit|Veuillez|Salut)\b.{0,90}[,!.]?$"
)
_RESTART = re.compile(rf"(?<=[a-z’')\]])\s+(?=(?:{ORGANIZATION.pattern})\s+(?:of|for)\b)")
# A name and nothing else, before a space on the page: the text ends here, whatever comes after.
_NAME = re.compile(r"(?:(?:[A-Z]\.\s?){1,2})?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2}\.?$")
_SPEAKS = (english.PRONOUNS | english.POSSESSIVES | english.AUXILIARIES) - {"may", "will", "all", "one"}
_ASKS = re.compile(r"(?:Please|Kindly|Request|Await(?:ing)?|Reply|Report|Confirm|Inform)\s+[a-z\[]")
# The office in capitals, then the name, on one line: `CC SECRETARY  L. BREZHNEV`, `CHIEF OF STAFF Lt. Gen. NOVAK`.
_OFFICER = re.compile(
    r"[A-Z\d ]*\b(?:SECRETARY|COMMANDER|CHIEF|CHAIRMAN|MINISTER|AMBASSADOR|DIRECTOR|HEAD|MEMBER|PRESIDENT|CONSUL|ATTACH[EÉ]|"
    r"COUNSELL?OR|RAPPORTEUR|DEPUTY|OFFICER|PROCURATOR|PROSECUTOR)\b(?:[ ,]+[A-Z\d&-]+)*?"
    r"\s+(?:(?:[A-Z][a-z]+\.?\s+){1,3}[A-Z][A-Z’'-]{2,}|(?:[A-Z]\.\s?){1,2}[A-Z][\w’'-]+)$"
)
_JOINING = re.compile(r"(?:\b(?:of|the|and|for|in|&)|,)$")

WORDS = 30


def claim(place: Place) -> tuple[Block, ...] | None:
    text = place.text
    if (
        _GREETING.match(place.plain)
        and text.endswith(",")
        and place.paragraph.words <= 8
        and _name_follows(place)
    ):
        return (place.block("closing-salute"),)
    if _NAME.match(text) and not place.opening and place.after is not None and place.after.first.gap >= 2:
        return (place.block("signed"),)
    if (
        not place.opening
        and place.paragraph.words <= 14
        and _OFFICER.match(place.plain)
        and not _speech(place)
    ):
        return (place.block("signed"),)
    if not place.closing or place.opening:
        return None
    if _GREETING.match(place.plain) and place.paragraph.words <= 14:
        return (place.block("closing-salute"),)
    if re.search(r"(?<=\w\w\w\w)[.;:?!]\s+\w", text):
        return None
    if is_remark(text) or _is_sentence(text) or not any(sign.isalpha() for sign in text):
        return None
    if place.paragraph.words > 14 and not ORGANIZATION.search(text):
        return None
    return _signers(place)


def _speech(place: Place) -> bool:
    """Prose follows at once, as after the name of a speaker; after a signature there is a space, or another signature."""
    return place.after is not None and not place.after.first.gap and not _OFFICER.match(place.after.text)


def _name_follows(place: Place) -> bool:
    return place.after is not None and bool(_NAME.match(re.sub(r"[\[\]]", "", place.after.text)))


def _is_sentence(text: str) -> bool:
    """A short last sentence: it has a pronoun or a finite verb."""
    found = english.words(text)
    if _ASKS.match(text):
        return True
    if any(word.lower() in _SPEAKS for word in found):
        return True
    ended = bool(re.search(r"[.!?]$", text))
    return ended and any(
        word in english.IRREGULAR or re.search(r"[a-z]{3}ed$", word) for word in found if word.islower()
    )


def _signers(place: Place) -> tuple[Block, ...]:
    start, end = place.paragraph.start, place.paragraph.lines[-1].end
    text = place.source[start:end]
    found = dates.find(text)
    last = found[-1] if found and not re.sub(r"[\s.)\]]", "", text[found[-1].end :]) else None
    until = last.start if last else len(text)
    cuts = [
        0,
        *(m.end() for m in _RESTART.finditer(text, 0, until) if not _JOINING.search(text[: m.start()])),
        until,
    ]
    blocks = [
        place.part(
            "signed",
            start + a,
            start + b,
            field="office" if names_office(re.sub(r"[\[\]]", "", text[a:b])) else "",
        )
        for a, b in itertools.pairwise(cuts)
        if text[a:b].strip()
    ]
    if last:
        blocks.append(place.part("dateline", start + last.start, end))
    return tuple(blocks)

"""Two levels of notes at the foot of the page: the textual notes of a page together, above the editorial ones.

Typst knows one series of foot notes. The textual notes of a page are therefore one foot note, which hangs on the first
call of the page. Which notes are on a page is known when the page is set, and setting them changes the pages: the
document is set, asked, and set again, until it says what it was told. A note that comes and goes between two pages then
prints itself where it is called.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import quoteattr

from encoder.model import Finding
from encoder.outputs.print.fonts import Fonts
from encoder.outputs.print.inputs import inputs
from encoder.outputs.print.settings import Settings
from encoder.outputs.print.typesetting import Job, forget

PATIENCE = 6  # turns; four are mostly enough
CALLS = "query(<called>).map(call => (..call.value, page: call.location().page()))"
PRINTED = "query(<printed>).map(note => (id: note.value, page: note.location().page()))"

Call = Mapping[str, Any]  # id, level, page
Feet = Mapping[str, Sequence[str]]  # the first note called on a page → the textual notes of the page


def assigned(xml: str, settings: Settings, fonts: Fonts) -> str:
    """The print XML of a document with a <foot> for each textual note that goes with others of its page."""
    if 'level="textual"' not in xml:
        return xml

    def calls(feet: Feet) -> list[Call]:
        book = f"<book><edition title='' author=''/>{_with(xml, feet)}</book>"
        answer: list[Call] = Job("single.typ", fonts.found, inputs(book, settings, fonts)).answer(CALLS)
        return answer

    feet = settled(calls)
    forget()
    return _with(xml, feet)


def settled(calls: Callable[[Feet], Sequence[Call]]) -> Feet:
    """Which textual notes are set together.

    :param calls: the calls of a document, in order, when its notes are set so.
    """
    feet: Feet = {}
    alone: set[str] = set()
    turn = 0
    while (wanted := _together(found := calls(feet), alone)) != feet:
        turn += 1
        if turn > PATIENCE:  # each further turn sets a note alone, or is the last but one
            alone |= _astray(found, feet)
            wanted = _together(found, alone)
        feet = wanted
    return feet


def _together(calls: Sequence[Call], alone: Set[str]) -> dict[str, list[str]]:
    pages: dict[int, list[Call]] = {}
    for call in calls:
        pages.setdefault(call["page"], []).append(call)
    feet = {
        page[0]["id"]: [call["id"] for call in page if call["level"] == "textual" and call["id"] not in alone]
        for page in pages.values()
    }
    return {first: notes for first, notes in feet.items() if notes}


def _astray(calls: Sequence[Call], feet: Feet) -> set[str]:
    """The notes that are called on another page than the one that they have been set on."""
    pages = {call["id"]: call["page"] for call in calls}
    return {note for first, notes in feet.items() for note in notes if pages[note] != pages[first]}


def _with(xml: str, feet: Feet) -> str:
    rows = "".join(
        f"<foot first={quoteattr(first)} note={quoteattr(note)}/>"
        for first, notes in feet.items()
        for note in notes
    )
    return xml.replace("</document>", f"{rows}</document>")


@dataclass(frozen=True, slots=True)
class Stray:
    """A note that is not printed once, on the page that calls it."""

    id: str
    called: int
    printed: tuple[int, ...]


def strays(job: Job, settings: Settings) -> Iterator[Stray]:
    """The check on a finished book: every note that a page calls is printed once, and there.

    Textual notes at the end of a document are printed once, somewhere behind their call.
    """
    printed: dict[str, list[int]] = {}
    for note in job.answer(PRINTED):
        printed.setdefault(note["id"], []).append(note["page"])
    for call in job.answer(CALLS):
        pages = tuple(printed.pop(call["id"], ()))
        at_end = settings.notes == "end" and call["level"] == "textual"
        if len(pages) != 1 or (pages[0] < call["page"] if at_end else pages[0] != call["page"]):
            yield Stray(call["id"], call["page"], pages)


def findings(strays: Iterator[Stray], names: Mapping[str, str]) -> Iterator[Finding]:
    """:param names: the file of each document by its number."""
    for stray in strays:
        number, _, sign = stray.id.replace("-", ".").partition(".")
        words = {
            "note": sign,
            "called": str(stray.called),
            "printed": ", ".join(map(str, stray.printed)) or "–",
        }
        yield Finding("P030", names[number], words=words)

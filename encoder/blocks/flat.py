"""A page that was flattened to one line: where its lines were.

Catalogue exports and text extractors drop line ends. What betrays a former line is its form: the label of a catalogue
field, a run of words in capitals between two sentences, the next number of a series, a note number after a full stop.
"""

import re

from encoder.blocks import labels
from encoder.blocks.lines import Line, split

LONG = 800  # no line of a printed page has so many characters; a paragraph typed as one line may

_CAPITALS = re.compile(
    r"(?<=[.:?!”\")] )(?:[A-Z0-9(](?:[A-Z0-9()'’,&-]|\([a-z]\))*\s+){2,}[A-Z0-9](?:[A-Z0-9()'’-]|\([a-z]\))+(?=\s+[A-Z“\"\[(]?[A-Za-z]?[a-z’'])"
)
_NUMBER = re.compile(r"(?<![\w.,§])\(?(\d{1,2})[.)](?=\s)")
_NOTE = re.compile(r"(?<=[.?!”\")\]])\s+(?=\[\d{1,2}\]\s+\S)")
_QUOTED = re.compile(r"[“\"](.{8,400}?),?[”\"],?\s")

_LABELS = re.compile(r"(?<=\S )(?:Priority|Distribution|Received|Copies to|Subject):\s")
_ADDRESS = re.compile(r"(?<=\S )\[?To the [^.:;]{3,140}:(?=\s)")
_SIGNED = re.compile(
    r"(?<=[.!?”] )(?=(?:\[[^\]]{2,20}\]\s)?(?:[A-Z][\w’'-]*\s){1,8}(?:in\s\S+\s(?:\S+\s)?)?[A-Z][a-z]+\s\d{1,2},\s(?:\d{4}|\[\d{4}\]))[^.!?]*$"
)


def unflatten(found: list[Line]) -> list[Line]:
    """Cut lines that hold a whole page; other lines stay as they are."""
    return [part for line in found for part in _parts(line)]


def _parts(line: Line) -> list[Line]:
    if len(line.text) < LONG:
        return [line]
    fields = labels.positions(line.text)
    cuts = {at for start, value, end in fields for at in (start, value, end)} if len(fields) >= 2 else set()
    body = max(cuts, default=0)
    if cuts:
        cuts |= _front(line.text, fields)
    if cuts or line.gap == 0:
        cuts |= (
            _headings(line.text, body)
            | _series(line.text, body)
            | _notes(line.text, body)
            | _frame(line.text, body)
        )
    return split(line, sorted(line.start + at for at in cuts))


def _front(text: str, fields: list[tuple[int, int, int]]) -> set[int]:
    """Before the citation stand date and title; the citation says the title again, between quotation marks."""
    first = fields[0][0]
    quoted = _QUOTED.search(text, first)
    title = text.rfind(quoted[1], 0, first) if quoted else -1
    if title < 0:
        return set()
    date = re.search(
        r"(?:[A-Z][a-z]+ \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]+ \d{4}|[A-Z][a-z]+ \d{4}|\b\d{4})\s*$",
        text[:title],
    )
    return {title, date.start() if date else title}


def _headings(text: str, body: int) -> set[int]:
    cuts: set[int] = set()
    for match in _CAPITALS.finditer(text, body):
        # "I" and "A" in capitals may be the first word of the sentence that follows.
        last = re.search(r"\s(?:I|A)$", match[0])
        cuts |= {match.start(), match.end() - (len(last[0]) - 1 if last else 0)}
    return cuts


def _frame(text: str, body: int) -> set[int]:
    """What opens and closes a letter has labels of its own: `Priority:`, `To the …:` near the beginning; handling times,
    distribution, and office and date before them near the end."""
    cuts = {match.start() for match in _LABELS.finditer(text, body)}
    address = _ADDRESS.search(text, body, body + 600)
    if address:
        cuts |= {address.start(), address.end()}
    ending = min((cut for cut in cuts if cut > body + 0.6 * (len(text) - body)), default=len(text))
    signed = _SIGNED.search(text, max(body, ending - 200), ending)
    return cuts | ({signed.start()} if signed else set())


def _series(text: str, body: int) -> set[int]:
    """Numbers 1, 2, 3 … in order, the first after a colon or a full stop."""
    cuts: set[int] = set()
    run: list[int] = []
    for match in _NUMBER.finditer(text, body):
        number = int(match[1])
        if number == len(run) + 1 and (run or text[: match.start()].rstrip()[-1:] in ":.;"):
            run.append(match.start())
        elif number == 1 and text[: match.start()].rstrip()[-1:] == ":":
            cuts |= set(run) if len(run) > 1 else set()
            run = [match.start()]
    return cuts | (set(run) if len(run) > 1 else set())


def _notes(text: str, body: int) -> set[int]:
    """A note number after a full stop opens a note only where the same number has been called before."""
    cuts = set()
    for match in _NOTE.finditer(text, body):
        number = re.match(r"\[\d+\]", text[match.end() :])
        if number and number[0] in text[body : match.start()]:
            cuts.add(match.end())
    return cuts

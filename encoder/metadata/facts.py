"""What a document says about itself: from its catalogue record and from its own opening and closing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from encoder.metadata import archives, citation, contributors, credits, dates, languages
from encoder.metadata.archive_register import Archives
from encoder.metadata.archives import ArchiveReference
from encoder.metadata.citation import Citation
from encoder.metadata.dates import DateValue
from encoder.model import Block, Content

_GENRE = re.compile(
    r"(?i)^(?:[\w’'-]+\s){0,3}?(?:cable|telegram|letter|report|note|message|memorandum|memo|dispatch|despatch|circular|instructions?|"
    r"aide-memoire|request|reply|ciphered\s+telegram)\b[^,]{0,20}?(?:,|\bfrom\b|\bby\b)\s+"
)
_CHINESE_YEAR = re.compile(r"^\W*\((\d{2})\)")
# Fields that the header keeps as typed in a note of their own kind; other leftovers of a record are kept as "record".
_REMARKS = {"credits", "source", "translator", "contributor", "obtained", "url", "rights", "classification"}
_PLACE = re.compile(r"((?:[A-Z][\w’'-]+\s?){1,3}),\s*$")  # `New Delhi, ` before a date
_URL = re.compile(r"https?://\S+")


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything the header needs. Contents are as typed, with their place in the source; None where not given."""

    title: Content | None = None
    title_is_record: bool = False  # the catalogue gives it; else it is the text's own heading
    author: Content | None = None
    date: DateValue | None = None
    date_typed: Content | None = None
    date_from: str = ""  # how the date is known where no record gives it
    citation: Content | None = None
    cited: Citation | None = None
    reference: ArchiveReference | None = None
    summary: Block | None = None
    language_typed: Content | None = None
    languages: tuple[tuple[str, str], ...] = ()  # BCP 47 and the name as typed
    funders: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    remarks: tuple[tuple[str, Content], ...] = ()  # other fields of the record, by name
    furniture: tuple[Content, ...] = ()
    registry: tuple[str, ...] = ()
    sender: tuple[str, ...] = ()
    recipient: str = ""
    labelled: tuple[
        tuple[str, tuple[str, ...]], ...
    ] = ()  # people named by a field of the record: role and names
    sent: tuple[str, str, DateValue] | None = None  # place and date as typed, and the date's value

    @property
    def language(self) -> str | None:
        """BCP 47 of the original, where one is named."""
        return self.languages[0][0] if self.languages else None

    @property
    def translators(self) -> tuple[str, ...]:
        """Who translated it: by the citation, else by the record's own field."""
        return (self.cited.translators if self.cited else ()) or dict(self.labelled).get("translator", ())

    @property
    def obtained_by(self) -> tuple[str, ...]:
        return (self.cited.obtained_by if self.cited else ()) or dict(self.labelled).get("obtained", ())


def gather(blocks: Sequence[Block], register: Archives, expected: tuple[str, ...] = ()) -> Facts:
    """Read the record and the frame of a document.

    :param expected: BCP 47 of the originals' language as the edition says, for documents that do not say it.
    """
    fields = {block.field: block for block in reversed(blocks) if block.kind == "metadata"}
    cited_block = fields.get("citation") or fields.get("source")
    cited = citation.parse(_line(cited_block.content), register) if cited_block else None
    date, date_typed, date_from = _date(blocks, fields, cited)
    typed = _content(fields, "language")
    named = (
        (languages_of(_line(typed)) if typed else ())
        or _language_in(_line(cited_block.content) if cited_block else "")
        or tuple((tag, languages.language_name(tag)) for tag in expected)
    )
    sender, recipient = _correspondents(blocks, fields, cited)
    placed = [
        _content(fields, name)
        for name in ("title", "author", "citation" if "citation" in fields else "source", "summary")
    ]
    whole = typed and len(named) == 1 and named[0][1] == _line(typed)
    placed += [date_typed, typed if whole else None]
    return Facts(
        title=_content(fields, "title") or _heading(blocks),
        title_is_record="title" in fields,
        author=_content(fields, "author"),
        date=date,
        date_typed=date_typed,
        date_from=date_from,
        citation=cited_block.content if cited_block else None,
        cited=cited,
        reference=(cited.reference if cited else None) or _reference(blocks, register),
        summary=fields.get("summary"),
        language_typed=typed if whole else None,
        languages=named,
        funders=tuple(credits.funders(_line(fields["credits"].content))) if "credits" in fields else (),
        urls=_urls(blocks, cited),
        records=_records(fields),
        remarks=tuple(
            (block.field if block.field in _REMARKS else "record", block.content)
            for block in blocks
            if block.kind == "metadata" and not any(block.content is used for used in placed)
        ),
        furniture=tuple(block.content for block in blocks if block.kind == "furniture"),
        registry=tuple(_line(block.content) for block in blocks if block.kind == "registry"),
        labelled=_labelled(fields),
        sender=sender,
        recipient=recipient,
        sent=_sent(blocks, date),
    )


_BY = re.compile(
    r"(?i)^(?:translated|transl?\.|obtained|provided)\b(?:\s+from(?:\s+the)?\s+\w+)?(?:\s+for\s+[\w\s]+?)?\s+by\s+"
)


def people(text: str) -> tuple[str, ...]:
    """The names in a field that names people: `Anna Novak and Jan Horak`, `Translated from French by A. B.`"""
    bare = _BY.sub("", text).strip(" .]")
    return tuple(
        name
        for part in re.split(r",\s*|;\s*|\s+and\s+|\s+&\s+", bare)
        if (name := part.strip(" .")) and name[0].isupper()
    )


def _labelled(fields: dict[str, Block]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Who translated and who obtained it, by the sentences of the record's own fields; a field that has no such sentence
    names them."""
    found: dict[str, tuple[str, ...]] = {}
    for name in ("translator", "obtained", "contributor", "language"):
        text = _line(fields[name].content) if name in fields else ""
        told = [
            one
            for begin, end in contributors.sentences(text, 0)
            for one in contributors.credits(text, begin, end)
        ]
        for role, key in (("translated by", "translator"), ("obtained by", "obtained")):
            names = tuple(dict.fromkeys(one.name for one in told if one.role == role))
            found[key] = found.get(key) or names
        if name in found and not found[name]:
            found[name] = people(text)
    return tuple(found.items())


_SENTENCE = re.compile(r"\.(?:\s|$)")
_ORIGINAL = re.compile(
    r"(?:\b(?:[Oo]riginal\s+)?[Ll]anguages?\s*:|\b[Oo]riginal\s+in\b|\b[Tt]ranslated\s+from\b(?:\s+the\b)?(?:\s+original\b)?)"
    r"\s+(?P<names>[A-Z][\w-]+(?:(?:,\s+|\s+and\s+)[A-Z][\w-]+)*)"
)


def languages_of(text: str) -> tuple[tuple[str, str], ...]:
    """Languages named in a record: `Chinese`, `Russian and German`; a sentence after them is about something else."""
    said = _SENTENCE.split(text, maxsplit=1)[0]
    names = [name.strip() for name in re.split(r",|;|/|\band\b", said) if name.strip()]
    return tuple((languages.language_tag(name) or "und", name) for name in names)


def _language_in(citation: str) -> tuple[tuple[str, str], ...]:
    """What a citation says of the original: `Original language: Russian`, `translated from Polish by`."""
    for match in _ORIGINAL.finditer(citation):
        named = languages_of(match["names"])
        if all(tag != "und" for tag, _ in named):
            return named
    return ()


def _line(content: Content) -> str:
    return " ".join(content.text.split())


def _plain(content: Content) -> str:
    return _line(content).replace("[", "").replace("]", "").replace("*", "")


def _content(fields: dict[str, Block], name: str) -> Content | None:
    return fields[name].content if name in fields else None


def _heading(blocks: Sequence[Block]) -> Content | None:
    """A document without a record is called by its first heading; `Subject:` is its best one."""
    heads = [block.content for block in blocks if block.kind == "heading"]
    return next(
        (head for head in heads if re.match(r"(?i)(?:subject|re|betreff?)\s*:", head.text)),
        heads[0] if heads else None,
    )


def _date(
    blocks: Sequence[Block], fields: dict[str, Block], cited: Citation | None
) -> tuple[DateValue | None, Content | None, str]:
    """The record's date, else the citation's, else the first dateline's, else the year of a Chinese registry number."""
    if "date" in fields:
        value = dates.parse(_line(fields["date"].content))
        if value:
            return value, fields["date"].content, ""
    if cited and cited.date:
        return cited.date, None, "the citation"
    lines = [block for block in blocks if block.kind == "dateline"]
    for block in lines:
        found = dates.find(block.content.text) or []
        if found:
            return _day(found[-1].value), None, "the dateline"
        value = dates.parse(_line(block.content).strip(" .()"))
        if value:
            return _day(value), None, "the dateline"
    for block in [block for block in blocks if block.kind in {"heading", "registry", "letterhead"}][:3]:
        days = [match.value for match in dates.find(block.content.text) if len(match.value.when or "") == 10]
        if days and not days[-1].cert:
            return days[-1], None, "a line before the text"
    for block in blocks:
        year = _CHINESE_YEAR.match(block.content.text) if block.kind == "registry" else None
        if year:
            value = dates.parse(f"19{year[1]}")
            return (replace(value, cert="medium") if value else None), None, "the year in the registry number"
    return None, None, ""


def _day(value: DateValue) -> DateValue:
    """The day of a date with hours: a document is of a day."""
    first, last = (value.when or value.from_ or "")[:10], (value.to or "")[:10]
    if "T" not in f"{value.when}{value.from_}" or (last and last != first):
        return value
    return replace(value, when=first, from_=None, to=None)


def _reference(blocks: Sequence[Block], register: Archives) -> ArchiveReference | None:
    """A line before the text, or a note, that is nothing but an archive's shelfmark says where the document is."""
    first = [block for block in blocks if block.kind in {"heading", "registry", "letterhead", "paragraph"}][
        :3
    ]
    for block in [*first, *(block for block in blocks if block.kind == "footnote")]:
        if len(block.content.text) < 160:
            found = archives.parse_reference(_line(block.content).rstrip("."), register)
            if found and found.archive:
                return found
    return None


def _urls(blocks: Sequence[Block], cited: Citation | None) -> tuple[str, ...]:
    typed = [
        re.sub(r"\s+", "", block.content.text).strip("<>")
        for block in blocks
        if block.field == "url" and block.kind == "metadata"
    ]
    loose = [
        match.rstrip(".,;)>]")
        for block in blocks
        if block.kind == "metadata" and block.field in {"citation", "source", "url"}
        for match in _URL.findall(block.content.text)
    ]
    first = [cited.url] if cited and cited.url else []
    return tuple(dict.fromkeys([*first, *typed, *loose]))


def _records(fields: dict[str, Block]) -> tuple[str, ...]:
    return (_line(fields["record"].content),) if "record" in fields else ()


def _correspondents(
    blocks: Sequence[Block], fields: dict[str, Block], cited: Citation | None
) -> tuple[tuple[str, ...], str]:
    """Who sent it and to whom: from signature or letterhead and address, else from a title `Cable, A to B`."""
    signed = tuple(_plain(block.content).strip(" .,") for block in blocks if block.kind == "signed")
    heads = tuple(
        _plain(block.content) for block in blocks if block.kind == "letterhead" and block.field == "office"
    )
    to = next((_addressee(_plain(block.content)) for block in blocks if block.kind == "address"), "")
    title = _plain(fields["title"].content) if "title" in fields else (cited.title or "" if cited else "")
    by_title = _from_title(title)
    return (signed or heads[:1] or by_title[0]) if (to or by_title[1]) else (), to or by_title[1]


def _addressee(text: str) -> str:
    bare = re.sub(r"(?i)^\W*(?:to|attn\.?|for)\b[:\s]+(?:the\s+)?", "", text).rstrip(" :!,.")
    return re.sub(r"^(?:My\s+)?(?:[Dd]ear|[Ee]steemed|[Rr]espected)\s+", "", bare)


def _from_title(title: str) -> tuple[tuple[str, ...], str]:
    genre = _GENRE.match(title)
    if not genre:
        return (), ""
    rest = re.split(
        r",\s+[‘'“\"]|\s+(?:on|concerning|regarding|about|with regard to)\s+", title[genre.end() :]
    )[0]
    sender, _, recipient = rest.partition(" to ")
    clean = [re.sub(r"\s*\(.*?\)\s*$", "", part).strip(" ,.'\"“”") for part in (sender, recipient)]
    return ((clean[0],) if clean[0] else ()), clean[1]


def _sent(blocks: Sequence[Block], date: DateValue | None) -> tuple[str, str, DateValue] | None:
    """Place and date of the sending: the dateline with the document's own date, else the last one."""
    lines: list[tuple[str, str, DateValue]] = []
    for block in blocks:
        text = block.content.text
        found = dates.find(text, date) if block.kind == "dateline" else []
        if found:
            place = _PLACE.search(text[: found[-1].start])
            lines.append((place[1] if place else "", text[found[-1].start : found[-1].end], found[-1].value))
    own = [line for line in lines if date and line[2].when == date.when]
    best = own or lines
    return best[-1] if best else None

"""The volume."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from encoder import __version__
from encoder.edition import Edition, date_of
from encoder.model import Finding, OutputFile
from encoder.outputs import coverage, described
from encoder.outputs.output import Entries
from encoder.outputs.print import entry, feet
from encoder.outputs.print.fonts import findings, fonts
from encoder.outputs.print.inputs import inputs
from encoder.outputs.print.settings import settings
from encoder.outputs.print.typesetting import Job

FOR_LISTS = ("kept", "abbreviation", "practice")  # what the volume's lists say of a document
BEGINS = "query(<begins>).map(it => (id: it.value, page: counter(page).at(it.location()).first()))"
PRINT = "{https://encoder.invalid/ns/print}"


def files(edition: Edition, entries: Entries, shared: str) -> Iterator[OutputFile | Finding]:
    """``edition.pdf``, which carries the TEI of its documents.

    A character that no font at hand has is told as P002, and the book names it by its number, as ‹U+4E2D›. A font that
    has it goes into the folder ``fonts`` beside ``edition.toml``; or one that the machine has is named there:
    ``[print] fonts = ["Noto Serif CJK SC"]``. A note that is not printed on the page that calls it is told as P030.

    :raises UsageError: ``[print]`` asks for something that is not there; or Typst refuses the book or warns of something
        in it.
    """
    names = [f"tei/{identifier}.xml" for identifier in entries.ids]
    volume = _volume(edition, entries.of("print"), dict(zip(names, entries.of("tei"), strict=True)))
    for name, part in zip(names, volume.parts, strict=True):
        yield from findings(name, part, volume.missing)
    of_documents = frozenset().union(*map(frozenset, volume.parts))
    yield from findings("edition.toml", volume.frame, volume.missing - of_documents)
    yield OutputFile("edition.pdf", volume.job.pdf(date_of(edition)))
    yield from feet.findings(
        feet.strays(volume.job, settings(edition)),
        {str(number): name for number, name in enumerate(names, 1)},
    )


def coverage_findings(edition: Edition, entries: Entries, shared: str) -> Iterator[Finding]:
    """What the TEI encodes and the book has no place for (P010)."""
    yield from coverage.findings(coverage.rows(entries, "coverage", "print"), "print")


def begins(edition: Edition, xmls: Iterable[str]) -> Iterator[tuple[str, int]]:
    """On which page of the book things begin, in its order: documents (``1:ID``), then their paragraphs, headings and
    items (``1-ID``); where a document ends, the empty text.

    :param xmls: the print XML of the documents, see :func:`encoder.outputs.print.entry.entry`.
    :raises UsageError: the book cannot be set.
    """
    for mark in _volume(edition, xmls, {}).job.answer(BEGINS):
        yield mark["id"], mark["page"]


@dataclass(frozen=True, slots=True)
class _Volume:
    """:param frame: the print XML of all that is no document. :param missing: the characters that no font has."""

    parts: list[str]
    frame: str
    missing: frozenset[str]
    job: Job


def _volume(edition: Edition, xmls: Iterable[str], tei: Mapping[str, str]) -> _Volume:
    chosen = settings(edition)
    at_hand = fonts(edition, chosen)
    parts = [entry.numbered(xml, number) for number, xml in enumerate(xmls, 1)]
    frame = entry.volume(edition, _facts(edition, parts, at_hand.families))
    missing = at_hand.missing(frozenset(frame).union(*map(frozenset, parts)))
    told = inputs(frame.replace("<documents/>", "".join(parts)), chosen, at_hand, missing, tei)
    return _Volume(parts, frame, missing, Job("edition.typ", at_hand.found, told))


def _facts(edition: Edition, parts: list[str], families: tuple[str, ...]) -> etree._Element:
    """The edition as ``xslt/print/front.xsl`` and ``back.xsl`` see it."""
    root = described.described(edition)
    root.set("program", f"encoder {__version__}, Typst")
    root.set("faces", families[0])
    documents = etree.SubElement(root, "documents")
    keys: dict[str, None] = {}
    for part in parts:
        document = etree.fromstring(part)
        keys |= dict.fromkeys(
            key for name in document.iter(f"{PRINT}name") for key in name.get("key", "").split()
        )
        for child in document:
            if etree.QName(child).localname not in FOR_LISTS:
                document.remove(child)
        documents.append(document)
    for key in keys:
        etree.SubElement(root, "named", key=key)
    root.extend(described.registers(edition))
    root.append(described.guidelines())
    return root

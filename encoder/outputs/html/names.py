"""The registers: an index of whom the documents name, and a page for each with every mention in its sentence."""

import copy
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from urllib.parse import quote
from xml.sax.saxutils import quoteattr

from lxml import etree

from encoder import data
from encoder.edition import Edition
from encoder.files import read_xml
from encoder.markup import TEI, XML
from encoder.model import OutputFile, TeiFile
from encoder.outputs.html.rows import numbered, row
from encoder.outputs.html.sheets import common, of_document, sheets
from encoder.outputs.html.told import prepared
from encoder.outputs.output import Entries

REGISTERS = {"persons": "person", "places": "place", "organizations": "org"}  # file: its entries
HELD = (
    50_000  # mentions that are kept in memory at a time; the entries are read once more for each such number
)
PAGE = 500  # mentions on one page

_NAME = re.compile("\ufdd0([^\ufdd1]*)\ufdd1")
_MARKS = re.compile("\ufdd0[^\ufdd1]*\ufdd1|\ufdd2")
# The end of a sentence: a stop after a word of some length, so that "U.S. Ambassador" is not cut, or a CJK stop.
_END = re.compile(r"""(?<=\w\w\w)["”’)\]]*[.!?]["”’)\]]*(?=\s|$)|[。！？][”’」』]*""")
_LONGEST = 240  # characters of a sentence on either side of a name


def entry(edition: Edition, document: TeiFile) -> str:
    """Every mention, as JSON: ``[pointer, passage, words before, name, words after]`` each, of one sentence."""
    passages = json.loads(of_document(document, "run", "mentions", prepared(edition, document)))
    return json.dumps(
        [one for passage, words in passages for one in _mentions(passage, words)], ensure_ascii=False
    )


def _mentions(passage: str, words: str) -> Iterator[Sequence[str]]:
    for start in _NAME.finditer(words):
        end, depth = start.end(), 1
        while depth and end < len(words):
            depth += {"\ufdd0": 1, "\ufdd2": -1}.get(words[end], 0)
            end += 1
        before, name, after = (
            _MARKS.sub("", part) for part in (words[: start.start()], words[start.end() : end], words[end:])
        )
        for pointer in start[1].split():
            yield pointer, passage, _last(before), name, _first(after)


def _last(before: str) -> str:
    """The words of the last sentence; of a long one its end."""
    begin = max((match.end() for match in _END.finditer(before)), default=0)
    sentence = before[begin:].lstrip() if begin else before
    cut = sentence[-_LONGEST:]
    return sentence if len(sentence) <= _LONGEST else "… " + cut[cut.find(" ") + 1 :]


def _first(after: str) -> str:
    """The words to the end of the sentence; of a long one its beginning."""
    match = _END.search(after)
    sentence = after[: match.end()] if match else after
    cut = sentence[:_LONGEST]
    return sentence if len(sentence) <= _LONGEST else (cut[: cut.rfind(" ")] if " " in cut else cut) + " …"


# The registers as they are.


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a register, and its pointer, as documents write it."""

    register: str
    id: str
    pointer: str
    element: etree._Element

    @property
    def name(self) -> str:
        """Its main name."""
        names = [one for one in self.element if one.tag in _NAMES] or list(self.element)
        main = next((one for one in names if one.get("type") == "main"), names[0])
        return " ".join("".join(map(str, main.itertext())).split())

    @property
    def page(self) -> str:
        return f"{self.register}/{self.id}.html"


_NAMES = (TEI + "persName", TEI + "placeName", TEI + "orgName")


def register(edition: Edition, name: str, kind: str) -> list[etree._Element]:
    """The entries of one register, read anew.

    :raises UsageError: it is not XML.
    """
    path = edition.registers / f"{name}.xml"
    return list(read_xml(path).iter(TEI + kind)) if path.exists() else []


def registered(edition: Edition) -> Mapping[str, Entry]:
    """All entries of the registers, by pointer.

    :raises UsageError: a register is not XML.
    """
    paths = [edition.registers / f"{register}.xml" for register in REGISTERS]
    return _registered(tuple((path, path.stat().st_mtime_ns) for path in paths if path.exists()))


@lru_cache(maxsize=2)
def _registered(files: tuple[tuple[Path, int], ...]) -> Mapping[str, Entry]:
    found: dict[str, Entry] = {}
    for path, _ in files:
        register = path.stem
        for element in read_xml(path).iter(TEI + REGISTERS[register]):
            identifier = element.get(XML + "id")
            if identifier and len(element):
                pointer = f"../registers/{path.name}#{identifier}"
                found[pointer] = Entry(register, identifier, pointer, element)
    return found


def pointed(edition: Edition, document: TeiFile) -> str:
    """The entries that a document points to, as its page needs them to link its names."""
    known = registered(edition)
    pointers = {one for refs in re.findall(r"\bref=[\"']([^\"']*)", document.xml) for one in refs.split()}
    rows = [
        f"<entry ref={quoteattr(pointer)} href={quoteattr(known[pointer].page)} name={quoteattr(known[pointer].name)}/>"
        for pointer in sorted(pointers & known.keys())
    ]
    return f"<names>{''.join(rows)}</names>"


def named(edition: Edition, entries: Entries) -> bool:
    """Whether a document names anybody who has an entry.

    :raises UsageError: a register is not XML.
    """
    known = registered(edition)
    return bool(known) and any(one[0] in known for told in entries.of("names") for one in json.loads(told))


# The pages.


def files(edition: Edition, entries: Entries, facts: str) -> Iterator[OutputFile]:
    """The index of names, and a page for each entry that is named."""
    known = registered(edition)
    times: Counter[str] = Counter()
    documents: Counter[str] = Counter()
    for told in entries.of("names"):
        found = Counter(one[0] for one in json.loads(told) if one[0] in known)
        times.update(found)
        documents.update(found.keys())
    if not times:
        return
    yield _page(edition, facts, "names.html", "", _index(edition, known, times, documents))
    for pointers in _batches(times):
        mentions: dict[str, list[etree._Element]] = {pointer: [] for pointer in pointers}
        for told, document in zip(entries.of("names"), numbered(entries), strict=True):
            _gather(mentions, json.loads(told), document)
        for pointer, those in mentions.items():
            yield from _entry_pages(edition, facts, known[pointer], those, times[pointer], documents[pointer])


def _index(
    edition: Edition, known: Mapping[str, Entry], times: Mapping[str, int], documents: Mapping[str, int]
) -> etree._Element:
    root = etree.Element("names", language=edition.language)
    if any(known[pointer].element.find(f"{TEI}location/{TEI}geo") is not None for pointer in times):
        root.set("map", "yes")
    for register in REGISTERS:
        holder = etree.SubElement(root, "register", name=register)
        entries = [known[pointer] for pointer in times if known[pointer].register == register]
        for one in sorted(entries, key=lambda one: (one.name.casefold(), one.id)):
            etree.SubElement(
                holder,
                "entry",
                href=one.page,
                name=one.name,
                times=str(times[one.pointer]),
                documents=str(documents[one.pointer]),
            ).append(copy.deepcopy(one.element))
    return root


def _batches(times: Mapping[str, int]) -> Iterator[Sequence[str]]:
    """The pointers in groups that have together no more than ``HELD`` mentions, or in one that has more by itself."""
    batch: list[str] = []
    held = 0
    for pointer, number in times.items():
        if batch and held + number > HELD:
            yield batch
            batch, held = [], 0
        batch.append(pointer)
        held += number
    yield batch


def _gather(
    mentions: Mapping[str, list[etree._Element]], told: Iterable[Sequence[str]], document: etree._Element
) -> None:
    """Put the mentions of one document where they belong, each below an element for the document."""
    for pointer, passage, before, name, after in told:
        if pointer not in mentions:
            continue
        holders = mentions[pointer]
        if not holders or holders[-1].get("id") != document.get("id"):
            holders.append(row(document))
        one = etree.SubElement(holders[-1], "mention", passage=passage)
        for part, words in (("before", before), ("name", name), ("after", after)):
            etree.SubElement(one, part).text = words


def _entry_pages(
    edition: Edition, facts: str, entry: Entry, found: Sequence[etree._Element], times: int, documents: int
) -> Iterator[OutputFile]:
    """The pages of one entry: the first has its facts too."""
    parts: list[list[etree._Element]] = [[]]
    size = 0
    for document in found:
        if size and size + len(document) > PAGE:
            parts.append([])
            size = 0
        parts[-1].append(document)
        size += len(document)
    for number, part in enumerate(parts, 1):
        root = etree.Element(
            "entry",
            id=entry.id,
            register=entry.register,
            name=entry.name,
            times=str(times),
            documents=str(documents),
            part=str(number),
            parts=str(len(parts)),
            language=edition.language,
        )
        root.append(_linked(copy.deepcopy(entry.element)))
        etree.SubElement(root, "mentions").extend(part)
        yield _page(edition, facts, entry_part(entry, number), "../", root)


def _linked(element: etree._Element) -> etree._Element:
    """An entry whose identifiers say where their authority shows them (``xslt/authorities.xml``)."""
    prefixes = _prefixes()
    for number in element.iterfind(TEI + "idno"):
        words = "".join((number.text or "").split())
        if words.startswith(("http://", "https://")):
            number.set("address", words)
        elif number.get("type", "") in prefixes:
            number.set("address", prefixes[number.get("type", "")] + quote(words))
    return element


@cache
def _prefixes() -> Mapping[str, str]:
    authorities = etree.parse(data.XSLT / "authorities.xml").iterfind("authority")
    return {one.get("name", ""): one.get("prefix", "") for one in authorities}


def entry_part(entry: Entry, number: int) -> str:
    """Where a page of an entry is: no identifier has ``~`` in it."""
    return entry.page if number == 1 else entry.page.removesuffix(".html") + f"~{number}.html"


def _page(edition: Edition, facts: str, path: str, root: str, tree: etree._Element) -> OutputFile:
    text = etree.tostring(tree, encoding="unicode")
    return OutputFile(path, sheets().run("html", text, root=root, **common(edition, facts)).encode())

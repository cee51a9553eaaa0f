"""What there is to know of an edition when it is given away: gathered once, and every format is a function of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Party:
    """A person or an organization.

    :param name: as it is written. :param family: of a person; ``given`` may be empty.
    :param identifier: ORCID or ROR, as a URL.
    """

    name: str
    person: bool
    family: str = ""
    given: str = ""
    identifier: str = ""
    affiliation: str = ""
    affiliation_ror: str = ""

    @property
    def inverted(self) -> str:
        """``Family, Given``, as DataCite wants a person's name."""
        return f"{self.family}, {self.given}" if self.given else self.name


@dataclass(frozen=True, slots=True)
class Licence:
    """Under which rights something may be used. ``spdx`` is empty where the list of SPDX does not have it."""

    name: str
    url: str
    spdx: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Grant:
    """Who paid. ``ror`` is a URL; ``number``, ``title`` and ``url`` are those of the award."""

    funder: str
    ror: str = ""
    number: str = ""
    title: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Related:
    """Something else, by its identifier. ``relation`` and ``type`` are DataCite's words (``IsSupplementTo``, ``DOI``)."""

    relation: str
    identifier: str
    type: str


@dataclass(frozen=True, slots=True)
class Original:
    """A holding of an archive of which the documents are translations."""

    title: str
    repository: str
    count: int


@dataclass(frozen=True, slots=True)
class Place:
    """A place that the documents name. ``latitude`` and ``longitude`` are degrees (WGS 84), as the register writes them."""

    id: str
    name: str
    latitude: str = ""
    longitude: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """What the header of a document says.

    :param date: EDTF: ``1957-12-17``, or ``1961-01/1961-04``; empty where it is not known.
    :param contributions: who did what, in the words of the header: ``("translated by", "Jeffrey Wang", True)``; the last says
        whether it is a person. :param places: ids of the register that its text points to.
    :param source: the name of the file that it was encoded from.
    """

    id: str
    path: str
    title: str
    date: str = ""
    language: str = ""
    source_languages: tuple[str, ...] = ()
    country: str = ""
    settlement: str = ""
    repository: str = ""
    collection: str = ""
    shelfmark: str = ""
    contributions: tuple[tuple[str, str, bool], ...] = ()
    funders: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    source: str = ""

    @property
    def holding(self) -> str:
        """Where the original is held, without its shelfmark; empty where nobody has said it."""
        parts = (self.collection, self.repository, self.settlement, self.country)
        return ", ".join(part for part in parts if part) if self.repository else ""


@dataclass(frozen=True, slots=True)
class File:
    """A file of the package, after it was written. ``path`` is relative to ``data``; sums are hexadecimal; ``size`` is bytes."""

    path: str
    size: int
    sha256: str
    sha512: str

    @property
    def folder(self) -> str:
        return self.path.split("/")[0] if "/" in self.path else ""


@dataclass(frozen=True, slots=True)
class Input:
    """A file that the package was made from: its path in the edition, its SHA-256, and its path in the package."""

    path: str
    sha256: str
    file: str


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a document since the previous package: ``added``, ``removed``, ``text``, ``markup`` or ``header``.

    :param words: how many words of the text are gone and how many are new.
    """

    id: str
    title: str
    kinds: tuple[str, ...]
    words: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Previous:
    """The package that was deposited before."""

    name: str
    date: str
    version: str
    doi: str
    changes: tuple[Change, ...]
    unchanged: int
    history: str


@dataclass(frozen=True, slots=True)
class Record:
    """An edition as an archive sees it.

    :param name: of the package. :param date: ISO 8601, that of this state of the edition.
    :param languages: BCP 47 tags of the texts; ``source_languages`` those of their originals.
    :param contributors: DataCite's contributor type and who.
    :param coverage: first and last date of the documents, as EDTF. :param findings: of the last build, by severity.
    :param licences: of each XML file whose own header names one.
    :param contents: the files that come from the edition. :param files: those that are in the package so far.
    """

    id: str
    name: str
    title: str
    subtitle: str
    description: str
    date: str
    version: str
    status: str
    publisher: Party
    place: str
    languages: tuple[str, ...]
    source_languages: tuple[str, ...]
    licence: Licence
    sources_rights: str
    creators: tuple[Party, ...]
    contributors: tuple[tuple[str, Party], ...]
    contact: tuple[str, str]
    rights_holder: Party
    depositor: Party
    keywords: tuple[str, ...]
    doi: str
    url: str
    related: tuple[Related, ...]
    grants: tuple[Grant, ...]
    documents: Sequence[Document]
    originals: tuple[Original, ...]
    places: tuple[Place, ...]
    coverage: str
    findings: Mapping[str, int]
    principles: str = ""
    licences: Mapping[str, Licence] = field(default_factory=dict, repr=False)
    inputs: Sequence[Input] = field(default=(), repr=False)
    contents: Sequence[File] = field(default=(), repr=False)
    files: Sequence[File] = field(default=(), repr=False)
    previous: Previous | None = None

    @property
    def year(self) -> str:
        return self.date[:4]

    @property
    def full_title(self) -> str:
        return f"{self.title}: {self.subtitle}" if self.subtitle else self.title

    @property
    def summary(self) -> str:
        """The editors' description; where they gave none, what can be counted."""
        return self.description or f"{self.title}: a scholarly edition of {self.extent} in TEI-XML."

    @property
    def extent(self) -> str:
        count = len(self.documents)
        return f"{count} translated archival document{'' if count == 1 else 's'}"

    @property
    def address(self) -> str:
        """Where the edition is found for good: its DOI, else its own page; empty where there is neither."""
        return f"https://doi.org/{self.doi}" if self.doi else self.url

    def within(self, folder: str) -> list[File]:
        return [file for file in self.files if file.folder == folder]

    @property
    def size(self) -> int:
        """Bytes of what comes from the edition."""
        return sum(file.size for file in self.contents)

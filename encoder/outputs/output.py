"""What an output is: a map over the documents, what all pages share, a map again, and the files of the whole.

First each document gives its **entries**: what the rest of the edition must know of it. From the entries of all comes
what all pages **share**. Then each document gives its **pages**, told its place in the edition. Last come the files of the
**whole**, made from the entries in one stream. Entries and pages are made in worker processes and kept from one
build to the next: they are functions of their arguments, the registers and the program, and of nothing else.

To add to an output, write a module in its folder and put one line into its tables:

- an entry: ``(edition, document) -> str``, XML or JSON, under a name in ``entries``;
- files of each document: ``(edition, document, place) -> Iterator[OutputFile | Finding]``, in ``pages``;
- files of the whole: ``(edition, entries, shared) -> Iterator[OutputFile | Finding]``, as a :class:`Whole` that names the
  entries it reads.

A function may raise UsageError or TransformError; then the output is not made and the one before stays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from encoder.edition import Edition
from encoder.model import Finding, OutputFile, TeiFile

Made = Iterator[OutputFile | Finding]


@dataclass(frozen=True, slots=True)
class Entries:
    """The entries of all documents, in the order of the edition.

    :param ids: the documents' ``xml:id``.
    :param of: all entries of one name, in the order of ``ids``; each call reads them anew, one after the other.
    """

    ids: Sequence[str]
    of: Callable[[str], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a document stands.

    :param number: its place in the edition, from 1 to ``total``.
    :param previous: the entries of the document before it that the output's ``beside`` names; None for the first.
    :param next: those of the document after it; None for the last.
    :param shared: what the output's ``shared`` has made.
    """

    number: int
    total: int
    previous: Mapping[str, str] | None
    next: Mapping[str, str] | None
    shared: str


@dataclass(frozen=True, slots=True)
class Whole:
    """Files of the edition as a whole, made in the main process.

    :param make: the files, from the edition, the entries and what the output's ``shared`` has made. It streams: it keeps
        no more of the entries than it must.
    :param reads: names of the entries that it reads. The files are made anew when one of these has changed, or the
        registers or ``edition.toml``.
    :param files: other files that it reads.
    """

    make: Callable[[Edition, Entries, str], Made]
    reads: tuple[str, ...] = ()
    files: Callable[[Edition], Iterable[Path]] = lambda edition: ()

    @property
    def name(self) -> str:
        """By which people know it: the module that makes it, and the function where that is not ``files``."""
        module, function = self.make.__module__.rsplit(".", 1)[-1], self.make.__name__
        return module if function == "files" else f"{module} {function}"


@dataclass(frozen=True, slots=True)
class Output:
    """One thing that an edition is published as, a folder of files.

    :param opens: the file to open first.
    :param entries: what the rest of the edition must know of a document, by name.
    :param beside: names of the entries that the pages of its neighbours show.
    :param shared: what all pages show of the edition; all are made anew when it changes.
    :param keeps: files of the whole that the edition keeps too, beside ``edition.toml``: what the next build must know.
    :param files_read: other files that entries and pages read; all parts are made anew when one of them changes.
    """

    opens: str
    entries: Mapping[str, Callable[[Edition, TeiFile], str]] = field(default_factory=dict)
    beside: tuple[str, ...] = ()
    shared: Callable[[Edition, Entries], str] = lambda edition, entries: ""
    keeps: tuple[str, ...] = ()
    pages: Sequence[Callable[[Edition, TeiFile, Place], Made]] = ()
    whole: Sequence[Whole] = ()
    files_read: Callable[[Edition], Iterable[Path]] = lambda edition: ()

    def entry(self, edition: Edition, document: TeiFile) -> Mapping[str, str]:
        """All entries of one document."""
        return {name: make(edition, document) for name, make in self.entries.items()}

    def made(self, edition: Edition, documents: Sequence[TeiFile]) -> Made:
        """The files of the whole output and what there is to tell, one after the other in this process.

        :param documents: in the order of the edition.
        """
        told = [self.entry(edition, document) for document in documents]
        entries = Entries(
            [document.id for document in documents], lambda name: (entry[name] for entry in told)
        )
        shared = self.shared(edition, entries)
        for whole in self.whole:
            yield from whole.make(edition, entries, shared)
        for index, document in enumerate(documents):
            yield from self.files(edition, document, self.place(index, told, shared))

    def files(self, edition: Edition, document: TeiFile, place: Place) -> Made:
        """The files of one document."""
        for pages in self.pages:
            yield from pages(edition, document, place)

    def place(self, index: int, told: Sequence[Mapping[str, str]], shared: str) -> Place:
        """The place of a document, from the entries of all (those of its neighbours are enough)."""
        before = told[index - 1] if index > 0 else None
        after = told[index + 1] if index + 1 < len(told) else None
        return Place(index + 1, len(told), self._shown(before), self._shown(after), shared)

    def _shown(self, entry: Mapping[str, str] | None) -> Mapping[str, str] | None:
        return None if entry is None else {name: entry[name] for name in self.beside}

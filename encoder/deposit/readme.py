"""``README.txt``: what an archivist asks of a package, in the order of the questions."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from encoder import __version__
from encoder.deposit.record import Party, Record
from encoder.deposit.rights import WIDTH
from encoder.metadata.languages import language_name

# What stands in each folder of the package.
_FOLDERS = {
    "tei": "the edition itself: one TEI P5 file for each document (UTF-8)",
    "sources": "the texts from which it was encoded, as they were received",
    "registers": "persons, places, organizations and archives that the documents name (TEI)",
    "schema": "grammar (RELAX NG) and rules (Schematron) of the TEI files, and the guidelines (ODD)",
    "html": "the edition as web pages; begin with html/index.html; they need no server",
    "pdf": "the edition as a book (PDF/A)",
    "epub": "the edition as an e-book",
    "reledmac": "the edition as LaTeX, for a press",
}

# The texts and descriptions of the package itself.
_FILES = {
    "metadata/": "the description of the package in the forms that repositories read; documents.csv lists the documents",
    "edition.toml": "title, editors and licence of the edition, from which the rest takes them",
    "permalinks.txt": "the addresses of the pages that will not change, and what was renamed",
    "editorial-principles.txt": "how the texts were edited and encoded",
    "README.txt": "what the package is, for people",
    "CHANGES.txt": "what has changed since the package before, document by document",
    "LICENSE.txt": "the rights in each part",
    "CITATION.cff": "how to cite, for programs",
    "provenance.json": "the program, and each file it read with its SHA-256",
    "ro-crate-metadata.json": "every file, person and place described (RO-Crate 1.2)",
}
_SOMETIMES = ("permalinks.txt",)


def text(record: Record) -> Iterator[str]:
    title = record.full_title
    yield f"{title}\n{'=' * min(len(title), WIDTH)}\n\n{_wrapped(record.summary)}"
    yield _heading("1. Identification")
    yield from _rows(_identification(record))
    yield _heading("2. Contents")
    yield from _rows(_contents(record))
    yield _heading("3. Use")
    yield _wrapped(
        "The files in tei/ are the edition; everything else was made from them or explains them. They point to "
        "registers/ and schema/ by relative paths, so keep these folders side by side. The folder data is itself an "
        "edition: 'encoder build data' makes the pages and the book again."
    )
    if record.within("html"):
        yield _wrapped("\nTo read, open html/index.html in a browser.")
    yield _heading("4. How it was made")
    yield from _making(record)
    yield _heading("5. Is it whole?")
    yield _wrapped(
        "This package is a bag (BagIt 1.0, RFC 8493). Each file's SHA-512 and SHA-256 stand in the manifests beside the "
        "folder data. Any of these commands compares them:"
    )
    yield "\n    sha512sum --check --quiet manifest-sha512.txt     (in the folder above data)\n"
    yield "    bagit.py --validate PACKAGE\n    encoder deposit --check PACKAGE\n"
    yield _heading("6. Citation and rights")
    yield _wrapped(cited(record)) + "\n"
    yield _wrapped(f"Licence: {record.licence.name}, {record.licence.url}. See LICENSE.txt for each part.")
    if record.contact[0]:
        yield _wrapped(
            f"Contact: {record.contact[0]}" + (f" <{record.contact[1]}>" if record.contact[1] else "")
        )


def cited(record: Record) -> str:
    """How to cite the edition."""
    who = names(record.creators)
    version = f" Version {record.version}." if record.version else ""
    address = f" {record.address}" if record.address else ""
    return f"{who}: {record.full_title}. {record.publisher.name}, {record.date}.{version}{address}"


def names(parties: Iterable[Party]) -> str:
    return "; ".join(party.name for party in parties)


def _identification(record: Record) -> Iterator[tuple[str, str]]:
    translators = [party for role, party in record.contributors if role == "Translator"]
    yield "Title", record.full_title
    yield "Editors", names(record.creators)
    yield "Translators", names(translators)
    yield "Publisher", ", ".join(part for part in (record.publisher.name, record.place) if part)
    yield "Date", record.date
    yield "Version", record.version
    yield "Status", record.status
    yield "Extent", record.extent
    yield "Dates of the documents", record.coverage.replace("/", " to ")
    yield "Language", _languages(record.languages)
    yield "Language of originals", _languages(record.source_languages)
    yield "Held by", "; ".join(dict.fromkeys(one.repository for one in record.originals))
    yield "Funding", "; ".join(grant.funder for grant in record.grants)
    yield "Identifier", record.address or "none yet; the repository gives one when it takes the package"
    yield "Package", record.name
    if record.previous:
        yield "Replaces", f"{record.previous.name}; see CHANGES.txt"


def _languages(tags: Iterable[str]) -> str:
    return ", ".join(f"{language_name(tag)} ({tag})" for tag in tags)


def _contents(record: Record) -> Iterator[tuple[str, str]]:
    there = dict.fromkeys(file.folder for file in record.contents if file.folder)
    for folder in (
        *(one for one in _FOLDERS if one in there),
        *(one for one in there if one not in _FOLDERS),
    ):
        count = len(record.within(folder))
        yield f"{folder}/", f"{count} file{'' if count == 1 else 's'}: {what(f'{folder}/')}"
    there = dict.fromkeys(file.path for file in record.contents)
    yield from ((name, said) for name, said in _FILES.items() if name not in _SOMETIMES or name in there)


def what(path: str) -> str:
    """What a file of the package, or a folder (``tei/``), is."""
    folder, slash, _ = path.partition("/")
    told = _FILES.get(f"{folder}/" if slash else path) or _FOLDERS.get(folder)
    return told or (f"the edition as {folder}" if slash else path)


def _making(record: Record) -> Iterator[str]:
    errors, warnings = record.findings.get("error", 0), record.findings.get("warning", 0)
    yield _wrapped(
        f"The texts were encoded and the package was made with encoder {__version__}; the date is that of the edition, "
        "not of the run. Where the program doubts its own reading, the TEI says so (certainty)."
    )
    told = f"{errors} errors and {warnings} warnings" if errors or warnings else "no errors and no warnings"
    yield _wrapped(f"The last check of the edition told of {told}.")


def _heading(words: str) -> str:
    return f"\n\n{words}\n{'-' * len(words)}\n\n"


def _rows(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    told = [(label, value) for label, value in rows if value]
    width = max(len(label) for label, _ in told) + 2
    for label, value in told:
        indent = " " * width
        yield textwrap.fill(value, WIDTH, initial_indent=label.ljust(width), subsequent_indent=indent) + "\n"


def _wrapped(words: str) -> str:
    return textwrap.fill(words, WIDTH, replace_whitespace=False) + "\n"

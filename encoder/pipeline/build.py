"""An edition: its sources to TEI, its TEI checked, its documents published."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from encoder import files, findings, readers, registers
from encoder.checks import fidelity, wellformed
from encoder.data import SCHEMA
from encoder.edition import Edition
from encoder.markup import TEI, XML
from encoder.model import Finding, OutputFile, Source, TeiFile, UsageError
from encoder.outputs import OUTPUTS
from encoder.pipeline.check import across, of_tree
from encoder.pipeline.document import Workshop, encode, identifier, workshop
from encoder.pipeline.ledger import Ledger
from encoder.registers import propose
from encoder.saxon import TransformError

Progress = Callable[[str, str], None]  # stage and what of it is done


@dataclass(slots=True)
class Report:
    """What a run did: its documents, its findings, and where the results are."""

    documents: list[TeiFile] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    results: list[Path] = field(default_factory=list)
    fidelity: dict[str, list[str]] = field(default_factory=dict)  # id → the lines of the fidelity report
    kept: int = 0


def build(
    edition: Edition,
    outputs: Iterable[str] = tuple(OUTPUTS),
    progress: Progress = lambda stage, what: None,
    encoding: str | None = None,
) -> Report:
    """Make TEI of all sources, check all TEI, publish.

    :param outputs: names of OUTPUTS. :raises UsageError: the edition cannot be read, or has no documents.
    """
    with files.locked(edition.build):
        return _build(edition, outputs, progress, encoding)


def _build(edition: Edition, outputs: Iterable[str], progress: Progress, encoding: str | None) -> Report:
    report = Report()
    sources = _read_sources(edition, report, encoding)
    shop = workshop(edition)
    _provide_schema(edition)
    ledger = Ledger(edition.tei)
    for stem, source in sources.items():
        _encode(edition, shop, ledger, stem, source, report)
        progress("encode", source.name)
    if sources:
        ledger.save()
    _check_and_publish(edition, sources, outputs, report, progress)
    return report


def publish(
    edition: Edition, outputs: Iterable[str] = tuple(OUTPUTS), progress: Progress = lambda stage, what: None
) -> Report:
    """Check and publish the TEI that is there; nothing is encoded."""
    report = Report()
    sources = _read_sources(edition, report, None)
    report.findings.clear()  # a source that cannot be read hinders nobody from publishing its TEI
    with files.locked(edition.build):
        _check_and_publish(edition, sources, outputs, report, progress)
    return report


def _check_and_publish(
    edition: Edition, sources: dict[str, Source], outputs: Iterable[str], report: Report, progress: Progress
) -> None:
    paths = files.shown(edition.tei.glob("*.xml"))
    if not paths:
        raise UsageError(
            f"{edition.root}: no documents. Put the texts into {edition.sources} and run 'encoder build {edition.root}'."
        )
    documents = [one for path in paths if (one := _document(path, sources.get(path.stem), report, progress))]
    report.findings += across(edition)
    report.documents = [document for _, document in sorted(documents, key=lambda one: (one[0], one[1].id))]
    for name in outputs:
        _publish(edition, name, report)
        progress("publish", name)
    _write_reports(edition, report)


def _read_sources(edition: Edition, report: Report, encoding: str | None) -> dict[str, Source]:
    """The sources by the stem of their TEI file; unreadable ones are told and left out."""
    sources: dict[str, Source] = {}
    for path in files.shown(edition.sources.glob("*")):
        if path.is_dir():
            continue
        if not _printable(path.name):
            words = {"reason": "its name is not UTF-8; rename it"}
            report.findings.append(
                Finding("S006", f"sources/{path.name.encode(errors='replace').decode()}", words=words)
            )
            continue
        source, told = readers.read(path, encoding or edition.encoding or None)
        report.findings += [_short(edition, one) for one in told]
        if source is None:
            continue
        stem = identifier(source.id)
        if stem in sources:
            words = {"target": f"{stem}.xml", "first": sources[stem].name, "second": source.name}
            report.findings.append(Finding("S008", _relative(edition, path), words=words))
        else:
            sources[stem] = source
    return sources


def _encode(
    edition: Edition, shop: Workshop, ledger: Ledger, stem: str, source: Source, report: Report
) -> None:
    target = edition.tei / f"{stem}.xml"
    made = encode(source, shop, edition.schema_from(target.parent))
    if ledger.edited(target, made.xml.encode()):
        report.findings.append(Finding("P001", _relative(edition, target)))
        report.kept += 1
        return
    ledger.write(target, made.xml.encode())
    report.findings += [
        Finding(one.code, f"sources/{one.file}", one.line, one.column, one.words) for one in made.findings
    ]


def _document(
    path: Path, source: Source | None, report: Report, progress: Progress
) -> tuple[str, TeiFile] | None:
    """Check a TEI file; None where it cannot be published."""
    data = path.read_bytes()
    name = f"tei/{path.name}"
    tree = wellformed.parse(name, data)
    progress("check", path.name)
    if isinstance(tree, Finding):
        report.findings.append(tree)
        return None
    found = of_tree(name, tree, data, source)
    report.findings += found
    if source is None:
        report.findings.append(Finding("P004", name))
    root = tree.getroot()
    identity = root.get(XML + "id") or path.stem
    left_out = [f"    left out as furniture: {line}" for line in fidelity.furniture(root)]
    report.fidelity[identity] = [f"{identity}: {_verdict(source, found)}", *left_out]
    return _date(root), TeiFile(identity, _text(data, tree))


def _text(data: bytes, tree: etree._ElementTree) -> str:
    """A document's text; one that an editor has saved in another encoding is written anew."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return etree.tostring(tree, encoding="unicode")


def _date(root: etree._Element) -> str:
    """The date by which a document stands in the edition; one without a date stands last."""
    for date in root.iterfind(f".//{TEI}creation/{TEI}date"):
        for name in ("when", "from", "notBefore", "to", "notAfter"):
            if date.get(name):
                return str(date.get(name))
    return "9999"


def _publish(edition: Edition, name: str, report: Report) -> None:
    folder = edition.build / name
    try:
        made = OUTPUTS[name].made(edition, report.documents)
        files.replace_folder(folder, _told(made, report))
        report.results.append(folder / OUTPUTS[name].opens)
    except (TransformError, UsageError) as error:
        reason = " ".join(str(error).split())
        report.findings.append(Finding("P003", edition.root.name, words={"output": name, "reason": reason}))


def _told(made: Iterable[OutputFile | Finding], report: Report) -> Iterator[OutputFile]:
    """The files of an output; what it tells besides goes into the report."""
    for one in made:
        if isinstance(one, Finding):
            report.findings.append(one)
        else:
            yield one


def _write_reports(edition: Edition, report: Report) -> None:
    """The findings as JSON, and the fidelity report: what was left out of each document, and that nothing else was."""
    files.write(edition.build / "findings.json", findings.as_json(report.findings).encode())
    rows = [row for _, rows in sorted(report.fidelity.items()) for row in rows]
    files.write(edition.build / "fidelity.txt", ("\n".join(rows) + "\n").encode())
    report.results.append(edition.build / "findings.json")
    report.results.append(edition.build / "fidelity.txt")


def _printable(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _verdict(source: Source | None, found: Iterable[Finding]) -> str:
    if source is None:
        return "NOT COMPARED: there is no source for it that can be read"
    if any(one.code.startswith("F") for one in found):
        return "FAILED: it differs from its source, see findings.json"
    return "every character of the source is in the TEI, in order and once"


def _provide_schema(edition: Edition) -> None:
    """Put the grammar where the TEI files look for it, if it is not there."""
    folder = edition.root / edition.schema
    for name in ("edition.rng", "edition.sch"):
        if not (folder / name).exists():
            files.write(folder / name, (SCHEMA / name).read_bytes())


def _relative(edition: Edition, path: Path) -> str:
    return path.relative_to(edition.root).as_posix() if path.is_relative_to(edition.root) else str(path)


def _short(edition: Edition, one: Finding) -> Finding:
    return Finding(one.code, _relative(edition, Path(one.file)), one.line, one.column, one.words)


def proposals(edition: Edition) -> list[OutputFile]:
    """New entries for the registers, from the names in the edition's TEI."""
    documents = []
    for path in files.shown(edition.tei.glob("*.xml")):
        tree = wellformed.parse(str(path), path.read_bytes())
        if not isinstance(tree, Finding):
            documents.append((path.stem, tree.getroot()))
    return propose.propose(documents, registers.load(edition.registers))


def new(folder: Path) -> list[OutputFile]:
    """The files of a fresh edition with one small document, which builds at once."""
    name = folder.resolve().name
    title = name.replace("-", " ").replace("_", " ").capitalize()
    return [
        OutputFile(
            "edition.toml",
            _TOML.format(title=json.dumps(title, ensure_ascii=False), id=identifier(name.lower())).encode(),
        ),
        OutputFile("sources/first-document.txt", _FIRST.encode()),
    ]


_TOML = """\
# The edition as a whole. Put texts (.txt, .md) into sources/ and run: encoder build .

[edition]
id = "{id}"
title = {title}
date = "2026-01-01"          # the date of this state of the edition; no output takes a date from the clock
publisher = "Your institution"
language = "en"              # of the translations
source-languages = []        # of the originals, as BCP 47, where most documents share one: ["zh"]
schema = "schema"            # the grammar is copied there
description = ""

[[editor]]
name = "Your name"

[licence]
name = "Creative Commons Attribution 4.0 International"
url = "https://creativecommons.org/licenses/by/4.0/"
"""

_FIRST = """\
March 3, 1958

Letter from Anna Novak to the Archive

Citation:

"Letter from Anna Novak to the Archive", March 3, 1958, a made-up example. Translated by Jan Example.

Summary:

An example that shows what brackets become. Replace it with your own texts.

Original Language:

Czech

Contents:

To the Archive of the City:

[I] thank you for your letter of 20 February. The deputation from Brno [Brünn] will be met by Mr. Dvořák [?] at the
station; please have the key [klíč] ready. [handwritten note in left margin: Agreed.]

Two pages of the register are [illegible], and the last one is missing [sic].

Anna Novak

3 March 1958
"""

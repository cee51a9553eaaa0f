"""The command line: turns paths into values, and outcomes into exit codes. Exit codes: 0 clean, 1 findings at or above
``--fail-on``, 2 wrong use."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from encoder import __version__, files, findings, readers
from encoder import edition as editions
from encoder.display import Display
from encoder.formats import FORMATS
from encoder.model import Finding, UsageError
from encoder.outputs import OUTPUTS

EPILOGS = {
    "main": "Begin with:  encoder new my-edition  and then  encoder build my-edition",
    "build": "Examples:\n\n  encoder build edition\n\n  encoder build edition --only html --fail-on warning",
    "encode": "Examples:\n\n  encoder encode letter.txt > letter.xml\n\n  encoder encode scans/*.txt -o tei/",
    "check": "Examples:\n\n  encoder check edition\n\n  encoder check letter.xml --source letter.txt --format sarif\n\n"
    "  encoder check other.xml --schema tei_all.rng --engine jing\n\n  encoder check --explain T131",
    "explain": "Example:\n\n  encoder explain letter.txt",
    "publish": "Example:\n\n  encoder publish edition --html",
    "registers": "Example:\n\n  encoder registers edition",
    "new": "Example:\n\n  encoder new my-edition && encoder build my-edition",
}

_FAIL_ON = click.option(
    "--fail-on",
    type=click.Choice([*findings.SEVERITIES, "never"]),
    default="error",
    show_default=True,
    help="Exit with 1 where there is a finding of this severity or a graver one.",
)
_ENCODING = click.option(
    "--encoding",
    metavar="NAME",
    help="Encoding of the sources, where they are not UTF-8 (windows-1252, gb18030 …).",
)
_FOLDER = click.Path(file_okay=False, path_type=Path)


def _plain(command: Callable[..., Any]) -> Callable[..., Any]:
    """One clear sentence and exit code 2 for everything that ends a run."""

    @functools.wraps(command)
    def run(*args: Any, **kwargs: Any) -> Any:
        try:
            return command(*args, **kwargs)
        except UsageError as error:
            raise _Refusal(str(error)) from None
        except BrokenPipeError:  # the reader of our output has had enough
            sys.stdout = None  # nothing is flushed at exit
            raise SystemExit(0) from None
        except OSError as error:
            raise _Refusal(
                f"{error.filename or 'the file system'}: {(error.strerror or str(error)).lower()}."
            ) from None

    return run


class _Refusal(click.ClickException):
    exit_code = 2

    def show(self, file: Any = None) -> None:
        click.echo(f"encoder: {self.message}", err=True)


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110}, epilog=EPILOGS["main"]
)
@click.version_option(__version__, prog_name="encoder")
def main() -> None:
    """From typed translations of archival documents to a TEI edition: encode, check, publish."""


@main.command(epilog=EPILOGS["build"])
@click.argument("edition", type=_FOLDER)
@click.option(
    "--only",
    type=click.Choice(list(OUTPUTS)),
    multiple=True,
    help="Publish only this; may be repeated. Default: all.",
)
@_ENCODING
@_FAIL_ON
@_plain
def build(edition: Path, only: Sequence[str], encoding: str | None, fail_on: str) -> None:
    """Encode the sources of EDITION, check its TEI, and publish it to EDITION/build."""
    from encoder.pipeline.build import build as run

    with Display() as display:
        report = run(editions.load(edition), only or tuple(OUTPUTS), display.step, encoding)
    display.summary(report.findings, len(report.documents), report.kept, report.results, edition)
    _exit(report.findings, fail_on)


@main.command(epilog=EPILOGS["publish"])
@click.argument("edition", type=_FOLDER)
@click.option("--html", is_flag=True, help="Only the HTML edition.")
@click.option("--print", "print_", is_flag=True, help="Only the print edition.")
@_FAIL_ON
@_plain
def publish(edition: Path, html: bool, print_: bool, fail_on: str) -> None:
    """Check and publish the TEI files of EDITION as they are; nothing is encoded."""
    from encoder.pipeline.build import publish as run

    chosen = [name for name, wanted in (("html", html), ("print", print_)) if wanted]
    with Display() as display:
        report = run(editions.load(edition), chosen or tuple(OUTPUTS), display.step)
    display.summary(report.findings, len(report.documents), report.kept, report.results, edition)
    _exit(report.findings, fail_on)


@main.command(epilog=EPILOGS["encode"])
@click.argument(
    "sources", metavar="FILE...", type=click.Path(dir_okay=False, path_type=Path), nargs=-1, required=True
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="TEI file (*.xml), or a folder for several. Default: standard output.",
)
@click.option("--force", is_flag=True, help="Overwrite files that are there.")
@click.option(
    "--edition",
    "root",
    type=_FOLDER,
    help="An edition whose facts and registers to use. Default: the one around FILE, if any.",
)
@_ENCODING
@_FAIL_ON
@_plain
def encode(
    sources: Sequence[Path],
    output: Path | None,
    force: bool,
    root: Path | None,
    encoding: str | None,
    fail_on: str,
) -> None:
    """Make TEI of typed texts."""
    from encoder.pipeline import document

    if len(sources) > 1 and (output is None or output.suffix == ".xml"):
        raise UsageError("several files need a folder to go to: -o FOLDER.")
    shop = document.workshop(_edition_of(root, sources[0]))
    told: list[Finding] = []
    results: dict[Path, bytes] = {}
    for path in sources:
        source, found = readers.read(path, encoding or shop.edition.encoding or None)
        told += found
        if source is None:
            continue
        target = _target(output, document.identifier(source.id), len(sources)) if output else None
        inside = target is not None and target.resolve().parent == shop.edition.tei.resolve()
        made = document.encode(
            source, shop, shop.edition.schema_from(shop.edition.tei) if inside else "schema"
        )
        told += made.findings
        if target is None:
            sys.stdout.buffer.write(made.xml.encode())
            continue
        if target in results:
            raise UsageError(f"{path}: another file would become {target} too; rename one of them.")
        results[target] = made.xml.encode()
    _refuse_to_overwrite(results, sources, force)
    for target, data in results.items():
        files.write(target, data)
    _tell(told, ["warning", "error"])
    _exit(told, fail_on)


def _target(output: Path, stem: str, count: int) -> Path:
    return output / f"{stem}.xml" if count > 1 or output.is_dir() or output.suffix != ".xml" else output


def _refuse_to_overwrite(results: Mapping[Path, bytes], sources: Sequence[Path], force: bool) -> None:
    """A file that is there may hold somebody's work."""
    for target, data in results.items():
        if target.resolve() in {path.resolve() for path in sources}:
            raise UsageError(f"{target}: this is a source; give another name for its TEI.")
        if not force and target.exists() and target.read_bytes() != data:
            raise UsageError(f"{target}: a different file is there; --force overwrites it.")


def _edition_of(root: Path | None, path: Path) -> editions.Edition:
    """The edition that is named, or the one whose ``sources`` hold the file, or an edition that says nothing."""
    around = path.resolve().parent.parent
    if root is None and (around / "edition.toml").exists() and path.resolve().parent.name == "sources":
        root = around
    return editions.load(root) if root else editions.bare(path.parent)


@main.command(epilog=EPILOGS["check"])
@click.argument("documents", metavar="[FILE...]", type=click.Path(path_type=Path), nargs=-1)
@click.option(
    "--source",
    type=click.Path(dir_okay=False, path_type=Path),
    help="What the file was encoded from: fidelity is checked too. "
    "Default: the file of the same name in ../sources.",
)
@click.option(
    "--schema",
    type=click.Path(dir_okay=False, exists=True, path_type=Path),
    help="Another RELAX NG grammar than the edition's; its rules are then left out.",
)
@click.option(
    "--engine",
    type=click.Choice(["libxml2", "jing"]),
    default="libxml2",
    show_default=True,
    help="With jing, if it is installed, a second opinion on the grammar.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
)
@click.option("--explain", "code", metavar="CODE", help="Print what is behind a code, and check nothing.")
@_FAIL_ON
@_plain
def check(
    documents: Sequence[Path],
    source: Path | None,
    schema: Path | None,
    engine: str,
    form: str,
    code: str | None,
    fail_on: str,
) -> None:
    """Check TEI files, folders of them or a whole edition: well-formed, valid, within the rules, true to their
    sources, linked to what there is."""
    from encoder.checks import guideline
    from encoder.formats.outcome import Outcome
    from encoder.pipeline import check as checking

    if code:
        click.echo("\n".join(guideline.explain(code.upper())))
        return
    if not documents:
        raise UsageError("name files, a folder or an edition to check, or a code: --explain T131.")
    checked = checking.run(documents, source, checking.Judges.of(schema, engine))
    click.echo(FORMATS[form](Outcome(checked.documents, checked.findings, _lines, fail_on)), nl=False)
    _exit(checked.findings, fail_on)


@main.command(epilog=EPILOGS["explain"])
@click.argument("source", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path))
@_ENCODING
@_plain
def explain(source: Path, encoding: str | None) -> None:
    """Show how each bracket of a text is read, by which rule and why, and which other rules would have claimed it."""
    from encoder.pipeline import document
    from encoder.pipeline.explain import explain as explained

    shop = document.workshop(_edition_of(None, source))
    text, told = readers.read(source, encoding or shop.edition.encoding or None)
    _tell(told, ["warning", "error"])
    if text is None:
        raise SystemExit(1)
    for row in explained(text, shop):
        click.echo(row)


@main.command(epilog=EPILOGS["new"])
@click.argument("folder", type=_FOLDER)
@_plain
def new(folder: Path) -> None:
    """Make a fresh edition in FOLDER, with one small document; it builds at once."""
    from encoder.pipeline.build import new as made

    if folder.exists() and any(folder.iterdir()):
        raise UsageError(f"{folder}: not empty; an edition is made in a new or empty folder.")
    for file in made(folder):
        files.write(folder / file.path, file.data)
    click.echo(
        f"A new edition is in {folder}. Next: edit {folder}/edition.toml, put texts into {folder}/sources,\n"
        f"and run: encoder build {folder}"
    )


@main.command(epilog=EPILOGS["registers"])
@click.argument("edition", type=_FOLDER)
@click.option(
    "-o", "--output", type=_FOLDER, help="Folder for the proposals. Default: EDITION/build/registers."
)
@_plain
def registers(edition: Path, output: Path | None) -> None:
    """Propose new entries for the registers of EDITION, from the names in its TEI."""
    from encoder.pipeline.build import proposals

    loaded = editions.load(edition)
    folder = output or loaded.build / "registers"
    if folder.resolve() == loaded.registers.resolve():
        raise UsageError(f"{folder}: these are the registers themselves; proposals go to another folder.")
    made = proposals(loaded)
    for file in made:
        files.write(folder / file.path, file.data)
        click.echo(f"{folder / file.path}: {file.data.count(b'xml:id') - 1} proposed")
    click.echo(
        "Copy the entries you accept into the registers and build again."
        if made
        else "No names without an entry."
    )


@main.command()
@click.argument("folder", type=_FOLDER, required=False)
@_plain
def schema(folder: Path | None) -> None:
    """Make grammar, rules and the page to read (edition.rng, edition.sch, guidelines.html) of the guidelines edition.odd;
    FOLDER: where to."""
    from encoder.data import SCHEMA
    from encoder.schema import files as made

    for file in made().values():
        files.write((folder or SCHEMA) / file.path, file.data)
        click.echo(str((folder or SCHEMA) / file.path))


def _tell(told: Sequence[Finding], wanted: Sequence[str]) -> None:
    """Findings to standard error, each with the line it speaks of."""
    for one in told:
        if findings.severity(one) in wanted:
            click.echo(findings.as_text(one, _lines(one.file)), err=True)


@functools.cache
def _lines(name: str) -> Sequence[str]:
    """The lines of a file that was read; none where it cannot be shown."""
    try:
        return findings.lines(Path(name).read_bytes())
    except OSError:
        return ()


def _exit(told: Sequence[Finding], fail_on: str) -> None:
    if fail_on != "never" and findings.worst(told) >= findings.SEVERITIES.index(fail_on):
        raise SystemExit(1)

"""``encoder encode``."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from encoder import files
from encoder.cli.options import ENCODING, FAIL_ON, FOLDER, edition_of, exit_with, jobs, plain, tell
from encoder.model import Finding, UsageError

if TYPE_CHECKING:
    from encoder.pipeline.pool import Workers


@click.command(
    short_help="Make TEI of typed texts.",
    epilog="Examples:\n\n  encoder encode letter.txt > letter.xml\n\n  encoder encode scans/*.txt -o tei/",
)
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
    type=FOLDER,
    help="An edition whose facts and registers to use. Default: the one around FILE, if any.",
)
@ENCODING
@jobs
@FAIL_ON
@plain
def encode(
    sources: Sequence[Path],
    output: Path | None,
    force: bool,
    root: Path | None,
    encoding: str | None,
    pool: Workers,
    fail_on: str,
) -> None:
    """Make TEI of typed texts."""
    from encoder.pipeline.several import encode as encoded

    if len(sources) > 1 and (output is None or output.suffix == ".xml"):
        raise UsageError("several files need a folder to go to: -o FOLDER.")
    edition = edition_of(root, sources[0])
    file = output is not None and output.suffix == ".xml" and not output.is_dir()
    folder = output.parent if output and file else output
    inside = folder is not None and folder.resolve() == edition.tei.resolve()
    schema = edition.schema_from(edition.tei) if inside else "schema"
    told: list[Finding] = []
    results: dict[Path, bytes] = {}
    for made in encoded(sources, edition, encoding, schema, pool):
        told += made.findings
        if not made.xml:
            continue
        if output is None:
            sys.stdout.buffer.write(made.xml.encode())
            continue
        target = _target(output, made.stem, len(sources))
        if target in results:
            raise UsageError(f"{made.path}: another file would become {target} too; rename one of them.")
        results[target] = made.xml.encode()
    _refuse_to_overwrite(results, sources, force)
    for target, data in results.items():
        files.write(target, data)
    tell(told, ["warning", "error"])
    exit_with(told, fail_on)


def _target(output: Path, stem: str, count: int) -> Path:
    return output / f"{stem}.xml" if count > 1 or output.is_dir() or output.suffix != ".xml" else output


def _refuse_to_overwrite(results: Mapping[Path, bytes], sources: Sequence[Path], force: bool) -> None:
    """A file that is there may hold somebody's work."""
    for target, data in results.items():
        if target.resolve() in {path.resolve() for path in sources}:
            raise UsageError(f"{target}: this is a source; give another name for its TEI.")
        if not force and target.exists() and target.read_bytes() != data:
            raise UsageError(f"{target}: a different file is there; --force overwrites it.")

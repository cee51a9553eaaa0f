"""``encoder check``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from encoder.cli.options import FAIL_ON, exit_with, jobs, lines, plain
from encoder.formats import FORMATS
from encoder.model import UsageError

if TYPE_CHECKING:
    from encoder.pipeline.pool import Workers


@click.command(
    short_help="Check TEI, or a whole edition.",
    epilog="Examples:\n\n  encoder check edition\n\n  encoder check letter.xml --source letter.txt --format sarif\n\n"
    "  encoder check other.xml --schema tei_all.rng --engine jing\n\n  encoder check --explain T131",
)
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
@jobs
@FAIL_ON
@plain
def check(
    documents: Sequence[Path],
    source: Path | None,
    schema: Path | None,
    engine: str,
    form: str,
    code: str | None,
    pool: Workers,
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
    checked = checking.run(documents, source, checking.Judges.of(schema, engine), pool)
    click.echo(FORMATS[form](Outcome(checked.documents, checked.findings, lines, fail_on)), nl=False)
    exit_with(checked.findings, fail_on)

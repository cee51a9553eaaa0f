"""``encoder build``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from encoder import edition as editions
from encoder.cli.options import ENCODING, FAIL_ON, FOLDER, exit_counted, jobs, plain
from encoder.display import Display
from encoder.outputs import OUTPUTS, UNASKED

if TYPE_CHECKING:
    from encoder.pipeline.pool import Workers


@click.command(
    short_help="Encode the sources, check, publish.",
    epilog="Examples:\n\n  encoder build edition\n\n  encoder build edition --only html --fail-on warning",
)
@click.argument("edition", type=FOLDER)
@click.option(
    "--only",
    type=click.Choice(list(OUTPUTS)),
    multiple=True,
    help=f"Publish only this; may be repeated. Without it: {', '.join(UNASKED)}.",
)
@ENCODING
@jobs
@click.option("--force", is_flag=True, help="Make everything anew, whatever has changed.")
@click.option("--explain", is_flag=True, help="Say what was made anew, and why.")
@FAIL_ON
@plain
def build(
    edition: Path,
    only: Sequence[str],
    encoding: str | None,
    pool: Workers,
    force: bool,
    explain: bool,
    fail_on: str,
) -> None:
    """Encode the sources of EDITION, check its TEI, and publish it to EDITION/build."""
    from encoder.pipeline.build import build as run

    with Display() as display:
        chosen = tuple(only) or UNASKED
        report = run(editions.load(edition), chosen, display.step, encoding, pool=pool, force=force)
    display.summary(report)
    if explain:
        click.echo("\n".join(report.reasons.lines()) or "Nothing has changed since the last run.")
    exit_counted(report.counts, fail_on)

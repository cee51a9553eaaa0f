"""``encoder build``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from encoder import edition as editions
from encoder.cli.options import ENCODING, FAIL_ON, FOLDER, exit_with, plain
from encoder.display import Display
from encoder.outputs import OUTPUTS


@click.command(
    epilog="Examples:\n\n  encoder build edition\n\n  encoder build edition --only html --fail-on warning"
)
@click.argument("edition", type=FOLDER)
@click.option(
    "--only",
    type=click.Choice(list(OUTPUTS)),
    multiple=True,
    help="Publish only this; may be repeated. Default: all.",
)
@ENCODING
@FAIL_ON
@plain
def build(edition: Path, only: Sequence[str], encoding: str | None, fail_on: str) -> None:
    """Encode the sources of EDITION, check its TEI, and publish it to EDITION/build."""
    from encoder.pipeline.build import build as run

    with Display() as display:
        report = run(editions.load(edition), only or tuple(OUTPUTS), display.step, encoding)
    display.summary(report.findings, len(report.documents), report.kept, report.results, edition)
    exit_with(report.findings, fail_on)

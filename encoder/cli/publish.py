"""``encoder publish``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from encoder import edition as editions
from encoder.cli.options import FAIL_ON, FOLDER, exit_counted, jobs, plain
from encoder.display import Display
from encoder.outputs import OUTPUTS, UNASKED

if TYPE_CHECKING:
    from encoder.pipeline.pool import Workers


def _flags(command: Callable[..., Any]) -> Callable[..., Any]:
    """A flag for each output, ``--html``, ``--print`` …"""
    for name in reversed(tuple(OUTPUTS)):
        told = f"Only the outputs named: {name}." + " Not made unasked." * (name not in UNASKED)
        command = click.option(f"--{name}", is_flag=True, help=told)(command)
    return command


@click.command(short_help="Publish the TEI as it is.", epilog="Example:\n\n  encoder publish edition --html")
@click.argument("edition", type=FOLDER)
@_flags
@jobs
@click.option("--force", is_flag=True, help="Make everything anew, whatever has changed.")
@click.option("--explain", is_flag=True, help="Say what was made anew, and why.")
@FAIL_ON
@plain
def publish(edition: Path, pool: Workers, force: bool, explain: bool, fail_on: str, **wanted: bool) -> None:
    """Check and publish the TEI files of EDITION as they are; nothing is encoded."""
    from encoder.pipeline.build import publish as run

    chosen = tuple(name for name in OUTPUTS if wanted[name]) or UNASKED
    with Display() as display:
        report = run(editions.load(edition), chosen, display.step, pool=pool, force=force)
    display.summary(report)
    if explain:
        click.echo("\n".join(report.reasons.lines()) or "Nothing has changed since the last run.")
    exit_counted(report.counts, fail_on)

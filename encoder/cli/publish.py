"""``encoder publish``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from encoder import edition as editions
from encoder.cli.options import FAIL_ON, FOLDER, exit_with, plain
from encoder.display import Display
from encoder.outputs import OUTPUTS


def _flags(command: Callable[..., Any]) -> Callable[..., Any]:
    """A flag for each output, ``--html``, ``--print`` …"""
    for name in reversed(tuple(OUTPUTS)):
        command = click.option(f"--{name}", is_flag=True, help=f"Only the outputs named: {name}.")(command)
    return command


@click.command(epilog="Example:\n\n  encoder publish edition --html")
@click.argument("edition", type=FOLDER)
@_flags
@FAIL_ON
@plain
def publish(edition: Path, fail_on: str, **wanted: bool) -> None:
    """Check and publish the TEI files of EDITION as they are; nothing is encoded."""
    from encoder.pipeline.build import publish as run

    chosen = tuple(name for name in OUTPUTS if wanted[name]) or tuple(OUTPUTS)
    with Display() as display:
        report = run(editions.load(edition), chosen, display.step)
    display.summary(report.findings, len(report.documents), report.kept, report.results, edition)
    exit_with(report.findings, fail_on)

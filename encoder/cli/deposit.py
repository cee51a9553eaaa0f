"""``encoder deposit``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from encoder import edition as editions
from encoder.cli.options import FAIL_ON, FOLDER, exit_with, plain, tell
from encoder.display import Display


@click.command(
    epilog="Examples:\n\n  encoder deposit edition\n\n  encoder deposit edition --build --as zip -o packages"
)
@click.argument("edition", type=FOLDER)
@click.option("-o", "--output", type=FOLDER, help="Folder for packages. Default: EDITION/build/deposit.")
@click.option(
    "--as",
    "forms",
    type=click.Choice(["folder", "zip", "tar.gz"]),
    multiple=True,
    help="Form of the package; may be repeated. Default: folder.",
)
@click.option("--build", "first", is_flag=True, help="Build the edition first.")
@FAIL_ON
@plain
def deposit(edition: Path, output: Path | None, forms: Sequence[str], first: bool, fail_on: str) -> None:
    """Make a package of EDITION for an archive: its files, their description, and sums by which each is known."""
    from encoder.deposit.delivery import Order, deliver
    from encoder.pipeline.build import build

    loaded = editions.load(edition)
    with Display() as display:
        if first:
            tell(build(loaded, progress=display.step).findings, ["error"])
        order = Order(output or loaded.build / "deposit", tuple(forms) or ("folder",))
        delivered = deliver(loaded, order, display.step)
    tell(delivered.findings, ["warning", "error"])
    for path in delivered.results:
        click.echo(str(path))
    exit_with(delivered.findings, fail_on)

"""``encoder registers``."""

from __future__ import annotations

from pathlib import Path

import click

from encoder import edition as editions
from encoder import files
from encoder.cli.options import FOLDER, plain
from encoder.model import UsageError


@click.command(short_help="Propose entries for names.", epilog="Example:\n\n  encoder registers edition")
@click.argument("edition", type=FOLDER)
@click.option(
    "-o", "--output", type=FOLDER, help="Folder for the proposals. Default: EDITION/build/registers."
)
@plain
def registers(edition: Path, output: Path | None) -> None:
    """Propose new entries for the registers of EDITION, from the names in its TEI."""
    from encoder.pipeline.proposals import proposals

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

"""``encoder new``."""

from __future__ import annotations

from pathlib import Path

import click

from encoder import files
from encoder.cli.options import FOLDER, plain
from encoder.model import UsageError


@click.command(
    short_help="Make a fresh edition.",
    epilog="Example:\n\n  encoder new my-edition && encoder build my-edition",
)
@click.argument("folder", type=FOLDER)
@plain
def new(folder: Path) -> None:
    """Make a fresh edition in FOLDER, with one small document; it builds at once."""
    from encoder.pipeline.new import new as made

    if folder.exists() and any(folder.iterdir()):
        raise UsageError(f"{folder}: not empty; an edition is made in a new or empty folder.")
    for file in made(folder):
        files.write(folder / file.path, file.data)
    click.echo(
        f"A new edition is in {folder}. Next: edit {folder}/edition.toml, put texts into {folder}/sources,\n"
        f"and run: encoder build {folder}"
    )

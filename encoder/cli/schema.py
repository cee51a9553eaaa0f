"""``encoder schema``."""

from __future__ import annotations

from pathlib import Path

import click

from encoder import files
from encoder.cli.options import FOLDER, plain


@click.command(short_help="Make the schema of the guidelines.")
@click.argument("folder", type=FOLDER, required=False)
@plain
def schema(folder: Path | None) -> None:
    """Make grammar, rules and the page to read (edition.rng, edition.sch, guidelines.html) of the guidelines edition.odd;
    FOLDER: where to."""
    from encoder.data import SCHEMA
    from encoder.schema import files as made

    for file in made().values():
        files.write((folder or SCHEMA) / file.path, file.data)
        click.echo(str((folder or SCHEMA) / file.path))

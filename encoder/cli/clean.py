"""``encoder clean``."""

from __future__ import annotations

from pathlib import Path

import click

from encoder import edition as editions
from encoder.cli.options import FOLDER, plain


@click.command(short_help="Remove what was made.", epilog="Example:\n\n  encoder clean edition")
@click.argument("edition", type=FOLDER)
@plain
def clean(edition: Path) -> None:
    """Remove what build and publish have made of EDITION and remember of it. Sources, TEI, registers and packages stay."""
    from encoder.pipeline.clean import clean as cleaned

    removed = cleaned(editions.load(edition))
    click.echo("\n".join(f"removed: {path}" for path in removed) or "Nothing to remove.")

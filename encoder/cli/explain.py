"""``encoder explain``."""

from __future__ import annotations

from pathlib import Path

import click

from encoder import readers
from encoder.cli.options import ENCODING, edition_of, plain, tell


@click.command(
    short_help="Show how each bracket is read, and why.", epilog="Example:\n\n  encoder explain letter.txt"
)
@click.argument("source", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path))
@ENCODING
@plain
def explain(source: Path, encoding: str | None) -> None:
    """Show how each bracket of a text is read, by which rule and why, and which other rules would have claimed it."""
    from encoder.pipeline import document
    from encoder.pipeline.explain import explain as explained

    shop = document.workshop(edition_of(None, source))
    text, told = readers.read(source, encoding or shop.edition.encoding or None)
    tell(told, ["warning", "error"])
    if text is None:
        raise SystemExit(1)
    for row in explained(text, shop):
        click.echo(row)

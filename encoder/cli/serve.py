"""``encoder serve``."""

from __future__ import annotations

import webbrowser
from pathlib import Path

import click

from encoder.cli.options import FOLDER, plain


@click.command(short_help="Preview while you edit.", epilog="Example:\n\n  encoder serve edition")
@click.argument("edition", type=FOLDER)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="Of this machine; 0 takes a free one.",
)
@click.option("--open/--no-open", "opens", default=False, help="Open the page in the browser.")
@plain
def serve(edition: Path, port: int, opens: bool) -> None:
    """Build EDITION, show its pages to this machine's browsers, and build and load again what changes, until Ctrl-C."""
    from encoder import preview

    shown = preview.Preview(edition, tell=lambda text: click.echo(text, err=True))
    shown.build()
    with preview.served(shown, port) as address:
        click.echo(f"{address} (Ctrl-C ends)")
        if opens:
            webbrowser.open(address)
        try:
            shown.watch(lambda: False)
        except KeyboardInterrupt:
            click.echo("ended", err=True)

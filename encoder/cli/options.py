"""What the commands share: options, refusals, findings on standard error, exit codes."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from encoder import edition as editions
from encoder import findings
from encoder.model import Finding, UsageError

FAIL_ON = click.option(
    "--fail-on",
    type=click.Choice([*findings.SEVERITIES, "never"]),
    default="error",
    show_default=True,
    help="Exit with 1 where there is a finding of this severity or a graver one.",
)
ENCODING = click.option(
    "--encoding",
    metavar="NAME",
    help="Encoding of the sources, where they are not UTF-8 (windows-1252, gb18030 …).",
)
FOLDER = click.Path(file_okay=False, path_type=Path)


def plain(command: Callable[..., Any]) -> Callable[..., Any]:
    """One clear sentence and exit code 2 for everything that ends a run."""

    @functools.wraps(command)
    def run(*args: Any, **kwargs: Any) -> Any:
        try:
            return command(*args, **kwargs)
        except UsageError as error:
            raise Refusal(str(error)) from None
        except BrokenPipeError:  # the reader of our output has had enough
            sys.stdout = None  # nothing is flushed at exit
            raise SystemExit(0) from None
        except OSError as error:
            raise Refusal(
                f"{error.filename or 'the file system'}: {(error.strerror or str(error)).lower()}."
            ) from None

    return run


class Refusal(click.ClickException):
    exit_code = 2

    def show(self, file: Any = None) -> None:
        click.echo(f"encoder: {self.message}", err=True)


def edition_of(root: Path | None, path: Path) -> editions.Edition:
    """The edition that is named, or the one whose ``sources`` hold the file, or an edition that says nothing."""
    around = path.resolve().parent.parent
    if root is None and (around / "edition.toml").exists() and path.resolve().parent.name == "sources":
        root = around
    return editions.load(root) if root else editions.bare(path.parent)


def tell(told: Sequence[Finding], wanted: Sequence[str]) -> None:
    """Findings to standard error, each with the line it speaks of."""
    for one in told:
        if findings.severity(one) in wanted:
            click.echo(findings.as_text(one, lines(one.file)), err=True)


@functools.cache
def lines(name: str) -> Sequence[str]:
    """The lines of a file that was read; none where it cannot be shown."""
    try:
        return findings.lines(Path(name).read_bytes())
    except OSError:
        return ()


def exit_with(told: Sequence[Finding], fail_on: str) -> None:
    if fail_on != "never" and findings.worst(told) >= findings.SEVERITIES.index(fail_on):
        raise SystemExit(1)

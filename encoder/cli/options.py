"""What the commands share: options, refusals, findings on standard error, exit codes."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Mapping, Sequence
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
    exit_counted(findings.count(told), fail_on)


def exit_counted(counts: Mapping[str, int], fail_on: str) -> None:
    """:param counts: of findings, by severity."""
    grave = findings.SEVERITIES[findings.SEVERITIES.index(fail_on) :] if fail_on != "never" else ()
    if any(counts[severity] for severity in grave):
        raise SystemExit(1)


def jobs(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that say who does the work; the command gets a ``pool`` for them."""

    @functools.wraps(command)
    def run(*args: Any, jobs: int, timeout: float, scheduler: str | None, **kwargs: Any) -> Any:
        from encoder.pipeline.dask import Dask
        from encoder.pipeline.pool import Here, Pool

        local = Pool(jobs, timeout) if jobs != 0 else Here()
        return command(*args, pool=Dask(scheduler, timeout) if scheduler else local, **kwargs)

    return _JOBS(_TIMEOUT(_SCHEDULER(plain(run))))


_JOBS = click.option(
    "--jobs",
    metavar="N",
    type=click.IntRange(min=-1),
    default=-1,
    envvar="ENCODER_JOBS",
    help="How many processes share the work; 0: none besides this one. Default: one for each processor.",
)
_TIMEOUT = click.option(
    "--timeout",
    metavar="SECONDS",
    type=click.FloatRange(min=0, min_open=True),
    default=60,
    show_default=True,
    help="Stop a document that takes longer, and go on with the others.",
)
_SCHEDULER = click.option(
    "--scheduler",
    metavar="tcp://HOST:PORT",
    help="A Dask scheduler whose workers share the work and see the files under the same paths (encoder[dask]).",
)

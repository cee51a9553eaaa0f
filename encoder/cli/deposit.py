"""``encoder deposit``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from encoder import edition as editions
from encoder.cli.options import FAIL_ON, FOLDER, exit_with, jobs, plain, tell
from encoder.display import Display
from encoder.formats import FORMATS
from encoder.model import Finding, UsageError

if TYPE_CHECKING:
    from lxml import etree

    from encoder.pipeline.pool import Workers


@click.command(
    short_help="Make or verify a package for an archive.",
    epilog="Examples:\n\n  encoder deposit edition\n\n  encoder deposit edition --build --as zip -o packages --for zenodo\n\n"
    "  encoder deposit edition --previous packages/edition-2025-06-01.zip\n\n"
    "  encoder deposit --check packages/edition-2026-01-01.zip --for arche",
)
@click.argument("where", metavar="EDITION|PACKAGE", type=click.Path(path_type=Path))
@click.option("-o", "--output", type=FOLDER, help="Folder for packages. Default: EDITION/build/deposit.")
@click.option(
    "--as",
    "forms",
    type=click.Choice(["folder", "zip", "tar.gz"]),
    multiple=True,
    help="Form of the package; may be repeated. Default: folder.",
)
@click.option(
    "--ocfl",
    "object",
    type=FOLDER,
    help="Put the package into this OCFL object too, as its next version; files that did not change are stored once.",
)
@click.option(
    "--previous",
    type=click.Path(exists=True, path_type=Path),
    help="The package that was deposited before, in any form: CHANGES.txt tells what has changed in each document.",
)
@click.option("--build", "first", is_flag=True, help="Build the edition first.")
@click.option(
    "--check",
    "check",
    is_flag=True,
    help="Make nothing: verify PACKAGE (folder, .zip, .tar.gz, OCFL object).",
)
@click.option(
    "--for",
    "repository",
    type=click.Choice(["zenodo", "arche", "clarin", "textgrid", "national-archive"]),
    help="Print what this repository asks for: met, missing, for a person to do.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="Of the findings of --check.",
)
@FAIL_ON
@jobs
@plain
def deposit(
    where: Path,
    output: Path | None,
    forms: Sequence[str],
    object: Path | None,
    previous: Path | None,
    first: bool,
    check: bool,
    repository: str | None,
    form: str,
    fail_on: str,
    pool: Workers,
) -> None:
    """Make a package of EDITION for an archive: its files, their description, and sums by which each is known; or check a
    PACKAGE as an archive would."""
    if check:
        if output or forms or object or previous or first:
            raise UsageError("--check makes nothing: leave out -o, --as, --ocfl, --previous and --build.")
        _check(where, repository, form, fail_on)
        return
    if not (where / "edition.toml").exists() and (where.is_file() or (where / "bagit.txt").exists()):
        raise UsageError(
            f"{where}: this is a package, not an edition; 'encoder deposit --check {where}' verifies it."
        )
    from encoder.deposit import described
    from encoder.deposit.delivery import Order, deliver
    from encoder.pipeline.build import build

    edition = editions.load(where)
    with Display() as display:
        if first:
            tell(build(edition, progress=display.step, pool=pool).gravest, ["error"])
        order = Order(output or edition.build / "deposit", tuple(forms) or ("folder",), object, previous)
        delivered = deliver(edition, order, display.step)
    tell(delivered.findings, ["warning", "error"])
    for path in delivered.results:
        click.echo(str(path))
    record = delivered.made.record
    listed = _listed(repository, described.as_xml(record), record.name) if repository and record else []
    exit_with([*delivered.findings, *listed], fail_on)


def _check(package: Path, repository: str | None, form: str, fail_on: str) -> None:
    from encoder.deposit.verify.verification import verify
    from encoder.formats.outcome import Outcome

    if (package / "edition.toml").exists():
        raise UsageError(f"{package}: this is an edition; --check is for a package that was made of one.")
    verified = verify(package)
    if form == "text":
        tell(verified.findings, ["warning", "error"])
        errors = len(verified.findings)
        said = f"{errors} finding{'' if errors == 1 else 's'}" if errors else "whole, and as it is described"
        click.echo(f"{package}: {verified.kind}, {verified.files} files: {said}")
    else:
        outcome = Outcome([str(package)], verified.findings, fail_on=fail_on)
        click.echo(FORMATS[form](outcome), nl=False)
    listed: list[Finding] = []
    if repository and verified.record is None:
        raise UsageError(
            f"{package}: it has no metadata/record.xml of which '--for {repository}' could be asked."
        )
    if repository and verified.record is not None:
        listed = _listed(repository, verified.record, package.name)
    exit_with([*verified.findings, *listed], fail_on)


def _listed(repository: str, record: etree._Element, package: str) -> list[Finding]:
    """Print the checklist. :returns: what is missing, as findings."""
    from encoder.deposit import checklist

    click.echo("\n" + "\n".join(checklist.rows(repository, record)))
    return checklist.findings(repository, package, record)

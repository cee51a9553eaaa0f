"""A built edition with all that a repository may ask for, and the command that packs it."""

import shutil
from pathlib import Path

from click.testing import CliRunner

from encoder import edition, files
from encoder.cli import main
from encoder.outputs import UNASKED
from encoder.pipeline import build

EDITION = Path(__file__).resolve().parent.parent / "edition"
DEPOSIT = """
[deposit]
doi = "https://doi.org/10.5281/zenodo.1234567"
version = "1.0"
keywords = ["Cold War", "border crossings"]
rights-holder = "Example Institute of History"
depositor = "Anna von der Heide"

[deposit.contact]
name = "Anna von der Heide"
email = "anna@example.org"

[[deposit.funding]]
funder = "Austrian Science Fund"
ror = "https://ror.org/013tf3c58"
number = "P 1234"
title = "Borders"

[[deposit.related]]
relation = "IsSupplementTo"
identifier = "10.1000/182"
"""


def an_edition(folder: Path) -> Path:
    """A built copy of the sample edition, with all that a repository may ask for."""
    root = folder / "edition"
    shutil.copytree(EDITION, root, ignore=shutil.ignore_patterns("build"))
    toml = (root / "edition.toml").read_text(encoding="utf-8")
    toml = toml.replace('schema = "../schema"', 'schema = "schema"')
    (root / "edition.toml").write_text(toml + DEPOSIT, encoding="utf-8")
    build.build(edition.load(root), ["html"])
    for name in UNASKED:  # what they hold is the business of other tests
        if name != "html":
            files.write(root / "build" / name / f"edition.{name}", b"a book")
    return root


def run(*arguments: str | Path) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, ["deposit", *map(str, arguments)])
    return result.exit_code, result.stdout, result.stderr

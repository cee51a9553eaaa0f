"""A second opinion on the grammar: jing, where it is installed (https://relaxng.org/jclark/jing.html)."""

import re
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from encoder.model import Finding, UsageError

NAME = "jing"
_AT_ONCE = 200  # documents for each run of jing: starting Java takes longer than checking them
_SECONDS = 300
_TOLD = re.compile(
    r"(?:^|[/\\])(?P<file>\d+)\.xml:(?P<line>\d+):(?P<column>\d+): (?:fatal|error): (?P<reason>.*)"
)


def findings(grammar: Path, documents: Mapping[str, bytes]) -> dict[str, list[Finding]]:
    """T021: what jing says, by the name of each document.

    :param documents: well-formed XML without DOCTYPE; jing would stop at the first that is none.
    :raises UsageError: jing is not installed, or cannot read the grammar.
    """
    program = shutil.which(NAME)
    if program is None:
        raise UsageError(
            f"{NAME} is not on the PATH. Install it (apt-get install jing, brew install jing-trang), "
            "or check without --engine."
        )
    names = list(documents)
    found: dict[str, list[Finding]] = {name: [] for name in names}
    for start in range(0, len(names), _AT_ONCE):
        some = names[start : start + _AT_ONCE]
        for name, finding in _run(program, grammar, {name: documents[name] for name in some}):
            found[name].append(finding)
    return found


def _run(program: str, grammar: Path, documents: Mapping[str, bytes]) -> list[tuple[str, Finding]]:
    names = list(documents)
    with tempfile.TemporaryDirectory() as folder:
        for number, data in enumerate(documents.values()):
            (Path(folder) / f"{number}.xml").write_bytes(data)  # no name that jing would take for an option
        files = [f"{number}.xml" for number in range(len(names))]
        try:  # -i: whether an ID is given twice is no matter of the grammar
            run = subprocess.run(
                [program, "-i", str(grammar.resolve()), *files],
                cwd=folder,
                capture_output=True,
                text=True,
                errors="replace",
                timeout=_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise UsageError(f"{NAME} did not finish within {_SECONDS} seconds.") from None
    told = [match for row in run.stdout.splitlines() if (match := _TOLD.search(row))]
    if run.returncode and not told:
        said = " ".join((run.stdout.strip() or run.stderr.strip()).split()) or "no reason given"
        raise UsageError(f"{NAME} could not check with {grammar}: {said}")
    return [(names[int(match["file"])], _finding(names[int(match["file"])], match)) for match in told]


def _finding(name: str, match: re.Match[str]) -> Finding:
    return Finding("T021", name, int(match["line"]), int(match["column"]), {"reason": match["reason"]})

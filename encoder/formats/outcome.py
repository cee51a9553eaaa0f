"""What a run of checks has to say."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from encoder import findings
from encoder.model import Finding


def _nothing(name: str) -> Sequence[str]:
    return ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """:param documents: the files that were checked, as findings name them.
    :param lines: the lines of a file, or none where it cannot be shown.
    :param fail_on: the severity from which on a finding makes the run fail; ``never`` for none.
    """

    documents: Sequence[str]
    findings: Sequence[Finding]
    lines: Callable[[str], Sequence[str]] = _nothing
    fail_on: str = "error"

    def fails(self, finding: Finding) -> bool:
        return self.fail_on != "never" and findings.worst([finding]) >= findings.SEVERITIES.index(
            self.fail_on
        )

    def line(self, finding: Finding) -> str | None:
        """The line that a finding speaks of."""
        lines = self.lines(finding.file) if finding.line else ()
        return lines[finding.line - 1] if 0 < finding.line <= len(lines) else None

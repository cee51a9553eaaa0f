"""Text as compilers print it, each finding with its line and a caret; at the end one line that counts."""

from encoder import findings
from encoder.formats.outcome import Outcome


def render(outcome: Outcome) -> str:
    rows = [findings.as_text(finding, outcome.lines(finding.file)) for finding in outcome.findings]
    number = len(outcome.documents)
    counted = {name: count for name, count in findings.count(outcome.findings).items() if count}
    said = ", ".join(f"{count} {name}" for name, count in counted.items()) or "no findings"
    return "\n".join([*rows, f"{number} document{'' if number == 1 else 's'}: {said}"]) + "\n"

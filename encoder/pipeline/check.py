"""One TEI file: is it well-formed, valid, within the rules, and true to its source?"""

from pathlib import Path

from encoder import readers
from encoder.checks import document, fidelity, relaxng, wellformed
from encoder.checks.relaxng import Validator
from encoder.model import Finding, Source


def check(
    path: Path, data: bytes, source: Source | None = None, validator: Validator | None = None
) -> list[Finding]:
    """Everything there is to say about a TEI file.

    :param source: what it was encoded from, where it is at hand; then fidelity is computed too.
    :param validator: another grammar; then the edition's own rules are left out.
    """
    name = str(path)
    tree = wellformed.parse(name, data)
    if isinstance(tree, Finding):
        return [tree]
    found = relaxng.findings(name, tree, validator, data) if validator else document.findings(name, data)
    return found + (fidelity.findings(name, tree.getroot(), source.text) if source else [])


def source_of(path: Path, sources: Path, given: Path | None = None) -> Source | None:
    """The source of a TEI file: the one that is named, or the one with its stem in a folder."""
    beside = (sources / f"{path.stem}{suffix}" for suffix in readers.READERS)
    found = given or next((candidate for candidate in beside if candidate.exists()), None)
    return readers.read(found)[0] if found else None

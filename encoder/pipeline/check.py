"""One TEI file: is it well-formed, valid, within the rules, and true to its source?"""

from pathlib import Path


from encoder import readers
from encoder.checks import fidelity, relaxng, schematron, wellformed
from encoder.checks.relaxng import Validator
from encoder.model import Finding, Source



def check(path: Path, data: bytes, source: Source | None = None, validator: Validator | None = None) -> list[Finding]:
    """Everything there is to say about a TEI file.

    :param source: what it was encoded from, where it is at hand; then fidelity is computed too.
    :param validator: another grammar; then the edition's own rules are left out.
    """
    tree = wellformed.parse(str(path), data)
    if isinstance(tree, Finding):
        return [tree]
    found = relaxng.findings(str(path), tree, validator, data)
    if validator is None:
        found += schematron.findings(str(path), tree, data=data)
    if source is not None:
        found += fidelity.findings(str(path), tree.getroot(), source.text)
    return found


def source_of(path: Path, sources: Path, given: Path | None = None) -> Source | None:
    """The source of a TEI file: the one that is named, or the one with its stem in a folder."""
    beside = (sources / f"{path.stem}{suffix}" for suffix in readers.READERS)
    found = given or next((candidate for candidate in beside if candidate.exists()), None)
    return readers.read(found)[0] if found else None

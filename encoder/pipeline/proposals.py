"""Proposals for the registers of an edition."""

from encoder import files, registers
from encoder.checks import wellformed
from encoder.edition import Edition
from encoder.model import Finding, OutputFile
from encoder.registers import propose


def proposals(edition: Edition) -> list[OutputFile]:
    """New entries for the registers, from the names in the edition's TEI."""
    documents = []
    for path in files.shown(edition.tei.glob("*.xml")):
        tree = wellformed.parse(str(path), path.read_bytes())
        if not isinstance(tree, Finding):
            documents.append((path.stem, tree.getroot()))
    return propose.propose(documents, registers.load(edition.registers))

"""One TEI file through all checks that need nothing but the file."""

from typing import Any

from lxml import etree

from encoder.checks import relaxng, schematron, wellformed
from encoder.model import Finding
from encoder.saxon import Stylesheets


def findings(
    path_name: str, data: bytes, stylesheets: Stylesheets | None = None, node: Any = None
) -> list[Finding]:
    """What is wrong with a TEI file, in the order of the file.

    A rule is not asked about an element that the grammar refuses: what it would say follows from that.

    :param stylesheets: those that hold the checker (see schematron.edition), if not its own.
    :param node: the document as parsed by them.
    """
    tree = wellformed.parse(path_name, data)
    return [tree] if isinstance(tree, Finding) else of_tree(path_name, tree, data, stylesheets, node)


def of_tree(
    path_name: str,
    tree: etree._ElementTree,
    data: bytes,
    stylesheets: Stylesheets | None = None,
    node: Any = None,
) -> list[Finding]:
    """The same for a file that has been parsed already."""
    found = relaxng.findings(path_name, tree, data=data)
    refused = {(finding.line, finding.column) for finding in found}
    rules = schematron.findings(path_name, tree, stylesheets, node, data)
    found += [finding for finding in rules if (finding.line, finding.column) not in refused]
    return sorted(found, key=lambda finding: (finding.line, finding.column, finding.code))

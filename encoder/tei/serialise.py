"""TEI elements to text: one block to a line, stable white space, the same bytes on every run."""

from lxml import etree

from encoder.markup import TEI

# Elements whose content is other elements only: white space between those means nothing.
_STRUCTURAL = frozenset(
    """TEI teiHeader fileDesc titleStmt respStmt publicationStmt seriesStmt notesStmt sourceDesc msDesc msIdentifier
altIdentifier msContents msItem availability encodingDesc samplingDecl refsDecl appInfo application profileDesc creation langUsage handNotes
correspDesc correspAction revisionDesc abstract text body div opener closer list sp quote""".split()
)
_SPACED = frozenset(TEI + name for name in _STRUCTURAL)


def serialise(root: etree._Element, schema: str) -> str:
    """The document with its declarations.

    :param schema: path from the TEI file to the folder of the grammar, for ``xml-model`` (W3C/ISO 19757-11).
    """
    _indent(root, 0)
    models = "".join(
        f'<?xml-model href="{schema}/{name}" type="application/xml" schematypens="{kind}"?>\n'
        for name, kind in (
            ("edition.rng", "http://relaxng.org/ns/structure/1.0"),
            ("edition.sch", "http://purl.oclc.org/dsdl/schematron"),
        )
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{models}{etree.tostring(root, encoding="unicode")}\n'


def _indent(parent: etree._Element, depth: int) -> None:
    """Put each child of a structural element on a line of its own.

    :param parent: an element with children.
    """
    spaced = (
        parent.tag in _SPACED
        and not (parent.text or "").strip()
        and not any((child.tail or "").strip() for child in parent)
    )
    if spaced:
        parent.text = "\n" + "  " * (depth + 1)
    for child in parent:
        if len(child):
            _indent(child, depth + 1)
        if spaced:
            child.tail = "\n" + "  " * (depth + (child.getnext() is not None))

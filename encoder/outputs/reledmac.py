"""The edition for a press that sets with reledmac: one LaTeX file, made from the print XML.

Textual notes are keyed to lines (``\\edtext`` … ``\\Afootnote``), editorial ones keep their signs. All looks are in the
preamble, ``xslt/reledmac/preamble.tex``.
"""

from collections.abc import Iterator
from functools import cache

from lxml import etree

from encoder import data
from encoder.edition import Edition
from encoder.model import OutputFile, TeiFile
from encoder.outputs.described import described
from encoder.outputs.output import Entries, Output, Whole
from encoder.outputs.print import entry as print_xml
from encoder.saxon import Stylesheets, TransformError

PREAMBLE = data.XSLT / "reledmac" / "preamble.tex"


def tex(edition: Edition, document: TeiFile) -> str:
    """The LaTeX of a document. Its number is that of the counter ``editiondocument``.

    :raises TransformError: it has an element that the print edition does not know; the text names both.
    """
    try:
        return _sheets().run("reledmac", print_xml.unassigned(edition, document))
    except TransformError as error:
        raise TransformError(f"{document.id}: {error}") from error


def files(edition: Edition, entries: Entries, shared: str) -> Iterator[OutputFile]:
    """The one file."""
    title = _sheets().run("reledmac", etree.tostring(described(edition), encoding="unicode"))
    parts = [PREAMBLE.read_text(encoding="utf-8"), "\n\\begin{document}\n", title]
    for number, part in enumerate(entries.of("tex"), 1):
        parts.append(f"\n\\setcounter{{editiondocument}}{{{number}}}\n{part}")
    parts.append("\n\\tableofcontents\n\\end{document}\n")
    yield OutputFile("edition.tex", "".join(parts).encode())


@cache
def _sheets() -> Stylesheets:
    return Stylesheets({"reledmac": data.XSLT / "reledmac.xsl"})


OUTPUT = Output(opens="edition.tex", entries={"tex": tex}, whole=(Whole(files, reads=("tex",)),))

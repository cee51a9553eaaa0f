"""The print edition: the volume and a PDF of each document, set by Typst from the print XML of ``xslt/print.xsl``."""

from encoder.outputs import coverage
from encoder.outputs.output import Output, Whole
from encoder.outputs.print import book, entry, single
from encoder.outputs.print.fonts import paths

OUTPUT = Output(
    opens="edition.pdf",
    entries={
        "print": entry.entry,
        "tei": entry.tei,
        "coverage": coverage.entry,
    },
    pages=(single.files,),
    whole=(
        Whole(book.files, reads=("print", "tei")),
        Whole(book.coverage_findings, reads=("coverage",)),
    ),
    files_read=paths,
)

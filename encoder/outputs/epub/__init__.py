"""The EPUB: all documents, front matter and registers as one EPUB 3 file."""

from encoder.outputs.epub import book, document, pagination
from encoder.outputs.output import Output, Whole

OUTPUT = Output(
    opens="edition.epub",
    entries={
        "page": document.page,
        "contents": document.contents,
        "print": pagination.print_xml,
    },
    whole=(Whole(book.files, reads=("page", "contents", "print"), files=book.read),),
)

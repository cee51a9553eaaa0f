"""The EPUB: all documents, front matter and registers as one EPUB 3 file."""

from encoder.outputs.epub import book, document
from encoder.outputs.output import Output, Whole

OUTPUT = Output(
    opens="edition.epub",
    entries={
        "page": document.page,
        "contents": document.contents,
    },
    whole=(Whole(book.files, reads=("page", "contents"), files=book.read),),
)

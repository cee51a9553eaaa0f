"""What an edition is published as: one module and one line each.

An output is a function from the edition and its TEI documents, in their order, to the files of its folder, the one to
open first of all, and to what there is to tell of them.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from encoder.edition import Edition
from encoder.model import Finding, OutputFile, TeiFile
from encoder.outputs import html, print

Output = Callable[[Edition, Sequence[TeiFile]], Iterator[OutputFile | Finding]]

OUTPUTS: Mapping[str, Output] = {
    "html": html.files,
    "print": print.files,
}

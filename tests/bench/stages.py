"""What each stage takes of the processor for one document, in one process, beside the floor of parsing and writing it."""

import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from lxml import etree

from encoder import edition as editions
from encoder import readers
from encoder.checks import document as checks
from encoder.checks import fidelity, relaxng, wellformed
from encoder.model import Source, TeiFile
from encoder.outputs import OUTPUTS
from encoder.outputs.output import Entries, Place
from encoder.pipeline import document

ROUNDS = 3  # the best of them counts, since another program can only make it slower


def measured(folder: Path, number: int) -> dict[str, float]:
    """CPU milliseconds of each stage for one document.

    :param folder: an edition that is built. :param number: how many of its documents to take.
    """
    edition = editions.load(folder)
    shop = document.workshop(edition)
    paths = sorted(edition.sources.glob("*.txt"))[:number]
    sources = [source for path in paths if (source := readers.read(path)[0])]
    files = [(path, path.read_bytes()) for path in (edition.tei / f"{one.id}.xml" for one in sources)]
    trees = [(path.name, etree.ElementTree(etree.fromstring(data)), data) for path, data in files]
    tei = [TeiFile(path.stem, data.decode()) for path, data in files]
    output = OUTPUTS["html"]
    entry = output.entry(edition, tei[0])
    shared = output.shared(edition, Entries([one.id for one in tei], lambda name: (entry[name] for _ in tei)))
    place = Place(2, len(tei) + 1, entry, entry, shared)
    valid = relaxng.edition().valid

    def texts() -> Iterable[Any]:
        return (document.encode(one, shop, "schema") for one in sources)

    def compared() -> Iterable[Any]:
        pairs: Iterable[tuple[Source, tuple[str, Any, bytes]]] = zip(sources, trees, strict=True)
        return (fidelity.findings(name, tree.getroot(), source.text) for source, (name, tree, _) in pairs)

    return {
        "floor: parse and serialise (lxml)": _milliseconds(
            lambda: (etree.tostring(etree.fromstring(data)) for _, data in files), tei
        ),
        "text to TEI": _milliseconds(texts, tei),
        "fidelity": _milliseconds(compared, tei),
        "RELAX NG": _milliseconds(lambda: (valid.validate(tree) for _, tree, _ in trees), tei),
        "validation (RELAX NG, rules)": _milliseconds(
            lambda: (checks.of_tree(name, tree, data) for name, tree, data in trees), tei
        ),
        "well-formed": _milliseconds(
            lambda: (wellformed.parse(path.name, data) for path, data in files), tei
        ),
        "entries of the HTML edition": _milliseconds(
            lambda: (output.entry(edition, one) for one in tei), tei
        ),
        "pages of the HTML edition": _milliseconds(
            lambda: (list(output.files(edition, one, place)) for one in tei), tei
        ),
    }


def _milliseconds(run: Callable[[], Iterable[Any]], documents: Sequence[Any]) -> float:
    def once() -> float:
        start = time.process_time()
        for _ in run():
            pass
        return time.process_time() - start

    return 1000 * min(once() for _ in range(ROUNDS)) / len(documents)

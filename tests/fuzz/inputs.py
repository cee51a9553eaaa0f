"""What Hypothesis makes for each target: good files with damage in them, and rows of what people type."""

from collections.abc import Mapping
from pathlib import Path

from hypothesis import strategies as st

ROOT = Path(__file__).resolve().parents[2]
_TYPED = (
    "[ ] [[ ]] [? [?] [sic] [sic, [North] [page 2] […] [illegible] [one word illegible] [underlined] [1] (2) No. 6/48 # ## "
    "** - 1. | |a|b| 6 March 1962 Received: Citation: Summary: To the Distribution: “ ” ’ \ufeff \u200f \u0301 한글 中文 "
    "\U0001331c & < > &amp; http://a.b/c Pak Seong-cheol [Pak Song Chol]"
).split(" ")


def damaged(good: list[bytes]) -> st.SearchStrategy[bytes]:
    """A good file with some stretches taken out, doubled or filled with something else."""
    cut = st.tuples(st.floats(0, 1), st.integers(0, 40), st.binary(max_size=12) | st.sampled_from(good))

    def apply(data: bytes, cuts: list[tuple[float, int, bytes]]) -> bytes:
        for place, length, filling in cuts:
            start = int(place * len(data))
            data = data[:start] + filling[:200] + data[start + length :]
        return data

    return st.builds(apply, st.sampled_from(good), st.lists(cut, max_size=6))


def _read(folder: str, pattern: str) -> list[bytes]:
    return [path.read_bytes() for path in sorted((ROOT / folder).glob(pattern))]


_typed = st.lists(st.sampled_from(_TYPED) | st.text(max_size=5), max_size=60).flatmap(
    lambda words: st.sampled_from([" ", "\n", "", "\n\n"]).map(lambda gap: gap.join(words).encode())
)
_sources = damaged(_read("edition/sources", "*.txt"))

INPUTS: Mapping[str, st.SearchStrategy[bytes]] = {
    "reader": st.binary() | _sources,
    "brackets": st.text().map(lambda text: text.encode("utf-8", "replace")) | _typed,
    "text": _typed | _sources,
    "xml": damaged(_read("tests/good", "*.xml")) | st.binary(),
}

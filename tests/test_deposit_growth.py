"""A package of many documents, and of large files: the work grows with the documents, the memory not with the bytes."""

import shutil
import tracemalloc
from pathlib import Path

import pytest

from encoder import edition, files
from encoder.deposit.delivery import Order, deliver
from encoder.deposit.verify.verification import verify
from tests.growth import ratio


def of_size(built: Path, root: Path, number: int) -> Path:
    """A built edition with so many documents, all much alike."""
    text = (built / "tei/prc-1961-05.xml").read_text(encoding="utf-8")
    for name in ("registers", "schema"):
        shutil.copytree(built / name, root / name)
    shutil.copy(built / "edition.toml", root)
    for count in range(number):
        name = f"d{count:05}"
        files.write(root / f"tei/{name}.xml", text.replace("prc-1961-05", name).encode())
    files.write(root / "build/findings.json", b"[]\n")
    return root


@pytest.mark.judge  # it takes time
def test_four_times_the_documents_take_less_than_five_times_the_time(built: Path, tmp_path: Path) -> None:
    roots = {number: of_size(built, tmp_path / str(number), number) for number in (150, 600)}

    def make(number: int) -> None:
        deliver(edition.load(roots[number]), Order(tmp_path / f"out-{number}"))

    assert ratio(make, 150) < 5
    packages = {number: tmp_path / f"out-{number}/crossing-the-yalu-2026-11-22" for number in roots}
    assert ratio(lambda number: verify(packages[number]), 150) < 5


def test_memory_does_not_grow_with_the_size_of_files(built: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(built, tmp_path / "edition"))
    with (root / "sources/scan.txt").open("wb") as large:
        large.truncate(24 << 20)
    files.write(root / "build/findings.json", b"[]\n")
    tracemalloc.start()
    results = deliver(edition.load(root), Order(tmp_path / "out", ("folder", "tar.gz"))).results
    for package in results:
        assert verify(package).findings == []
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 12 << 20

"""The work of a build on a Dask scheduler with two workers, of which one is killed on the way."""

import importlib.util
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from encoder import edition as editions
from encoder.cli import main
from encoder.pipeline import build
from tests.bench import corpus
from tests.conftest import ROOT
from tests.test_build import contents

pytestmark = pytest.mark.judge
PRESENT = importlib.util.find_spec("distributed") is not None


@pytest.fixture
def scheduler() -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """The address of a scheduler, and its two workers."""
    if not PRESENT:
        pytest.skip("Dask is not installed: pip install 'encoder[dask]'")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
    dask = Path(sys.executable).parent / "dask"

    def started(*words: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen([dask, *words, "--no-dashboard"], cwd=ROOT, stderr=subprocess.DEVNULL)

    running = [started("scheduler", "--host", address, "--port", address.rsplit(":", 1)[1])]
    time.sleep(2)
    running += [started("worker", address, "--nthreads", "1", "--no-nanny") for _ in range(2)]
    try:
        yield address, running[1:]
    finally:
        for one in running:
            one.kill()
            one.wait()


def test_one_of_two_workers_is_killed(
    tmp_path: Path, scheduler: tuple[str, list[subprocess.Popen[bytes]]]
) -> None:
    from encoder.pipeline import dask

    address, workers = scheduler
    corpus.make(tmp_path / "edition", 24, size=600)
    edition = editions.load(tmp_path / "edition")
    dask.CHUNK, whole = 3, dask.CHUNK
    stages: list[str] = []

    def progress(stage: str, what: str) -> None:
        stages.append(stage)
        if len(stages) == 4:
            workers[0].kill()

    try:
        report = build.build(edition, ["html"], progress, pool=dask.Dask(address))
    finally:
        dask.CHUNK = whole
    assert len(report.documents) == 24 and not [one for one in report.gravest if one.code.startswith("P05")]
    made = contents(edition.root)
    build.build(edition, ["html"], force=True)
    assert contents(edition.root) == made


def test_nobody_answers(tmp_path: Path) -> None:
    if not PRESENT:
        pytest.skip("Dask is not installed: pip install 'encoder[dask]'")
    corpus.make(tmp_path / "edition", 1, size=600)
    result = CliRunner().invoke(main, ["build", str(tmp_path / "edition"), "--scheduler", "nonsense"])
    assert result.exit_code == 2 and result.output.count("\n") == 1 and "no Dask scheduler" in result.output

"""A build is killed at random moments: each file is the old or the new one, and the next build finishes the work."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from encoder import edition as editions
from encoder.pipeline import build
from tests.conftest import ROOT

KILLS = int(os.environ.get("ENCODER_TEST_KILLS", "12"))
WORDS = ("Korean households", "Korean families")


def command(folder: Path) -> list[str]:
    return [sys.executable, "-m", "encoder", "build", str(folder), "--only", "html", "--jobs", "2"]


def state(folder: Path) -> dict[str, bytes]:
    parts = [*(folder / "tei").glob("*.xml"), *(folder / "build/html").rglob("*")]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in parts if path.is_file()}


def turn(folder: Path, number: int) -> None:
    """The texts in one of two states."""
    for path in (folder / "sources").glob("*.txt"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(*(WORDS if number % 2 else WORDS[::-1])), encoding="utf-8")


def edition(folder: Path) -> Path:
    shutil.copytree(ROOT / "edition", folder, ignore=shutil.ignore_patterns("build"))
    toml = folder / "edition.toml"
    toml.write_text(toml.read_text(encoding="utf-8").replace('"../schema"', '"schema"'), encoding="utf-8")
    return folder


@pytest.mark.judge
def test_killed_at_any_moment(tmp_path: Path) -> None:
    root = edition(tmp_path / "edition")
    states = []
    for number in (0, 1):
        turn(root, number)
        start = time.monotonic()
        subprocess.run(command(root), cwd=ROOT, check=True, capture_output=True)
        duration = time.monotonic() - start
        states.append(state(root))
    assert states[0] != states[1] and states[0].keys() == states[1].keys()
    chance = random.Random(8)
    interrupted = 0
    for number in range(KILLS):
        turn(root, number)
        run = subprocess.Popen(command(root), cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.1, 1.0) * duration)
        interrupted += run.poll() is None
        run.send_signal(signal.SIGKILL)
        run.wait()
        for path, data in state(root).items():
            assert data in (states[0].get(path), states[1].get(path)), (number, path)
        if number % 10 == 9:
            report = build.build(editions.load(root), ["html"])
            assert report.kept == 0 and state(root) == states[number % 2]
    assert interrupted > KILLS // 2
    turn(root, 1)
    assert build.build(editions.load(root), ["html"]).kept == 0
    assert state(root) == states[1]
    assert not list(root.rglob("*.staged"))

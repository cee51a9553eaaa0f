"""Fuzzing (``python -m tests.fuzz``): what crashed the program once does so no more, and a few inputs more are tried."""

from pathlib import Path

import pytest

from tests.fuzz import run
from tests.fuzz.targets import TARGETS

CRASHES = sorted(run.CRASHES.glob("*")) if run.CRASHES.is_dir() else []


@pytest.mark.parametrize("path", CRASHES, ids=lambda path: path.name)
def test_what_crashed_once(path: Path) -> None:
    TARGETS[path.name.rsplit("-", 1)[0]](path.read_bytes())


@pytest.mark.parametrize("target", TARGETS)
def test_a_few_inputs(target: str) -> None:
    assert run.once(target, 8) is None


@pytest.mark.judge
@pytest.mark.parametrize("target", TARGETS)
def test_many_inputs(target: str) -> None:
    assert run.hypothesis(target, 8) is None


def test_a_crash_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(TARGETS, "brackets", lambda data: 1 / (b"[" not in data))  # type: ignore[index]
    assert run.once("brackets", 300) == b"["

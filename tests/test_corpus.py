"""Many documents: shared among processes, made anew only where something has changed, never half."""

import errno
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from encoder import edition as editions
from encoder import files
from encoder.cli import main
from encoder.model import UsageError
from encoder.pipeline import build, pool, tasks
from encoder.pipeline.pool import Failed, Here, Pool
from tests.bench import corpus
from tests.chores import Task, refuse, work
from tests.conftest import ROOT
from tests.test_build import contents

# Processes.


def test_what_hangs_dies_or_fails_is_named_and_costs_the_others_nothing() -> None:
    workers = Pool(2, timeout=5)  # a process of a busy machine takes long to begin
    results = {task.number: result for task, result in workers.run(work, "done", map(Task, range(40)))}
    workers.close()
    failed = {number: one for number, one in results.items() if isinstance(one, Failed)}
    assert {number: one.kind for number, one in failed.items()} == {3: "late", 7: "dead", 11: "bug"}
    assert failed[7].detail == "signal SIGKILL" and failed[11].detail.startswith("ValueError: unforeseen")
    assert {number: one for number, one in results.items() if number not in failed} == {
        number: f"done {number}" for number in range(40) if number not in failed
    }


@pytest.mark.parametrize("workers", [Here(), Pool(1)])
def test_a_refusal_ends_the_run(workers: Here | Pool) -> None:
    with pytest.raises(UsageError, match="not so"):
        list(workers.run(refuse, "", [Task(1)]))


def spoiled(task: tasks.Document) -> Failed:
    return {
        "prc-1957-12-17": Failed("late", "60"),
        "prc-1961-05": Failed("dead", "signal SIGSEGV"),
        "prc-1962-03-24": Failed("bug", "ValueError: x"),
    }[task.stem]


class Spoiled(Here):
    """Three documents fail."""

    def run(self, function, run, work):  # type: ignore[no-untyped-def]
        for task, result in super().run(function, run, work):
            bad = isinstance(task, tasks.Document) and task.stem not in (
                "prc-1959-consular-085",
                "prc-1961-05-12",
            )
            yield task, spoiled(task) if bad else result


def test_documents_that_failed_are_told_and_tried_again(copy: Path) -> None:
    edition = editions.load(copy)
    for path in (copy / "tei").glob("*.xml"):
        path.unlink()
    report = build.build(edition, ["html"], pool=Spoiled())
    errors = [(one.code, one.file) for one in report.gravest if one.code.startswith("P05")]
    assert errors == [
        ("P050", "sources/prc-1957-12-17.txt"),
        ("P051", "sources/prc-1961-05.txt"),
        ("P052", "sources/prc-1962-03-24.txt"),
    ]
    assert len(report.documents) == 2 and (copy / "build/html/prc-1961-05-12.html").exists()
    assert len(build.build(edition, ["html"]).documents) == 5


def test_any_number_of_processes_makes_the_same_bytes(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edition = editions.load(copy)
    build.build(edition, ["html"], force=True)
    alone = contents(copy)
    for path in (copy / "tei").glob("*.xml"):
        path.unlink()
    monkeypatch.setattr(pool, "ENOUGH", 1)
    report = build.build(edition, ["html"], pool=Pool(2), force=True)
    assert len(report.documents) == 5 and contents(copy) == alone


# Only what has changed.


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def reasons(folder: Path, **options: bool) -> list[str]:
    """Why something was made anew, without the outputs of the stages."""
    return list(build.build(editions.load(folder), ["html"], **options).reasons.lines())


@pytest.fixture
def made(copy: Path) -> Path:
    """An edition that is built."""
    reasons(copy)
    return copy


def test_what_the_first_build_made_is_known_at_once(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where it made the folder of the TEI: the second build looks at the files and does nothing else."""
    shutil.rmtree(copy / "tei")
    reasons(copy)
    monkeypatch.setattr("encoder.pipeline.making.make", None)
    assert reasons(copy) == []


def test_nothing_is_made_twice(made: Path) -> None:
    before = {name: files.signature(made / name) for name in contents(made)}
    first = build.build(editions.load(made), ["html"])
    assert list(first.reasons.lines()) == [] and len(first.documents) == 5 and len(first.findings) > 5
    assert {name: files.signature(made / name) for name in before} == before
    assert any(line.startswith("encode:") for line in reasons(made, force=True))


EDITS: dict[str, tuple[Callable[[Path], None], list[str]]] = {
    "a word of one text": (
        lambda root: edit(root / "sources/prc-1961-05.txt", "Korean households", "Korean families"),
        [
            "encode: prc-1961-05: source, TEI changed",
            "check: prc-1961-05: source, TEI changed",
            "html entries: prc-1961-05: TEI changed",
            "links: crossing-the-yalu: TEI changed",
            "html pages: prc-1961-05: TEI changed",
        ],
    ),
    "the title of one text": (
        lambda root: edit(root / "tei/prc-1961-05.xml", "<title>", "<title>On "),
        [
            "encode: prc-1961-05: TEI changed",
            "check: prc-1961-05: TEI changed",
            "html entries: prc-1961-05: TEI changed",
            "links: crossing-the-yalu: TEI changed",
            "html pages: prc-1961-05: TEI changed",
            "html pages: prc-1959-consular-085, prc-1961-05-12: neighbours changed",
        ],
    ),
    "a page that somebody spoiled": (
        lambda root: edit(root / "build/html/prc-1961-05.html", "<title>", "<title>x"),
        ["html pages: prc-1961-05: a file of it is missing or was changed"],
    ),
    "time alone": (lambda root: os.utime(root / "tei/prc-1961-05.xml"), []),
    "settings of another output": (
        lambda root: edit(root / "edition.toml", "[print]", "[print]\ncrop = true"),
        [],
    ),
}


@pytest.mark.parametrize("what", EDITS)
def test_what_changed_is_made_anew_and_nothing_else(made: Path, what: str) -> None:
    change, expected = EDITS[what]
    change(made)
    told = reasons(made)
    assert set(expected) <= set(told)
    rest = [line for line in told if line not in expected]
    assert all(re.match("html (whole|shared): ", line) for line in rest), rest
    assert rest == [] or expected[1:]


def test_registers_reach_the_documents_that_use_them(made: Path) -> None:
    edit(made / "registers/places.xml", 'xml:id="jilin"', 'xml:id="jilin" n="1"')
    again = [line for line in reasons(made) if line.startswith("html pages")]
    text = "".join(again)
    for path in (made / "tei").glob("*.xml"):
        assert ("places.xml#jilin" in path.read_text(encoding="utf-8")) == bool(
            re.search(rf"\b{path.stem}\b(?!-)", text)
        )


def test_what_is_gone_leaves_the_outputs(made: Path) -> None:
    (made / "sources/prc-1961-05.txt").unlink()
    (made / "tei/prc-1961-05.xml").unlink()
    fresh = made.parent / "fresh"
    assert len(build.build(editions.load(made), ["html"]).documents) == 4
    after = contents(made / "build/html")
    build.build(editions.load(made), ["html"], force=True)
    assert after == contents(made / "build/html") and not fresh.exists()
    assert not any("prc-1961-05." in path for path in after)


def test_a_page_comes_back(made: Path) -> None:
    before = contents(made)
    (made / "build/html/index.html").unlink()
    (made / "build/html/stray.html").write_bytes(b"")
    reasons(made)
    assert contents(made) == before


def test_commands(copy: Path) -> None:
    def run(*words: str) -> str:
        result = CliRunner().invoke(main, [words[0], str(copy), *words[1:]])
        assert result.exit_code == 0, result.output
        return result.output

    assert "encode: " in run("build", "--only", "html", "--explain")
    assert "Nothing has changed" in run("build", "--only", "html", "--explain")
    assert "removed: " in run("clean")
    assert {path.name for path in (copy / "build").iterdir()} <= {".lock"}
    assert "Nothing to remove" in run("clean")


# Never half.


def test_a_full_disk_leaves_what_was(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = contents(made / "build/html")
    edit(made / "sources/prc-1961-05.txt", "Korean households", "Korean families")
    written: list[Path] = []

    def full(path: Path, data: bytes) -> None:
        if len(written) == 1:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
        written.append(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    with monkeypatch.context() as broken:
        broken.setattr(files, "write_new", full)
        with pytest.raises(UsageError, match="no space left"):
            build.build(editions.load(made), ["html"])
    assert contents(made / "build/html") == before
    assert not list(made.rglob("*.staged"))
    build.build(editions.load(made), ["html"])
    after = contents(made)
    build.build(editions.load(made), ["html"], force=True)
    assert contents(made) == after


def test_a_run_that_was_killed_has_edited_nothing(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Killed after it wrote the TEI and before it could say so; then the source changes."""

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    edit(copy / "sources/prc-1961-05.txt", "Korean households", "Korean families")
    with monkeypatch.context() as broken:
        broken.setattr("encoder.pipeline.ledger.Ledger.save", killed)
        with pytest.raises(KeyboardInterrupt):
            build.build(editions.load(copy), ["html"])
    assert "Korean families" in (copy / "tei/prc-1961-05.xml").read_text(encoding="utf-8")
    edit(copy / "sources/prc-1961-05.txt", "Korean families", "Korean clans")
    report = build.build(editions.load(copy), ["html"])
    assert report.kept == 0
    assert "Korean clans" in (copy / "tei/prc-1961-05.xml").read_text(encoding="utf-8")


# The benchmark's corpora.


def test_a_corpus_is_the_same_from_the_same_seed() -> None:
    first = list(corpus.texts(40, seed=5))
    assert first == list(corpus.texts(40, seed=5)) and first != list(corpus.texts(40, seed=6))
    assert len({text for _, text in first}) == 40
    mean = sum(len(text) for _, text in first) / 40
    assert 0.7 * corpus.SIZE < mean < 1.5 * corpus.SIZE


@pytest.mark.judge
def test_the_benchmark_reports_every_stage(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.bench", "4", "--length", "600", "-o", str(tmp_path)]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    told = json.loads((tmp_path / "bench.json").read_text(encoding="utf-8"))
    assert told["builds"]["4"]["first"]["documents"] == 4
    assert "text to TEI" in said and "text to TEI" in (tmp_path / "bench.svg").read_text(encoding="utf-8")

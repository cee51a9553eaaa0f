"""The main job: an edition from its sources, twice the same, with hand edits kept and bad input told."""

import dataclasses
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import etree

from encoder import edition, findings
from encoder.cli import main
from encoder.model import Finding, OutputFile
from encoder.outputs import OUTPUTS
from encoder.outputs.output import Whole
from encoder.pipeline import build
from encoder.saxon import TransformError
from tests.conftest import EDITION


def run(*arguments: object):  # type: ignore[no-untyped-def]
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def built(folder: Path) -> build.Report:
    return build.build(edition.load(folder))


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith((".made", ".lock"))
    }


def worst(report: build.Report) -> list[Finding]:
    return [one for one in report.findings if findings.severity(one) == "error"]


def test_the_sample_edition_builds_clean(copy: Path) -> None:
    report = built(copy)
    assert worst(report) == []
    assert [document.id for document in report.documents] == [
        "prc-1957-12-17",
        "prc-1959-consular-085",
        "prc-1961-05",
        "prc-1961-05-12",
        "prc-1962-03-24",
    ]
    assert (copy / "build/html/index.html").exists() and (
        copy / "build/print/edition.pdf"
    ).read_bytes().startswith(b"%PDF")
    assert "every character" in (copy / "build/fidelity.txt").read_text(encoding="utf-8")


def test_two_builds_are_the_same_bytes(copy: Path) -> None:
    built(copy)
    first = contents(copy)
    shutil.rmtree(copy / "build")
    for path in (copy / "tei").glob("*.xml"):
        path.unlink()
    built(copy)
    assert contents(copy) == first


def test_committed_tei_is_what_the_program_writes(copy: Path) -> None:
    before = contents(EDITION / "tei")
    for path in (copy / "tei").iterdir():
        path.unlink()
    (copy / "edition.toml").write_bytes((EDITION / "edition.toml").read_bytes())
    shutil.copytree(EDITION.parent / "schema", copy.parent / "schema")
    build.build(edition.load(copy), outputs=())
    assert contents(copy / "tei") == before


def test_hand_edits_are_kept_and_told(copy: Path) -> None:
    built(copy)
    path = copy / "tei/prc-1961-05.xml"
    edited = path.read_text(encoding="utf-8").replace("<supplied", '<supplied cert="high"', 1)
    path.write_text(edited, encoding="utf-8")
    report = built(copy)
    assert path.read_text(encoding="utf-8") == edited
    assert report.kept == 1 and ("P001", "tei/prc-1961-05.xml") in {
        (one.code, one.file) for one in report.findings
    }


def test_a_file_that_the_ledger_does_not_know_is_an_editors(copy: Path) -> None:
    built(copy)
    (copy / "tei/.written.json").unlink()
    path = copy / "tei/prc-1961-05.xml"
    before = path.read_bytes()
    (copy / "sources/prc-1961-05.txt").write_text(
        "Another text altogether, of some length, so that it is a sentence.", encoding="utf-8"
    )
    # The others hold what the program writes: nothing of an editor is in them.
    assert built(copy).kept == 1 and path.read_bytes() == before


def test_unreadable_sources_are_told_and_the_rest_is_built(copy: Path) -> None:
    (copy / "sources/empty.txt").write_bytes(b"")
    (copy / "sources/scan.txt").write_bytes(b"%PDF-1.4")
    (copy / "sources/prc-1961-05.md").write_text(
        "The same name again, in a sentence of some length.", encoding="utf-8"
    )
    report = built(copy)
    # P021: of two sources with one name the other is encoded now, and passages of the first have vanished.
    assert {one.code for one in worst(report)} == {"S001", "S002", "S008", "P021"}
    assert len(report.documents) == 5


def test_damaged_tei_is_told_and_the_rest_published(copy: Path) -> None:
    built(copy)
    (copy / "tei/prc-1961-05.xml").write_text("<TEI><broken", encoding="utf-8")
    report = built(copy)
    assert "T001" in {one.code for one in worst(report)} and len(report.documents) == 4
    assert not (copy / "build/html/prc-1961-05.html").exists()


@pytest.mark.parametrize(
    ("toml", "words"),
    [
        ("", "licence"),
        ("[edition\n", "not valid TOML"),
        ('[edition]\nid = "a"\nwrong = 1\n', "wrong"),
    ],
)
def test_a_bad_edition_toml_is_one_sentence(tmp_path: Path, toml: str, words: str) -> None:
    (tmp_path / "edition.toml").write_text(toml, encoding="utf-8")
    result = run("build", tmp_path)
    assert result.exit_code == 2 and result.output.count("\n") == 1
    assert words in result.output or "field" in result.output


def test_a_folder_without_an_edition(tmp_path: Path) -> None:
    result = run("build", tmp_path / "nothing")
    assert result.exit_code == 2 and "encoder new" in result.output


def test_a_new_edition_builds_at_once(tmp_path: Path) -> None:
    assert run("new", tmp_path / "mine").exit_code == 0
    result = run("build", tmp_path / "mine")
    assert result.exit_code == 0, result.output
    assert "1 document;" in result.output and (tmp_path / "mine/build/html/first-document.html").exists()
    assert run("new", tmp_path / "mine").exit_code == 2


def test_encode_writes_tei_or_nothing(tmp_path: Path) -> None:
    good, bad, out = tmp_path / "good.txt", tmp_path / "bad.txt", tmp_path / "out.xml"
    good.write_text("The [North] Korean side agreed with the proposal of the embassy.", encoding="utf-8")
    bad.write_bytes("Grüße, das ist ein längerer Satz für alle.".encode("windows-1252"))
    assert run("encode", good, "-o", out).exit_code == 0
    assert etree.parse(out).getroot().tag.endswith("TEI")
    result = run("encode", bad, "-o", tmp_path / "none.xml")
    assert (
        result.exit_code == 1
        and "--encoding windows-1252" in result.output
        and not (tmp_path / "none.xml").exists()
    )
    assert run("encode", tmp_path / "missing.txt").exit_code == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bad.txt", "good.txt", "out.xml"]


def test_encode_to_standard_output(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The [North] Korean side agreed with the proposal of the embassy.", encoding="utf-8")
    result = run("encode", path)
    assert result.exit_code == 0 and "<supplied" in result.stdout


def test_explain_says_which_rules_would_have_claimed(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "The border guards of both sides [China and Korea] will meet on the bridge.", encoding="utf-8"
    )
    result = run("explain", path)
    assert result.exit_code == 0 and "→ gloss" in result.output and "supplied" in result.output


def test_check_finds_a_lost_word(copy: Path) -> None:
    built(copy)
    path = copy / "tei/prc-1961-05.xml"
    assert run("check", path).exit_code == 0
    path.write_text(
        path.read_text(encoding="utf-8").replace("ideological education", "education"), encoding="utf-8"
    )
    result = run("check", path)
    assert result.exit_code == 1 and "F001" in result.output
    assert run("check", path, "--fail-on", "never").exit_code == 0


def test_fail_on_warning(copy: Path) -> None:
    result = run("build", copy, "--only", "html", "--fail-on", "info")
    assert result.exit_code == 1


@pytest.mark.judge
def test_tei_all_accepts_what_is_written(shop: object, schemas: Path, jing: str) -> None:
    import subprocess

    files = sorted(str(path) for path in (EDITION / "tei").glob("*.xml"))
    done = subprocess.run(
        [jing, str(schemas / "tei_all.rng"), *files], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_registers_are_proposed_for_an_editor_to_accept(copy: Path) -> None:
    (copy / "registers/persons.xml").unlink()
    built(copy)
    result = run("registers", copy)
    assert result.exit_code == 0
    proposed = etree.parse(copy / "build/registers/persons.xml")
    people = {name.text for name in proposed.iter("{http://www.tei-c.org/ns/1.0}persName")}
    assert {"Pak Song Chol", "Pak Seong-cheol", "Ri Chang Jong"} <= people


def test_published_codes(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """P002: a sign without a glyph; P003: an output that fails leaves the old one; P004: TEI without a source."""
    built(copy)
    (copy / "sources/prc-1961-05.txt").unlink()
    path = copy / "tei/prc-1961-05.xml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("Korean households", "Korean \U0001331c households"),
        encoding="utf-8",
    )
    page = (copy / "build/html/index.html").read_bytes()

    def stopped(*arguments: object) -> Iterator[OutputFile]:
        raise TransformError("stopped")
        yield

    html = dataclasses.replace(OUTPUTS["html"], whole=(Whole(stopped),))
    monkeypatch.setattr("encoder.outputs.html.OUTPUT", html)
    report = built(copy)
    assert {"P002", "P003", "P004"} <= {one.code for one in report.findings}
    assert (copy / "build/html/index.html").read_bytes() == page

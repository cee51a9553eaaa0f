"""What a wrong call gets: one sentence, exit code 2, and nothing written."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from encoder import files
from encoder.cli import main
from encoder.model import UsageError

TEXT = "He met the ambassador on 6 March [1962] and told him what there was to tell about the matter.\n"


def run(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


def refused(*words: object) -> str:
    result = run(*words)
    assert result.exit_code == 2 and result.output.startswith(("encoder: ", "Usage")), result.output
    return result.output


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_another_file_is_not_overwritten(letter: Path) -> None:
    target = letter.with_name("mine.xml")
    target.write_text("my work", encoding="utf-8")
    assert "--force" in refused("encode", letter, "-o", target)
    assert target.read_text(encoding="utf-8") == "my work"
    assert run("encode", letter, "-o", target, "--force").exit_code == 0
    assert run("encode", letter, "-o", target).exit_code == 0  # the same again changes nothing


def test_a_source_is_not_overwritten(letter: Path) -> None:
    source = letter.rename(letter.with_suffix(".xml"))
    assert run("encode", source, "-o", source, "--force").exit_code != 0
    assert source.read_text(encoding="utf-8") == TEXT


def test_two_files_of_one_name(letter: Path) -> None:
    other = letter.with_suffix(".md")
    other.write_text(TEXT, encoding="utf-8")
    folder = letter.parent / "tei"
    assert "rename one of them" in refused("encode", letter, other, "-o", folder)
    assert not folder.exists()


def test_a_name_without_xml_is_a_folder(letter: Path) -> None:
    assert run("encode", letter, "-o", letter.parent / "new").exit_code == 0
    assert (letter.parent / "new/letter.xml").is_file()


def test_what_encode_puts_into_an_edition_is_not_taken_for_an_edit(tmp_path: Path) -> None:
    folder = tmp_path / "e"
    run("new", folder)
    assert run("encode", folder / "sources/first-document.txt", "-o", folder / "tei").exit_code == 0
    result = run("build", folder, "--only", "html")
    assert result.exit_code == 0 and "edited by hand" not in result.output


def test_registers_are_not_overwritten_by_proposals(tmp_path: Path) -> None:
    run("new", tmp_path / "e")
    assert "themselves" in refused("registers", tmp_path / "e", "-o", tmp_path / "e/registers")


@pytest.mark.parametrize("name", ['say "yes"', "back\\slash", "čeština", "12"])
def test_any_name_makes_an_edition_that_loads(tmp_path: Path, name: str) -> None:
    assert run("new", tmp_path / name).exit_code == 0
    assert "no documents" in refused("publish", tmp_path / name)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("source-languages = []", 'source-languages = "zh"', "is a list"),
        ("source-languages = []", "source-languages = [1]", "is a list"),
        ("[licence]", "[license]", "no table [license]"),
        ("[[editor]]", "[editor]", "[[editor]]"),
        ('date = "2026-01-01"', 'date = "1 May"', "ISO 8601"),
        ('publisher = "Your institution"', "publisher = 3", "publisher"),
        ('name = "Creative Commons Attribution 4.0 International"', "name = 4", "quotation marks"),
        ("[edition]", "[edition", "not valid TOML"),
    ],
)
def test_mistakes_in_edition_toml(tmp_path: Path, old: str, new: str, said: str) -> None:
    run("new", tmp_path / "e")
    path = tmp_path / "e/edition.toml"
    before = path.read_text(encoding="utf-8")
    assert old in before
    path.write_text(before.replace(old, new, 1), encoding="utf-8")
    assert said in refused("build", tmp_path / "e")
    assert not (tmp_path / "e/tei").exists()


@pytest.mark.parametrize(
    "text",
    [
        "<TEI",
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><org xml:id="a"><note type="pattern">(</note></org></TEI>',
    ],
)
@pytest.mark.parametrize("name", ["archives.xml", "persons.xml"])
def test_broken_registers(tmp_path: Path, name: str, text: str) -> None:
    run("new", tmp_path / "e")
    path = tmp_path / "e/registers" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    if name == "persons.xml" and text != "<TEI":
        assert run("build", tmp_path / "e", "--only", "html").exit_code in {0, 1}  # it holds no persons
    else:
        assert name in refused("build", tmp_path / "e")


def test_an_empty_date_of_the_outputs_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")
    run("new", tmp_path / "e")
    assert run("build", tmp_path / "e", "--only", "html").exit_code == 0
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    assert "number of seconds" in run("build", tmp_path / "e", "--only", "html").output


def test_one_run_at_a_time(tmp_path: Path) -> None:
    with files.locked(tmp_path), pytest.raises(UsageError, match="another run"), files.locked(tmp_path):
        pass
    with files.locked(tmp_path):
        pass


def test_what_a_killed_run_left_is_cleared(tmp_path: Path) -> None:
    run("new", tmp_path / "e")
    for left in ("build/.html.half.staged", ".tei.half.staged"):
        (tmp_path / "e" / left).mkdir(parents=True)
    run("build", tmp_path / "e", "--only", "html")
    assert not list((tmp_path / "e").rglob("*.staged"))

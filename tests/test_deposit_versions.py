"""Packages that follow each other: what has changed, and OCFL objects that hold all versions."""

import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from encoder import edition, files
from encoder.deposit.delivery import Order, deliver
from encoder.deposit.verify.verification import verify
from encoder.model import UsageError
from tests.packages import run

NEXT = "2026-12-24"


@pytest.fixture
def mine(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "edition"))


def edited(root: Path, doi: str = "10.5281/zenodo.7654321") -> edition.Edition:
    """The edition a month later: one text corrected, one mark moved, one header filled in, one document new, one gone."""
    toml = (root / "edition.toml").read_text(encoding="utf-8").replace("2026-11-22", NEXT)
    toml = toml.replace("https://doi.org/10.5281/zenodo.1234567", doi).replace(
        'version = "1.0"', 'version = "1.1"'
    )
    (root / "edition.toml").write_text(toml, encoding="utf-8")
    for name, old, new in (
        ("prc-1957-12-17", "At the appropriate time, please", "When the time has come, please"),
        ("prc-1961-05-12", "places.xml#north-korea", "places.xml#china"),
        ("prc-1961-05", '<revisionDesc status="draft">', '<revisionDesc status="published">'),
    ):
        path = root / f"tei/{name}.xml"
        text = path.read_text(encoding="utf-8").replace('<date when="2026-11-22">', f'<date when="{NEXT}">')
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
    (root / "tei/prc-1959-consular-085.xml").rename(root / "tei/prc-1959-a.xml")
    files.write(root / "build/findings.json", b"[]")
    return edition.load(root)


def test_changes_are_told_document_by_document_text_and_markup_apart(
    mine: Path, packages: Path, tmp_path: Path
) -> None:
    old = packages / "crossing-the-yalu-2026-11-22.zip"
    delivered = deliver(edited(mine), Order(tmp_path / "out", previous=old))
    assert delivered.made.record and delivered.made.record.previous
    assert [(one.id, one.kinds, one.words) for one in delivered.made.record.previous.changes] == [
        ("prc-1957-12-17", ("text",), (3, 4)),
        ("prc-1959-consular-085", ("added",), (0, 0)),
        ("prc-1961-05", ("header",), (0, 0)),
        ("prc-1961-05-12", ("markup",), (0, 0)),
        ("prc-1959-consular-085", ("removed",), (0, 0)),
    ]
    assert delivered.made.record.previous.unchanged == 1
    text = (delivered.results[0] / "data/CHANGES.txt").read_text(encoding="utf-8")
    assert "text changed (3 words gone, 4 new)" in text and "prc-1961-05-12: markup changed" in text
    assert text.endswith("The first package: 5 translated archival documents.\n")
    assert verify(delivered.results[0]).findings == []


def test_a_mark_that_moves_is_a_change_of_markup(mine: Path, bag: Path, tmp_path: Path) -> None:
    path = mine / "tei/prc-1957-12-17.xml"
    text = path.read_text(encoding="utf-8")
    old = '<supplied reason="subaudible">we should</supplied> handle'
    path.write_text(
        text.replace(old, '<supplied reason="subaudible">we should handle</supplied>'), encoding="utf-8"
    )
    files.write(mine / "build/findings.json", b"[]")
    record = deliver(edition.load(mine), Order(tmp_path / "out", previous=bag)).made.record
    assert record and record.previous
    assert [(one.id, one.kinds) for one in record.previous.changes] == [("prc-1957-12-17", ("markup",))]


def test_the_new_package_says_of_which_it_is_a_new_version(mine: Path, bag: Path, tmp_path: Path) -> None:
    (result,) = deliver(edited(mine), Order(tmp_path / "out", previous=bag)).results
    metadata = result / "data/metadata"
    relation = {
        "identifier": "10.5281/zenodo.1234567",
        "scheme": "doi",
        "relation_type": {"id": "isnewversionof"},
    }
    told = json.loads((metadata / "invenio.json").read_text(encoding="utf-8"))["metadata"]
    assert relation in told["related_identifiers"]
    assert 'relationType="IsNewVersionOf">10.5281/zenodo.1234567<' in (metadata / "datacite.xml").read_text(
        encoding="utf-8"
    )
    assert "isNewVersionOf <https://doi.org/10.5281/zenodo.1234567>" in (metadata / "arche.ttl").read_text(
        encoding="utf-8"
    )
    assert json.loads((result / "data/provenance.json").read_text())["options"] == [f"--previous {bag.name}"]


def test_a_new_version_with_the_old_doi_is_told(mine: Path, bag: Path, tmp_path: Path) -> None:
    delivered = deliver(edited(mine, "10.5281/zenodo.1234567"), Order(tmp_path / "out", previous=bag))
    assert [one.code for one in delivered.findings] == ["D006"]


def test_a_previous_package_that_is_none_is_refused(mine: Path, tmp_path: Path) -> None:
    (tmp_path / "some").mkdir()
    code, _, said = run(mine, "--previous", tmp_path / "some", "-o", tmp_path / "out")
    assert code == 2 and "this is no package of an edition" in said
    assert not list((tmp_path / "out").glob("*"))


# OCFL.


@pytest.fixture(scope="module")
def versions(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an object of two versions, and the package of the newer."""
    folder = tmp_path_factory.mktemp("versions")
    deliver(edition.load(built), Order(folder / "old", object=folder / "object"))
    later = Path(shutil.copytree(built, folder / "edition"))
    deliver(edited(later), Order(folder / "new", object=folder / "object"))
    return folder


@pytest.fixture
def object(versions: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(versions / "object", tmp_path / "object"))


def test_an_object_holds_all_versions_and_each_file_once(versions: Path) -> None:
    object = versions / "object"
    inventory = json.loads((object / "inventory.json").read_text(encoding="utf-8"))
    assert inventory["head"] == "v2" and inventory["id"] == "https://doi.org/10.5281/zenodo.1234567"
    stored = [path for path in object.rglob("content/**/*") if path.is_file()]
    assert len(stored) == len({path.read_bytes() for path in stored}) == len(inventory["manifest"])
    assert (
        not (object / "v2/content/sources").exists()
        and (object / "v2/content/tei/prc-1957-12-17.xml").exists()
    )
    state = {path for paths in inventory["versions"]["v2"]["state"].values() for path in paths}
    bag = versions / f"new/crossing-the-yalu-{NEXT}/data"
    assert state == {path.relative_to(bag).as_posix() for path in bag.rglob("*") if path.is_file()}
    assert verify(object).findings == []


def test_a_package_that_is_the_newest_version_adds_none(built: Path, tmp_path: Path) -> None:
    for _ in range(2):
        deliver(edition.load(built), Order(tmp_path / "out", object=tmp_path / "object"))
    assert not (tmp_path / "object/v2").exists()


def test_an_object_is_a_package_before(mine: Path, built: Path, tmp_path: Path) -> None:
    object = tmp_path / "object"
    deliver(edition.load(built), Order(tmp_path / "out", object=object))
    record = deliver(edited(mine), Order(tmp_path / "out", previous=object)).made.record
    assert record and record.previous and record.previous.unchanged == 1


def test_only_an_object_of_the_edition_is_added_to(
    built: Path, object: Path, mine: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    files.write(other / "thesis.txt", b"my only copy")
    with pytest.raises(UsageError, match="no whole OCFL"):
        deliver(edition.load(built), Order(tmp_path / "out", object=other))
    toml = (
        (mine / "edition.toml")
        .read_text(encoding="utf-8")
        .replace('id = "crossing-the-yalu"', 'id = "another"')
    )
    (mine / "edition.toml").write_text(toml, encoding="utf-8")
    files.write(mine / "build/findings.json", b"[]")
    with pytest.raises(UsageError, match="object of another edition"):
        deliver(edition.load(mine), Order(tmp_path / "out", object=object))
    assert (other / "thesis.txt").exists() and verify(object).findings == []


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def inventory(change: Callable[[Any], Any]) -> Callable[[Path], None]:
    """Change the inventory and its sum, as somebody would on purpose."""

    def spoil(object: Path) -> None:
        path = object / "inventory.json"
        told = json.loads(path.read_text(encoding="utf-8"))
        change(told)
        data = json.dumps(told).encode()
        for folder in (object, object / "v2"):
            (folder / "inventory.json").write_bytes(data)
            (folder / "inventory.json.sha512").write_text(
                f"{hashlib.sha512(data).hexdigest()} inventory.json\n"
            )

    return spoil


SPOILT: dict[str, tuple[Callable[[Path], Any], str]] = {
    "a bit in a document": (lambda it: flip(it / "v1/content/tei/prc-1961-05.xml"), "D011"),
    "a bit in the inventory": (lambda it: flip(it / "inventory.json.sha512"), "D031"),
    "a file added": (lambda it: (it / "v2/content/new.txt").write_text("x"), "D013"),
    "a file added at the root": (lambda it: (it / "new.txt").write_text("x"), "D013"),
    "a file missing": (lambda it: (it / "v1/content/sources/prc-1961-05.txt").unlink(), "D012"),
    "no inventory": (lambda it: (it / "inventory.json").unlink(), "D012"),
    "another declaration": (lambda it: (it / "0=ocfl_object_1.1").write_text("ocfl_object_1.0\n"), "D030"),
    "a path that leads out": (
        inventory(
            lambda told: next(iter(told["manifest"].values())).append("v1/content/../../../etc/passwd")
        ),
        "D030",
    ),
    "a head that is not there": (inventory(lambda told: told.update(head="v3")), "D030"),
    "a sum that the manifest lacks": (
        inventory(lambda told: told["versions"]["v2"]["state"].update({"00": ["x"]})),
        "D030",
    ),
    "another inventory in the version": (lambda it: flip(it / "v2/inventory.json"), "D032"),
    "a past that is told otherwise": (
        inventory(lambda told: told["versions"]["v1"]["state"].popitem()),
        "D032",
    ),
    "a link": (lambda it: (it / "v1/content/link").symlink_to("/etc/passwd"), "D021"),
}


@pytest.mark.parametrize("how", SPOILT)
def test_a_spoilt_object_is_refused(object: Path, how: str) -> None:
    spoil, code = SPOILT[how]
    spoil(object)
    found = {one.code for one in verify(object).findings}
    assert code in found, found
    assert run("--check", object)[0] == 1


# Killing.


KILLED = """
import os, signal, sys
left, wanted = int(sys.argv.pop(1)), sys.argv.pop(1)

def kill(event, arguments):
    global left
    if event == wanted and OUT in str(arguments[0]):
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

OUT = sys.argv.pop(1)
sys.addaudithook(kill)
from encoder.cli import main
main()
"""


# One moment in every run of the tests, the others with the judges: each takes a process of its own.
OTHERS = "open 61,os.rename 1,os.rename 3,os.rename 5,os.link 30"


@pytest.mark.parametrize(
    "moment", ["os.rename 2", *(pytest.param(one, marks=pytest.mark.judge) for one in OTHERS.split(","))]
)
def test_a_run_that_is_killed_leaves_no_package_or_a_whole_one(
    built: Path, versions: Path, tmp_path: Path, moment: str
) -> None:
    """SIGKILL just before some step of the run: what is there under a package's name is whole, and the next run works."""
    out = tmp_path / "out"
    shutil.copytree(versions / "old", out)
    object = Path(shutil.copytree(versions / "object", tmp_path / "object"))
    arguments = [
        "deposit",
        str(built),
        "-o",
        str(out),
        "--as",
        "folder",
        "--as",
        "zip",
        "--ocfl",
        str(object),
    ]
    event, number = moment.split()
    command = [sys.executable, "-c", KILLED, number, event, str(tmp_path), *arguments]
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    for package in [*out.glob("[!.]*"), *([object] if object.exists() else [])]:
        assert verify(package).findings == [], package.name
    deliver(edition.load(built), Order(out, ("folder", "zip"), object))
    assert sorted(path.name for path in out.iterdir()) == [
        "crossing-the-yalu-2026-11-22",
        "crossing-the-yalu-2026-11-22.zip",
    ]
    assert verify(object).findings == []

"""What others' programs say of our packages: they take them, and refuse the spoilt ones that ``--check`` refuses."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from encoder import edition
from encoder.deposit.delivery import Order, deliver
from encoder.deposit.verify.verification import verify
from tests.test_deposit_check import change, flip, sealed_again

pytestmark = pytest.mark.judge
SCRIPT = Path(__file__).with_name("deposit_judges.py")


@pytest.fixture(scope="session")
def python() -> str:
    found = os.environ.get("ENCODER_TEST_DEPOSIT", "")
    if not Path(found).is_file():
        pytest.skip(
            "no judges of packages; .ci/judges/deposit.sh installs them and sets ENCODER_TEST_DEPOSIT"
        )
    return found


@pytest.fixture
def judge(python: str, tmp_path: Path) -> Callable[..., list[str]]:
    """Ask a judge: what it holds against a package."""

    def asked(name: str, package: Path, *arguments: str) -> list[str]:
        if name == "rocrate":
            context = os.environ.get("ENCODER_TEST_ROCRATE", "")
            if not Path(context).is_file():
                pytest.skip(
                    "no context of RO-Crate; set ENCODER_TEST_ROCRATE to context.json of npm ro-crate"
                )
            arguments = (context, str(tmp_path / "cache"))
        command = [python, str(SCRIPT), name, str(package), *arguments]
        done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
        assert done.returncode == 0, done.stderr
        found: list[str] = json.loads(done.stdout.splitlines()[-1])
        return found

    return asked


@pytest.fixture
def spoilt(bag: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(bag, tmp_path / bag.name))


@pytest.fixture
def object(built: Path, tmp_path: Path) -> Path:
    deliver(edition.load(built), Order(tmp_path / "out", object=tmp_path / "object"))
    return tmp_path / "object"


@pytest.mark.parametrize("name", ["bagit", "profile", "rocrate", "datacite", "mets", "turtle"])
def test_a_judge_takes_the_package(judge: Callable[..., list[str]], bag: Path, name: str) -> None:
    assert judge(name, bag) == []


def test_datacite_takes_the_xml(judge: Callable[..., list[str]], bag: Path, schemas: Path) -> None:
    schema = schemas / "datacite-4.6/metadata.xsd"
    if not schema.exists():
        pytest.skip(f"no DataCite 4.6 in {schemas}")
    assert judge("datacite_xml", bag, str(schema)) == []


def test_judges_take_a_package_that_says_as_little_as_it_can(
    judge: Callable[..., list[str]], built: Path, tmp_path: Path, schemas: Path
) -> None:
    """No identifier, no keyword, no description: still valid, but for what ARCHE asks a person."""
    root = Path(shutil.copytree(built, tmp_path / "edition"))
    toml = (root / "edition.toml").read_text(encoding="utf-8").split("\n[deposit]")[0]
    start, end = toml.index("description = "), toml.index("[[editor]]")
    (root / "edition.toml").write_text(toml[:start] + toml[end:], encoding="utf-8")
    (root / "build/findings.json").write_bytes(b"[]")
    (bag,) = deliver(edition.load(root), Order(tmp_path / "out")).results
    for name in ("bagit", "profile", "rocrate", "datacite", "mets"):
        assert judge(name, bag) == [], name
    assert judge("datacite_xml", bag, str(schemas / "datacite-4.6/metadata.xsd")) == []
    lacking = {
        one.split(": ")[1]
        for one in judge("turtle", bag)
        if one.startswith("https://id.example.org/edition/: ")
    }
    assert lacking == {
        f"no {name}"
        for name in "hasDescription hasSubject hasContact hasDepositor hasOwner hasLicensor hasRightsHolder".split()
    }


def test_cffconvert_takes_the_citation(bag: Path) -> None:
    found = os.environ.get("ENCODER_TEST_CFF", "")
    if not Path(found).is_file():
        pytest.skip("no cffconvert; .ci/judges/deposit.sh installs it and sets ENCODER_TEST_CFF")
    command = [found, "--validate", "-i", str(bag / "data/CITATION.cff")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_ocfl_takes_the_object(judge: Callable[..., list[str]], object: Path) -> None:
    assert judge("ocfl", object) == []


SPOILT: dict[str, tuple[str, Callable[[Path], object], str]] = {
    "a flipped bit": ("bagit", lambda bag: flip(bag / "data/tei/prc-1961-05.xml"), "D011"),
    "a file added": ("bagit", lambda bag: (bag / "data/new.txt").write_text("x"), "D013"),
    "a file missing": ("bagit", lambda bag: (bag / "data/sources/prc-1961-05.txt").unlink(), "D012"),
    "a path out of the bag": (
        "bagit",
        lambda bag: change(bag / "manifest-sha512.txt", "data/tei/", "../../../etc/"),
        "D015",
    ),
    "no date": ("profile", lambda bag: change(bag / "bag-info.txt", "Bagging-Date: ", "Bagged: "), "D016"),
    "a file that the crate alone has": (
        "rocrate",
        lambda bag: (bag / "data/sources/prc-1961-05.txt").unlink(),
        "D019",
    ),
    "no JSON": ("rocrate", lambda bag: change(bag / "data/ro-crate-metadata.json", "{", "["), "D020"),
}


@pytest.mark.parametrize("how", SPOILT)
def test_what_a_judge_refuses_the_check_refuses(
    judge: Callable[..., list[str]], spoilt: Path, how: str
) -> None:
    name, spoil, code = SPOILT[how]
    spoil(spoilt)
    if name != "bagit":
        sealed_again(spoilt)
    try:
        held = judge(name, spoilt)
    except AssertionError as stopped:  # the judge itself could not go on
        held = [str(stopped)]
    assert held != []
    assert code in {one.code for one in verify(spoilt).findings}


OBJECTS: dict[str, tuple[Callable[[Path], object], str]] = {
    "a flipped bit": (lambda it: flip(it / "v1/content/tei/prc-1961-05.xml"), "D011"),
    "a file added": (lambda it: (it / "v1/content/new.txt").write_text("x"), "D013"),
    "a file missing": (lambda it: (it / "v1/content/sources/prc-1961-05.txt").unlink(), "D012"),
    "another sum": (lambda it: flip(it / "inventory.json.sha512"), "D031"),
}


@pytest.mark.parametrize("how", OBJECTS)
def test_what_the_judge_of_objects_refuses_the_check_refuses(
    judge: Callable[..., list[str]], object: Path, how: str
) -> None:
    spoil, code = OBJECTS[how]
    spoil(object)
    assert judge("ocfl", object) != []
    assert code in {one.code for one in verify(object).findings}

"""What ``encoder deposit --check`` promises: nothing that is wrong with a package goes by."""

import io
import json
import shutil
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from lxml import etree

from encoder.deposit import checklist, members
from encoder.deposit.bag import Bag
from encoder.deposit.record import File
from encoder.deposit.verify.verification import verify
from tests.packages import run


@pytest.fixture
def spoilt(bag: Path, tmp_path: Path) -> Path:
    """A copy of the bag that a test may spoil."""
    return Path(shutil.copytree(bag, tmp_path / bag.name))


def codes(package: Path) -> list[str]:
    return sorted({one.code for one in verify(package).findings})


def flip(path: Path, part: float = 0.5) -> None:
    data = bytearray(path.read_bytes())
    data[int(len(data) * part)] ^= 1
    path.write_bytes(data)


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def sealed_again(root: Path, path: str = "") -> None:
    """Make the manifests anew, as somebody would who changes a package on purpose."""
    info = (root / "bag-info.txt").read_text(encoding="utf-8")
    again = Bag(root)
    for one in sorted((root / "data").rglob("*")):
        if one.is_file():
            again.add(one.relative_to(root / "data").as_posix(), [one.read_bytes()])
    size = sum(file.size for file in again.files)
    rows = [
        f"Payload-Oxum: {size}.{len(again.files)}" if row.startswith("Payload-Oxum") else row
        for row in info.splitlines()
    ]
    for name in ("sha256", "sha512"):
        listed = sorted(again.files, key=lambda file: file.path)
        text = "".join(f"{getattr(file, name)}  data/{file.path}\n" for file in listed)
        (root / f"manifest-{name}.txt").write_text(text, encoding="utf-8")
    (root / "bag-info.txt").write_text("\n".join(rows) + "\n", encoding="utf-8")
    for name in ("sha256", "sha512"):
        (root / f"tagmanifest-{name}.txt").unlink()
    tags = [file_of(one) for one in sorted(root.iterdir()) if one.is_file()]
    for name in ("sha256", "sha512"):
        text = "".join(f"{getattr(file, name)}  {file.path}\n" for file in tags)
        (root / f"tagmanifest-{name}.txt").write_text(text, encoding="utf-8")


def file_of(path: Path) -> File:
    return members.contents(path.parent, lambda _: False).files[path.name]


# A bag as a folder.


def test_what_the_program_makes_is_whole_in_every_form(packages: Path) -> None:
    for package in sorted(packages.iterdir()):
        code, said, _ = run("--check", package)
        assert code == 0 and "files: whole, and as it is described" in said, said


SPOILT: dict[str, tuple[Callable[[Path], object], list[str]]] = {
    "a bit in a document": (lambda bag: flip(bag / "data/tei/prc-1961-05.xml"), ["D011", "D018"]),
    "a bit in a page": (lambda bag: flip(bag / "data/html/index.html"), ["D011", "D018"]),
    "a bit in a manifest": (
        lambda bag: change(bag / "manifest-sha512.txt", "data/tei/", "data/toi/"),
        ["D011", "D012", "D013"],
    ),
    "a bit in bag-info": (lambda bag: change(bag / "bag-info.txt", "yalu", "yala"), ["D011"]),
    "a file added": (lambda bag: (bag / "data/new.txt").write_text("x"), ["D013", "D017", "D018", "D025"]),
    "a file added beside data": (lambda bag: (bag / "run.exe").write_text("x"), ["D016"]),
    "a file missing": (
        lambda bag: (bag / "data/sources/prc-1961-05.txt").unlink(),
        ["D012", "D017", "D018", "D019"],
    ),
    "a description missing": (
        lambda bag: (bag / "data/README.txt").unlink(),
        ["D012", "D016", "D017", "D019"],
    ),
    "no bagit.txt": (lambda bag: (bag / "bagit.txt").unlink(), ["D010"]),
    "another bagit.txt": (lambda bag: (bag / "bagit.txt").write_text("BagIt-Version: 1\n"), ["D010"]),
    "a path that leads out": (
        lambda bag: change(bag / "manifest-sha512.txt", "data/tei/", "data/../../etc/"),
        ["D011", "D013", "D015"],
    ),
    "an absolute path": (
        lambda bag: change(bag / "manifest-sha256.txt", "data/tei/", "/etc/"),
        ["D011", "D015"],
    ),
    "a path twice": (
        lambda bag: change(bag / "manifest-sha256.txt", "05-12.xml", "05.xml"),
        ["D011", "D014"],
    ),
    "no manifest": (
        lambda bag: [(bag / f"manifest-{sum}.txt").unlink() for sum in ("sha256", "sha512")],
        ["D012", "D013", "D016"],
    ),
    "a link": (lambda bag: (bag / "data/link.txt").symlink_to("/etc/passwd"), ["D021"]),
}


@pytest.mark.parametrize("how", SPOILT)
def test_a_spoilt_bag_is_refused(spoilt: Path, how: str) -> None:
    spoil, wanted = SPOILT[how]
    spoil(spoilt)
    found = codes(spoilt)
    assert set(wanted) <= set(found), found
    assert run("--check", spoilt)[0] == 1


def replaced(path: str, old: str, new: str) -> Callable[[Path], None]:
    return lambda bag: change(bag / "data" / path, old, new)


# What is wrong though every sum is right: somebody has changed a description, or a file without its description.
UNTRUE: dict[str, tuple[Callable[[Path], object], str, str]] = {
    "a size in METS": (replaced("metadata/mets.xml", 'SIZE="', 'SIZE="1'), "D018", "mets.xml"),
    "a size in the RO-Crate": (
        replaced("ro-crate-metadata.json", '"contentSize": "', '"contentSize": "1'),
        "D018",
        "ro-crate",
    ),
    "a size in DataCite": (
        replaced("metadata/datacite.json", ' bytes"', '0 bytes"'),
        "D018",
        "datacite.json",
    ),
    "a count in the record": (
        replaced("metadata/record.xml", 'documents="5"', 'documents="6"'),
        "D018",
        "record.xml",
    ),
    "a sum in the RO-Crate": (
        replaced("ro-crate-metadata.json", '"sha256": "', '"sha256": "0'),
        "D018",
        "ro-crate",
    ),
    "a file that METS alone has": (
        replaced("metadata/mets.xml", "../tei/prc-1957", "../tei/prc-1857"),
        "D019",
        "mets.xml",
    ),
    "a path out of the package in METS": (
        replaced("metadata/mets.xml", "../tei/", "../../../../tei/"),
        "D019",
        "mets.xml",
    ),
    "a person of whom nothing is said": (
        replaced("ro-crate-metadata.json", '"publisher": {"@id": "#', '"publisher": {"@id": "#not-'),
        "D019",
        "ro-crate",
    ),
    "a document that the table alone has": (
        replaced("metadata/documents.csv", "tei/prc-1961-05.xml", "tei/x.xml"),
        "D019",
        "csv",
    ),
    "an input of nothing": (replaced("provenance.json", '"in": "tei/', '"in": "tea/'), "D019", "provenance"),
    "another title": (
        replaced("metadata/invenio.json", '"title": "Crossing', '"title": "Closing'),
        "D024",
        "invenio.json",
    ),
    "another DOI": (
        replaced("metadata/datacite.xml", "10.5281/zenodo", "10.5281/dryad"),
        "D024",
        "datacite.xml",
    ),
    "another date": (replaced("metadata/datacite.json", "2026-11-22", "2026-11-23"), "D024", "datacite.json"),
    "no JSON": (replaced("metadata/datacite.json", "{", "["), "D020", "datacite.json"),
    "no XML": (replaced("metadata/mets.xml", "</", "<"), "D020", "mets.xml"),
    "a file that nothing describes": (
        lambda bag: (bag / "data/note.txt").write_text("x"),
        "D025",
        "note.txt",
    ),
}


@pytest.mark.parametrize("how", UNTRUE)
def test_descriptions_that_are_not_true_are_refused(spoilt: Path, how: str) -> None:
    spoil, code, file = UNTRUE[how]
    spoil(spoilt)
    sealed_again(spoilt)
    found = verify(spoilt).findings
    assert any(one.code == code and file in one.file for one in found), found
    assert not {one.code for one in found} & {"D011", "D012", "D013", "D017"}


def test_a_bag_of_others_is_checked_too(tmp_path: Path) -> None:
    root = tmp_path / "bag"
    (root / "data").mkdir(parents=True)
    (root / "data/a file.txt").write_bytes(b"hello")
    (root / "bagit.txt").write_text("BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n")
    (root / "manifest-sha256.txt").write_text(
        "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824  data/a file.txt\n"
    )
    assert codes(root) == []
    (root / "bag-info.txt").write_text("Payload-Oxum: 6.1\nno label\n")
    assert codes(root) == ["D014", "D017"]


def test_the_profile_is_asked(spoilt: Path) -> None:
    change(spoilt / "bag-info.txt", "Bagging-Date: ", "Bagged: ")
    sealed_again(spoilt)
    assert [one.words["reason"] for one in verify(spoilt).findings] == ["bag-info.txt has no Bagging-Date"]


# Archives.


def zipped(path: Path, *entries: tuple[str, bytes], **attributes: int) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries:
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            for key, value in attributes.items():
                setattr(info, key, value)
            archive.writestr(info, data)
    return path


def tarred(path: Path, *entries: tarfile.TarInfo) -> Path:
    with tarfile.open(path, "w:gz") as archive:
        for entry in entries:
            archive.addfile(entry, io.BytesIO(bytes(entry.size)))
    return path


def entry(name: str, kind: bytes = tarfile.REGTYPE, size: int = 0) -> tarfile.TarInfo:
    made = tarfile.TarInfo(name)
    made.type, made.size, made.linkname = kind, size, "/etc/passwd"
    return made


def archives(folder: Path) -> Iterator[tuple[Path, str]]:
    yield zipped(folder / "out.zip", ("bag/../../evil", b"x")), "D015"
    yield zipped(folder / "absolute.zip", ("/etc/evil", b"x")), "D015"
    yield zipped(folder / "backslash.zip", ("bag\\..\\evil", b"x")), "D015"
    yield zipped(folder / "link.zip", ("bag/link", b"/etc/passwd"), external_attr=0o120777 << 16), "D021"
    yield zipped(folder / "bomb.zip", ("bag/data/zeros", bytes(members.FLOOR + 1))), "D022"
    yield zipped(folder / "two-tops.zip", ("bag/bagit.txt", b"x"), ("other/bagit.txt", b"x")), "D010"
    yield zipped(folder / "no-bag.zip", ("bag/thesis.txt", b"x")), "D010"
    yield tarred(folder / "out.tar.gz", entry("bag/../../evil")), "D015"
    yield tarred(folder / "link.tar.gz", entry("bag/link", tarfile.SYMTYPE)), "D021"
    yield tarred(folder / "hard.tar.gz", entry("bag/link", tarfile.LNKTYPE)), "D021"
    yield tarred(folder / "pipe.tar.gz", entry("bag/pipe", tarfile.FIFOTYPE)), "D021"
    yield tarred(folder / "twice.tar.gz", entry("bag/a"), entry("bag/a")), "D023"
    yield tarred(folder / "bomb.tgz", entry("bag/data/zeros", size=members.FLOOR + 1)), "D022"


def test_dangerous_archives_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(members, "FLOOR", 1 << 20)
    for archive, code in archives(tmp_path):
        assert codes(archive) == [code], archive.name
        assert run("--check", archive)[0] == 1


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_zip_with_two_files_of_one_name_is_refused(tmp_path: Path) -> None:
    assert codes(zipped(tmp_path / "twice.zip", ("bag/a", b"x"), ("bag/a", b"y"))) == ["D023"]


def test_a_flipped_bit_in_an_archive_is_found(packages: Path, tmp_path: Path) -> None:
    for package in packages.iterdir():
        for part in (0.1, 0.3, 0.5, 0.7, 0.9) if package.is_file() else ():
            copy = Path(shutil.copy(package, tmp_path))
            flip(copy, part)
            assert codes(copy), (package.name, part)


def test_what_is_no_package_is_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "letter.pdf").write_bytes(b"%PDF")
    (tmp_path / "empty.zip").write_bytes(b"")
    for name, said in (
        ("letter.pdf", "it is no folder, .zip or .tar.gz"),
        ("none", "there is no such file"),
        ("empty.zip", "it cannot be read"),
        (".", "it has no bagit.txt"),
    ):
        code, _, err = run("--check", tmp_path / name)
        assert code == 1 and "D010" in err and said in err


# Checklists, formats.


@pytest.mark.parametrize("repository", checklist.REPOSITORIES)
def test_a_checklist_says_what_is_met_and_what_is_not(bag: Path, repository: str) -> None:
    record = etree.parse(bag / "data/metadata/record.xml").getroot()
    before = {item.words: item.state for item in checklist.items(repository, record)}
    assert "person" in before.values() and "met" in before.values()
    for one in (
        "description",
        "keyword",
        "rights-holder",
        "creator",
        "contact",
        "coverage",
        "source-language",
    ):
        etree.strip_elements(record, one)
    after = {item.words: item.state for item in checklist.items(repository, record)}
    assert (
        sum(state == "missing" for state in after.values())
        >= sum(state == "missing" for state in before.values()) + 3
    )
    assert all(item.how for item in checklist.items(repository, record) if item.state == "missing")


def test_the_checklist_of_a_package_is_printed(packages: Path, bag: Path) -> None:
    code, said, _ = run("--check", packages / f"{bag.name}.zip", "--for", "arche")
    assert code == 0 and "ARCHE" in said and "Missing" in said and "[x] hasDepositor" in said
    assert run("--check", bag, "--for", "arche", "--fail-on", "warning")[0] == 1  # D040


def test_findings_come_in_the_usual_forms(spoilt: Path) -> None:
    flip(spoilt / "data/tei/prc-1961-05.xml")
    code, said, _ = run("--check", spoilt, "--format", "json")
    assert code == 1 and {"D011"} <= {one["code"] for one in json.loads(said)}


def test_check_makes_nothing(bag: Path) -> None:
    code, _, said = run("--check", bag, "--as", "zip")
    assert code == 2 and "--check makes nothing" in said


def test_editions_and_packages_are_told_apart(bag: Path, built: Path) -> None:
    code, _, said = run(bag)
    assert code == 2 and "this is a package, not an edition; 'encoder deposit --check" in said
    code, _, said = run("--check", built)
    assert code == 2 and "this is an edition" in said

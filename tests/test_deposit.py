"""What a package for archives promises: whole, the same on every run, and true to the edition."""

import gzip
import hashlib
import json
import os
import shutil
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from encoder import edition, files, findings
from encoder.cli import main
from encoder.deposit import settings
from encoder.deposit.delivery import Order, deliver
from encoder.deposit.parties import party
from encoder.deposit.rocrate import NAME
from encoder.markup import XML
from encoder.model import Finding, UsageError
from tests.packages import run


@pytest.fixture
def mine(built: Path, tmp_path: Path) -> Path:
    """A copy of the built edition that a test may spoil."""
    return Path(shutil.copytree(built, tmp_path / "edition"))


def with_setting(root: Path, text: str) -> edition.Edition:
    toml = (root / "edition.toml").read_text(encoding="utf-8").split("\n[deposit]")[0]
    (root / "edition.toml").write_text(toml + text, encoding="utf-8")
    files.write(root / "build/findings.json", b"[]")
    return edition.load(root)


# The bag.


def test_every_sum_is_that_of_its_file(bag: Path) -> None:
    for name in ("sha256", "sha512"):
        for manifest in (f"manifest-{name}.txt", f"tagmanifest-{name}.txt"):
            rows = (bag / manifest).read_text(encoding="utf-8").splitlines()
            assert rows == sorted(rows, key=lambda row: row.split("  ")[1])
            for row in rows:
                digest, path = row.split("  ")
                assert hashlib.new(name, (bag / path).read_bytes()).hexdigest() == digest
        listed = {row.split("  ")[1] for row in (bag / f"manifest-{name}.txt").read_text().splitlines()}
        assert listed == {p.relative_to(bag).as_posix() for p in (bag / "data").rglob("*") if p.is_file()}


def test_the_package_has_everything_that_belongs_to_the_edition(bag: Path, built: Path) -> None:
    data = bag / "data"
    for folder in ("tei", "sources", "registers"):
        names = {path.name for path in (built / folder).glob("[!.]*")}
        assert {path.name for path in (data / folder).iterdir()} == names
    assert (data / "schema/edition.odd").exists() and (data / "html/index.html").exists()
    assert (data / "pdf/edition.print").exists()


def test_its_data_is_an_edition_that_checks_and_points_nowhere_else(bag: Path, tmp_path: Path) -> None:
    data = Path(shutil.copytree(bag / "data", tmp_path / "data"))
    assert edition.load(data).schema == "schema"
    result = CliRunner().invoke(main, ["check", str(data), "--fail-on", "error"])
    assert result.exit_code == 0, result.output
    for path in (data / "tei").glob("*.xml"):
        assert b'<?xml-model href="../schema/edition.rng"' in path.read_bytes()


def test_a_document_in_another_encoding_becomes_utf8(mine: Path, tmp_path: Path) -> None:
    path = mine / "tei/prc-1961-05.xml"
    text = path.read_text(encoding="utf-8")
    path.write_bytes(text.replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16"))
    second = mine / "tei/prc-1961-05-12.xml"
    second.write_bytes(b"\xef\xbb\xbf" + second.read_bytes())
    files.write(mine / "build/findings.json", b"[]")
    (result,) = deliver(edition.load(mine), Order(tmp_path / "out")).results
    data = (result / "data/tei/prc-1961-05.xml").read_bytes()
    assert data.startswith(b"<?xml version='1.0' encoding='UTF-8'?>") and "…".encode() not in data[:10]
    assert files.read_xml(result / "data/tei/prc-1961-05.xml").get(XML + "id") == "prc-1961-05"
    assert (result / "data/tei/prc-1961-05-12.xml").read_bytes().startswith(b"<?xml ")


def test_packages_are_the_same_on_every_run(built: Path, packages: Path, tmp_path: Path) -> None:
    deliver(edition.load(built), Order(tmp_path, ("zip", "tar.gz")))
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "crossing-the-yalu-2026-11-22.tar.gz",
        "crossing-the-yalu-2026-11-22.zip",
    ]
    for path in tmp_path.iterdir():
        assert path.read_bytes() == (packages / path.name).read_bytes(), path.name


def test_archives_hold_the_folder_in_order_and_uncompressed(packages: Path, bag: Path) -> None:
    files_of_bag = sorted(p.relative_to(packages).as_posix() for p in bag.rglob("*") if p.is_file())
    with zipfile.ZipFile(packages / f"{bag.name}.zip") as archive:
        assert archive.namelist() == files_of_bag
        assert {one.compress_type for one in archive.infolist()} == {zipfile.ZIP_STORED}
        assert {one.date_time[:3] for one in archive.infolist()} == {(2026, 11, 22)}
    shutil.unpack_archive(
        packages / f"{bag.name}.tar.gz", packages.parent / "unpacked", "gztar", filter="data"
    )
    for name in files_of_bag:
        assert (packages.parent / "unpacked" / name).read_bytes() == (packages / name).read_bytes()
    assert gzip.decompress((packages / f"{bag.name}.tar.gz").read_bytes())[:4] == b"cros"


# The metadata.


def test_one_fact_is_the_same_in_every_format(bag: Path) -> None:
    metadata = bag / "data/metadata"
    datacite = json.loads((metadata / "datacite.json").read_text(encoding="utf-8"))
    invenio = json.loads((metadata / "invenio.json").read_text(encoding="utf-8"))["metadata"]
    crate = {
        one["@id"]: one for one in json.loads((bag / "data" / NAME).read_text(encoding="utf-8"))["@graph"]
    }
    assert datacite["titles"][0]["title"] == invenio["title"] == "Crossing the Yalu"
    assert datacite["doi"] == "10.5281/zenodo.1234567"
    assert crate["./"]["identifier"] == {"@id": "https://doi.org/10.5281/zenodo.1234567"}
    translators = [one["name"] for one in datacite["contributors"] if one["contributorType"] == "Translator"]
    assert translators == ["Wang, Jeffrey", "Kraus, Charles"]
    assert "translator" not in json.dumps(
        invenio["contributors"]
    )  # no word of InvenioRDM's: it would refuse the record
    assert (
        invenio["additional_descriptions"][0]["description"] == "Translated by Jeffrey Wang; Charles Kraus."
    )
    assert {"date": "1957-12-17/1962-03-24", "dateType": "Coverage"} in datacite["dates"]
    assert invenio["rights"] == [{"id": "cc-by-4.0"}] and invenio["languages"] == [{"id": "eng"}]
    items = [one for one in datacite["relatedItems"] if one["relationType"] == "IsTranslationOf"]
    assert "Archive of the Ministry of Foreign Affairs" in items[0]["titles"][0]["title"]
    funders = [one["funderName"] for one in datacite["fundingReferences"]]
    assert funders == ["Austrian Science Fund", "MacArthur Foundation", "Henry Luce Foundation"]
    for path in (bag / "data").rglob("*"):
        name = path.relative_to(bag / "data").as_posix()
        if path.is_file() and name != NAME:
            assert crate[name]["contentSize"] == str(path.stat().st_size)


def test_no_identifier_is_invented(mine: Path, tmp_path: Path) -> None:
    (result,) = deliver(with_setting(mine, ""), Order(tmp_path / "out")).results
    metadata = result / "data/metadata"
    assert "doi" not in json.loads((metadata / "datacite.json").read_text(encoding="utf-8"))
    assert ">(:tba)</identifier>" in (metadata / "datacite.xml").read_text(encoding="utf-8")
    said = b"".join(path.read_bytes() for path in metadata.iterdir())
    assert b"doi.org" not in said and b"10.5281" not in said and b"orcid" not in said
    assert "none yet" in (result / "data/README.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "inverted"),
    [
        ("Jeffrey Wang", "Wang, Jeffrey"),
        ("Shen Zhihua", "Shen, Zhihua"),
        ("Xiaoming Zhang", "Zhang, Xiaoming"),
        ("MAO Zedong", "MAO, Zedong"),
        ("Anna von der Heide", "von der Heide, Anna"),
        ("Novak, Jan", "Novak, Jan"),
        ("The encoder authors", "The encoder authors"),
        ("Example Institute of History", "Example Institute of History"),
        (
            "Woodrow Wilson International Center for Scholars",
            "Woodrow Wilson International Center for Scholars",
        ),
    ],
)
def test_a_name_is_read_as_family_and_given(name: str, inverted: str) -> None:
    assert party(name).inverted == inverted


# Refusals.


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[deposit]\ndoi = "zenodo.12"', "[deposit] doi is 'zenodo.12'; write it as 10.5281/zenodo.1234567."),
        ("[deposit]\nkeywords = 'war'", "keywords is a list"),
        ('[deposit]\ncolour = "red"', "has no setting colour; there are contact, depositor, doi"),
        ("[deposit]\nversion = 1.0", "version must be text in quotation marks"),
        ('[deposit.contact]\nname = "A"\nemail = "at home"', "[deposit.contact] email is 'at home'"),
        ('[deposit.contact]\nemail = "a@b.org"', "[deposit.contact] needs name"),
        ('[[deposit.funding]]\nnumber = "1"', "[[deposit.funding]] needs funder"),
        (
            '[[deposit.related]]\nrelation = "IsLike"\nidentifier = "10.1000/1"',
            "relation is 'IsLike'; DataCite knows",
        ),
        ('[[deposit.related]]\nrelation = "Cites"\nidentifier = "a book"', "write an address or a DOI"),
        ('[[editor]]\nname = "Jan Novak"\norcid = "0000-0002-1825-0098"', "which has a wrong digit"),
        (
            '[[editor]]\nname = "Jan Novak"\norcid = "1825"',
            "orcid is '1825'; write it as 0000-0002-1825-0097",
        ),
        ('[deposit]\nprinciples = "none.txt"', "principles is 'none.txt'; there is no such text file"),
    ],
)
def test_a_wrong_setting_is_refused_with_one_sentence(
    mine: Path, tmp_path: Path, text: str, said: str
) -> None:
    with pytest.raises(UsageError) as refused:
        deliver(with_setting(mine, f"\n{text}\n"), Order(tmp_path / "out"))
    assert said in str(refused.value) and str(refused.value).endswith(".")
    assert list((tmp_path / "out").iterdir()) == []


def test_a_right_orcid_is_taken(mine: Path) -> None:
    loaded = with_setting(mine, '\n[[editor]]\nname = "Jan Novak"\norcid = "0000-0002-1825-0097"\n')
    assert settings.read(loaded).doi == ""


def test_an_edition_that_was_edited_since_its_build_is_refused(mine: Path) -> None:
    later = (mine / "build/findings.json").stat().st_mtime + 5
    os.utime(mine / "tei/prc-1961-05.xml", (later, later))
    code, _, said = run(mine)
    assert code == 2 and "tei/prc-1961-05.xml is newer than the build. Run 'encoder build" in said
    shutil.rmtree(mine / "build")
    code, _, said = run(mine)
    assert code == 2 and "the edition has not been built" in said


@pytest.mark.parametrize(
    ("name", "code"), [("50%.txt", "D003"), ("a\nb.txt", "D003"), ("PRC-1961-05.txt", "D004")]
)
def test_names_that_some_systems_cannot_have_are_refused(
    mine: Path, tmp_path: Path, name: str, code: str
) -> None:
    (mine / "sources" / name).write_text("x", encoding="utf-8")
    delivered = deliver(edition.load(mine), Order(tmp_path / "out"))
    assert [one.code for one in delivered.findings] == [code] and delivered.results == []
    assert list((tmp_path / "out").iterdir()) == []


def test_names_of_tei_files_are_plain(mine: Path, tmp_path: Path) -> None:
    (mine / "tei/prc-1961-05.xml").rename(mine / "tei/Über.xml")
    files.write(mine / "build/findings.json", b"[]")
    delivered = deliver(edition.load(mine), Order(tmp_path / "out"))
    assert [one.code for one in delivered.findings] == ["D003"]


def test_what_an_archive_should_know_is_told(mine: Path, tmp_path: Path) -> None:
    path = mine / "tei/prc-1961-05.xml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("../schema/edition.sch", "../rules.sch"), encoding="utf-8"
    )
    shutil.rmtree(mine / "build/print")
    files.write(
        mine / "build/findings.json",
        "".join(findings.json_lines([Finding("S001", "sources/a.txt")])).encode(),
    )
    delivered = deliver(edition.load(mine), Order(tmp_path / "out"))
    assert [one.code for one in delivered.findings] == ["D001", "D002", "D005"]
    assert "told of 1 errors" in (delivered.results[0] / "data/README.txt").read_text(encoding="utf-8")


def test_only_a_package_of_the_edition_is_replaced(built: Path, tmp_path: Path) -> None:
    stranger = tmp_path / "crossing-the-yalu-2026-11-22"
    files.write(stranger / "thesis.txt", b"my only copy")
    code, _, said = run(built, "-o", tmp_path)
    assert code == 2 and "this is not a package of the edition" in said
    assert (stranger / "thesis.txt").read_bytes() == b"my only copy"


def test_a_package_that_fails_leaves_the_old_one(
    built: Path, bag: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = Path(shutil.copytree(bag, tmp_path / bag.name))
    (old / "data/mark.txt").write_text("old")
    monkeypatch.setattr("encoder.deposit.bag.Bag.close", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        deliver(edition.load(built), Order(tmp_path))
    assert (old / "data/mark.txt").exists() and [path.name for path in tmp_path.iterdir()] == [bag.name]

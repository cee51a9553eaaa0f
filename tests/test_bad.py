"""Every file of tests/bad gives its code only, at the right line; and nothing that is read does harm."""

import shutil
import subprocess
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from encoder import findings as codes
from encoder.checks import document, relaxng, wellformed
from encoder.data import SCHEMA
from encoder.model import Finding
from tests.bad_documents import BAD, documents

HERE = Path(__file__).parent
TABLE = documents()
FILES = sorted(BAD.glob("T*.xml"))

# tested by other means: a large file, an element that holds data, a grammar in files, a checker that stops, jing
ELSEWHERE = {"T005", "T018", "T020", "T021", "T022", "T100"}


def test_files_are_those_of_the_table() -> None:
    assert {path.stem: path.read_bytes() for path in FILES} == {
        name: data for name, (data, _) in TABLE.items()
    }, "run python -m tests.bad_documents"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_bad_document_gives_its_code_at_its_line(path: Path) -> None:
    found = document.findings(path.name, path.read_bytes())
    line = TABLE[path.stem][1]
    assert [(finding.code, finding.line) for finding in found] == [(path.stem[:4], line)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_bad_document_is_told_in_whole_sentences(path: Path) -> None:
    for finding in document.findings(path.name, path.read_bytes()):
        text = codes.message(finding) + codes.hint(finding)
        assert "http://www.tei-c.org/ns/1.0}" not in text
        assert not any(
            f"<{word}>" in text for word in ("allowed", "guess", "message", "reason", "missing", "attribute")
        )


def test_every_code_has_a_bad_document() -> None:
    of_tei = {code for code in codes.codes() if code.startswith("T")}
    assert of_tei - ELSEWHERE == {path.stem[:4] for path in FILES}


@pytest.mark.judge
@pytest.mark.skipif(not shutil.which("jing"), reason="jing is not installed")
def test_jing_agrees() -> None:
    good = sorted((HERE / "good").glob("*.xml"))
    read = [
        path for path in [*good, *FILES] if path.stem[:3] != "T00"
    ]  # jing stops at the first that is no XML
    run = subprocess.run(
        ["jing", str(SCHEMA / "edition.rng"), *map(str, read)], capture_output=True, text=True
    )
    refused = {Path(line.split(":")[0]).stem for line in run.stdout.splitlines() if ": error: " in line}
    assert ": fatal:" not in run.stdout
    valid = relaxng.edition().valid
    assert refused == {path.stem for path in read if not valid.validate(etree.parse(path))}


@pytest.mark.judge
@pytest.mark.skipif(not shutil.which("jing"), reason="jing is not installed")
@pytest.mark.parametrize("name", [path.name for path in FILES if path.stem[:4] in ("T001", "T006")])
def test_jing_agrees_that_it_is_no_xml(name: str) -> None:
    run = subprocess.run(
        ["jing", str(SCHEMA / "edition.rng"), str(BAD / name)], capture_output=True, text=True
    )
    assert run.returncode != 0


# nothing that is read does harm

SECRET = "the secret of another file"


def refused(data: bytes) -> Finding:
    found = document.findings("a.xml", data)
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE TEI [<!ENTITY a SYSTEM "{address}">]>',
        '<!DOCTYPE TEI [<!ENTITY a PUBLIC "x" "{address}">]>',
        '<!DOCTYPE TEI [<!ENTITY % a SYSTEM "{address}"> %a;]>',
        '<!DOCTYPE TEI SYSTEM "{address}">',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-7"])
def test_no_entity_reads_a_file(declaration: str, encoding: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.dtd"
    secret.write_text(SECRET, encoding="utf-8")
    for address in (secret.as_uri(), str(secret), "secret.dtd"):
        xml = (
            f'<?xml version="1.0" encoding="{encoding}"?>{declaration.format(address=address)}<TEI>&a;</TEI>'
        )
        finding = refused(xml.encode(encoding))
        assert finding.code in ("T001", "T002")
        assert SECRET not in codes.as_json([finding])


@pytest.mark.parametrize(
    "bomb",
    [
        "<!DOCTYPE TEI [<!ENTITY a0 'ha'>"
        + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12))
        + "]><TEI>&a11;</TEI>",
        "<!DOCTYPE TEI [<!ENTITY a0 'ha'>"
        + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12))
        + "]><TEI n='&a11;'/>",
        f"<!DOCTYPE TEI [<!ENTITY a '{'x' * 50_000}'>]><TEI>{'&a;' * 20_000}</TEI>",
        "<!DOCTYPE TEI [<!ENTITY a '&b;'><!ENTITY b '&a;'>]><TEI>&a;</TEI>",
        "<!DOCTYPE TEI [<!ENTITY % a '%b;'><!ENTITY % b '%a;'> %a;]><TEI/>",
    ],
    ids=["billion laughs", "in an attribute", "quadratic", "loop", "loop of parameters"],
)
def test_entity_bombs_do_not_go_off(bomb: str) -> None:
    start = time.perf_counter()
    assert refused(bomb.encode()).code in ("T001", "T002")
    assert time.perf_counter() - start < 5


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \n",
        b"\x00",
        b"\xff\xfe",
        b"<",
        b"%PDF-1.7",
        b"PK\x03\x04",
        b"TEI",
        "<TEI/>".encode("utf-16-le"),
        b'<?xml version="1.0" encoding="x-none"?><TEI/>',
    ],
)
def test_what_is_no_xml_is_told(data: bytes) -> None:
    found = document.findings("a.xml", data)
    assert found
    assert found[0].code in ("T001", "T010")


def test_depth_is_bounded() -> None:
    def nested(depth: int) -> bytes:
        return b"<a>" * depth + b"</a>" * depth

    assert isinstance(wellformed.parse("a.xml", nested(wellformed.DEPTH)), etree._ElementTree)
    assert [refused(nested(depth)).code for depth in (wellformed.DEPTH + 1, 255, 257, 100_000)] == [
        "T004"
    ] * 4


def test_the_deepest_document_can_be_checked() -> None:
    found = document.findings("a.xml", b"<a>" * wellformed.DEPTH + b"</a>" * wellformed.DEPTH)
    assert {finding.code for finding in found} == {"T010"}


def test_size_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wellformed, "BYTES", 10)
    assert refused(b"<TEI>         </TEI>").code == "T005"


def test_processing_instructions_do_nothing(tmp_path: Path) -> None:
    good = (HERE / "good" / "telegram.xml").read_text(encoding="utf-8")
    tricks = (
        '<?xml-stylesheet type="text/xsl" href="file:///etc/passwd"?>'
        '<?xml-model href="http://example.org/x.rng"?>'
        '<?php echo 1 ?><?oxygen RNGSchema="http://example.org/x.rng"?>'
    )
    assert document.findings("telegram.xml", good.replace("<TEI ", f"{tricks}\n<TEI ", 1).encode()) == []


def test_bytes_of_other_encodings_are_read() -> None:
    good = (HERE / "good" / "telegram.xml").read_text(encoding="utf-8")
    for encoding in ("utf-16", "iso-8859-1"):
        data = good.replace("UTF-8", encoding, 1).encode(encoding)
        assert document.findings("telegram.xml", data) == []


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.binary(max_size=200))
def test_any_bytes_give_findings(data: bytes) -> None:
    assert document.findings("a.xml", data)


names = st.sampled_from(["TEI", "teiHeader", "text", "p", "note", "choice", "b", "xml-x", "é"])
spaces = st.sampled_from(["", "http://www.tei-c.org/ns/1.0", "http://www.w3.org/1999/xhtml", "urn:x"])
values = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=8
)
attributes = st.dictionaries(
    st.sampled_from(["type", "n", "target", "{http://www.w3.org/XML/1998/namespace}lang", "{urn:x}y"]),
    values,
    max_size=3,
)


def built(
    space: str, name: str, attrs: dict[str, str], inner: list[etree._Element], text: str
) -> etree._Element:
    made = etree.Element(f"{{{space}}}{name}" if space else name, attrs)
    made.text = text
    made.extend(inner)
    return made


trees = st.recursive(
    st.builds(built, spaces, names, attributes, st.just([]), values),
    lambda inner: st.builds(built, spaces, names, attributes, st.lists(inner, max_size=4), values),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(trees)
def test_any_xml_gives_findings(tree: etree._Element) -> None:
    found = document.findings("a.xml", etree.tostring(tree, encoding="utf-8"))
    assert found
    assert codes.as_json(found)

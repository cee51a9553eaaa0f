"""Reading files: what is recognised, and one clear sentence for what is not."""

from pathlib import Path

import pytest

from encoder import findings, readers

TEXT = "Zhou: “Können wir?” – [handwritten: ja]\n"


def read(tmp_path: Path, data: bytes, name: str = "a.txt", encoding: str | None = None):  # type: ignore[no-untyped-def]
    path = tmp_path / name
    path.write_bytes(data)
    return readers.read(path, encoding)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_with_or_without_mark(tmp_path: Path, codec: str) -> None:
    source, told = read(tmp_path, TEXT.encode(codec))
    assert source is not None and source.text == TEXT
    assert {finding.code for finding in told} <= {"S005"}


@pytest.mark.parametrize(
    ("codec", "text"),
    [
        ("windows-1252", TEXT),
        ("gb18030", "鸭绿江边境问题：关于朝鲜公民越境的处理意见。外交部\n"),
    ],
)
def test_other_encodings_are_suggested_and_never_guessed(tmp_path: Path, codec: str, text: str) -> None:
    source, told = read(tmp_path, text.encode(codec))
    assert source is None and [finding.code for finding in told] == ["S003"]
    assert f"--encoding {codec}" in findings.hint(told[0])
    named, _ = read(tmp_path, text.encode(codec), encoding=codec)
    assert named is not None and named.text == text


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "S001"),
        (b" \n\t", "S001"),
        (b"%PDF-1.7 x", "S002"),
        (b"PK\x03\x04abc", "S002"),
        (bytes(range(256)) * 8, "S002"),
        (TEXT.encode("utf-16-le"), "S002"),
        (b"abc\xff", "S003"),
        (b"... --- ...", "S009"),
    ],
)
def test_what_is_no_text(tmp_path: Path, data: bytes, code: str) -> None:
    source, told = read(tmp_path, data)
    assert source is None and [finding.code for finding in told] == [code]


def test_missing_file_and_unknown_format(tmp_path: Path) -> None:
    assert readers.read(tmp_path / "none.txt")[1][0].code == "S006"
    assert readers.read(tmp_path / "scan.tiff")[1][0].code == "S007"


def test_characters_that_xml_cannot_hold_are_shown_and_counted(tmp_path: Path) -> None:
    source, told = read(
        tmp_path, b"a\x00b\x07c \xef\xbf\xbd and a sentence around them, so that it is a text"
    )
    assert source is not None and source.text.count("\ufffd") == 3 and source.replaced == 2
    assert told[0].code == "S004" and told[0].words["count"] == "2"


def test_wrong_name_of_an_encoding(tmp_path: Path) -> None:
    source, told = read(tmp_path, b"abc", encoding="klingon")
    assert source is None and "klingon" in findings.message(told[0])

"""`encoder check`: files, folders, editions, links across files, a second opinion, and whatever XML people have."""

import json
import os
import shutil
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from lxml import etree

from encoder import edition as editions
from encoder import findings
from encoder.checks import guideline, jing, pointers, relaxng
from encoder.checks.complaints import plain
from encoder.checks.pointers import Document
from encoder.cli import main
from encoder.cli.check import check as check_command
from encoder.findings import codes
from encoder.model import UsageError
from encoder.pipeline import build
from encoder.pipeline import check as checking
from tests.bad_documents import documents
from tests.conftest import EDITION, GOOD

TEI = "http://www.tei-c.org/ns/1.0"
DOCUMENT = "tei/prc-1961-05.xml"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["check", *map(str, arguments)])


def told(*arguments: object) -> list[tuple[str, str, int]]:
    rows = json.loads(run(*arguments, "--format", "json").stdout)
    return [(row["code"], Path(row["file"]).name, row["line"]) for row in rows]


def change(path: Path, old: str, new: str) -> int:
    """Replace the first of some text in a file; returns the line."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text.count("\n", 0, text.index(old)) + 1


def refused(result: Result) -> str:
    """The one sentence of a run that could not begin."""
    assert result.exit_code == 2 and not result.stdout and result.stderr.count("\n") == 1
    assert "Traceback" not in result.output
    return result.stderr


# what is checked


def test_an_edition_is_checked_whole(copy: Path) -> None:
    result = run(copy)
    assert (result.exit_code, result.stdout) == (0, "9 documents: no findings\n")


def test_a_folder_is_checked_with_what_is_below(tmp_path: Path) -> None:
    (tmp_path / "a" / "b.xml").mkdir(parents=True)
    shutil.copy(GOOD / "telegram.xml", tmp_path / "a" / "b.xml" / "telegram.xml")
    assert run(tmp_path).stdout == "1 document: no findings\n"


def test_a_file_that_is_named_twice_is_checked_once() -> None:
    assert run(GOOD / "telegram.xml", GOOD / "telegram.xml").stdout == "1 document: no findings\n"


def test_findings_have_the_line_and_a_caret(copy: Path) -> None:
    line = change(copy / DOCUMENT, 'status="draft"', 'status="finished"')
    rows = run(copy / DOCUMENT).stdout.splitlines()
    assert rows[0].startswith(f"{copy / DOCUMENT}:{line}:") and "error T017: 'finished'" in rows[0]
    assert rows[1][rows[2].index("^") :].startswith("<revisionDesc")
    assert rows[3].startswith("    hint: allowed: draft")


def test_fidelity_is_checked_with_the_sources_of_the_edition(copy: Path) -> None:
    change(copy / DOCUMENT, "ideological education", "education")
    assert [code for code, _, _ in told(copy)] == ["F001"]


def test_sources_are_found_by_the_name_that_their_tei_has(copy: Path) -> None:
    (copy / "sources" / "prc-1961-05.txt").rename(copy / "sources" / "1961 05.txt")
    tei = copy / "tei" / "1961-05.xml"
    (copy / DOCUMENT).rename(tei)
    change(tei, 'xml:id="prc-1961-05"', 'xml:id="d-1961-05"')
    assert told(copy) == []
    change(tei, "ideological education", "education")
    assert [code for code, _, _ in told(tei)] == ["F001"]


def test_sources_are_read_in_the_encoding_of_the_edition(copy: Path) -> None:
    path = copy / "sources" / "prc-1961-05.txt"
    path.write_bytes(path.read_text(encoding="utf-8").encode("utf-16-be"))
    assert [code for code, _, _ in told(copy)] != []
    change(copy / "edition.toml", "[edition]", '[edition]\nencoding = "utf-16-be"')
    assert [code for code, _, _ in told(copy)] == []


def test_hidden_files_are_left_out(copy: Path) -> None:
    (copy / "tei" / ".saved.xml").write_text("<broken", encoding="utf-8")
    assert told(copy) == told(copy / "tei") == []


def test_a_source_that_cannot_be_read_is_told(copy: Path) -> None:
    (copy / "sources" / "prc-1961-05.txt").write_bytes(b"%PDF-1.4")
    assert told(copy) == [("S002", "prc-1961-05.txt", 0)]


def test_a_document_without_a_source_is_told(copy: Path) -> None:
    (copy / "sources" / "prc-1961-05.txt").unlink()
    assert told(copy) == [("P004", "prc-1961-05.xml", 0)]


def test_another_grammar_leaves_out_the_editions_own_rules(copy: Path, tmp_path: Path) -> None:
    path = tmp_path / "any.rng"
    path.write_text(
        '<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><ref name="any"/></start><define name="any">'
        "<element><anyName/><zeroOrMore><choice><attribute><anyName/></attribute><text/><ref name='any'/></choice>"
        "</zeroOrMore></element></define></grammar>",
        encoding="utf-8",
    )
    change(copy / DOCUMENT, 'status="draft"', 'status="finished"')
    change(copy / DOCUMENT, "../registers/places.xml#jilin", "../registers/places.xml#nowhere")
    assert told(copy, "--schema", path) == []


# links across files


def test_pointers_into_registers_arrive(copy: Path) -> None:
    line = change(copy / DOCUMENT, "../registers/places.xml#jilin", "../registers/places.xml#jiling")
    assert told(copy) == [("L002", "prc-1961-05.xml", line)]
    assert "did you mean jilin?" in run(copy).stdout


def test_pointers_to_other_files_arrive(copy: Path) -> None:
    line = change(copy / DOCUMENT, "../registers/places.xml#jilin", "place.xml#jilin")
    assert told(copy) == [("L001", "prc-1961-05.xml", line)]
    assert "did you mean ../registers/places.xml?" in run(copy).stdout


def test_a_name_points_to_an_entry_of_its_kind(copy: Path) -> None:
    line = change(copy / DOCUMENT, "../registers/places.xml#jilin", "../registers/persons.xml#hao-deqing")
    assert told(copy) == [("L004", "prc-1961-05.xml", line)]


def test_registers_point_to_each_other(copy: Path) -> None:
    path = copy / "registers" / "persons.xml"
    line = change(
        path,
        "<occupation>Ambassador",
        '<affiliation ref="organizations.xml#none">x</affiliation><occupation>Ambassador',
    )
    assert ("L002", "persons.xml", line) in told(copy)


def test_one_file_of_an_edition_is_checked_with_the_edition(copy: Path) -> None:
    change(copy / DOCUMENT, "../registers/places.xml#jilin", "../registers/places.xml#jiling")
    assert [code for code, _, _ in told(copy / DOCUMENT)] == ["L002"]
    assert told(copy / "tei" / "prc-1961-05-12.xml") == []


def test_an_id_is_used_once_in_an_edition(copy: Path) -> None:
    shutil.copy(copy / "registers" / "persons.xml", copy / "tei" / "persons.xml")
    assert ("L003", "persons.xml", 4) in told(copy)


def test_the_programs_register_of_archives_serves_an_edition_without_one(copy: Path) -> None:
    (copy / "registers" / "archives.xml").unlink()
    assert told(copy) == []


@pytest.mark.parametrize(
    ("pointer", "code"),
    [
        ("b.xml", None),
        ("b.xml#x", None),
        ("b.xml#y", "L002"),
        ("c.xml", "L001"),
        ("../registers/r.xml#e", None),
        ("registers/r.xml#e", "L001"),
        ("r.xml#e", "L001"),
        ("b.xml#%78", None),
        ("#y", None),
        ("https://example.org/b.xml#y", None),
        ("mailto:a@example.org", None),
        ("b.xml#x c.xml", "L001"),
        ("", None),
    ],
)
def test_pointers(pointer: str, code: str | None) -> None:
    def document(path: str, inner: str) -> Document:
        stem = Path(path).stem
        return Document(path, path, f'<TEI xmlns="{TEI}" xml:id="{stem}">\n{inner}</TEI>'.encode())

    files = [
        document("tei/a.xml", f'<ref target="{pointer}"/><x xmlns="" target="none.xml"/>'),
        document("tei/b.xml", '<p xml:id="x"/>'),
        document("registers/r.xml", '<person xml:id="e"/>'),
        Document("tei/broken.xml", "tei/broken.xml", b"<TEI"),
    ]
    found = [(one.code, one.file, one.line, one.column) for one in pointers.findings(files)]
    assert found == ([(code, "tei/a.xml", 2, 1)] if code else [])


def test_links_of_one_document_grow_with_it() -> None:
    from time import process_time

    def cost(times: int) -> float:
        inner = '<ref target="a.xml#a"/>' * times
        data = f'<TEI xmlns="{TEI}" xml:id="a">{inner}</TEI>'.encode()
        start = process_time()
        assert pointers.findings([Document("a", "tei/a.xml", data)]) == []
        return process_time() - start

    cost(100)
    assert min(cost(8000) for _ in range(5)) < 9 * min(cost(2000) for _ in range(5))


# in a build


def test_a_build_checks_registers_and_links(copy: Path) -> None:
    line = change(
        copy / "registers" / "persons.xml", '<persName type="main">Hao', '<persName type="chief">Hao'
    )
    change(copy / DOCUMENT, "../registers/places.xml#jilin", "../registers/places.xml#jiling")
    report = build.publish(editions.load(copy), outputs=())
    found = {(one.code, one.file, one.line) for one in report.findings}
    assert ("T017", "registers/persons.xml", line) in found
    assert {file for code, file, _ in found if code == "L002"} == {DOCUMENT}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "iso-8859-15"])
def test_documents_in_other_encodings_are_published(encoding: str, copy: Path) -> None:
    path = copy / DOCUMENT
    text = path.read_text(encoding="utf-8").replace("Lüshun", "Lüshun €", 1)
    declared = text.replace("UTF-8", encoding.removesuffix("-sig"), 1)
    path.write_bytes(declared.encode(encoding, "xmlcharrefreplace"))
    report = build.publish(editions.load(copy), outputs=["html"])
    codes_told = {one.code for one in report.findings if findings.severity(one) == "error"}
    assert codes_told <= {"F001"} and len(report.documents) == 5
    assert "Lüshun €" in (copy / "build/html/prc-1961-05.html").read_text(encoding="utf-8")


# why


@pytest.mark.parametrize("code", codes())
def test_every_code_can_be_explained(code: str) -> None:
    result = run("--explain", code)
    assert result.exit_code == 0 and result.stdout.startswith(f"{code} ({codes()[code].severity})\n")
    assert "told as:" in result.stdout and "{" not in result.stdout.replace("[\\p{", "")


def test_a_rule_is_explained_by_its_guideline() -> None:
    said = run("--explain", "t131").stdout
    assert guideline.why("T131") in said and "hint:" in said and "'…'" in said


def test_an_unknown_code_is_told() -> None:
    assert "no code T999" in refused(run("--explain", "T999"))


# a second opinion


def test_every_engine_can_be_chosen() -> None:
    option = next(one for one in check_command.params if one.name == "engine")
    assert tuple(option.type.choices) == checking.ENGINES  # type: ignore[attr-defined]


def fake(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    path = folder / "bin" / "jing"
    path.parent.mkdir()
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    monkeypatch.setenv("PATH", f"{path.parent}{os.pathsep}{os.environ['PATH']}")


def test_where_jing_is_not_installed_one_sentence_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    assert "jing is not on the PATH" in refused(run(GOOD, "--engine", "jing"))


def test_judges_that_differ_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake(tmp_path, monkeypatch, 'echo "/x/0.xml:7:9: error: element \\"TEI\\" not allowed"; exit 1')
    assert told(GOOD / "telegram.xml", "--engine", "jing") == [
        ("T021", "telegram.xml", 7),
        ("T022", "telegram.xml", 0),
    ]


def test_a_jing_that_fails_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake(tmp_path, monkeypatch, 'echo "fatal: no memory" >&2; exit 1')
    assert "no memory" in refused(run(GOOD / "telegram.xml", "--engine", "jing"))


@pytest.mark.judge
def test_jing_gives_a_second_opinion_on_every_document(jing: str) -> None:
    """Good and bad documents: each that libxml2 refuses jing refuses too, and never do the two differ."""
    good, bad = sorted(GOOD.glob("*.xml")), sorted((GOOD.parent / "bad").glob("T*.xml"))
    found = checking.run([*good, *bad], judges=checking.Judges.of(None, "jing")).findings
    grammatical = {one.file for one in found if "T010" <= one.code <= "T019"}
    assert {one.file for one in found if one.code == "T021"} == grammatical and len(grammatical) > 80
    assert not [one for one in found if one.code == "T022"]
    assert all(one.line and one.column for one in found if one.code == "T021")


@pytest.mark.judge
def test_names_that_are_options_or_have_colons_are_read(jing: str, tmp_path: Path) -> None:
    for name in ("-i.xml", "a:1:2: error: b.xml", "ä b.xml"):
        shutil.copy(GOOD / "telegram.xml", tmp_path / name)
    found = checking.run([tmp_path], judges=checking.Judges.of(None, "jing")).findings
    assert {one.code for one in found} == {"T101"}


@pytest.mark.judge
def test_a_grammar_that_jing_cannot_read_is_told(jing: str, tmp_path: Path) -> None:
    (tmp_path / "a.rng").write_text("<element/>", encoding="utf-8")
    with pytest.raises(UsageError, match="could not check"):
        __import__("encoder.checks.jing", fromlist=["findings"]).findings(tmp_path / "a.rng", {"a": b"<a/>"})


def test_nothing_is_asked_where_there_is_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake(tmp_path, monkeypatch, "exit 9")
    assert jing.findings(relaxng.GRAMMAR, {}) == {}


# whatever people have

FOREIGN = {
    "html": '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>a</title></head><body><p>b [c]</p></body></html>',
    "html-without-namespace": "<html><body><br/></body></html>",
    "tei-without-header": f'<TEI xmlns="{TEI}" xml:id="a"><text><body><p>a</p></body></text></TEI>',
    "tei-empty": f'<TEI xmlns="{TEI}"/>',
    "tei-corpus": f'<teiCorpus xmlns="{TEI}"><teiHeader/><TEI><teiHeader/></TEI></teiCorpus>',
    "tei-p4": '<TEI.2 id="a"><teiHeader/><text><body><div1><p>a</p></div1></body></text></TEI.2>',
    "tei-prefixed": f'<t:TEI xmlns:t="{TEI}" xml:id="a"><t:text/></t:TEI>',
    "fragment": f'<p xmlns="{TEI}">a</p>',
    "egxml": '<egXML xmlns="http://www.tei-c.org/ns/Examples"><p/></egXML>',
    "mixed": f'<TEI xmlns="{TEI}" xml:id="a"><svg xmlns="http://www.w3.org/2000/svg"><g/></svg><text><body>'
    '<m:math xmlns:m="http://www.w3.org/1998/Math/MathML"/></body></text></TEI>',
    "ead": '<ead xmlns="urn:isbn:1-931666-22-9"><eadheader/><archdesc level="fonds"/></ead>',
    "instructions": f'<?a b?><!--c--><TEI xmlns="{TEI}"><?d?><!--e--><text><?f?></text></TEI><?g?>',
    "pointers": f'<TEI xmlns="{TEI}" xml:id="a"><ref target="#"/><ref target="# #a  "/><ref source="#char=9,1 x"/></TEI>',
    "wild-values": f'<TEI xmlns="{TEI}" xml:id="a" xml:lang=""><date from="" to="x"/><geo/><note type="rendition" target=""/>'
    '<pb/><list rend="numbered"><item/></list><date when="{}" cert="{name}"/></TEI>',
    "name-with-signs": '<élan xmlns="urn:{x}"><{}/></élan>'.replace("<{}/>", "<a.b-c/>"),
}


@pytest.mark.parametrize("name", FOREIGN)
@pytest.mark.parametrize("form", ["text", "sarif", "junit", "github"])
def test_any_xml_gives_findings_and_no_traceback(name: str, form: str, tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text(FOREIGN[name], encoding="utf-8")
    result = run(path, "--format", form)
    assert result.exit_code == 1 and isinstance(result.exception, SystemExit)
    assert "T1" in result.stdout or "T0" in result.stdout


@pytest.mark.parametrize("name", FOREIGN)
def test_any_xml_can_be_in_an_edition(name: str, copy: Path) -> None:
    (copy / "tei" / "a.xml").write_text(FOREIGN[name], encoding="utf-8")
    result = run(copy)
    assert result.exit_code == 1 and isinstance(result.exception, SystemExit)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "iso-8859-1"])
def test_lines_of_other_encodings_are_shown(encoding: str, tmp_path: Path) -> None:
    declared = {"utf-8-sig": "utf-8"}.get(encoding, encoding)
    text = (GOOD / "telegram.xml").read_text(encoding="utf-8").replace("UTF-8", declared, 1)
    path = tmp_path / "telegram.xml"
    path.write_bytes(text.replace('cert="low"', 'cert="0.3"').encode(encoding))
    rows = run(path).stdout.splitlines()
    assert "T017" in rows[0] and rows[1][rows[2].index("^") :].startswith("<unclear")


# what cannot be checked


def test_what_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    assert "no such file" in refused(run(tmp_path / "none.xml"))
    assert "no XML files" in refused(run(tmp_path))
    assert "to check" in refused(run())
    assert "one document" in refused(run(GOOD, "--source", GOOD / "telegram.xml"))


def test_an_edition_without_documents_or_with_a_bad_toml(tmp_path: Path) -> None:
    (tmp_path / "edition.toml").write_bytes((EDITION / "edition.toml").read_bytes())
    assert "no XML files" in refused(run(tmp_path))
    (tmp_path / "edition.toml").write_text("[", encoding="utf-8")
    assert "not valid TOML" in refused(run(tmp_path))


def test_a_grammar_that_is_none_is_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.rng"
    for text in ("", "no XML", "<a/>", '<element xmlns="http://relaxng.org/ns/structure/1.0"/>'):
        path.write_text(text, encoding="utf-8")
        assert "no RELAX NG grammar" in refused(run(GOOD, "--schema", path))


def test_a_file_that_vanishes_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.xml", "telegram.xml"):
        shutil.copy(GOOD / "telegram.xml", tmp_path / name)
    listed = checking._listed

    def vanishing(folder: Path) -> list[Path]:
        found = listed(folder)
        monkeypatch.setattr(Path, "is_file", lambda path: True)
        (tmp_path / "a.xml").unlink()
        return found

    monkeypatch.setattr(checking, "_listed", vanishing)
    checked = checking.run([tmp_path])
    assert [(one.code, Path(one.file).name) for one in checked.findings] == [("S006", "a.xml")]
    assert len(checked.documents) == 2


def test_a_link_to_nowhere_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "a.xml").symlink_to(tmp_path / "none.xml")
    assert "no XML files" in refused(run(tmp_path))


# plain words


@pytest.mark.parametrize("name", [name for name in documents() if name.startswith("T001")])
def test_what_is_no_xml_is_told_in_plain_words(name: str) -> None:
    said = run(GOOD.parent / "bad" / f"{name}.xml").stdout
    assert not any(jargon in said for jargon in ("xmlParse", "PCDATA", "AttValue", "mismatch", "redefined"))


def test_an_unknown_complaint_is_told_as_it_is() -> None:
    assert plain("Something new") == "Something new"


def test_the_page_of_the_guidelines_stands_by_itself() -> None:
    page = etree.fromstring((EDITION.parent / "schema" / "guidelines.html").read_bytes())
    html = "{http://www.w3.org/1999/xhtml}"
    identifiers = [one.get("id") for one in page.iter("*") if one.get("id")]
    assert len(identifiers) == len(set(identifiers))
    links = [one.get("href", "") for one in page.iter(html + "a")]
    assert {link[1:] for link in links if link.startswith("#")} <= set(identifiers)
    assert not list(page.iter(html + "script", html + "link", html + "img"))
    assert not page.xpath("//@style") and "url(" not in (page.findtext(f".//{html}style") or "")
    levels = [int(one.tag[-1]) for one in page.iter(*(f"{html}h{level}" for level in range(1, 7)))]
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))
    for table in page.iter(html + "table"):
        assert table.find(html + "caption") is not None
        assert all(cell.get("scope") for cell in table.iter(html + "th"))
    text = "".join(page.itertext())
    odd = etree.parse(EDITION.parent / "schema" / "edition.odd")
    for spec in odd.iter(f"{{{TEI}}}elementSpec"):
        assert f"element.{spec.get('ident')}" in identifiers
        assert len(list(spec.iter("{http://www.tei-c.org/ns/Examples}egXML"))) > 0
    for rule in odd.iter(f"{{{TEI}}}constraintSpec"):
        assert rule.get("ident") in identifiers
    for value in odd.iter(f"{{{TEI}}}valItem"):
        assert value.get("ident", "") in text

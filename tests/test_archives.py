"""The register of archives and the grammar of shelfmarks."""

import dataclasses
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from encoder import data
from encoder.metadata import archives
from encoder.metadata.archives import ArchiveReference

REGISTER = archives.load(data.REGISTERS)


def read(text: str) -> tuple[str, ...] | None:
    """Archive, collection, shelfmark and leaves of a reference."""
    found = archives.parse_reference(text, REGISTER)
    if found is None:
        return None
    return found.archive, found.collection, found.shelfmark, f"{found.pages_from}-{found.pages_to}".strip("-")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("PRC FMA 105-00123-02, 3-4", ("prc-fma", "Fond 105", "105-00123-02", "3-4")),
        ("PRC FMA 105-00123-02, 7", ("prc-fma", "Fond 105", "105-00123-02", "7-7")),
        ("APRF: F. 3, Op. 2, D. 11, Ll. 5-9", ("aprf", "Fond 3", "F. 3, Op. 2, D. 11", "5-9")),
        ("RGASPI, f. 17, op. 162, d. 9, l. 3ob.", ("rgaspi", "Fond 17", "f. 17, op. 162, d. 9", "3ob-3ob")),
        (
            "AVPRF: fond 0102, opis 6, delo 3, papka 21, listy 1-2",
            ("avprf", "Fond 0102", "fond 0102, opis 6, delo 3, papka 21", "1-2"),
        ),
        (
            "AVPRF, f. 0102, op. 6, p. 21, d. 3, ll. 1-2",
            ("avprf", "Fond 0102", "f. 0102, op. 6, p. 21, d. 3", "1-2"),
        ),
        ("РГАНИ, ф. 5, оп. 49, д. 10, лл. 4-6", ("rgani", "Fond 5", "ф. 5, оп. 49, д. 10", "4-6")),
        (
            "Russian State Archive of Contemporary History (RGANI), Moscow, f. 5, op. 49, d. 10",
            ("rgani", "Fond 5", "f. 5, op. 49, d. 10", ""),
        ),
        ("BArch, N 1351/12, 20-24.", ("bundesarchiv", "N 1351", "N 1351/12", "20-24")),
        ("SAPMO DY30/IV 2/20/9", ("sapmo", "DY30", "DY30/IV 2/20/9", "")),
        ("SAPMO-BArch, DY 30, IV 2/20/9, Bl. 5-7", ("sapmo", "DY 30", "DY 30, IV 2/20/9", "5-7")),
        ("PA AA, MfAA A 112", ("pa-aa", "MfAA", "MfAA A 112", "")),
        (
            "MOL XIX-J-1-j-China-5/b-1960, 3. doboz",
            ("mol", "XIX-J-1-j", "XIX-J-1-j-China-5/b-1960, 3. doboz", ""),
        ),
        ("NARA, RG 84, Box 3, 350.21/4-150", ("nara", "RG 84", "RG 84, Box 3, 350.21/4-150", "")),
        ("TNA, FO 371/12345, pp. 3-5", ("tna", "FO 371", "FO 371/12345", "3-5")),
        ("CREST, CIA-RDP78-00915R000100010001-1", ("crest", "", "CIA-RDP78-00915R000100010001-1", "")),
        ("AAN, KC PZPR, 1122, 8-9", ("aan", "", "KC PZPR, 1122", "8-9")),
        ("AMSZ, zespół 10, wiązka 2, teczka 3", ("amsz", "Fond 10", "zespół 10, wiązka 2, teczka 3", "")),
        (
            "TsDA, Sofia, Fond 1-B, Opis 6, a.e. 33, Listy 5-9",
            ("tsda", "Fond 1-B", "Fond 1-B, Opis 6, a.e. 33", "5-9"),
        ),
        ("AQPPSH, Fondi 14, Viti 1961, Dosja 2", ("aqppsh", "Fond 14", "Fondi 14, Viti 1961, Dosja 2", "")),
        (
            "ANIC, Fond CC, Foreign Relations, 3/1960, ff. 2-8",
            ("anr", "", "Fond CC, Foreign Relations, 3/1960", "2-8"),
        ),
        ("UN ARMS, S-0123-0004-05", ("un-archives", "", "S-0123-0004-05", "")),
        ("105-00123-02, 3-4", ("prc-fma", "Fond 105", "105-00123-02", "3-4")),
        ("Town Archive of Nowhere, f. 5, op. 3, d. 2, ll. 1-3", ("", "Fond 5", "f. 5, op. 3, d. 2", "1-3")),
    ],
)
def test_references(text: str, parts: tuple[str, ...]) -> None:
    assert read(text) == parts


@pytest.mark.parametrize(
    ("text", "name", "volume", "pages"),
    [
        ("Collected Letters (Paris: Seuil, 1971), 44.", "Collected Letters", "", ("44", "44")),
        (
            "See A. Author et al., A Book [Another Title] (Bern, 1971), pp.44- 46.)",
            "A. Author et al., A Book",
            "",
            ("44", "46"),
        ),
        ("It was read out. CWX Vol. II, pg. 44-46", "CWX", "CWX Vol. II", ("44", "46")),
    ],
)
def test_printed_works(text: str, name: str, volume: str, pages: tuple[str, str]) -> None:
    found = archives.parse_reference(text, REGISTER)
    assert found is not None
    assert (found.archive, found.name, found.shelfmark) == ("", name, volume)
    assert (found.pages_from, found.pages_to) == pages


@pytest.mark.parametrize(
    "text",
    [
        "On March 5 we met the delegation of 12 people.",
        "the Ministry of Foreign Affairs",
        "the APRF of the year",
        "PROFIT, 5-6",
        "",
    ],
)
def test_no_references(text: str) -> None:
    assert archives.parse_reference(text, REGISTER) is None


def test_place_and_names() -> None:
    found = archives.parse_reference("RGASPI (Moscow), f. 17, op. 3, d. 2", REGISTER)
    assert found is not None
    assert (found.full_name, found.country, found.settlement) == (
        "Russian State Archive of Socio-Political History",
        "Russia",
        "Moscow",
    )


def test_two_references_and_the_rest() -> None:
    text = "APRF, f. 3, op. 2, d. 11, ll. 5-9; RGASPI, f. 17, op. 3, d. 2. Translated by A. Nobody."
    found = archives.parse_reference(text, REGISTER)
    assert found is not None
    assert text[found.start : found.end] == "APRF, f. 3, op. 2, d. 11, ll. 5-9"
    assert found.rest.startswith("RGASPI")


def test_kept_as_typed() -> None:
    found = archives.typed_reference("Town Archive of Nowhere, 12-3-45, 6-7")
    assert found == ArchiveReference(
        "", "Town Archive of Nowhere", shelfmark="12-3-45", pages_from="6", pages_to="7", end=37
    )


def test_a_register_of_ones_own(tmp_path: Path) -> None:
    own = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff><listOrg><org xml:id="x">
      <orgName type="main">House of Papers</orgName><orgName type="abbreviation">HoP</orgName>
      <country>Utopia</country></org></listOrg></standOff></TEI>"""
    (tmp_path / "archives.xml").write_text(own)
    register = archives.load(tmp_path)
    found = archives.parse_reference("HoP, 12/3", register)
    assert found is not None
    assert (found.archive, found.country, found.shelfmark) == ("x", "Utopia", "12/3")
    assert archives.parse_reference("HoP, 12/3", archives.register(())) is None


def test_the_shipped_register() -> None:
    assert len(REGISTER.entries) >= 60
    assert len({archive.id for archive in REGISTER.entries}) == len(REGISTER.entries)
    for archive in REGISTER.entries:
        assert archive.name and archive.country and archive.settlement
        assert re.fullmatch(r"[a-z0-9-]+", archive.id)
    names = [n for a in REGISTER.entries for n in (a.name, *a.variants, *a.abbreviations)]
    assert len(set(names)) == len(names)


@given(st.text())
def test_total(text: str) -> None:
    found = archives.parse_reference(text, REGISTER)
    assert found is None or all(value is not None for value in dataclasses.astuple(found))
    archives.typed_reference(text)


@given(
    st.lists(
        st.sampled_from(
            ["APRF", " ", ",", "f. 3", "op. 2", "ll. 5-9", "(Moscow)", "1951", "; ", "Vol. I", "pp. 3"]
        )
    )
)
def test_total_on_pieces(pieces: list[str]) -> None:
    text = " ".join(pieces)
    found = archives.parse_reference(text, REGISTER)
    assert found is None or 0 <= found.start <= found.end <= len(text)

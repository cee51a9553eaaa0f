"""Citations and credits as typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from encoder import data
from encoder.metadata import archives, citation, credits

REGISTER = archives.load(data.REGISTERS)


def test_the_usual_citation() -> None:
    text = (
        "\"Cable from the Embassy, 'On the Harvest'\", March 3, 1960, Wilson Center Digital Archive, "
        "PRC FMA 106-00579-04, 5-6. Obtained by Anna Nowak and translated by Max Muster and Li Hua. "
        "https://archive.example.org/document/1"
    )
    found = citation.parse(text, REGISTER)
    assert found.title == "Cable from the Embassy, 'On the Harvest'"
    assert found.date is not None and found.date.when == "1960-03-03"
    assert found.series == "Wilson Center Digital Archive"
    assert found.reference is not None
    assert (found.reference.archive, found.reference.shelfmark) == ("prc-fma", "106-00579-04")
    assert found.obtained_by == ("Anna Nowak",)
    assert found.translators == ("Max Muster", "Li Hua")
    assert found.url == "https://archive.example.org/document/1"
    places = [span for name, span in found.spans if name == "translators"]
    assert [text[span.start : span.end] for span in places] == ["Max Muster", "Li Hua"]


def test_wrapped_lines_and_broken_link() -> None:
    text = (
        "Citation:\n“Minutes of\n   Talks,” May\n5, 1962, History and Public Policy\nProgram "
        "Digital Archive, "
        "APRF:\nF. 3, Op. 2, D. 1, Ll.\n5-7. Translated for CWIHP by Anna\nNowak.\nhttp://archive.example.org/document/\n22"
    )
    found = citation.parse(text, REGISTER)
    assert found.title == "Minutes of Talks"
    assert found.date is not None and found.date.when == "1962-05-05"
    assert found.series == "History and Public Policy Program Digital Archive"
    assert found.reference is not None and found.reference.pages_to == "7"
    assert found.translators == ("Anna Nowak",)
    assert found.url == "http://archive.example.org/document/22"
    title = dict(found.spans)["title"]
    assert text[title.start : title.end] == "Minutes of\n   Talks"


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("“Report, A to B,” 1950, X Digital Archive, APRF, f. 1, op. 2, d. 3", "Report, A to B"),
        (
            '"Report of 5 May 1950, evening", May 6, 1950, APRF, f. 1, op. 2, d. 3',
            "Report of 5 May 1950, evening",
        ),
        ("“A “Secret” Meeting,” May 6, 1950, APRF, f. 1, op. 2, d. 3", "A “Secret” Meeting"),
        ("\"The 'Plan'\", May 6, 1950, APRF, f. 1, op. 2, d. 3", "The 'Plan'"),
        ("“Cable [via Petrov],” May 6, 1950, APRF, f. 1, op. 2, d. 3", "Cable [via Petrov]"),
        ("„Bericht“, 6. Mai 1950, BArch, N 12/3", "Bericht"),
        ("APRF, f. 1, op. 2, d. 3", ""),
    ],
)
def test_titles(typed: str, title: str) -> None:
    found = citation.parse(typed, REGISTER)
    assert found.title == title
    assert found.reference is not None and found.reference.archive


@pytest.mark.parametrize(
    ("credit", "translators", "obtained", "others"),
    [
        ("Translated by A. B. Cee.", ("A. B. Cee",), (), ()),
        ("Translated for CWIHP from Russian by Anna Nowak, Karl von Stein and Ján Novák.",
         ("Anna Nowak", "Karl von Stein", "Ján Novák"), (), ()),
        ("Obtained for CWIHP by Jane Q. Doe, Jr. and translated for CWIHP by Li Hua.",
         ("Li Hua",), ("Jane Q. Doe, Jr.",), ()),
        ("Obtained and translated by Anna Nowak.", ("Anna Nowak",), ("Anna Nowak",), ()),
        ("Contributed to NKIDP by Bernd Muster; translated from German by Erika Muster.",
         ("Erika Muster",), (), (("contributed by", "Bernd Muster"),)),
        ("Copy provided to CWIHP by Ivan Petrov, Institute of History, Minsk. Edited by Anna Nowak.",
         (), (), (("provided by", "Ivan Petrov"), ("edited by", "Anna Nowak"))),
        ("Translated by Dr. Olga Petrova (University of Nowhere). For more, see the dossier.",
         ("Olga Petrova",), (), ()),
        ("Translation from Hungarian by Anna Nowak. With permission of the House of Papers.",
         ("Anna Nowak",), (), (("by permission of", "House of Papers"),)),
    ],
)  # fmt: skip
def test_contributors(
    credit: str, translators: tuple[str, ...], obtained: tuple[str, ...], others: tuple[tuple[str, str], ...]
) -> None:
    found = citation.parse(
        f"“Talk,” May 6, 1950, X Digital Archive, APRF, f. 1, op. 2, d. 3, l. 4. {credit}", REGISTER
    )
    assert (found.translators, found.obtained_by, found.other_contributors) == (translators, obtained, others)
    assert found.reference is not None and found.reference.pages_from == "4"


def test_reprint() -> None:
    text = (
        "“Talk,” May 6, 1950, X Digital Archive, APRF: F. 1, Op. 2, D. 3, Ll. 4-5. "
        "Reprinted in Anna Nowak and Jan Muster, A Collection, Vol. 5, 1946-February 1950 "
        "(Warsaw: Press, 2005), "
        "p. 37-43. Translated by Li Hua."
    )
    found = citation.parse(text, REGISTER)
    assert found.reprint.startswith("Reprinted in Anna Nowak") and found.reprint.endswith("p. 37-43.")
    assert found.translators == ("Li Hua",)


def test_provenance_stands_for_the_archive() -> None:
    text = "“Memoir,” 1958, X Digital Archive, Provided to the National Security Archive by Anna Nowak."
    found = citation.parse(text, REGISTER)
    assert found.reference is not None
    assert found.reference.archive == "nsarchive"
    assert found.reference.name == "Provided to the National Security Archive by Anna Nowak."
    assert found.other_contributors == (("provided by", "Anna Nowak"),)


def test_unknown_archive_is_kept() -> None:
    found = citation.parse("“Talk,” May 6, 1950, X Digital Archive, House of Papers, 12-3-45, 6-7.", REGISTER)
    assert found.reference is not None
    assert (found.reference.archive, found.reference.name, found.reference.shelfmark) == (
        "",
        "House of Papers",
        "12-3-45",
    )


@pytest.mark.parametrize("typed", ["undated", "n.d.", "no date"])
def test_undated(typed: str) -> None:
    found = citation.parse(f"“Talk,” {typed}, X Digital Archive, TNA, FO 371/12345", REGISTER)
    assert found.date is None
    assert found.series == "X Digital Archive"
    assert found.reference is not None and found.reference.archive == "tna"


@pytest.mark.parametrize("text", ["", "   ", "[", "“", "Citation:", "Talks were held."])
def test_nothing_to_find(text: str) -> None:
    found = citation.parse(text, REGISTER)
    assert (found.title, found.date, found.translators) == ("", None, ())


@given(st.text())
def test_total(text: str) -> None:
    found = citation.parse(text, REGISTER)
    assert all(0 <= span.start < span.end <= len(text) for _, span in found.spans)


PIECES = [
    *(
        "“Talk,”",
        "May 6, 1950,",
        "Digital Archive,",
        "APRF",
        "f. 1, op. 2,",
        "Translated by",
        "Li Hua",
        "and",
    ),
    *(".", "\n", "https://x.org/", "Provided to", "with permission of", "Reprinted in"),
]


@given(st.lists(st.sampled_from(PIECES)))
def test_total_on_pieces(pieces: list[str]) -> None:
    text = " ".join(pieces)
    found = citation.parse(text, REGISTER)
    assert all(0 <= span.start < span.end <= len(text) for _, span in found.spans)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It was made possible with support from Good Works Foundation", ["Good Works Foundation"]),
        ("It was made possible with support from the Anna Nowak Foundation.", ["Anna Nowak Foundation"]),
        ("… with support from the A Corporation of B Town, the C Foundation, and the D Family Foundation.",
         ["A Corporation of B Town", "C Foundation", "D Family Foundation"]),
        ("Funded by the Jan P. and Eva R. Muster Foundation and the E Fund",
         ["Jan P. and Eva R. Muster Foundation", "E Fund"]),
        ("Thanks to all who helped.", []),
        ("", []),
    ],
)  # fmt: skip
def test_funders(text: str, names: list[str]) -> None:
    assert credits.funders(text) == names

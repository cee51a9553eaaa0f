"""The record above a text: with labels in any dress, without labels, on a page whose lines are not broken."""

import pytest

from encoder import blocks
from encoder.checks import fidelity
from encoder.metadata import facts
from encoder.metadata.facts import Facts
from encoder.model import Block, Source
from encoder.pipeline import document
from encoder.pipeline.document import Workshop

TEXT = "The Minister received the Ambassador and told him what had been agreed upon the day before."


def read(shop: Workshop, record: str, text: str = TEXT) -> tuple[Facts, list[Block]]:
    found = blocks.blocks(Source("letter.txt", f"{record}\n\n{text}\n"))
    return facts.gather(found, shop.archives), found


def texts(found: list[Block], kind: str) -> list[str]:
    return [block.content.text for block in found if block.kind == kind]


RECORDS = {
    "Markdown list": (
        "# Talk in Streslau\n\n- **Date**: 3 May 1961\n- **Source**: State Archive, fond 4, opis 2, delo 17, ll. 5-9. "
        "Obtained by Anna Novak and translated by Jan Horak.\n- **Original language**: Polish"
    ),
    "form in capitals": (
        "TITLE: Talk in Streslau\nDATE: 3 May 1961\nSOURCE: State Archive, fond 4, opis 2, delo 17, l. 5-9\n"
        "LANGUAGE: Polish\nCONTRIBUTORS: Obtained by Anna Novak. Translated by Jan Horak."
    ),
    "no labels": (
        "Talk in Streslau\n\nMay 3, 1961\n\nState Archive, fond 4, opis 2, delo 17, ll. 5-9. Obtained by Anna Novak; "
        "translated from Polish by Jan Horak."
    ),
    "in brackets": (
        "Talk in Streslau\n3 May 1961\n[Source: State Archive, fond 4, opis 2, delo 17, ll. 5-9; obtained by Anna Novak and "
        "translated from Polish by Jan Horak.]"
    ),
    "language and credits in one": (
        "Talk in Streslau\n3 May 1961\nArchive: State Archive, fond 4, opis 2, delo 17, ll. 5-9\n"
        "Language: Polish. Obtained by Anna Novak and translated by Jan Horak"
    ),
    "a copy elsewhere": (
        "Talk in Streslau\n3 May 1961\nState Archive, fond 4, opis 2, delo 17, ll. 5-9 [copy in Graustark]. Obtained by Anna "
        "Novak. Translated by Jan Horak. Original language: Polish."
    ),
}


@pytest.mark.parametrize("record", RECORDS.values(), ids=RECORDS)
def test_one_record_in_many_dresses(shop: Workshop, record: str) -> None:
    known, found = read(shop, record)
    assert known.title is not None and known.title.text == "Talk in Streslau"
    assert known.date is not None and known.date.when == "1961-05-03"
    place = known.reference
    assert place is not None and place.name == "State Archive"
    assert (place.shelfmark, place.pages_from, place.pages_to) == ("fond 4, opis 2, delo 17", "5", "9")
    assert (known.obtained_by, known.translators) == (("Anna Novak",), ("Jan Horak",))
    assert known.languages == (("pl", "Polish"),)
    assert texts(found, "paragraph") == [TEXT]


@pytest.mark.parametrize(
    "opening",
    [
        "The State Archive was closed.\nOn 3 May 1961 nobody came.",  # prose that speaks of an archive
        "Protocol\n3 May 1961\nPresent were Novak, Horak and 12 others, who came from the archive.",
        "No. 14/61\n3 May 1961",
    ],
)
def test_what_is_no_record(shop: Workshop, opening: str) -> None:
    assert texts(read(shop, opening)[1], "metadata") == []


def test_a_page_whose_lines_are_not_broken_keeps_its_text(shop: Workshop) -> None:
    text = f"{TEXT} {TEXT}"
    record = (
        "Browse Topics About\nMay 3, 1961\nTalk in Streslau\nCitation\n“Talk in Streslau,” May 3, 1961, State Archive, fond 4, "
        "opis 2, delo 17, 5-9. https://example.org/document/12\n"
    ) + "\n".join([text] * 4)
    known, found = read(shop, record, text)
    assert known.title is not None and known.title.text == "Talk in Streslau"
    assert "Browse Topics About" in texts(found, "furniture")
    assert texts(found, "paragraph") == [text] * 5


def test_a_broken_citation_goes_on(shop: Workshop) -> None:
    record = "Citation:\n“Talk in Streslau,” May 3, 1961, State Archive, fond 4,\nopis 2, delo 17, 5-9. Translated by Jan\nHorak."
    known, _ = read(shop, record, "\n".join([TEXT[:60], TEXT[60:]] * 3))
    assert known.translators == ("Jan Horak",)
    assert known.reference is not None and known.reference.pages_to == "9"


@pytest.mark.parametrize("text", ["-  Citation:", "* Source:  x", "- [Source: x]", "[Citation:"])
def test_a_list_sign_before_a_label_is_no_column(shop: Workshop, text: str) -> None:
    made = document.encode(Source("a.txt", text), shop, "schema")
    assert fidelity.findings("a.xml", made.root, text) == []


def test_a_source_without_a_text_is_an_error(shop: Workshop) -> None:
    made = document.encode(
        Source("a.txt", "Citation:\n“A talk,” May 3, 1961, State Archive, 1-2.\n"), shop, "schema"
    )
    assert "M007" in [one.code for one in made.findings]


def test_files_are_named_as_their_sources() -> None:
    assert document.stem("112226") == "112226" and document.identifier("112226") == "d-112226"
    assert document.stem("a letter (2)") == document.identifier("a letter (2)") == "a-letter-2"

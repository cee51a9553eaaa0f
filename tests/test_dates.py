"""Dates as typed, in running text and alone."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from encoder.metadata.dates import DateValue, find, parse

DOCUMENT = DateValue(when="1953-06-12")


def said(value: DateValue | None) -> str | None:
    """In short: ``1953``, ``1953..1954`` a period, ``1953~1954`` bounds, ``?`` by its certainty."""
    if value is None:
        return None
    text = value.when or (
        f"{value.from_}..{value.to}" if value.from_ else f"{value.not_before}~{value.not_after}"
    )
    return text + {None: "", "medium": " ?", "low": " ??"}[value.cert]


def found(text: str, default: DateValue | None = DOCUMENT) -> list[tuple[str, str | None]]:
    return [(text[m.start : m.end], said(m.value)) for m in find(text, default)]


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("February 3, 1951", "1951-02-03"),
        ("3 February 1951", "1951-02-03"),
        ("Feb. 03, 1951", "1951-02-03"),
        ("February 3,1951", "1951-02-03"),
        ("3rd February, 1951", "1951-02-03"),
        ("the third of February 1951", "1951-02-03"),
        ("twenty-first of June, 1950", "1950-06-21"),
        ("Saturday, February 3, 1951", "1951-02-03"),
        ("3.2.1951", "1951-02-03"),
        ("3.II.1951", "1951-02-03"),
        ("1951-02-03", "1951-02-03"),
        ("23/2/1951", "1951-02-23"),
        ("2/23/1951", "1951-02-23"),
        ("3. Februar 1951", "1951-02-03"),
        ("3 février 1951", "1951-02-03"),
        ("1er août 1951", "1951-08-01"),
        ("3 de febrero de 1951", "1951-02-03"),
        ("3 febbraio 1951", "1951-02-03"),
        ("3 februarie 1951", "1951-02-03"),
        ("1951. február 3.", "1951-02-03"),
        ("1951. február 3-án", "1951-02-03"),
        ("3 lutego 1951 r.", "1951-02-03"),
        ("3 февраля 1951 г.", "1951-02-03"),
        ("3 fevralia 1951 g.", "1951-02-03"),
        ("ngày 3 tháng 2 năm 1951", "1951-02-03"),
        ("1951年2月3日", "1951-02-03"),
        ("一九五一年二月二十三日", "1951-02-23"),
        ("民国三十八年", "1949"),
        ("1951년 2월 3일", "1951-02-03"),
        ("3 February [1951]", "1951-02-03"),
        ("[3] February 1951", "1951-02-03"),
        ("3 [sic] February 1951", "1951-02-03"),
        ("February 1951", "1951-02"),
        ("1951", "1951"),
        ("1951?", "1951 ??"),
        ("about 1951", "1950~1952 ?"),
        ("the 1950s", "1950~1959"),
    ],
)
def test_whole_dates(typed: str, value: str) -> None:
    assert said(parse(typed)) == value


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("February 3", "1953-02-03 ?"),
        ("in August", "1953-08 ?"),
        ("March of this year", "1953-03 ?"),
        ("March of last year", "1952-03 ?"),
        ("3.2.51", "1951-02-03 ?"),
        ("the first third of May", "1953-05-01~1953-05-10 ?"),
        ("early May", "1953-05-01~1953-05-10 ?"),
        ("mid-May", "1953-05-11~1953-05-20 ?"),
        ("the end of February", "1953-02-21~1953-02-28 ?"),
        ("the second half of the month of September", "1953-09-16~1953-09-30 ?"),
        ("the first half of 1950", "1950-01~1950-06"),
        ("late 1950", "1950-09~1950-12 ?"),
        ("spring of 1950", "1950-03~1950-05 ?"),
        ("winter of 1950-51", "1950-12~1951-02 ?"),
        ("next winter", "1953-12~1954-02 ?"),
        ("May 12 at 1700", "1953-05-12T17:00:00 ?"),
        ("May 13, 21:35", "1953-05-13T21:35:00 ?"),
        ("13 May 1950, 9.30 p.m.", "1950-05-13T21:30:00"),
        ("13 May 1950, 9.30 a.m. - 1 p.m.", "1950-05-13T09:30:00..1950-05-13T13:00:00"),
    ],
)
def test_what_the_document_lends(typed: str, value: str) -> None:
    assert said(parse(typed, DOCUMENT)) == value


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("19-21 March 1950", "1950-03-19..1950-03-21"),
        ("20./21. November 1950", "1950-11-20..1950-11-21"),
        ("from 19 to 21 March", "1953-03-19..1953-03-21 ?"),
        ("March 19-21, 1950", "1950-03-19..1950-03-21"),
        ("between January and April [1950]", "1950-01..1950-04"),
        ("between January and the first third of May", "1953-01..1953-05-10 ?"),
        ("August-September", "1953-08..1953-09 ?"),
        ("May or June", "1953-05~1953-06 ?"),
        ("1946-February 1950", "1946..1950-02"),
        ("1946-1947", "1946..1947"),
        ("1911-12", "1911..1912"),
        ("December 30 - January 5, 1950", "1949-12-30..1950-01-05"),
        ("28 February - 3 March 1950", "1950-02-28..1950-03-03"),
        ("19 and 21 March", "1953-03-19~1953-03-21 ?"),
    ],
)
def test_ranges(typed: str, value: str) -> None:
    assert said(parse(typed, DOCUMENT)) == value


@pytest.mark.parametrize(
    "typed", ["31 April 1950", "31 April", "30.2.1950", "29 February 1951", "1950-13-01"]
)
def test_the_calendar_has_no_such_day(typed: str) -> None:
    assert parse(typed, DOCUMENT) is None
    assert find(f"It was {typed}.", DOCUMENT) == []


@pytest.mark.parametrize("typed", ["the harvest", "1,950", "10:30", "April fools", "page 5", "", "May I"])
def test_no_dates(typed: str) -> None:
    assert parse(typed, DOCUMENT) is None


@pytest.mark.parametrize(
    "text",
    [
        "May I say that we may go on.",
        "The Long March began, and the March on the capital.",
        "August Keller spoke; this august body listened.",
        "The October Revolution and May Day are holidays.",
        "The May 4th Movement was discussed.",
        "They had 2000 yuan, and in 1800 villages no grain.",
        "AB FMA 118-01026-01, 1-2, B 136/59748, 403-410.",
        "It cost 1.5—2 rubles for 3-4 days, see pp. 1840-1849.",
    ],
)
def test_not_taken_for_dates(text: str) -> None:
    assert found(text) == []


def test_running_text() -> None:
    text = "On 5 and 6 July they met; in August [1952] and since 1950 they wrote (1949) of the war of 1911."
    assert found(text) == [
        ("5", "1953-07-05 ?"),
        ("6 July", "1953-07-06 ?"),
        ("August [1952]", "1952-08"),
        ("1950", "1950"),
        ("1949", "1949"),
        ("1911", "1911"),
    ]


def test_brackets_stay_whole() -> None:
    assert found("dated 6 March [1952], and") == [("6 March [1952]", "1952-03-06")]
    assert found("[dated 6 March] 1952 letters") == [("6 March", "1952-03-06")]
    assert found("the plan of [1952]") == [("1952", "1952")]
    assert found("the plan [1952?]") == [("1952?", "1952 ??")]


def test_year_named_in_the_text() -> None:
    text = "The war of 1894 went on. On October 10 of that year it ended, and in November they left."
    assert found(text)[1:] == [("October 10 of that year", "1894-10-10 ?"), ("November", "1894-11 ?")]


def test_the_nearer_year_at_the_turn_of_the_year() -> None:
    value = parse("December 30", DateValue(when="1953-01-10"))
    assert value is not None
    assert (value.when, value.cert) == ("1952-12-30", "low")
    assert "1953" in str(value.evidence)


def test_without_document() -> None:
    assert said(parse("October 9")) == "--10-09"
    assert said(parse("in October")) == "--10"


def test_weekday_that_does_not_fit() -> None:
    value = parse("Monday, February 3, 1951")
    assert value is not None
    assert value.cert == "low"


def test_in_march_twenty_divisions() -> None:
    assert found("In March 20 divisions moved.") == [("March", "1953-03 ?")]


@given(st.text())
def test_total(text: str) -> None:
    for match in find(text, DOCUMENT):
        assert 0 <= match.start < match.end <= len(text)
    parse(text, DOCUMENT)


@given(
    st.lists(
        st.sampled_from(["May", "1 ", "and ", "1950", " [", "] ", "-", "the end of ", "5. ", "of that year "])
    )
)
def test_matches_stand_in_order(pieces: list[str]) -> None:
    text = "".join(pieces)
    matches = find(text, DOCUMENT)
    assert all(a.end <= b.start for a, b in pairwise(matches))
    for match in matches:
        assert text[match.start : match.end].count("[") == text[match.start : match.end].count("]")


@pytest.mark.parametrize(
    "unit", ["On 5 May 1950 they met in March. ", "1,", "May 1 and ", "1-", "[", "of the month of "]
)
def test_growth(unit: str) -> None:
    def seconds(length: int) -> float:
        best = float("inf")
        for run in range(3):
            text = "x " * run + unit * (length // len(unit))  # not the same text, which could be remembered
            started = time.process_time()
            find(text, DOCUMENT)
            best = min(best, time.process_time() - started)
        return best

    seconds(500)
    assert seconds(24000) < 8 * max(seconds(6000), 0.004)

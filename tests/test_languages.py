"""Source-language wording against English; names and their other forms."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from encoder.metadata import languages

FOREIGN = {
    (
        "zh-Latn-pinyin",
        "zh",
    ): "nongcun gaige|shengchan dui|ganbu|can kao|zhèngzhì|zheng4zhi4|fan geming|dui'e",
    ("zh-Latn-pinyin", None): "nongcun gaige|shengchan dadui|weiyuanhui",
    ("zh-Latn-wadegile", "zh"): "hsüeh-sheng|ch'ing-nien|kung-ch'an-tang|t'ung-chih|min-tsu",
    ("ko-Latn", "ko"): "dongmu|inmin wiwonhoe|chuch'e|kŭlloja|nongjang|saram",
    ("ja-Latn", "ja"): "kokumin|tennō|shinbun|gaimushō",
    ("vi", "vi"): "nhà nước|chu tich|cách mạng",
    ("vi", None): "đấu tranh|nhân dân",
    (
        "ru-Latn",
        "ru",
    ): "ravnopravie|Industrializatsiia|tiazhelyi vopros|rukovodstvo|sdelano|druzhba|oblast'",
    ("ru-Latn", None): "tiazhelyi vopros|promyshlennost'",
    ("de", "de"): "Staatssicherheit|Grundlagenvertrag|die Frage der Einheit|Verhältnis",
    ("hu", "hu"): "elvtárs|gazdasági együttműködés|a párt vezetése",
    ("ro", "ro"): "tovarăș|pentru prima dată|conducerea partidului",
    ("fr", "fr"): "la politique étrangère|réserve",
    ("pl", "pl"): "towarzysz|współpraca|niepodległość",
    ("cs", "cs"): "vláda|mezinárodní|meze",
    ("es", "es"): "compañero|la revolución",
    ("zh-Hans", None): "国家计划",
    ("zh-Hant", None): "國家計畫",
    ("zh", None): "主席",
    ("ko", None): "조선로동당",
    ("ja", None): "について",
    ("ru", None): "режим|государство",
    ("uk", None): "незалежність",
    ("bg", "bg"): "държава",
    ("mn-Latn", "mn"): "neegdsen sharkh",
    ("he-Latn", "he"): "hamtana",
    ("sq", "sq"): "gjakmarrja",
    ("und", "de"): "prouchit'",
}
ENGLISH = (
    "women|can|she|song|long|men|dying|bang|pin|sang|dance|machine|banana|data|anti-Party group|the troops|"
    "to be|in Korea|as soon as possible|and|those who|control|genuine|ten|fan|gun|border|sic|"
    "the amount of time and work|human|passion|season|union|comrade|literally|"
    "plenum|Embassy|Vice Chairman|collectivization|"
    "unambiguous|each of|redacted|he|me|are|one|made|name|hand|chin|Chinese"
)


@pytest.mark.parametrize(
    ("words", "tag", "source"),
    [(words, tag, source) for (tag, source), row in FOREIGN.items() for words in row.split("|")],
)
def test_foreign(words: str, tag: str, source: str | None) -> None:
    found = languages.identify(words, "", source)
    assert found is not None
    assert found.tag == tag
    assert 0.4 <= found.degree <= 1
    assert found.evidence


@pytest.mark.parametrize("source", ["zh", "ko", "ja", "vi", "ru", "de", None])
@pytest.mark.parametrize("words", ENGLISH.split("|"))
def test_english(words: str, source: str | None) -> None:
    assert languages.identify(words, "", source) is None


def test_the_document_weighs() -> None:
    as_chinese = languages.identify("jinsu", "", "zh")
    as_korean = languages.identify("jinsu", "", "Korean")
    assert as_chinese is not None and as_chinese.tag == "zh-Latn-pinyin"
    assert as_korean is not None and as_korean.tag == "ko-Latn"
    in_russian = languages.identify("zhengce yanjiu", "", "ru")
    assert in_russian is not None and in_russian.tag == "zh-Latn-pinyin" and in_russian.degree < 0.9


def test_host_that_sounds_alike() -> None:
    alone = languages.identify("blokada", "", "ru")
    beside = languages.identify("blokada", "the blockade", "ru")
    assert alone is not None and beside is not None
    assert beside.degree > alone.degree


@pytest.mark.parametrize(
    ("words", "name"), [("Xiaolin", True), ("Pak Chol Su", True), ("Tuanjie bao", False)]
)
def test_names_keep_to_the_same_syllables(words: str, name: bool) -> None:
    found = languages.identify(words, "", "zh")
    assert found is not None
    assert found.is_name is name


def test_abstract_nouns_are_no_names() -> None:
    found = languages.identify("Mobilizatsiia", "", "ru")
    assert found is not None
    assert not found.is_name


@pytest.mark.parametrize("words", ["", "...", "12", "[", "PLA", "?"])
def test_no_words(words: str) -> None:
    assert languages.identify(words) is None


def test_unknown_language() -> None:
    found = languages.identify("wqvrli", "")
    assert found is not None
    assert (found.tag, found.degree) == ("und", 0.4)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zhu Lin", True),
        ("Port Lambert", True),
        ("von der Heide", True),
        ("O'Brien", True),
        ("Jean-Luc", True),
        ("North Korea", True),
        ("The", False),
        ("Central Committee", False),
        ("the troops", False),
        ("PLA General", False),
        ("We", False),
        ("Chinese", False),
        ("A Long Way From The Old Town", False),
    ],
)
def test_name_form(text: str, expected: bool) -> None:
    assert languages.name_form(text) is expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Choe Seung-hui", "Choe Sung Hui"),
        ("Jeong Yeong-su", "Chong Yong Su"),
        ("Tsingtao", "Qingdao"),
        ("Teng Hsiao-p'ing", "Deng Xiaoping"),
        ("Chu Teh", "Zhu De"),
        ("Lin", "Ling"),
        ("Kharkov", "Харьков"),
        ("Ustinov", "Oustinov"),
        ("Hamheung", "Hamhung"),
    ],
)
def test_other_forms_of_a_name(one: str, other: str) -> None:
    assert languages.same_name_other_form(one, other) >= 0.6


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mukden", "Shenyang"),
        ("Andreev", "Filippov"),
        ("Zhu De", "Chen Yi"),
        ("Wang Ping", "Wang Dongxing"),
        ("", "Lin"),
    ],
)
def test_other_names(one: str, other: str) -> None:
    assert languages.same_name_other_form(one, other) < 0.6


@pytest.mark.parametrize(
    ("name", "count"), [("Deng", 1), ("Xiaoping", 2), ("Pak Chol Su", 3), ("Kowalski", 0)]
)
def test_syllables(name: str, count: int) -> None:
    assert languages.syllables(name) == count


def test_given_names() -> None:
    assert languages.given_name("Sergei") and languages.given_name("A. I.")
    assert not languages.given_name("Lin") and not languages.given_name("Committee")


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("Chinese", "zh"),
        ("russian", "ru"),
        ("Korean language", "ko"),
        ("中文", "zh"),
        ("Magyar", "hu"),
        ("Klingon", None),
    ],
)
def test_language_tags(name: str, tag: str | None) -> None:
    assert languages.language_tag(name) == tag


def test_language_names() -> None:
    assert languages.language_name("zh") == "Chinese"
    assert languages.language_name("zh-Latn-pinyin") == "Chinese in Hanyu Pinyin"
    assert languages.language_name("de-AT") == "German"
    assert languages.language_name("qqq") == "qqq"


@given(st.text(), st.text(max_size=20), st.sampled_from(["zh", "ru", "ko", None]))
def test_total(words: str, host: str, source: str | None) -> None:
    found = languages.identify(words, host, source)
    assert found is None or 0 < found.degree <= 1
    languages.name_form(words)
    assert 0 <= languages.same_name_other_form(words, host) <= 1


@pytest.mark.parametrize("unit", ["a", "na", "yuejing ", "w-", "n'", "ost", "中", "the "])
def test_growth(unit: str) -> None:
    def seconds(length: int) -> float:
        best = float("inf")
        for run in range(3):
            text = "x " * run + unit * (length // len(unit))  # not the same text, which could be remembered
            started = time.process_time()
            languages.identify(text, "", "ru")
            best = min(best, time.process_time() - started)
        return best

    seconds(500)
    assert seconds(24000) < 8 * max(seconds(6000), 0.004)

"""The form of proper names: is this one, is it a given name, how many syllables has it."""

from __future__ import annotations

import re
from functools import lru_cache

from encoder.metadata.tables import listed, vocabulary
from encoder.metadata.wording import chinese, english, korean

_PARTICLES = listed(
    "de del della di da dos du la le van von der den ter zu zur al el bin ibn ben bint y e of the and und et "
    "i ul ud"
)
_JOINING = listed("of the and i e y et und")
_PLACES = listed(
    "china korea japan vietnam mongolia russia britain england scotland ireland france germany italy "
    "spain portugal poland hungary romania bulgaria czechoslovakia yugoslavia serbia croatia albania "
    "greece turkey europe asia africa america canada mexico cuba brazil argentina chile india pakistan "
    "ceylon burma thailand siam laos cambodia indonesia malaya malaysia philippines australia israel "
    "egypt iran iraq syria afghanistan tibet manchuria taiwan formosa macao moscow peking beijing berlin "
    "london paris washington york geneva vienna rome prague warsaw budapest bucharest sofia belgrade "
    "tokyo seoul pyongyang hanoi saigon delhi congo ghana guinea mali algeria kampuchea myanmar persia abyssinia ethiopia "
    "rhodesia palestine transjordan jordan lebanon prussia silesia bohemia moravia slovakia galicia bukovina bessarabia "
    "transylvania macedonia bosnia croatia slovenia montenegro lithuania latvia estonia ukraine belarus finland norway sweden "
    "denmark holland netherlands belgium switzerland austria danzig gdansk gdańsk breslau wroclaw wrocław stettin szczecin "
    "posen poznan poznań lemberg lwow lwów lviv wilno vilnius vilna kaunas reval tallinn pressburg bratislava pozsony fiume "
    "rijeka laibach ljubljana agram zagreb salonika thessaloniki smyrna izmir constantinople istanbul königsberg kaliningrad "
    "leningrad petrograd stalingrad volgograd mukden dairen harbin canton nanking nanjing chungking peiping amoy keijo "
    "batavia jakarta djakarta rangoon yangon bombay calcutta madras colombo rawalpindi karachi kabul tehran baghdad cairo "
    "sakhalin karafuto kurils hokkaido okinawa quemoy matsu hainan kowloon"
)
_PERSONS = listed("lenin stalin marx engels mao")
_NAME_WORD = re.compile(r"(?:[^\W\d_]['’ʼ]?)+\.?(?:-[^\W\d_]['’ʼ\w]*)*")


def name_form(text: str) -> bool:
    """Whether the text has the form of a proper name: one to four capitalised words, hyphens, particles.

    Ordinary English words with a capital (``The``, ``Central Committee``) and abbreviations alone are none.
    """
    words = text.strip(" .,;:?!").split()
    capitals = [word for word in words if word.casefold() not in _PARTICLES]
    if not 1 <= len(capitals) <= 4 or len(words) > 6 or words[-1].casefold() in _PARTICLES:
        return False
    if words[0].casefold() in _JOINING:
        return False
    if not all(_NAME_WORD.fullmatch(word) and word[0].isupper() for word in capitals):
        return False
    return any(_proper(word) for word in capitals)


def _proper(word: str) -> bool:
    if given_name(word) or word.casefold() in _PLACES | _PERSONS:
        return True
    return not (english.known(word) or _abbreviation(word))


def _abbreviation(word: str) -> bool:
    return (word.isupper() and len(word) > 1) or len(word.rstrip(".")) == 1


def given_name(text: str) -> bool:
    """Whether the text is one common given name of Europe or America, or initials (``A. I.``)."""
    bare = text.strip(" ,;:?")
    return bare in vocabulary("given-names.txt") or bool(re.fullmatch(r"(?:[^\W\d_]\.\s?)+", bare))


def is_place(text: str) -> bool:
    """Whether the text is the name of a country or a capital that everybody knows."""
    return text.casefold() in _PLACES


@lru_cache(maxsize=4096)
def syllables(text: str) -> int:
    """How many syllables a romanized Chinese or Korean name has (``Deqing`` 2, ``Zhou Enlai`` 3); else 0."""
    count = 0
    for word in text.split():
        cut = chinese.pinyin(word) or chinese.wade_giles(word) or korean.korean(word)
        if not cut:
            return 0
        count += len(cut)
    return count

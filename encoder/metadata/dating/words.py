"""The words of dates: months and weekdays in many languages, ordinals, parts of a month, seasons."""

from __future__ import annotations

import unicodedata

from encoder.metadata.tables import listed

_MONTHS = """
en january february march april may june july august september october november december
de januar februar märz april mai juni juli august september oktober november dezember
de-AT jänner feber märz april mai juni juli august september oktober november dezember
fr janvier février mars avril mai juin juillet août septembre octobre novembre décembre
es enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
it gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
pt janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro
ro ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie
hu január február március április május június július augusztus szeptember október november december
pl stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia
pl-nom styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień
cs ledna února března dubna května června července srpna září října listopadu prosince
cs-nom leden únor březen duben květen červen červenec srpen září říjen listopad prosinec
sk januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra
sr januar februar mart april maj jun jul avgust septembar oktobar novembar decembar
sr-gen januara februara marta aprila maja juna jula avgusta septembra oktobra novembra decembra
sq janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor
ru января февраля марта апреля мая июня июля августа сентября октября ноября декабря
ru-nom январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь
ru-Latn yanvarya fevralya marta aprelya maya iyunya iyulya avgusta sentyabrya oktyabrya noyabrya dekabrya
ru-LC ianvaria fevralia marta aprelia maia iiunia iiulia avgusta sentiabria oktiabria noiabria dekabria
bg януари февруари март април май юни юли август септември октомври ноември декември
uk січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
"""
_SHORT = "jan feb mar apr may jun jul aug sep oct nov dec"  # English; German and French ones are below
_SHORT_OTHER = {
    "sept": 9, "mär": 3, "mrz": 3, "okt": 10, "dez": 12, "janv": 1, "févr": 2, "avr": 4, "juil": 7, "déc": 12,
    "янв": 1, "фев": 2, "февр": 2, "апр": 4, "авг": 8, "сент": 9, "окт": 10, "нояб": 11, "дек": 12,
}  # fmt: skip
_WEEKDAYS = """
monday tuesday wednesday thursday friday saturday sunday
mon tue wed thu fri sat sun
montag dienstag mittwoch donnerstag freitag samstag sonntag
lundi mardi mercredi jeudi vendredi samedi dimanche
lunes martes miércoles jueves viernes sábado domingo
lunedì martedì mercoledì giovedì venerdì sabato domenica
luni marți miercuri joi vineri sâmbătă duminică
hétfő kedd szerda csütörtök péntek szombat vasárnap
понедельник вторник среда четверг пятница суббота воскресенье
ponedelnik vtornik sreda chetverg piatnitsa subbota voskresene
"""
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)


def fold(word: str) -> str:
    """A word without case and without marks: what two spellings of one month share."""
    if word.isascii():
        return word.lower()
    bare = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in bare if not unicodedata.combining(c))


def _months() -> dict[str, int]:
    table: dict[str, int] = {}
    for line in _MONTHS.split("\n"):
        for number, name in enumerate(line.split()[1:], 1):
            table.setdefault(fold(name), number)
    return table


def _ordinals() -> dict[str, int]:
    small = _ORDINALS.split()
    table = {word: number for number, word in enumerate(small, 1)}
    table |= {f"twenty-{word}": 20 + number for number, word in enumerate(small[:9], 1)}
    return table | {"thirtieth": 30, "thirty-first": 31}


ENGLISH = frozenset(_MONTHS.split("\n")[1].split()[1:])
FULL = _months()
SHORT = {word: n for n, word in enumerate(_SHORT.split(), 1)} | {fold(k): n for k, n in _SHORT_OTHER.items()}
WEEKDAYS = {fold(w): n for line in _WEEKDAYS.strip().split("\n") for n, w in enumerate(line.split())} | {
    "tues": 1, "thur": 3, "thurs": 3, "sonnabend": 5,
}  # fmt: skip
ORDINALS = _ordinals()
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 14)}
ROMAN = {
    n: i for i, n in enumerate(["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"], 1)
}

# Words between a day and its month, a month and its year, in the languages above.
OF = listed("of de del du d")
YEAR_WORD = frozenset(map(fold, listed("г год года р роки рік r g god goda roku an anul año anno")))
TO = listed("to through thru till until bis au à al по до na do")
DASHES = frozenset("-–—‒−/")
AND = listed("and und et y и i e si &")
OR = listed("or oder ou o или")
APPROXIMATE = listed("about around circa ca approximately c")
# A month's name that is part of the name of something else is no date.
EVENTS = listed(
    "revolution movement day uprising theses incident coup plenum congress street square avenue theater "
    "factory group organization fair festival offensive declaration agreement statement events rebellion"
)
# Words before which a bare month, and after which a bare year, is a time.
BEFORE_MONTH = listed(
    "in of since until till by during before after through between from late early mid middle this last next "
    "past and or to month months beginning end start for around about"
)
BEFORE_YEAR = listed(
    "in of since until till during year years before after by from between around about circa late early mid "
    "and to or for summer winter spring autumn fall"
)

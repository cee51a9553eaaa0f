"""What stands beside a whole noun phrase, a quotation or a time, and says who, what or when that is: the forms of a gloss
that are told by position. A noun phrase with its own article never goes on where a noun phrase has ended."""

import re

from encoder.brackets.context import Context
from encoder.brackets.names import NameBefore
from encoder.brackets.variant import is_name
from encoder.inline import english
from encoder.metadata import dates, languages, wording
from encoder.model import Claim

# Common nouns that name someone or something only within a circle, and are then written with a capital.
_ROLES = frozenset(
    "center centre boss leader party government side republic capital ministry embassy committee friend ally master owner".split()
)
_OFFICES = (english.TITLES - {"c", "first", "second", "third", "foreign", "com", "member"}) | frozenset(
    "speaker commander chancellor treasurer superintendent rector dean mayor founder successor predecessor brother sister "
    "wife husband son daughter father mother widow nephew spokesman spokeswoman negotiator observer correspondent".split()
)
_LED = frozenset("then now former later acting the a an his her their our at".split())
_NO_NOUN = english.PREPOSITIONS | english.CONJUNCTIONS | english.AUXILIARIES | english.ADVERBS
_PERIOD = re.compile(
    r"(?i)\b(?:yesterday|today|tomorrow|tonight|(?:this|last|next|that|past|previous|coming|current|same|following|preceding)\s+"
    r"(?:year|month|week|time|meeting|visit|spring|summer|autumn|fall|winter|season)(?:\s+we\s+\w+)?)\s*$"
)
_POSSESSION = re.compile(r"[A-Z][\w-]+[’']s$")
_YEAR = re.compile(r"1\d{3}|20\d\d")
_FIGURE = re.compile(r"(?<![\w.,-])(\d+)\s*$")
_MONTH_FIRST = re.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b")


def after_quotation(context: Context) -> Claim | None:
    """`“four types” [landlords and rich peasants]`, `the “Texan” [President Johnson]`, `*sum* [district]`."""
    quoted = context.quotation
    if not quoted or context.attached:
        return None
    found = languages.identify(quoted, "", context.language)
    foreign = found is not None and found.degree >= 0.5
    italic = context.before.rstrip()[-1:] in {"*", "_"} and " " not in quoted and quoted.islower()
    strange = italic or not any(wording.english.known(word) for word in english.words(quoted))
    if (foreign or strange) and _translates(context):
        tag = found.tag if found and foreign else "und"
        sure = foreign and (len(quoted.split()) > 1 or context.apart)
        return Claim(
            "gloss",
            degree=1.0 if sure else 0.8,
            other="" if sure else "supplied",
            attrs={"lang": tag},
            why="translates a quotation",
        )
    if context.inner.startswith("read:"):
        return Claim("gloss", degree=0.8, other="sic", why="how a quotation is meant")
    if _goes_on(context) or not _whole(context):
        return None
    return Claim("gloss", why="a whole noun phrase after a quotation says what it means")


def _translates(context: Context) -> bool:
    """English words; one word before a noun may belong to that (`the “Druzhba” [textile] factory`)."""
    words = context.words
    english_words = all(wording.english.known(word) or english.is_capitalized(word) for word in words)
    # `the “Novosti” [agency]`: what a name names; a word that translates has its capital
    cased = english.is_capitalized(context.quotation) == english.is_capitalized(words[0])
    if len(words) == 1 and (not cased or words[0].lower() in english.SMALL):
        return False
    return english_words and not _goes_on(context)


def _goes_on(context: Context) -> bool:
    following = context.next_word
    return bool(following) and not context.apart and following.lower() not in english.DETERMINERS


def _whole(context: Context) -> bool:
    """A noun phrase with its article, a name, or a list."""
    inner, words = context.inner, context.words
    first = words[0].lower()
    if _finite(words):
        return False
    if first in english.DETERMINERS and len(words) > 1:
        return words[-1].lower() not in english.SMALL
    listed = ", " in inner and " and " in inner and first not in english.SMALL
    return listed or english.is_name_phrase(inner)


def office(context: Context) -> Claim | None:
    """`Kim Il [First Deputy Premier] had`, `Fawzi [then Chief of Staff]`, `Petri [head of the mission]`: who one is that a name
    has just named; before a name it would be supplied."""
    name = context.name
    words = [part for word in context.words for part in word.lower().split("-")]
    while len(words) > 1 and words[0] in _LED:
        words.pop(0)
    if name is None or context.next_word[:1].isupper() or words[0] in _NO_NOUN | english.PRONOUNS:
        return None
    if is_name(context.inner) or _finite(context.words):
        return None
    if len(context.words) > 1 and any(word in _OFFICES for word in words):
        sure = context.apart and name.kind == "persName"
        return Claim(
            "gloss",
            degree=1.0 if sure else 0.8,
            other="" if sure else "supplied",
            why="the office of the one just named",
        )
    return _described(context, name)


def _described(context: Context, name: NameBefore) -> Claim | None:
    """`Ivanova [head of the trade delegation]`: a noun in small letters, and of what."""
    match = re.match(r"[a-z][a-z-]+(?: [a-z][a-z-]+){0,2} (?:of|in|at|for|to|from) ", context.inner)
    if not match or not context.apart or english.looks_verbal(context.words[0]) or name.kind == "placeName":
        return None
    return Claim("gloss", degree=0.8, other="supplied", why="says who the one just named is")


def articled(context: Context, last: str) -> Claim | None:
    """A noun phrase with its own article, or a name's possession, after a name or a determiner and its noun."""
    if not _is_articled(context):
        return None
    if last[0].isupper() and context.name:
        return Claim("gloss", degree=0.8, other="supplied", why="says who the one just named is")
    if not _right_behind_determiner(context):
        return None
    sure = context.apart
    why = "a noun phrase with its article after a whole one"
    return Claim("gloss", degree=1.0 if sure else 0.8, other="" if sure else "supplied", why=why)


def _is_articled(context: Context) -> bool:
    words = context.words
    begun = words[0].lower() in english.ARTICLES or bool(_POSSESSION.match(words[0]))
    return begun and len(words) > 1 and words[-1].lower() not in english.SMALL and not _finite(words)


def _finite(words: list[str]) -> bool:
    """A verb in a finite form is among the words; May is a month."""
    return any(word in english.AUXILIARIES | english.IRREGULAR for word in words)


def beside(context: Context, last: str, definite: str) -> Claim | None:
    """What stands beside a definite noun and says which one is meant."""
    inner = context.inner
    first = context.words[0].lower()
    if not definite:
        return None
    names = english.is_name_phrase(inner)
    if names and definite == "the" and last.lower() in _ROLES and last[0].isupper():
        return Claim("gloss", degree=0.8, other="supplied", why="names what the noun before it means")
    if names and last[0].islower() and not context.next_word[:1].isupper():
        sure = " and " in inner or definite in {"the", "both", "this", "that"}
        return Claim(
            "gloss", degree=0.8 if sure else 0.6, other="supplied", why="names what the noun before it means"
        )
    listed = " and " in inner and last[0].islower() and first not in english.SMALL
    if _is_articled(context) or (listed and definite in {"these", "both", "those", "two", "the"}):
        return Claim(
            "gloss", degree=0.6, other="supplied", why="a noun phrase that says which ones are meant"
        )
    return None


def _right_behind_determiner(context: Context) -> bool:
    """`our friends`, `that person`: the determiner and its noun, the noun being no verb."""
    before = context.before.split()[-2:]
    return (
        len(before) == 2
        and before[0].lower()
        in english.DETERMINERS - english.PRONOUNS | english.ARTICLES | english.POSSESSIVES
        and not english.looks_verbal(before[1].removesuffix("s"))
    )


def time(context: Context) -> Claim | None:
    """`Monday [November 28]`, `this year [1979]`, `Independence Day [August 17]`, `1957 [1959?]`, `1962 [the border war]`.

    A month after a figure completes a date; so does a year alone after anything but a word of time."""
    inner, last = context.inner.strip(" ?"), context.last_word
    if not last:
        return None
    figure = _FIGURE.search(context.before)
    if figure:
        return _of_figure(context, figure[1], inner)
    period = _PERIOD.search(context.before)
    if not re.search(r"\d", inner) and not _MONTH_FIRST.match(inner):
        return None
    said = dates.parse(inner)
    if said is None:
        return None
    if period:
        return Claim("gloss", why="the date of a time that is named by its distance")
    first = context.words[0]
    if _YEAR.fullmatch(inner) or not re.search(r"\d", inner) or re.fullmatch(r"[\d\s]+", inner):
        return None
    if first.lower() in english.SMALL and not _MONTH_FIRST.match(first):
        return None
    if dates.is_weekday(last):
        return Claim("gloss", why="the date of a day of the week")
    if last.lower() in english.SMALL or dates.find(context.before[-20:]):
        return None
    return Claim("gloss", degree=0.8, other="supplied", why="the date of what was just named")


def _of_figure(context: Context, figure: str, inner: str) -> Claim | None:
    """Another figure of the same kind corrects; an event says what a year means."""
    if inner.isdigit() and len(inner) == len(figure) and len(figure) > 1 and inner != figure:
        return Claim("gloss", degree=0.7, other="sic", why="another figure for the one before")
    if _YEAR.fullmatch(figure) and context.words[0].lower() in english.ARTICLES and len(context.words) > 1:
        return Claim("gloss", why="what happened in the year")
    return None

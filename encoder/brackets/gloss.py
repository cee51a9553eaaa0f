"""Translates, explains or identifies the words before it; stands outside the syntax.

`jinsu [as soon as possible]` · `both sides [China and North Korea]` · `the Premier [Zhou Enlai]` · `Andreev [Mikoyan]` ·
`them [the troops]` · `his [Mao’s]`. A noun phrase beside a pronoun or a definite noun phrase names what is meant; a
prepositional phrase, an adjective before a noun, or a subject before a verb is part of the sentence (supplied).
"""

import re

from lxml import etree

from encoder.brackets import apposition
from encoder.brackets.context import Context
from encoder.brackets.names import NameBefore, surname
from encoder.brackets.variant import completes_name, is_name, means_in_english
from encoder.inline import english
from encoder.markup import Builder, add_text, element
from encoder.metadata import languages, wording
from encoder.metadata.names import given_name
from encoder.model import Annotated, Claim

_MARKER = re.compile(
    r"(?i)^\W*(?:i\.?\s?e\b|that\s+is\b|viz\b|namely\b|lit(?:eral(?:ly)?)?\b\.?|meaning\b|means\b|in\s+other\s+words|referring\b|refers?\s+to\b|"
    r"(?:a|an|in|this\s+is\s+a)?\s*(?:reference|allusion|alluding)\b|(?:also|better|otherwise)?\s*known\s+as\b|named\s+(?:after|for)\b|(?:a\s+)?(?:pun|play)\s+on\b|(?:a\s+)?diminutive\b|(?:a\s+)?(?:idiom|slang|colloquial)\b|a\.?k\.?a\.?\b|alias\b|formerly\b|"
    r"(?:(?:a|an|the)\s+)?(?:code\s?|pseudo|nick|real\s+|pen\s+|party\s+)names?\b|pseudonyms?\b|nicknames?\b|real\s+name\b|abbreviation\b|short\s+for\b|acronym\b|=|"
    r"(?:a|the|an)\s+(?:kind|type|sort|form|name|term|word|unit|city|town|village|province|river|mountain|port|suburb|district)\s+(?:of|in|for)\b|"
    r"(?:presumably|apparently|evidently|probably|possibly|perhaps|likely)\s+(?:[A-Z]|the\b|a\b|an\b|referring|meaning)|"
    r"or\s+(?:[A-Z\d]|the\b|about\b)|approximately\s+\d|about\s+\d|equivalent\b|equal\s+to\b|roughly\s+\d|now\s+(?:in\s+)?[A-Z]|today['’]?s?\b)"
)


_WHOM = (english.PRONOUNS | english.POSSESSIVES | {"there", "here"}) - {"that", "who", "whom", "one", "all"}
_WHOSE = english.POSSESSIVES - {"her"}
_NO_NOUN = english.SMALL - {"both"}
_QUOTED = re.compile(r"[“\"‘][A-Za-z][^”\"’]{0,60}[”\"’]")
_MEASURE = re.compile(r"\s*(?:about\s+|approximately\s+|ca\.?\s*|roughly\s+)?\d[\d.,]*\s+[a-z]+")
_QUANTITY = re.compile(
    r"(?:\d[\d.,]*|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|million))\s+[^\W\d_]+\s*$"
)
_MENTION = re.compile(
    r"(?i)\b(?:words?|terms?|expressions?|phrases?|slogans?|concepts?|called|so-called)\s+[\"“‘*_]*([^\W\d_][\w’'-]*)[\"”’*_]*\s*$"
)
_SPOKEN = tuple(
    "word words term terms expression expressions phrase phrases slogan slogans concept concepts called".split()
)
_CLAUSE = re.compile(r"[\[\]().;:,!?“\"]")
_PHRASE = re.compile(r"[.,;:!?()\[\]]")
_VERBAL = re.compile(r"(?:ed|\w\w\wing|ly)$")
_SMALL_LETTER = re.compile(r"[a-z]")


def claim(context: Context) -> Claim | None:
    inner = context.inner
    if context.completes or not context.words:
        return None
    if _MARKER.match(inner):
        return Claim("gloss", why="begins with a word that explains")
    if _MEASURE.match(inner) and _QUANTITY.search(context.before):
        return Claim("gloss", why="a measure beside a measure")
    if _QUOTED.match(inner) and context.last_word:
        return Claim(
            "gloss",
            degree=0.8,
            other="supplied",
            why="begins with what the words before mean, in quotation marks",
        )
    foreign = (
        _after_original(context)
        or _mentioned(context)
        or apposition.after_quotation(context)
        or _foreign_host(context)
        or _unknown_host(context)
    )
    if foreign is not None:
        return foreign
    return (
        _pronoun(context)
        or apposition.office(context)
        or apposition.time(context)
        or _bilingual(context)
        or _name(context)
        or _noun(context)
    )


def _after_original(context: Context) -> Claim | None:
    """`“…” [шапка] [The cap]`: English behind the wording of the original translates it."""
    if context.previous is None or context.previous.reading != "original" or len(context.words) < 2:
        return None
    first = context.words[0]
    if first.lower() in english.AFTER_NOUN and first.islower():
        return None
    if not all(wording.english.known(word) or english.is_capitalized(word) for word in context.words):
        return None
    return Claim("gloss", degree=0.8, other="supplied", why="English behind the wording of the original")


def _mentioned(context: Context) -> Claim | None:
    """`the word druzhba [friendship]`: a word that is spoken of as a word."""
    before = context.before.rsplit(None, 2)
    spoken = len(before) > 1 and before[-2].lower().endswith(_SPOKEN)
    mention = _MENTION.search(context.before) if spoken else None
    if not mention or mention[1].lower() in english.SMALL or wording.english.known(mention[1].lower()):
        return None
    found = languages.identify(mention[1], "", context.language)
    return Claim(
        "gloss",
        host=len(context.before) - mention.start(1),
        attrs={"lang": found.tag if found else "und"},
        why="explains a word that is spoken of as a word",
    )


def _foreign_host(context: Context) -> Claim | None:
    """English after foreign wording: the longest stretch of up to six words that is some other language."""
    if not context.before.rstrip().rstrip('"”’»*)')[-1:].isalnum() or not _SMALL_LETTER.search(context.inner):
        return None
    bare = context.before.rstrip('"”’» ')
    foreign: list[str] = []
    for word in reversed(_CLAUSE.split(bare)[-1].split()[-6:]):
        if not languages.identify(word, "", context.language):
            break
        foreign.insert(0, word)
    if not foreign or languages.identify(context.inner, "", context.language):
        return None
    for count in range(len(foreign), 0, -1):
        found = languages.identify(" ".join(foreign[-count:]), "", context.language)
        if found and found.degree >= 0.7 and not (found.is_name and count < 3):
            length = len(context.before) - bare.rfind(foreign[-count])
            return Claim(
                "gloss",
                host=length,
                attrs={"lang": found.tag},
                why=f"explains foreign wording: {found.evidence}",
            )
    return None


def _unknown_host(context: Context) -> Claim | None:
    """`kimchi [pickled cabbage]`: a word that English does not have, and English that can stand for it."""
    words = [word.lower() for word in context.words]
    last = context.last_word
    if not last.islower() or len(last) < 4 or not last.isalpha() or wording.english.known(last):
        return None
    verbal = re.search(r"(?:ed|ing|ly)$", last) or words[-1] in english.SMALL
    if (
        verbal
        or words[0] in english.SMALL - english.ARTICLES
        or not all(wording.english.known(word) for word in words)
    ):
        return None
    found = languages.identify(last, "", context.language)
    tag = found.tag if found and found.degree >= 0.6 else "und"
    return Claim(
        "gloss",
        host=context.last_word_length,
        degree=0.8,
        other="supplied",
        attrs={"lang": tag},
        why="explains a word that is not English",
    )


def _pronoun(context: Context) -> Claim | None:
    """Who or what a pronoun means: a name, or a noun with its article."""
    last = context.last_word.lower()
    if last not in _WHOM or re.search(r"\b[A-Z]\.\s*$", context.before):  # the I. of initials
        return None
    if last in {"there", "here"}:
        place = english.is_name_phrase(context.inner) and not context.next_word[:1].isupper()
        return Claim("gloss", degree=0.8, other="supplied", why="which place is meant") if place else None
    words = context.words
    named = is_name(re.sub(r"[’']s?$", "", context.inner)) or english.is_name_phrase(context.inner)
    articled = words[0].lower() in english.ARTICLES | {"i.e"} and len(words) > 1
    possessive = bool(re.search(r"[’']s?$", context.inner))
    if last in _WHOSE:
        return Claim("gloss", why="whose a possessive is") if possessive else None
    if (named or articled) and english.is_noun_phrase(context.inner) and not possessive:
        if (
            last in {"this", "these", "those", "both"}
            and context.next_word
            and context.next_word.islower()
            and not english.looks_verbal(context.next_word)
        ):
            return None
        return Claim("gloss", why="whom or what a pronoun means")
    return None


def _name(context: Context) -> Claim | None:
    """An unlike name after the name of a person: a pseudonym's bearer. After a title alone: who holds it."""
    inner = context.own.strip(" ?")
    if not is_name(inner) or (context.next_word[:1].isupper() and not re.match(r"\s*\[", context.after)):
        return None
    following = context.next_word
    if (
        following.islower()
        and following not in english.SMALL
        and not following.endswith("ed")
        and wording.english.known(inner.lower())
    ):
        return None  # `the Warsaw [Pact] countries`: a word before a noun
    if context.last_word.lower().strip(".") in english.TITLES:
        titled = context.before.split()[-4:-1]
        if len(english.words(inner)) == 1 and not any(word.lower() in english.DETERMINERS for word in titled):
            # title and family name make one form of address
            return Claim("supplied", degree=0.6, other="gloss", why="a name after its title")
        return Claim("gloss", why="who holds the title before it")
    name = context.name
    if name is None or completes_name(name, inner) or name.kind == "placeName":
        return None
    if (
        len(name.text.split()) == 1
        and len(inner.split()) == 1
        and name.kind == "persName"
        and given_name(inner)
    ):
        return None
    if (
        len(name.text.split()) == len(inner.split()) == 1
        and not surname(name.text)
        and _addressed(context, name)
    ):
        why = "a family name after what is likely a given name"
        return Claim("supplied", degree=0.6, other="gloss", why=why)
    sure = name.titled or name.kind == "persName"
    return Claim(
        "gloss",
        degree=1.0 if sure else 0.6,
        other="" if sure else "variant",
        why="another name for the person before it",
    )


def _addressed(context: Context, name: NameBefore) -> bool:
    """`Comrade Haxhi`, `My dear Subimal`."""
    before = context.before[: len(context.before) - name.length].split()[-1:]
    return bool(before) and before[0].lower().strip(".,") in {
        "comrade",
        "comrades",
        "cde",
        "com",
        "dear",
        "brother",
        "friend",
    }


def _noun(context: Context) -> Claim | None:
    """A definite or plural noun, or a name, and beside it what says who or which it is."""
    last = context.last_word
    if not last or last.lower() in _NO_NOUN or not last[-1].isalpha():
        return None
    if last.islower() and _VERBAL.search(last):
        return None
    stretch = _PHRASE.split(context.before)[-1].split()[-6:]
    definite = next((w.lower() for w in reversed(stretch[:-1]) if w.lower() in english.DETERMINERS), "")
    return (
        apposition.articled(context, last)
        or _plural(context, last, definite, context.apart)
        or (apposition.beside(context, last, definite) if context.apart else None)
    )


def _plural(context: Context, last: str, definite: str, apart: bool) -> Claim | None:
    """`friendly newspapers [Harian Rakjat and Bintang Timur]`, `mines [shells]`."""
    inner = context.inner
    if not last.islower() or not re.search(r"[a-z]{2}s$|men$|people$", last):
        return None
    if " and " in inner and english.is_name_phrase(inner):
        sure = definite in {"both", "two", "these", "the"}
        return Claim(
            "gloss", degree=1.0 if sure else 0.8, other="supplied", why="names those that a plural means"
        )
    alike = (
        inner.islower() and re.search(r"[a-z]{2}s$", inner) and english.words(inner)[0] not in english.SMALL
    )
    if alike and apart:
        return Claim("gloss", degree=0.6, other="supplied", why="a plural beside a plural")
    return None


def _bilingual(context: Context) -> Claim | None:
    """`Renmin Ribao [People's Daily]`: a name of another language, and English words that mean the same."""
    if not 2 <= len(context.words) <= 6 or context.next_word[:1].isupper():
        return None
    name = context.name
    if name is None or name.titled:
        return None
    if english.is_name_phrase(context.inner) and means_in_english(name.text, context.inner):
        return Claim("gloss", degree=0.8, other="supplied", why="what the name means")
    return None


def encode(annotated: Annotated, parent: etree._Element, build: Builder) -> etree._Element:
    if annotated.host:
        language = annotated.claim.attrs.get("lang")
        build.items(element(parent, "foreign", {"xml:lang": language}), build.trimmed(annotated.host))
        add_text(parent, " ")
    made = element(parent, "gloss")
    build.items(made, build.trimmed(annotated.inner))
    return made

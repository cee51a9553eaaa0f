"""Translates, explains or identifies the words before it; stands outside the syntax.

`jinsu [as soon as possible]` · `both sides [China and North Korea]` · `the Premier [Zhou Enlai]` · `Andreev [Mikoyan]` ·
`them [the troops]` · `his [Mao’s]`. A noun phrase beside a pronoun or a definite noun phrase names what is meant; a
prepositional phrase, an adjective before a noun, or a subject before a verb is part of the sentence (supplied).
"""

import re

from lxml import etree

from encoder.brackets.context import Context
from encoder.brackets.names import is_given, name_before
from encoder.brackets.variant import completes_name, is_name
from encoder.inline import english
from encoder.markup import Builder, add_text, element
from encoder.metadata import languages, wording
from encoder.model import Annotated, Claim

_MARKER = re.compile(
    r"(?i)^\W*(?:i\.?\s?e\b|that\s+is\b|viz\b|namely\b|lit(?:eral(?:ly)?)?\b\.?|meaning\b|means\b|in\s+other\s+words|referring\b|refers?\s+to\b|"
    r"(?:a|an|in|this\s+is\s+a)?\s*(?:reference|allusion|alluding)\b|(?:also|better|otherwise)?\s*known\s+as\b|a\.?k\.?a\.?\b|alias\b|formerly\b|"
    r"(?:(?:a|an|the)\s+)?(?:code\s?|pseudo|nick|real\s+|pen\s+|party\s+)names?\b|pseudonyms?\b|nicknames?\b|real\s+name\b|abbreviation\b|short\s+for\b|acronym\b|=|"
    r"(?:a|the|an)\s+(?:kind|type|sort|form|name|term|word|unit|city|town|village|province|river|mountain|port|suburb|district)\s+(?:of|in|for)\b|"
    r"(?:presumably|apparently|evidently|probably|possibly|perhaps|likely)\s+(?:[A-Z]|the\b|a\b|an\b|referring|meaning)|"
    r"or\s+(?:[A-Z\d]|the\b|about\b)|approximately\s+\d|about\s+\d|equivalent\b|equal\s+to\b|roughly\s+\d|now\s+(?:in\s+)?[A-Z]|today['’]?s?\b)"
)


# Common nouns that name someone or something only within a circle, and are then written with a capital.
_ROLES = frozenset(
    "center centre boss leader party government side republic capital ministry embassy committee friend ally master owner".split()
)
_MEASURE = re.compile(r"\s*(?:about\s+|approximately\s+|ca\.?\s*|roughly\s+)?\d[\d.,]*\s+[a-z]+")
_QUANTITY = re.compile(
    r"(?:\d[\d.,]*|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|million))\s+[^\W\d_]+\s*$"
)
_MENTION = re.compile(
    r"(?i)\b(?:words?|terms?|expressions?|phrases?|slogans?|concepts?|called|so-called)\s+[\"“‘*_]*([^\W\d_][\w’'-]*)[\"”’*_]*\s*$"
)


def claim(context: Context) -> Claim | None:
    inner = context.inner
    if context.completes or not context.words:
        return None
    if _MARKER.match(inner):
        return Claim("gloss", why="begins with a word that explains")
    if _MEASURE.match(inner) and _QUANTITY.search(context.before):
        return Claim("gloss", why="a measure beside a measure")
    foreign = _mentioned(context) or _foreign_host(context)
    if foreign is not None:
        return foreign
    return _pronoun(context) or _name(context) or _noun(context)


def _mentioned(context: Context) -> Claim | None:
    """`the word druzhba [friendship]`: a word that is spoken of as a word."""
    mention = _MENTION.search(context.before)
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
    if not re.search(r"[^\W_][\"”’»*)]*\s*$", context.before) or not re.search(r"[a-z]", context.inner):
        return None
    if languages.identify(context.inner, "", context.language):
        return None
    tokens = list(re.finditer(r"\S+", re.split(r"[\[\]().;:,!?“\"]", context.before.rstrip('"”’» '))[-1]))
    bare = context.before.rstrip('"”’» ')
    for count in range(min(6, len(tokens)), 0, -1):
        words = " ".join(token[0] for token in tokens[-count:])
        found = languages.identify(words, "", context.language)
        if (
            found
            and found.degree >= 0.7
            and not (found.is_name and count < 3)
            and all(languages.identify(token[0], "", context.language) for token in tokens[-count:])
        ):
            length = len(context.before) - bare.rfind(tokens[-count][0])
            return Claim(
                "gloss",
                host=length,
                attrs={"lang": found.tag},
                why=f"explains foreign wording: {found.evidence}",
            )
    return None


def _pronoun(context: Context) -> Claim | None:
    """Who or what a pronoun means: a name, or a noun with its article."""
    last = context.last_word.lower()
    if last not in english.PRONOUNS | english.POSSESSIVES or last in {"that", "who", "whom", "one", "all"}:
        return None
    words = context.words
    named = is_name(re.sub(r"[’']s?$", "", context.inner)) or english.is_name_phrase(context.inner)
    articled = words[0].lower() in english.ARTICLES | {"i.e"} and len(words) > 1
    possessive = bool(re.search(r"[’']s?$", context.inner))
    if last in english.POSSESSIVES - {"her"}:
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
    inner = context.inner.strip(" ?")
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
        sure = len(english.words(inner)) > 1
        return Claim(
            "gloss",
            degree=1.0 if sure else 0.6,
            other="" if sure else "supplied",
            why="who holds the title before it",
        )
    name = name_before(context.before, context.places)
    if name is None or completes_name(name, inner) or name.kind == "placeName":
        return None
    if (
        len(name.text.split()) == 1
        and len(inner.split()) == 1
        and name.kind == "persName"
        and is_given(inner)
    ):
        return None
    sure = name.titled or name.kind == "persName"
    return Claim(
        "gloss",
        degree=1.0 if sure else 0.6,
        other="" if sure else "variant",
        why="another name for the person before it",
    )


def _noun(context: Context) -> Claim | None:
    """A definite noun phrase, and beside it the names or the list that it stands for."""
    last = context.last_word
    inner = context.inner
    if not last or last.lower() in english.SMALL - {"both"} or not last[-1].isalpha():
        return None
    stretch = re.split(r"[.,;:!?()\[\]]", context.before)[-1].split()[-6:]
    definite = next(
        (word.lower() for word in reversed(stretch[:-1]) if word.lower() in english.DETERMINERS), ""
    )
    apart = (
        not context.next_word
        or context.next_word.lower()
        in english.PREPOSITIONS | english.CONJUNCTIONS | english.AUXILIARIES | english.ADVERBS
        or english.looks_verbal(context.next_word)
    )
    articled = english.words(inner)[0].lower() in english.ARTICLES and len(context.words) > 1
    if articled and last[0].isupper() and apart and name_before(context.before):
        return Claim("gloss", degree=0.8, other="supplied", why="says who the one just named is")
    if not definite or not apart or (re.search(r"(?:ed|ing|ly)$", last) and last.islower()):
        return None
    names = english.is_name_phrase(inner)
    if names and definite == "the" and last.lower() in _ROLES and last[0].isupper():
        return Claim("gloss", degree=0.8, other="supplied", why="names what the noun before it means")
    if names and last[0].islower() and not context.next_word[:1].isupper():
        several = " and " in inner
        sure = several or definite in {"the", "both", "this", "that"}
        return Claim(
            "gloss",
            degree=1.0 if several and definite in {"both", "two", "these", "the"} else 0.8 if sure else 0.6,
            other="supplied",
            why="names what the noun before it means",
        )
    listed = " and " in inner and last[0].islower() and english.words(inner)[0].lower() not in english.SMALL
    if (listed and definite in {"these", "both", "those", "two", "the"}) or articled:
        return Claim(
            "gloss", degree=0.6, other="supplied", why="a noun phrase that says which ones are meant"
        )
    return None


def encode(annotated: Annotated, parent: etree._Element, build: Builder) -> etree._Element:
    if annotated.host:
        language = annotated.claim.attrs.get("lang")
        build.items(element(parent, "foreign", {"xml:lang": language}), build.trimmed(annotated.host))
        add_text(parent, " ")
    made = element(parent, "gloss")
    build.items(made, build.trimmed(annotated.inner))
    return made

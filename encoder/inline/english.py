"""The little words of English, and what they say about the words beside them.

Closed word classes only (Quirk et al., A Comprehensive Grammar of the English Language, 2.34): they can be listed whole,
as nouns and verbs cannot.
"""

import re

DETERMINERS = frozenset(
    "the a an this that these those both all each every either neither another such same other my your his her its "
    "our their some any no several many few two three four five said above aforementioned former latter".split()
)
ARTICLES = frozenset(["the", "a", "an"])
PRONOUNS = frozenset(
    "i me you he him she her it we us they them who whom this that these those himself herself itself ourselves "
    "themselves myself both all former latter mine yours his hers ours theirs one ones".split()
)
POSSESSIVES = frozenset("my your his her its our their whose".split())
PREPOSITIONS = frozenset(
    "of in on at by for with from to into onto upon about above across after against along among around as before "
    "behind below beneath beside between beyond concerning despite down during except inside like near off out "
    "outside over past per regarding since through throughout till toward towards under until unlike up via "
    "within without according due because".split()
)
CONJUNCTIONS = frozenset(
    "and or but nor so yet if when while although though unless whereas that which who whom whose where why how "
    "whether than as because since".split()
)
AUXILIARIES = frozenset(
    "am is are was were be been being has have had having do does did will would shall should can could may might "
    "must cannot ought need not n't".split()
)
ADVERBS = frozenset(
    "also already again still even only very quite rather too then now here there once ever never always often just "
    "not later earlier together therefore thus however moreover meanwhile".split()
)
JOINING = PREPOSITIONS | CONJUNCTIONS
AFTER_NOUN = (
    JOINING | AUXILIARIES | ADVERBS | PRONOUNS | {"what", "alone"}
)  # what may follow a whole noun phrase
SMALL = DETERMINERS | PRONOUNS | POSSESSIVES | PREPOSITIONS | CONJUNCTIONS | AUXILIARIES | ADVERBS

# The commonest irregular pasts: verbs that no ending betrays.
IRREGULAR = frozenset(
    "said told went came left met took made gave got saw held sent wrote spoke began paid found thought knew put kept "
    "brought led stood lost read ran rose fell felt became understood sat won bore chose drew".split()
)

TITLES = frozenset(
    """minister ambassador premier president chairman chairwoman chair comrade comrades cde cdes com c mr mrs ms miss dr prof
professor general marshal admiral colonel major captain lieutenant sergeant commander commissar secretary head director chief consul
chargé charge attaché attache envoy delegate representative deputy vice acting prime first second third foreign defense defence
senator congressman governor mayor king queen prince princess emperor sir lord lady pope bishop archbishop leader interpreter
adviser advisor counselor counsellor counsel member editor academician engineer translator chancellor führer herr frau monsieur
madame citizen doctor officer soldier warlord politburo""".split()
)

_WORD = re.compile(r"[^\W_](?:[\w’'ʼ‘.-]*[\w’'])?")


def words(text: str) -> list[str]:
    """The words of a text, with inner hyphens and apostrophes."""
    return _WORD.findall(text)


# Small words within names, and words with which no noun phrase begins.
_IN_NAMES = frozenset("and of the de von van al or in for la".split())
_NO_NOUN = (JOINING | AUXILIARIES | ADVERBS) - DETERMINERS
_PAST = AUXILIARIES | IRREGULAR
_ENDINGS = re.compile(r"[a-z]{2,}(?:ed|ing|[a-z]s)")
_BEFORE_CAPITAL = re.compile(r"(?:(?:al|el|ad|an|ar|as|at|az|ash)-|[ʿʾʻʼ‘’'])+(?=\w)")


def is_capitalized(word: str) -> bool:
    """Whether it is written with a capital; the Arabic article and the sign of a glottal sound may stand before that."""
    if word[:1].isupper():
        return True
    before = _BEFORE_CAPITAL.match(word)
    return before is not None and word[before.end()].isupper()


def is_name_phrase(text: str) -> bool:
    """All words in capitals but for small words between them: a proper name, or several."""
    found = words(text)
    large = [word for word in found if word.lower() not in _IN_NAMES]
    if not large or found[0].lower() in JOINING:
        return False
    return all(is_capitalized(word) for word in large) and not any(word.lower() in PRONOUNS for word in large)


def is_noun_phrase(text: str) -> bool:
    """An article or determiner and a noun, or a proper name: something that can stand in apposition."""
    found = [word.lower() for word in words(text)]
    if not found or found[0] in _NO_NOUN:
        return False
    if any(word in AUXILIARIES - {"not"} for word in found):
        return False
    return (found[0] in DETERMINERS and len(found) > 1) or is_name_phrase(text)


def looks_verbal(word: str) -> bool:
    """An auxiliary, or a form in -ed, -s or -ing of some length: after a noun phrase, more likely its verb than a noun."""
    low = word.lower()
    return low in _PAST or bool(_ENDINGS.fullmatch(low))

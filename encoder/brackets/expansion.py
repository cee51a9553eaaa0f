"""The full form of the abbreviation before it, or the reverse: `CPSU [Communist Party of the Soviet Union]`.

The letters of the short form come back, in order, in the long one; where the abbreviation is a foreign one that the
translator left (`VKP(b)`), a title-cased name of several words after it is its expansion all the same.
"""

import re
import unicodedata

from lxml import etree

from encoder.brackets.context import Context
from encoder.inline import english
from encoder.markup import Builder, element
from encoder.metadata.likeness import same_name_other_form
from encoder.metadata.names import given_name
from encoder.metadata.wording.english import known
from encoder.model import Annotated, Claim

_WORD = re.compile(r"[^\W\d_(]?[(]?[^\W\d_][\w.()&/’'-]*$")
_COUNTED = re.compile(r"\d\s+\S+$")
_REMARK = re.compile(r"(?i)[,;]\s*(?:sic|in fact|actually|recte|later|now|then|i\.e\.).*$")


def claim(context: Context) -> Claim | None:
    host = context.before.rsplit(None, 1)[-1:]
    if not host or context.attached or not context.words:
        return None
    word = host[0].rstrip('”"»')
    short = _WORD.search(word)
    inner = _REMARK.sub("", context.inner).strip(" ?")
    if person := _initials(context, inner):
        return person
    likely = "." in context.before[-40:] or (word.islower() and len(word) < 5)
    if likely and (words := _shortened(context, inner)):
        return words
    if short and is_abbreviation(short[0]):
        return _long(context, short[0], inner)
    if short and _blend(short[0], inner):
        why = "the word is made of the beginnings of its words"
        return Claim("expansion", host=_reach(context, short[0]), degree=0.8, other="gloss", why=why)
    return _short(context, inner)


def _reach(context: Context, short: str) -> int:
    """Length of the host: the short form, with the sign that ends a quotation after it left before the bracket."""
    return context.host_of(r"[“\"«]" + re.escape(short) + r"[”\"»]") or context.host_of(
        re.escape(short) + r"[”\"»]?"
    )


_INITIALS = re.compile(r"(?:(?<![\w.])[^\W\d_]\.\s?){1,3}$")


def _initials(context: Context, inner: str) -> Claim | None:
    """`I. N. [Imre Nagy]`, `S. [Sforza]`: the name behind initials; `L. I. [Brezhnev]` goes on with the family name."""
    if context.before.rstrip()[-1:] != "." or context.next_word[:1].isupper():
        return None
    found = _INITIALS.search(context.before.rstrip())
    name = re.split(r",\s", inner)[0]
    if not found or not found[0][0].isupper() or not english.is_name_phrase(name):
        return None
    letters = [_plain(sign) for sign in found[0] if sign.isalpha()]
    starts = [_plain(word)[:1] for word in english.words(name)]
    if starts == letters and name == inner:
        host = context.length_of(found[0])
        return Claim("expansion", host=host, why="the name behind the initials")
    if len(letters) > 1 and starts[0] != letters[0]:
        return None
    begun = letters[0] in starts
    if (
        len(letters) == 1
        and len(starts) == 1
        and not begun
        and given_name(" ".join(context.before.split()[-2:-1]))
    ):
        return None
    return Claim("gloss", degree=0.8, other="expansion" if begun else "supplied", why="who the initials mean")


def _shortened(context: Context, inner: str) -> Claim | None:
    """`Marsh. Plan [Marshall Plan]`, `govt. [government]`, `40 rd [rifle division]`: as many words, some cut short; or a few small
    letters behind a figure, the initials of words."""
    full = english.words(inner)
    before = context.before[-80:].rstrip().rstrip('”"»')
    typed = [token.strip('“"(') for token in before.split()[-len(full) :]]
    cut = len(typed) == len(full) and any(token.endswith(".") for token in typed)
    if cut and all(map(_cut_short, typed, full)):
        host = context.host_of(r"\s+".join(map(re.escape, typed)) + r"[”\"»]?")
        return Claim("expansion", host=host, why="its words, cut short")
    last = typed[-1] if typed else ""
    counted = bool(_COUNTED.search(before))
    small = last.isalpha() and last.islower() and 1 < len(last) < 5 and (counted or not known(last))
    if not small or len(full) < 2:
        return None
    host = _reach(context, last)
    if initials_match(last, inner):
        return Claim("expansion", host=host, why="the first letters of its words")
    if counted and full[-1].lower() in _UNITS:
        why = "a unit of troops after a number and letters"
        return Claim("expansion", host=host, degree=0.8, other="gloss", why=why)
    return None


_UNITS = frozenset(
    "army front corps division brigade regiment battalion company squadron battery platoon group fleet wing".split()
)


def _cut_short(short: str, full: str) -> bool:
    """The word itself, or its beginning or some of its letters with a full stop."""
    if not short.endswith("."):
        return short.lower() == full.lower()
    one, other = _plain(short.strip(".")), _plain(full)
    begun = len(one) > 1 and len(one) < len(other) and one[0] == other[0]
    return begun and _subsequence(list(one), other)


def _long(context: Context, short: str, inner: str) -> Claim | None:
    length = _reach(context, short)
    if (
        any(initials_match(short, part) for part in [inner, *re.split(r",\s|\s[–—-]\s", inner)])
        and len(inner) > len(short) + 2
    ):
        return Claim("expansion", host=length, why="its words begin with the letters of the abbreviation")
    words = english.words(inner)
    titled = sum(english.is_capitalized(word) for word in words) >= 2 and english.is_name_phrase(inner)
    goes_on = context.next_word[:1].isupper() and not english.looks_verbal(context.next_word)
    if len(words) < 2 or not titled or goes_on or words[-1].lower() in english.TITLES:
        return None
    in_capitals = " ".join(context.before.split()[-len(words) :])
    if same_name_other_form(in_capitals, inner) >= 0.6:
        return None  # `MAHMUD RIYAD [Mahmoud Riad]`: a name in capitals
    why = "a name of several words after an abbreviation"
    return Claim("expansion", host=length, degree=0.8, other="gloss", why=why)


def _short(context: Context, inner: str) -> Claim | None:
    """`Communist Party of the Soviet Union [CPSU]`: as many words before as the letters need."""
    if not is_abbreviation(inner) or len(inner) < 2:
        return None
    tokens = list(re.finditer(r"\S+", context.before))
    for count in range(2, min(len(tokens), 14) + 1):
        start = tokens[-count].start()
        words = context.before[start:].strip()
        if re.search(r"[.;:!?]\s", words):
            break
        if (
            english.is_capitalized(words)
            and initials_match(inner, words)
            and words[0].upper() == inner.strip('(“"')[0].upper()
        ):
            return Claim(
                "expansion",
                host=len(context.before) - start,
                attrs={"reverse": "yes"},
                why="the letters of the words before",
            )
    return None


def _blend(word: str, inner: str) -> bool:
    """`Comecon [Council for Mutual Economic Assistance]`: a word put together from the beginnings of a name's words."""
    if not word[0].isupper() or not english.is_name_phrase(inner):
        return False
    found = [_plain(part) for part in re.findall(r"[^\W_]+", inner)]
    starts = [part for part in found if part not in {"of", "the", "and", "for", "in"}]
    low = _plain(word)
    if len(low) < 5 or len(starts) < 2:
        return False
    return (
        low[0] == starts[0][0]
        and sum(part[0] in low for part in starts) >= 2
        and _subsequence(list(low), "".join(starts))
        and not low.startswith(starts[0])
    )


# Words that no abbreviation of a name counts, in the languages whose archives are read most.
_JOINING = frozenset(
    "of the and for in de des der die das du la le les los las el di del della dello dei degli delle da do dos e i y et und és "
    "für zur zum na za po a".split()
)


def is_abbreviation(word: str) -> bool:
    """Two capitals or more and hardly a small letter, or letters with full stops."""
    if word.islower():
        return False
    bare = re.sub(r"[’']s$", "", word)
    capitals = sum(sign.isupper() for sign in bare)
    return (capitals >= 2 and _is_short(bare, capitals)) or bool(
        re.fullmatch(r"(?:[A-ZА-Я]\.){2,}|[A-ZА-Я][a-zа-я]{1,4}\.", bare)
    )


def _is_short(word: str, capitals: int) -> bool:
    small = sum(sign.islower() for sign in re.sub(r"\([a-zа-я]\)", "", word))
    return small <= capitals // 2 and len(word) <= 14 and not re.search(r"\d{3}", word)


def initials_match(short: str, words: str) -> bool:
    """Whether each letter of the short form begins a word of the long one, or follows within the word just begun."""
    letters = [sign for sign in _plain(re.sub(r"[’']s$", "", short)) if sign.isalpha()]
    found = [_plain(word) for word in re.findall(r"[^\W_]+", words)]
    starts = [word for word in found if word not in _JOINING]
    if len(letters) < 2 or not starts or letters[0] != starts[0][0]:
        return False
    for pool in (starts, found):
        if [word[0] for word in pool] == letters:
            return True
    return _subsequence(letters, "".join(starts)) and sum(word[0] in letters for word in starts) == len(
        starts
    ) <= len(letters)


def _plain(text: str) -> str:
    if text.isascii():
        return text.lower()
    return "".join(
        sign for sign in unicodedata.normalize("NFD", text).lower() if not unicodedata.combining(sign)
    )


def _subsequence(letters: list[str], text: str) -> bool:
    at = iter(text)
    return all(letter in at for letter in letters)


def encode(annotated: Annotated, parent: etree._Element, build: Builder) -> etree._Element:
    long_first = "reverse" in annotated.claim.attrs
    host = build.trimmed(annotated.host)
    holder = parent
    reference = build.reference("orgName", build.text_of(host)) or build.reference(
        "orgName", build.text_of(annotated.inner)
    )
    if reference:
        holder = element(parent, "orgName", {"ref": reference})
    choice = element(holder, "choice")
    build.items(element(choice, "expan" if long_first else "abbr"), host)
    made = element(choice, "abbr" if long_first else "expan")
    build.items(made, build.trimmed(annotated.inner))
    return made

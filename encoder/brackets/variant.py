"""Another form of the proper name just before it: other romanization, native or modern name.

`Pak Seong-cheol [Pak Song Chol]` · `Andong [Dandong]` · `Tan [Tang] Enbo`. The evidence is likeness of sound, or that
both are places; a family name followed by a given name is a completion (supplied), an unlike name of a person a gloss.
"""

import re
from dataclasses import replace
from functools import lru_cache

from lxml import etree

from encoder.brackets.context import Context
from encoder.brackets.names import NameBefore, is_toponym
from encoder.inline import english
from encoder.markup import Builder, add_text, element
from encoder.metadata import languages
from encoder.metadata.names import given_name, is_place, syllables
from encoder.metadata.wording import chinese, japanese, vietnamese
from encoder.metadata.wording.english import known as english_word
from encoder.metadata.wording.scripts import native
from encoder.model import Annotated, Claim, Item

_GENERIC = frozenset(
    "river province county city mountain mountains island islands lake bay sea strait railway railroad peninsula "
    "district region prefecture oblast plain desert valley port pass".split()
)
# Several forms in one bracket, and the words that say when or where a form is used.
_FORMS = re.compile(r"\s*(?:;|,(?=\s*(?:now|today|later|formerly|also|or|i\.\s?e)\b)|\s/\s)\s*")
_WHEN = re.compile(
    r"(?i)^(?:(?:i\.\s?e\.,?|or|also|now|today|later|formerly|modern|present-day|spelled|written)\s+)+(?=[^\W\d_])"
    r"|\s+in\s+(?:modern\s+|simplified\s+|traditional\s+)?[A-Z][a-z]+$|[,;]\s*(?:sic|now|today|later|formerly|i\.e\.)\W*$"
)
_BILINGUAL = re.compile(
    r"[’']s\b|\b(?:Daily|News|Times|Party|Ministry|Academy|University|Hall|Gate|Palace|Square|Street)\b"
)
_PATRONYMIC = re.compile(r"(?:ovich|evich|yevich|ovna|evna|ich)$|^(?:[A-Z]\.\s?){1,3}$")
LIKE = 0.6  # likeness of two names from which they are one


def claim(context: Context) -> Claim | None:
    if context.attached or (context.name is None and context.inner.isascii()) or context.quotation:
        return None
    for typed in _FORMS.split(context.inner):
        form = _WHEN.sub("", typed).strip(" ?")
        made = _of_form(context, form) if form else None
        if made is not None:
            return made
    return None


def _of_form(context: Context, inner: str) -> Claim | None:
    script = native(inner, "")
    capitals = inner.isupper() and len(inner) > 4 and context.last_word.isupper()
    named = script or is_name(inner.title() if capitals else inner)
    longer = context.name is not None and _longer(context.name, inner)
    if not (named or longer) or inner.lower() in _GENERIC or re.search(r"\d", inner):
        return None
    name = context.name or (_romanized_title(context) if script else None)
    if name is None:
        return None
    if script:
        return _in_script(context, name)
    if not named:
        return _made(context, name, name.length, 0.8, "the name just before, whole", 0) if longer else None
    name, host, likeness = _likest(name, inner)
    following = _family(context, name)
    if likeness >= LIKE:
        return _made(
            context, name, host, 1.0 if likeness >= 0.7 else 0.8, f"likeness {likeness:.2f}", following
        )
    if same_family(name.text, inner):
        return _made(context, name, name.length, 0.8, "names of one family, of as many words", 0)
    if _of_viet_nam(name.text, inner):
        return _made(context, name, name.length, 0.8, "a Chinese name as Vietnamese reads it", 0)
    # What stands before a name is put before it (`[Ivan] Kovalev`); a word like River belongs to both forms.
    goes_on = context.next_word[:1].isupper() and context.next_word.lower() not in _GENERIC
    if context.next_word.lower() in _GENERIC or (is_toponym(inner) and not name.titled):
        name = replace(name, kind="placeName")
    place = is_place(inner) and not name.titled and not name.text.isupper()
    if (place and is_place(name.text)) or (is_toponym(name.text) and not name.titled):
        name = replace(name, kind="placeName")
    elif _english(name.text) and not (is_place(name.text) or is_toponym(inner)):
        return None  # `the Liaison Department [Lianluobu]`
    elif place:
        name = replace(name, kind="placeName")
    if means_in_english(name.text, inner) or (_BILINGUAL.search(inner) and syllables(name.text) > 1):
        return None  # `Renmin Ribao [People's Daily]`: what the name means
    if name.kind == "placeName" and not goes_on and not completes_name(name, inner):
        known = inner.lower() in context.places or name.text.lower() in context.places
        return _made(context, name, name.length, 1.0 if known else 0.8, "both are names of places", following)
    return None


def _in_script(context: Context, name: NameBefore) -> Claim | None:
    """`Hunchun [琿春]`: a proper name in its own script; beside English words it would be the wording of the original."""
    if _english(name.text):
        return None
    return _made(context, name, name.length, 1.0, "a proper name in its own script", 0)


def _romanized_title(context: Context) -> NameBefore | None:
    """`Asahi shimbun [朝日新聞]`: a capital, then small letters, none of it English."""
    match = re.search(r"[^\W\d_a-z][\w-]+(?:\s+[^\W\d_A-Z][\w-]+){1,2}\s*$", context.before[-60:])
    if not match or any(english_word(word) for word in match[0].split()):
        return None
    return NameBefore(match[0].strip(), len(match[0]), "", False)


def _longer(name: NameBefore, inner: str) -> bool:
    """`Žďár [Žďár nad Sázavou]`."""
    begun = len(name.text) > 2 and inner.startswith(name.text + " ")
    return begun and not name.titled and not re.search(r"[,;:\d]", inner)


def _english(name: str) -> bool:
    """Whether the words of a name are English words: `Foreign Ministry`, no proper name of another language."""
    return all(english_word(word) for word in english.words(name))


def means_in_english(name: str, inner: str) -> bool:
    """`Zemědělské noviny [Farmers' News]`: two or more words of English after a name that has none."""
    said = english.words(inner)
    if len(said) < 2 or is_toponym(inner) or is_place(inner):
        return False
    return all(english_word(re.sub(r"[’']s?$", "", word)) for word in said) and not any(
        english_word(word) for word in english.words(name)
    )


def _of_viet_nam(name: str, inner: str) -> bool:
    """`Trần Nghị [Chen Yi]`: as many syllables, in Vietnamese letters and in Pinyin."""
    one, other = name.split(), inner.split()
    return (
        len(one) == len(other) > 1
        and vietnamese.telling(one)
        and all(vietnamese.vietnamese(word) for word in one)
        and all(chinese.pinyin(word) for word in other)
    )


@lru_cache(maxsize=4096)
def is_name(text: str) -> bool:
    """One to four words in capitals, none of them a title or a small word."""
    found = english.words(text)
    return (
        0 < len(found) <= 4
        and english.is_name_phrase(text)
        and not re.search(r"[,;:\d]", text)
        and not any(word.lower() in english.TITLES | english.SMALL for word in found)
        and not text.isupper()
    )


def same_family(name: str, inner: str) -> bool:
    """`Chiang Kai-shek [Jiang Jieshi]`: two full names, the first words alike, the rest of another dialect or system."""
    one, other = name.split(), inner.split()
    return (
        len(one) > 1
        and len(other) > 1
        and syllables(inner) > 1
        and languages.same_name_other_form(one[0], other[0]) >= LIKE
    )


def completes_name(name: NameBefore, inner: str) -> bool:
    """A name of which the rest is put after it: family and given name in East Asia (`Hao [Deqing]`, `Pham [Van Dong]`), given name or
    patronymic and family name elsewhere (`Fidel [Castro]`, `Leonid Ilyich [Brezhnev]`)."""
    last = name.text.split()[-1]
    if given_name(last) or _PATRONYMIC.search(last):
        return len(inner.split()) <= 2 and not given_name(inner)
    parts = inner.split()
    if _japanese(name, inner):
        return True
    if len(parts) > 1 and _family_name(parts[0]) and not _family_name(last):
        return False  # `Comrade Ba [Le Duan]`: a whole name
    if len(name.text.split()) != 1 or name.kind == "placeName" or len(name.text) > 6 or len(parts) > 2:
        return False
    if len(parts) == 2 and all(len(part) <= 5 for part in parts):
        return True
    return syllables(name.text) == 1 and (syllables(inner) == 2 or (syllables(inner) == 1 and name.titled))


def _japanese(name: NameBefore, inner: str) -> bool:
    """`Tanaka [Kakuei]`: a family name and a given name, both of the syllables of Japanese."""
    if name.kind == "placeName" or len(name.text.split()) > 1 or len(inner.split()) > 1:
        return False
    telling = japanese.telling(name.text) or japanese.telling(inner) or name.titled
    telling = telling or not (chinese.pinyin(name.text) and chinese.pinyin(inner))
    return telling and all(len(word) > 3 and japanese.japanese(word) for word in (name.text, inner))


# The family names that nine Vietnamese in ten bear (without marks).
_VIETNAMESE = frozenset(
    "nguyen tran le pham hoang huynh vu vo phan truong bui dang do ngo ho duong dinh ly trinh dao doan mai ton".split()
)


def _family_name(word: str) -> bool:
    return vietnamese.plain(word) in _VIETNAMESE


def _likest(name: NameBefore, inner: str) -> tuple[NameBefore, int, float]:
    """The end of the name before that is most like the other form, and how like it is. Words before a name of two words
    or more (`Foreign Affairs Pak Seong-cheol`) belong to something else."""
    tokens = list(re.finditer(r"\S+", name.text))
    rows = []
    for number in range(1, len(tokens) + 1):
        start = tokens[-number].start()
        rows.append((languages.same_name_other_form(name.text[start:], inner), number, name.length - start))
    likeness, number, length = max(rows)
    if 1 < number < len(tokens):
        name = replace(name, text=name.text[-length:].strip(), length=length)
    return name, length, likeness


def _family(context: Context, name: NameBefore) -> int:
    """Characters of the name that goes on after the bracket: `Tan [Tang] Enbo`."""
    after = re.match(r"\s+[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?(?=[\s,.;:)’'\]]|$)", context.after)
    if not after or len(name.text.split()) > 1 or name.kind == "placeName":
        return 0
    first = after[0].split()[0].lower()
    return 0 if first in english.SMALL | english.TITLES else len(after[0])


def _made(context: Context, name: NameBefore, host: int, degree: float, why: str, following: int) -> Claim:
    kind = name.kind or ("persName" if following else "name")
    if context.inner.lower() in context.places:
        kind = "placeName"
    attrs = {"element": kind, "before": str(name.length - host) if host < name.length else "0"}
    return Claim(
        "variant",
        host=name.length,
        ahead=following,
        degree=degree,
        other="gloss" if degree < 1 else "",
        attrs=attrs,
        why=why,
    )


def encode(annotated: Annotated, parent: etree._Element, build: Builder) -> etree._Element:
    kind = annotated.claim.attrs["element"]
    forms = (build.text_of(annotated.host), build.text_of(annotated.inner))
    reference = next((found for form in forms if (found := build.reference(kind, form))), None)
    holder = element(parent, kind, {"ref": reference})
    before, host = _parts(annotated, build)
    if before:
        build.items(holder, before)
    choice = element(holder, "choice")
    build.items(element(choice, "orig"), build.trimmed(host))
    conjecture = (
        {"cert": "low", "resp": "#translator"} if build.text_of(annotated.inner).endswith("?") else {}
    )
    reg = element(choice, "reg", conjecture)
    build.items(reg, build.trimmed(annotated.inner))
    if annotated.ahead:
        add_text(holder, " ")
        build.items(holder, build.trimmed(annotated.ahead))
    return reg


def _parts(annotated: Annotated, build: Builder) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """The words of the name that keep their form, and those that have another: `Liu | Wenkui [Wenhui]`."""
    same = int(annotated.claim.attrs["before"])
    return build.split(annotated.host, annotated.host[0].span.start + same) if same else ((), annotated.host)

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
from encoder.metadata.names import given_name, syllables
from encoder.model import Annotated, Claim, Item

_GENERIC = frozenset(
    "river province county city mountain mountains island islands lake bay sea strait railway railroad peninsula "
    "district region prefecture oblast plain desert valley port pass".split()
)
_REMARK = re.compile(r"(?i)[,;]\s*(?:sic|now|today|later|formerly|i\.e\.)\W*$")
_BILINGUAL = re.compile(
    r"[’']s\b|\b(?:Daily|News|Times|Party|Ministry|Academy|University|Hall|Gate|Palace|Square|Street)\b"
)
_PATRONYMIC = re.compile(r"(?:ovich|evich|yevich|ovna|evna|ich)$|^(?:[A-Z]\.\s?){1,3}$")
LIKE = 0.6  # likeness of two names from which they are one


def claim(context: Context) -> Claim | None:
    inner = _REMARK.sub("", context.inner).strip(" ?")
    if context.attached or not is_name(inner) or inner.lower() in _GENERIC:
        return None
    name = context.name
    if name is None:
        return None
    name, host, likeness = _likest(name, inner)
    following = _family(context, name)
    if likeness >= LIKE:
        return _made(
            context, name, host, 1.0 if likeness >= 0.7 else 0.8, f"likeness {likeness:.2f}", following
        )
    if same_family(name.text, inner):
        return _made(context, name, name.length, 0.8, "names of one family, of as many words", 0)
    # What stands before a name is put before it (`[Ivan] Kovalev`); a word like River belongs to both forms.
    goes_on = context.next_word[:1].isupper() and context.next_word.lower() not in _GENERIC
    if context.next_word.lower() in _GENERIC or (is_toponym(inner) and not name.titled):
        name = replace(name, kind="placeName")
    if _BILINGUAL.search(inner) and syllables(name.text) > 1:
        return None  # `Renmin Ribao [People's Daily]`: what the name means
    if name.kind == "placeName" and not goes_on and not completes_name(name, inner):
        known = inner.lower() in context.places or name.text.lower() in context.places
        return _made(context, name, name.length, 1.0 if known else 0.8, "both are names of places", following)
    return None


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
    if len(name.text.split()) != 1 or name.kind == "placeName" or len(name.text) > 6 or len(parts) > 2:
        return False
    if len(parts) == 2 and all(len(part) <= 5 for part in parts):
        return True
    return syllables(name.text) == 1 and (syllables(inner) == 2 or (syllables(inner) == 1 and name.titled))


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

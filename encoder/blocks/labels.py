"""The labels of catalogue fields, as archives, portals and finding aids print them above or beside a document."""

import re

# label (lower case) → field
FIELDS = {
    "citation": "citation",
    "cite as": "citation",
    "how to cite": "citation",
    "cite this": "citation",
    "summary": "summary",
    "abstract": "summary",
    "description": "summary",
    "synopsis": "summary",
    "credits": "credits",
    "credit": "credits",
    "acknowledgement": "credits",
    "acknowledgements": "credits",
    "original language": "language",
    "source language": "language",
    "language": "language",
    "languages": "language",
    "contents": "contents",
    "content": "contents",
    "title": "title",
    "document title": "title",
    "author": "author",
    "authors": "author",
    "creator": "author",
    "creators": "author",
    "date": "date",
    "date created": "date",
    "document date": "date",
    "date of document": "date",
    "source": "source",
    "archival source": "source",
    "original archive": "source",
    "archive": "source",
    "repository": "source",
    "archival reference": "source",
    "shelfmark": "source",
    "reference": "source",
    "translator": "translator",
    "translators": "translator",
    "translated by": "translator",
    "contributor": "contributor",
    "contributors": "contributor",
    "obtained by": "obtained",
    "contributed by": "obtained",
    "url": "url",
    "permalink": "url",
    "persistent link": "url",
    "document url": "url",
    "record id": "record",
    "document id": "record",
    "record number": "record",
    "document number": "record",
    "classification": "classification",
    "original classification": "classification",
    "rights": "rights",
    "licence": "rights",
    "license": "rights",
    "copyright": "rights",
}
# Words that are also common at the start of a line of text need their colon.
_AMBIGUOUS = {
    "title",
    "author",
    "date",
    "source",
    "content",
    "description",
    "language",
    "languages",
    "archive",
    "reference",
    "rights",
    "classification",
    "creator",
    "translator",
    "contributor",
    "authors",
    "creators",
    "copyright",
    "url",
}

_NAMES = "|".join(
    sorted((re.escape(label).replace(r"\ ", r"\s+") for label in FIELDS), key=len, reverse=True)
)
_LINE = re.compile(
    rf"(?P<open>[#>\s]*(?:[-*+•]\s+)?(?P<bracket>\[)?[*_]*)(?P<label>{_NAMES})(?P<close>[*_]*\s*(?P<colon>[:：])?[*_]*)(?P<rest>.*)",
    re.I | re.S,
)
_INLINE = re.compile(r"(?<!\S)(Citation|Summary|Credits|Original Language|Contents):\s")
_SHORT = re.compile(r"\s*[A-Z][a-z]+(?:(?:, | and )[A-Z][a-z]+)*(?=\s)")
_CONTENTS = re.compile(
    r"\s*(?:(?:English |German |French |Russian )?Transl(?:ation|iteration)(?: - [A-Z][a-z]+)?|English HTML)\s?",
    re.I,
)


def match(text: str) -> tuple[str, int, int] | None:
    """The field that a line begins with, where its value begins, and where the label begins (with its bracket, if it has
    one: `[Source: …]`)."""
    found = _LINE.match(text)
    if not found:
        return None
    label = re.sub(r"\s+", " ", found["label"]).lower()
    alone = not found["rest"].strip()
    marked = bool(found["open"].strip()) or found["label"][0].isupper()
    if not marked or (
        not found["colon"] and (not alone or (label in _AMBIGUOUS and "#" not in found["open"]))
    ):
        return None
    if not found["colon"] and found["rest"][:1].isalnum():
        return None
    at = found.start("bracket") if found["bracket"] else found.start("label")
    return FIELDS[label], found.start("rest"), at


def positions(text: str) -> list[tuple[int, int, int]]:
    """Fields within a flattened line: where the label begins, where its value begins, where the value ends (the next
    label, or as far as the form of the value goes)."""
    found = list(_INLINE.finditer(text))
    rows = []
    for index, label in enumerate(found):
        end = found[index + 1].start() if index + 1 < len(found) else len(text)
        if index + 1 == len(found):
            short = {"Original Language": _SHORT, "Contents": _CONTENTS}.get(label[1])
            value = short.match(text, label.end() - 1) if short else None
            end = value.end() if value else end
        rows.append((label.start(), label.end(), end))
    return rows

"""``[deposit]`` of ``edition.toml``: what only a package needs to know. Whatever is wrong is refused with one sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from encoder.deposit.record import Grant, Related
from encoder.edition import Edition
from encoder.model import UsageError

_DOI = re.compile(r"10\.\d{4,9}/\S+")
_ROR = re.compile(r"https://ror\.org/0[a-hj-km-np-tv-z0-9]{6}\d{2}")
_URL = re.compile(r"https?://[^\s/]+\S*")
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_ORCID = re.compile(r"(?:https://orcid\.org/)?(\d{4}-\d{4}-\d{4}-\d{3}[\dX])")
_VERSION = re.compile(r"[\w.+-]+")
# Source: DataCite Metadata Schema 4.6, appendix 1, relationType.
RELATIONS = tuple(
    """IsCitedBy Cites IsSupplementTo IsSupplementedBy IsContinuedBy Continues IsDescribedBy Describes HasMetadata IsMetadataFor
HasVersion IsVersionOf IsNewVersionOf IsPreviousVersionOf IsPartOf HasPart IsPublishedIn IsReferencedBy References
IsDocumentedBy Documents IsCompiledBy Compiles IsVariantFormOf IsOriginalFormOf IsIdenticalTo IsReviewedBy Reviews
IsDerivedFrom IsSourceOf IsRequiredBy Requires IsObsoletedBy Obsoletes IsCollectedBy Collects IsTranslationOf
HasTranslation""".split()
)


@dataclass(frozen=True, slots=True)
class Contact:
    name: str = ""
    email: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """:param doi: only one that a repository has given. :param url: the address of the published edition.
    :param principles: what the editors say of their principles: the text of the file that is named.
    :param sources_rights: who may do what with the texts in ``sources``.
    """

    doi: str = ""
    url: str = ""
    version: str = ""
    keywords: tuple[str, ...] = ()
    rights_holder: str = ""
    depositor: str = ""
    sources_rights: str = ""
    principles: str = ""
    publisher_ror: str = ""
    contact: Contact = Contact()
    funding: tuple[Grant, ...] = ()
    related: tuple[Related, ...] = ()


def read(edition: Edition) -> Settings:
    """The settings of an edition.

    :raises UsageError: one is not known, or cannot be right.
    """
    table = _Table(edition.root / "edition.toml", "[deposit]", edition.deposit)
    table.refuse_unknown({field.name for field in fields(Settings)})
    settings = Settings(
        doi=_bare_doi(table.text("doi", _doi_like, "write it as 10.5281/zenodo.1234567")),
        url=table.text("url", _URL, "write an address: https://…"),
        version=table.text("version", _VERSION, 'write one word: "1.0"'),
        keywords=table.words("keywords"),
        rights_holder=table.text("rights_holder"),
        depositor=table.text("depositor"),
        sources_rights=table.text("sources_rights"),
        principles=_principles(edition, table),
        publisher_ror=table.text("publisher_ror", _ROR, "write it as https://ror.org/012345678"),
        contact=_contact(table),
        funding=tuple(_grant(one) for one in table.tables("funding", Grant)),
        related=tuple(_related(one) for one in table.tables("related", Related)),
    )
    _refuse_editors(edition)
    return settings


class _Table:
    """A table of ``edition.toml``, with ``-`` in its names where Python has ``_``."""

    def __init__(self, path: Path, name: str, values: Any) -> None:
        self.path, self.name = path, name
        if not isinstance(values, dict):
            raise self.refusal(f"is {values!r}; write a table")
        self.values = {key.replace("-", "_"): value for key, value in values.items()}

    def refusal(self, what: str) -> UsageError:
        return UsageError(f"{self.path}: {self.name} {what}.")

    def refuse_unknown(self, known: set[str]) -> None:
        for key in self.values:
            if key not in known:
                names = ", ".join(sorted(known)).replace("_", "-")
                raise self.refusal(f"has no setting {key.replace('_', '-')}; there are {names}")

    def text(self, key: str, form: re.Pattern[str] | None = None, how: str = "", need: bool = False) -> str:
        value = self.values.get(key, "")
        shown = key.replace("_", "-")
        if not isinstance(value, str) or any(ord(sign) < 32 and sign not in "\n\t" for sign in value):
            raise self.refusal(f"{shown} must be text in quotation marks")
        value = " ".join(value.split())
        if need and not value:
            raise self.refusal(f"needs {shown}")
        if value and form and not form.fullmatch(value):
            raise self.refusal(f"{shown} is {value!r}; {how}")
        return value

    def words(self, key: str) -> tuple[str, ...]:
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, str) and one.strip() for one in value):
            raise self.refusal(f'{key} is a list: write ["border", "Cold War"]')
        return tuple(dict.fromkeys(" ".join(one.split()) for one in value))

    def tables(self, key: str, kind: type) -> list[_Table]:
        value = self.values.get(key, [])
        if not isinstance(value, list):
            raise self.refusal(f"{key}: write [[deposit.{key}]] and its fields below it")
        found = [_Table(self.path, f"[[deposit.{key}]]", one) for one in value]
        for one in found:
            one.refuse_unknown({field.name for field in fields(kind)})
        return found


_doi_like = re.compile(rf"(?:https?://(?:dx\.)?doi\.org/|doi:)?{_DOI.pattern}", re.I)


def _bare_doi(value: str) -> str:
    found = _DOI.search(value)
    return found[0] if found else ""


def _principles(edition: Edition, table: _Table) -> str:
    name = table.text("principles")
    try:
        return (edition.root / name).read_text(encoding="utf-8-sig").strip() if name else ""
    except (OSError, UnicodeDecodeError):
        raise table.refusal(f"principles is {name!r}; there is no such text file (UTF-8)") from None


def _contact(table: _Table) -> Contact:
    inner = _Table(table.path, "[deposit.contact]", table.values.get("contact", {}))
    inner.refuse_unknown({field.name for field in fields(Contact)})
    return Contact(
        inner.text("name", need=bool(inner.values)),
        inner.text("email", _EMAIL, "write it as name@example.org"),
        inner.text("address"),
    )


def _grant(table: _Table) -> Grant:
    return Grant(
        table.text("funder", need=True),
        table.text("ror", _ROR, "write it as https://ror.org/012345678"),
        table.text("number"),
        table.text("title"),
        table.text("url", _URL, "write an address: https://…"),
    )


def _related(table: _Table) -> Related:
    relation = table.text("relation", need=True)
    if relation not in RELATIONS:
        raise table.refusal(f"relation is {relation!r}; DataCite knows {', '.join(RELATIONS)}")
    identifier = table.text("identifier", need=True)
    kind = table.text("type") or _kind(identifier)
    if not kind:
        raise table.refusal(
            f'identifier is {identifier!r}; write an address or a DOI, or say its type: "ISBN"'
        )
    return Related(relation, _bare_doi(identifier) if kind == "DOI" else identifier, kind)


def _kind(identifier: str) -> str:
    if _doi_like.fullmatch(identifier):
        return "DOI"
    return "URL" if _URL.fullmatch(identifier) else ""


def _refuse_editors(edition: Edition) -> None:
    for editor in edition.editors:
        table = _Table(
            edition.root / "edition.toml",
            "[[editor]]",
            {name: getattr(editor, name) for name in ("name", "role", "orcid", "affiliation", "ror")},
        )
        table.text("name", need=True)
        table.text("affiliation")
        table.text("ror", _ROR, "write it as https://ror.org/012345678")
        orcid = _ORCID.fullmatch(table.text("orcid", _ORCID, "write it as 0000-0002-1825-0097"))
        if orcid and not _checks(orcid[1].replace("-", "")):
            raise table.refusal(f"orcid is {orcid[1]!r}, which has a wrong digit")
        if editor.organization not in (None, True, False):
            raise table.refusal("organization is true or false, without quotation marks")


def _checks(orcid: str) -> bool:
    """Whether the last digit is the right one (ISO 7064, MOD 11-2).

    Source: https://support.orcid.org/hc/en-us/articles/360006897674
    """
    total = 0
    for digit in orcid[:-1]:
        total = (total + int(digit)) * 2
    return "0123456789X"[(12 - total % 11) % 11] == orcid[-1]

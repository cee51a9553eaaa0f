"""How to cite a document, for programs: BibTeX, RIS and CSL-JSON.

A document is cited as a part of the edition: its authors, title and date, translated by, in the edition, with the
archival reference of the original. A name is given whole, unless the header tells family name and given name apart:
which word is which is not guessed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from encoder.edition import Edition, date_of
from encoder.model import OutputFile, TeiFile
from encoder.outputs.html import settings
from encoder.outputs.html.told import told
from encoder.outputs.output import Place

Facts = Mapping[str, Any]
Party = Sequence[str]  # person or office, the name, family name, given name


def files(edition: Edition, document: TeiFile, place: Place) -> Iterator[OutputFile]:
    """``cite/ID.bib``, ``cite/ID.ris`` and ``cite/ID.json``."""
    facts = facts_of(edition, document, place.number)
    for suffix, text in (("bib", bibtex(facts)), ("ris", ris(facts)), ("json", csl(facts))):
        yield OutputFile(f"cite/{document.id}.{suffix}", text.encode())


def facts_of(edition: Edition, document: TeiFile, number: int) -> Facts:
    """What is told of a document, and of the edition that it is part of."""
    site = settings.address(edition)
    return {
        **told(edition, document),
        "id": document.id,
        "number": str(number),
        "edition": edition.title,
        "editors": [("person", editor.name, "", "") for editor in edition.editors if editor.role == "editor"],
        "publisher": edition.publisher,
        "published": date_of(edition).isoformat(),
        "place": edition.place,
        "url": f"{site}{document.id}.html" if site else "",
        "note": "; ".join(
            part for part in (told(edition, document)["date"], told(edition, document)["reference"]) if part
        ),
    }


# BibTeX and biblatex.

_ESCAPED = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}


def bibtex(facts: Facts) -> str:
    """An entry of BibTeX; ``translator`` and ``origdate`` are biblatex's, and others pass over them."""
    fields = {
        "author": " and ".join(map(_bibtex_name, facts["authors"])),
        "title": f"{{{_escaped(facts['title'])}}}" if facts["title"] else "",
        "booktitle": f"{{{_escaped(facts['edition'])}}}",
        "editor": " and ".join(map(_bibtex_name, facts["editors"])),
        "translator": " and ".join(map(_bibtex_name, facts["translators"])),
        "publisher": _escaped(facts["publisher"]),
        "address": _escaped(facts["place"]),
        "year": facts["published"][:4],
        "number": facts["number"],
        "origdate": "/".join(dict.fromkeys(part[:10] for part in (facts["from"], facts["to"]) if part)),
        "note": _escaped(facts["note"]),
        "langid": _escaped(facts["language"]),
        "url": facts["url"],
    }
    rows = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@incollection{{{facts['id']},\n" + ",\n".join(rows) + "\n}\n"


def _escaped(text: str) -> str:
    return re.sub(r"[\\{}~^&%$#_]", lambda sign: _ESCAPED[sign[0]], text)


def _bibtex_name(party: Party) -> str:
    _, name, family, given = party
    return f"{{{_escaped(family)}}}, {_escaped(given)}" if family and given else f"{{{_escaped(name)}}}"


# RIS.


def ris(facts: Facts) -> str:
    """A record of RIS (https://en.wikipedia.org/wiki/RIS_(file_format)): one field on each line, the end marked by ER."""
    rows = [
        ("TY", "CHAP"),
        ("ID", facts["id"]),
        *(("AU", _inverted(party)) for party in facts["authors"]),
        ("TI", facts["title"]),
        ("T2", facts["edition"]),
        *(("A2", _inverted(party)) for party in facts["editors"]),
        *(("A4", _inverted(party)) for party in facts["translators"]),
        ("PB", facts["publisher"]),
        ("CY", facts["place"]),
        ("PY", facts["published"][:4]),
        ("DA", facts["published"].replace("-", "/")),
        ("M1", facts["number"]),
        ("OP", facts["date"]),
        ("AV", facts["archive"]),
        ("CN", facts["reference"]),
        ("LA", facts["language"]),
        ("AB", facts["abstract"]),
        ("UR", facts["url"]),
    ]
    return "".join(f"{tag}  - {' '.join(value.split())}\n" for tag, value in rows if value) + "ER  - \n"


def _inverted(party: Party) -> str:
    _, name, family, given = party
    return f"{family}, {given}" if family and given else name


# CSL-JSON.


def csl(facts: Facts) -> str:
    """An array of one item (https://docs.citationstyles.org/en/stable/specification.html)."""
    item = {
        "id": facts["id"],
        "type": "chapter",
        "title": facts["title"],
        "author": [_csl_name(party) for party in facts["authors"]],
        "translator": [_csl_name(party) for party in facts["translators"]],
        "container-title": facts["edition"],
        "editor": [_csl_name(party) for party in facts["editors"]],
        "publisher": facts["publisher"],
        "publisher-place": facts["place"],
        "issued": _csl_date(facts["published"]),
        "original-date": _csl_date(facts["from"], facts["to"]),
        "number": facts["number"],
        "archive": facts["archive"],
        "archive_location": facts["shelfmark"],
        "language": facts["language"],
        "abstract": facts["abstract"],
        "URL": facts["url"],
    }
    kept = {name: value for name, value in item.items() if value}
    return json.dumps([kept], ensure_ascii=False, indent=1) + "\n"


def _csl_name(party: Party) -> Mapping[str, str]:
    _, name, family, given = party
    return {"family": family, "given": given} if family and given else {"literal": name}


def _csl_date(first: str, last: str = "") -> Mapping[str, list[list[int]]] | None:
    """One date or a range; None for a date that has no year, month or day to give (W3C)."""
    dates = []
    for date in dict.fromkeys((first, last)):
        match = re.match(r"(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:$|T|Z|[+-]\d\d:)", date)
        if match:
            dates.append([int(part) for part in match.groups() if part])
    return {"date-parts": dates} if dates else None

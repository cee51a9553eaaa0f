"""The ``teiHeader``: what is known of a document, each fact where TEI has a place for it (P5 2 and 10)."""

from __future__ import annotations

import re

from lxml import etree

from encoder import __version__
from encoder.blocks.place import ORGANIZATION
from encoder.edition import Edition
from encoder.markup import Hands, add_text, doubt, element
from encoder.metadata import languages
from encoder.metadata.dates import DateValue
from encoder.metadata.facts import Facts
from encoder.model import Content
from encoder.tei.body import pointer


def write(root: etree._Element, name: str, facts: Facts, edition: Edition, date: str, hands: Hands) -> None:
    """Put a ``teiHeader`` before the text.

    :param root: the TEI element, whose text is finished: its languages and hands are described here.
    :param name: the source's file name. :param date: ISO 8601, the date of encoding.
    """
    header = etree.Element(root.tag.replace("TEI", "teiHeader"))
    root.insert(0, header)
    described = element(header, "fileDesc")
    _titles(described, name, facts)
    _publication(described, facts, edition)
    _series(described, edition)
    _remarks(described, name, facts)
    _source(described, name, facts)
    _encoding(header, name, facts)
    _profile(header, root, name, facts, edition, hands)
    revision = element(header, "revisionDesc", {"status": "draft"})
    element(revision, "change", {"when": date, "who": "#encoder"}, f"encoded from {name}")


def _typed(
    parent: etree._Element, tag: str, name: str, content: Content, attrs: dict[str, str | None] | None = None
) -> etree._Element:
    """An element with words of the source, and where they stand there."""
    made = element(parent, tag, attrs, " ".join(content.text.split()))
    made.set("source", pointer(name, content.spans))
    return made


def _titles(parent: etree._Element, name: str, facts: Facts) -> None:
    made = element(parent, "titleStmt")
    if facts.title and facts.title_is_record:
        _typed(made, "title", name, facts.title)
    elif facts.title:
        bare = re.sub(
            r"(?i)^(?:subject|re|betreff?)\s*:\s*|\[\d{1,3}\]|[\[\]*#]",
            "",
            " ".join(facts.title.text.split()),
        )
        element(made, "title", {}, bare.strip())
    else:
        element(made, "title", {"resp": "#encoder"}, _makeshift(name, facts))
    if facts.author:
        _typed(made, "author", name, facts.author)
    for funder in facts.funders:
        element(made, "funder", {}, funder)
    _responsible(made, "translated by", facts.translators, "translator", always=True)
    _responsible(made, "obtained by", facts.obtained_by)
    if facts.cited:
        for role, who in facts.cited.other_contributors:
            _responsible(made, role, (who,))
    statement = element(made, "respStmt", {"xml:id": "encoder"})
    element(statement, "resp", {}, "encoded by")
    element(statement, "name", {"type": "program"}, f"encoder {__version__}")


def _makeshift(name: str, facts: Facts) -> str:
    """A title for a document that gives none: who to whom, or its number, or its file's name."""
    if facts.sender and facts.recipient:
        return f"{'; '.join(facts.sender)} to {facts.recipient}"
    return facts.registry[0] if facts.registry else name.rsplit(".", 1)[0]


def _responsible(
    parent: etree._Element, role: str, who: tuple[str, ...], identifier: str = "", always: bool = False
) -> None:
    if not who and not always:
        return
    made = element(parent, "respStmt", {"xml:id": identifier})
    element(made, "resp", {}, role)
    for person in who:
        element(made, "persName", {}, person)
    if not who:
        element(made, "name", {}, "not named in the source")


def _publication(parent: etree._Element, facts: Facts, edition: Edition) -> None:
    made = element(parent, "publicationStmt")
    element(made, "publisher", {}, edition.publisher)
    if edition.place:
        element(made, "pubPlace", {}, edition.place)
    element(made, "date", {"when": edition.date}, edition.date[:4])
    for url in facts.urls:
        element(made, "idno", {"type": "URI"}, url)
    for number in facts.records:
        element(made, "idno", {"type": "record"}, number)
    licence = edition.licence
    element(
        element(made, "availability"),
        "licence",
        {"target": licence.url},
        f"{licence.name}. {licence.text.strip()}".strip(),
    )


def _series(parent: etree._Element, edition: Edition) -> None:
    made = element(parent, "seriesStmt")
    element(made, "title", {}, edition.title)
    for editor in edition.editors:
        element(made, "editor", {"role": editor.role} if editor.role != "editor" else {}, editor.name)
    element(made, "idno", {"type": "edition"}, edition.id)


def _remarks(parent: etree._Element, name: str, facts: Facts) -> None:
    """Fields of the record that TEI has no element for, as typed."""
    if facts.remarks:
        made = element(parent, "notesStmt")
        for field, content in facts.remarks:
            _typed(made, "note", name, content, {"type": field})


def _source(parent: etree._Element, name: str, facts: Facts) -> None:
    made = element(parent, "sourceDesc")
    _manuscript(made, facts)
    if facts.citation:
        _typed(made, "bibl", name, facts.citation, {"type": "citation"})
    if facts.cited and facts.cited.reprint:
        element(made, "bibl", {"type": "reprint"}, facts.cited.reprint)


def _manuscript(parent: etree._Element, facts: Facts) -> None:
    """Where the original is: unknown parts are left out, nothing is invented."""
    made = element(parent, "msDesc")
    identifier = element(made, "msIdentifier")
    place = facts.reference
    if place:
        for tag, value in (("country", place.country), ("settlement", place.settlement)):
            if value:
                element(identifier, tag, {}, value)
        _repository(identifier, place.name, place.full_name, place.archive)
        if place.collection:
            element(identifier, "collection", {}, place.collection)
        if place.shelfmark:
            element(identifier, "idno", {"type": "shelfmark"}, place.shelfmark)
    else:  # said, so that it is seen to be missing; the finding M003 asks for it
        element(identifier, "repository", {}, "unknown")
        element(identifier, "idno", {"type": "shelfmark"}, "unknown")
    for number in facts.registry:
        other = element(identifier, "altIdentifier", {"type": "registry"})
        element(other, "idno", {"type": "registry"}, number)
    _contents(made, facts)


def _repository(parent: etree._Element, typed: str, full: str, archive: str) -> None:
    made = element(parent, "repository", {"ref": f"../registers/archives.xml#{archive}" if archive else None})
    if full and full != typed:
        choice = element(made, "choice")
        element(choice, "abbr", {}, typed)
        element(choice, "expan", {}, full)
    else:
        made.text = typed


def _contents(parent: etree._Element, facts: Facts) -> None:
    place = facts.reference
    if not facts.languages and not (place and place.pages_from):
        return
    item = element(element(parent, "msContents"), "msItem")
    if place and place.pages_from:
        last = place.pages_to or place.pages_from
        text = place.pages_from if last == place.pages_from else f"{place.pages_from}-{last}"
        element(item, "locus", {"from": place.pages_from, "to": last}, text)
    if not facts.languages:  # msItem wants more than its leaves
        element(item, "textLang", {"mainLang": "und"}, "unknown")
    else:
        others = " ".join(tag for tag, _ in facts.languages[1:])
        element(
            item,
            "textLang",
            {"mainLang": facts.languages[0][0], "otherLangs": others},
            ", ".join(n for _, n in facts.languages),
        )


def _encoding(header: etree._Element, name: str, facts: Facts) -> None:
    made = element(header, "encodingDesc")
    if facts.furniture:
        said = element(
            element(made, "samplingDecl"),
            "p",
            {},
            "Left out of the text as furniture of the page it was found on:",
        )
        items = element(said, "list", {"type": "furniture"})
        for content in facts.furniture:
            _typed(items, "item", name, content)
    _references(made)
    application = element(
        element(made, "appInfo"), "application", {"ident": "encoder", "version": __version__}
    )
    element(application, "label", {}, "encoder")


# The passages that can be cited, and their names: their own, else the names that xslt/prepare/40-identifiers.xsl gives.
_PASSAGES = "/TEI/text//(p | ab | head | item)[not(ancestor::note)]"
_PASSAGE = (
    "(@xml:id, 'p' || 1 + count((ancestor::* | preceding::*)"
    "[self::p or self::ab or self::head or self::item][ancestor::text][not(ancestor::note)]))[1]"
)


def _references(parent: etree._Element) -> None:
    """How passages are cited, for programs (P5 17.2.5.4, Citation Structures; Distributed Text Services)."""
    structure = {"unit": "passage", "match": _PASSAGES, "use": _PASSAGE}
    element(element(parent, "refsDecl"), "citeStructure", structure)


def _profile(
    header: etree._Element, root: etree._Element, name: str, facts: Facts, edition: Edition, hands: Hands
) -> None:
    made = element(header, "profileDesc")
    if facts.summary:
        abstract = element(made, "abstract", {"source": pointer(name, facts.summary.content.spans)})
        said = element(abstract, "p", {}, " ".join(facts.summary.content.text.split()))
        if facts.summary.degree < 1:
            doubt(said, facts.summary.degree, "name")
    creation = element(made, "creation")
    if facts.date:
        if facts.date_typed:
            _typed(creation, "date", name, facts.date_typed, dict(attributes(facts.date)))
        else:
            element(creation, "date", attributes(facts.date), written(facts.date))
            add_text(creation, f" (from {facts.date_from})")
    _languages(made, root, name, facts, edition)
    if hands.known:
        notes = element(made, "handNotes")
        for description, identifier in hands.known.items():
            element(
                notes,
                "handNote",
                {"xml:id": identifier, "scope": "minor"},
                f"handwriting on the archival copy: {description}",
            )
    _correspondence(made, facts)


def attributes(date: DateValue) -> dict[str, str | None]:
    """The attributes of att.datable.w3c that a date has."""
    return {
        "when": date.when,
        "from": date.from_,
        "to": date.to,
        "notBefore": date.not_before,
        "notAfter": date.not_after,
        "cert": date.cert,
        "evidence": "internal" if date.cert else None,
    }


def written(date: DateValue) -> str:
    """A date for people, in ISO 8601."""
    first = date.when or date.from_ or date.not_before or ""
    last = date.to or date.not_after or ""
    return first if not last or last == first else f"{first}/{last}"


def _languages(
    parent: etree._Element, root: etree._Element, name: str, facts: Facts, edition: Edition
) -> None:
    """The translation's language, the original's, and each in which a word of the text is."""
    made = element(parent, "langUsage")
    element(made, "language", {"ident": edition.language}, languages.language_name(edition.language))
    told = {edition.language}
    for tag, typed in facts.languages:
        known = element(made, "language", {"ident": tag}, typed)
        if facts.language_typed and len(facts.languages) == 1:
            known.set("source", pointer(name, facts.language_typed.spans))
        told.add(tag)
    for used in root.iter(root.tag.replace("TEI", "foreign")):
        tag = used.get("{http://www.w3.org/XML/1998/namespace}lang") or "und"
        if tag not in told:
            told.add(tag)
            element(made, "language", {"ident": tag}, languages.language_name(tag))


def _correspondence(parent: etree._Element, facts: Facts) -> None:
    """Sender and addressee of what was sent (P5 2.4.6); a document that names no addressee was not."""
    if not facts.recipient:
        return
    made = element(parent, "correspDesc")
    sent = element(made, "correspAction", {"type": "sent"})
    for who in facts.sender:
        _party(sent, who)
    if facts.sent:
        place, typed, value = facts.sent
        if place:
            element(sent, "placeName", {}, place)
        element(sent, "date", attributes(value), " ".join(re.sub(r"[\[\]]", "", typed).split()))
    elif facts.date:
        element(sent, "date", attributes(facts.date), written(facts.date))
    if not len(sent):
        element(sent, "name", {}, "not named in the source")
    _party(element(made, "correspAction", {"type": "received"}), facts.recipient)


def _party(parent: etree._Element, who: str) -> None:
    """An office by its words (`Embassy`, `CC CPSU`), else a person."""
    office = ORGANIZATION.search(who) or re.search(r"\bCC\b", who)
    element(parent, "orgName" if office else "persName", {}, who)

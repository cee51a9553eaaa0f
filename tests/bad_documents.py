"""How the files of tests/bad are made: each is a good document with one mistake.

The table says what the mistake is; the files are what a validator, an XML editor or a person can be shown. A test
remakes them and compares. To add one, add a row and run `python -m tests.bad_documents`.
"""

# A mistake is seen best on one line.

from pathlib import Path

HERE = Path(__file__).parent
BAD = HERE / "bad"

# base document -> name of the bad document (its code, then what is wrong) -> (what stands there, what stands instead)
TELEGRAM: dict[str, tuple[str, str]] = {
    # the file as XML
    "T001_tag-not-closed": ("</supplied> side", " side"),
    "T001_tags-crossed": ("<orig>Pak Seong-cheol</orig>", '<orig><hi rend="bold">Pak</orig></hi>'),
    "T001_ampersand": ("CC BY 4.0", "CC BY & 4.0"),
    "T001_attribute-twice": ('scope="minor"', 'scope="minor" scope="minor"'),
    "T001_attribute-without-quotes": ('cert="low"', "cert=low"),
    "T001_second-root": ("</TEI>", "</TEI>\n<TEI/>"),
    "T001_entity-unknown": ("red pencil", "red&nbsp;pencil"),
    "T001_control-character": ("red pencil", "red\x01pencil"),
    "T001_prefix-not-declared": ("<head>On", "<tei:head>On"),
    "T001_text-before-the-declaration": ("<?xml version", " <?xml version"),
    "T002_doctype": ("<TEI ", "<!DOCTYPE TEI>\n<TEI "),
    "T002_doctype-with-entity": ("<TEI ", "<!DOCTYPE TEI [<!ENTITY a 'b'>]>\n<TEI "),
    "T002_external-entity": ("<TEI ", '<!DOCTYPE TEI [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n<TEI '),
    "T002_external-dtd": ("<TEI ", '<!DOCTYPE TEI SYSTEM "http://example.org/tei.dtd">\n<TEI '),
    "T003_xinclude": (
        "<head>On the border</head>",
        '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/passwd" parse="text"/>',
    ),
    "T003_xinclude-of-itself": (
        "<head>On the border</head>",
        '<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="T003_xinclude-of-itself.xml"/>',
    ),
    "T004_nested-too-deep": ("On the border", '<hi rend="bold">' * 120 + "deep" + "</hi>" * 120),
    "T004_nested-beyond-measure": ("On the border", '<hi rend="bold">' * 600 + "deep" + "</hi>" * 600),
    "T006_id-twice": ('xml:id="h1"', 'xml:id="hand-1"'),
    "T006_id-of-the-document": ('xml:id="h1"', 'xml:id="T006_id-of-the-document"'),
    # the grammar: the document element
    "T010_no-namespace": ('<TEI xmlns="http://www.tei-c.org/ns/1.0"', "<TEI"),
    "T010_other-namespace": ("http://www.tei-c.org/ns/1.0", "http://www.tei-c.org/ns/2.0"),
    # an element that this schema does not have
    "T011_misspelt": ("<corr>Xibaipo</corr></choice>", "<corr>Xibaipo</corr></choice><glos>a village</glos>"),
    "T011_emph": ("On the border", "<emph>On the border</emph>"),
    "T011_other-namespace": ("On the border", '<b xmlns="http://www.w3.org/1999/xhtml">On the border</b>'),
    "T011_keywords": ("<handNotes>", "<keywords/><handNotes>"),
    "T011_subst": ("The second point.", "<subst>The second point.</subst>"),
    "T011_facsimile": ('<text xml:lang="en">', '<facsimile/>\n  <text xml:lang="en">'),
    # something that must come before
    "T012_title": ("<title>Telegram on the border</title>", ""),
    "T012_publicationStmt-without-publisher": ("<publisher>The encoder authors</publisher>", ""),
    "T012_resp": ("<resp>translated by</resp>", ""),
    "T012_orig": ("<orig>Pak Seong-cheol</orig>", ""),
    "T012_sic": ("<sic>Sibaipo</sic>", ""),
    # not complete
    "T013_choice": ("<corr>Xibaipo</corr>", ""),
    "T013_list-without-item": (
        """          <item n="1">The first point.</item>
          <item n="2"><pc type="unmatched">[</pc>The second point.</item>
""",
        "          <head>Points</head>\n",
    ),
    "T013_respStmt": ("<persName>Jeffrey Wang</persName></resp", "</resp"),
    "T013_application": ("<label>encoder</label></app", "</app"),
    "T013_availability": (
        '<licence target="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</licence>',
        "",
    ),
    "T013_langUsage": (
        """        <language ident="en">English</language>
        <language ident="zh-Latn-pinyin">Chinese in Hanyu Pinyin</language>
""",
        "",
    ),
    "T013_correspAction": ("<orgName>Embassy in North Korea</orgName>", ""),
    "T013_msItem": ('<locus from="4" to="6">4-6</locus><textLang mainLang="zh">Chinese</textLang>', ""),
    # text where none may be
    "T014_div": ("<head>On the border</head>", "On the border"),
    "T014_body": ("<body>", "<body>To be done."),
    "T014_list": ('<item n="1">The first point.</item>', "The first point."),
    "T014_choice": ("</orig><reg>", "</orig> or <reg>"),
    "T014_gap": ("<desc>one word illegible</desc>", "one word illegible"),
    "T014_empty-element": ('resp="#encoder"/>quickly', 'resp="#encoder">?</certainty>quickly'),
    "T014_header": ("<langUsage>", "<langUsage>English"),
    # an element in a wrong place
    "T015_paragraph-after-closer": ("</closer>", "</closer>\n        <p>An attachment follows.</p>"),
    "T015_head-after-paragraph": ("<list rend", "<head>Points</head>\n        <list rend"),
    "T015_certainty-not-first": (
        'resp="#encoder"/>quickly',
        'resp="#encoder"/>quickly<certainty locus="end"/>',
    ),
    "T015_paragraph-in-paragraph": ("The <supplied", "<p>The</p> <supplied"),
    "T015_supplied-in-div": (
        "<head>On the border</head>",
        '<supplied reason="subaudible">On the border</supplied>',
    ),
    "T015_opener-in-closer": ("<closer>", "<closer><opener/>"),
    "T015_reg-in-supplied": (">North<", "><reg>North</reg><"),
    "T015_abbr-alone": ("On the border", "<abbr>On</abbr>"),
    "T015_item-in-paragraph": ("The <supplied", '<item n="1">The</item> <supplied'),
    "T015_handNote-in-text": ("<salute>", '<handNote xml:id="hand-2">red</handNote><salute>'),
    "T015_desc-in-paragraph": ("send them back", "<desc>send</desc>"),
    "T015_header-part-twice": (
        "<encodingDesc>",
        '<encodingDesc><appInfo><application ident="a" version="1"><label>a'
        "</label></application></appInfo></encodingDesc>\n    <encodingDesc>",
    ),
    "T015_supplied-in-desc": ("one word illegible", '<supplied reason="lost">one</supplied> word illegible'),
    # an attribute that the element does not have
    "T016_cert-on-paragraph": ('<p source="telegram.txt#char=120,540">', '<p cert="low">'),
    "T016_rend-on-supplied": (
        '<supplied reason="subaudible">',
        '<supplied rend="italic" reason="subaudible">',
    ),
    "T016_misspelt": ('ref="../registers/persons.xml#pak"', 'reff="../registers/persons.xml#pak"'),
    "T016_id-without-prefix": ('xml:id="fn-1"', 'id="fn-1" xml:id="fn-1"'),
    "T016_lang-without-prefix": ("<head>On", '<head lang="en">On'),
    "T016_type-on-head-item": ('<item n="1">', '<item n="1" type="point">'),
    "T016_source-on-certainty": ("<certainty locus", '<certainty source="telegram.txt#char=1,2" locus'),
    "T016_key": ("<orgName>Embassy", '<orgName key="embassy">Embassy'),
    # a value that the attribute cannot have
    "T017_supplied-reason": ('reason="subaudible"', 'reason="omitted"'),
    "T017_gap-reason": ('reason="illegible"', 'reason="unreadable"'),
    "T017_gap-unit": ('unit="word"', 'unit="words"'),
    "T017_gap-quantity": ('quantity="1"', 'quantity="one"'),
    "T017_gap-quantity-negative": ('quantity="1"', 'quantity="-1"'),
    "T017_note-type": ('type="classification"', 'type="secrecy"'),
    "T017_note-subtype": ('subtype="handwritten"', 'subtype="handwriting"'),
    "T017_note-place": ('place="margin left"', 'place="left margin, above"'),
    "T017_hi-rend": ('rend="underline"', 'rend="underlined"'),
    "T017_cert": ('cert="low"', 'cert="0.3"'),
    "T017_idno-type": ('<idno type="registry">', '<idno type="number">'),
    "T017_pc-type": ('type="unmatched"', 'type="unclosed"'),
    "T017_list-rend": ('rend="numbered"', 'rend="ordered"'),
    "T017_div-type": ('<div type="document">', '<div type="letter">'),
    "T017_status": ('status="draft"', 'status="finished"'),
    "T017_correspAction-type": ('type="received"', 'type="recieved"'),
    "T017_bibl-type": ('type="citation"', 'type="quotation"'),
    "T017_ref-type": ('type="footnote"', 'type="note"'),
    "T017_name-type": ('type="program"', 'type="software"'),
    "T017_date-month-13": ('<date when="1962-03-24">24', '<date when="1962-13-24">24'),
    "T017_date-30-february": ('<date when="1962-03-24">24', '<date when="1962-02-30">24'),
    "T017_date-in-words": ('<date when="1962-03-24">24', '<date when="24 March 1962">24'),
    "T017_date-short-year": ('from="1961-01"', 'from="61-01"'),
    "T017_date-slashes": ('notBefore="1961-05"', 'notBefore="1961/05"'),
    "T017_locus": ('locus="name"', 'locus="element"'),
    "T017_degree-above-one": ('degree="0.6"', 'degree="60"'),
    "T017_degree-in-words": ('degree="0.6"', 'degree="likely"'),
    "T017_source-without-characters": ("telegram.txt#char=120,540", "telegram.txt"),
    "T017_source-lines": ("telegram.txt#char=120,540", "telegram.txt#line=12,14"),
    "T017_version": ('version="0.1.0"', 'version="latest"'),
    "T017_scope": ('scope="minor"', 'scope="small"'),
    "T017_change-when": ('<change when="2026-11-22"', '<change when="22.11.2026"'),
    "T017_lang-with-blank": (
        '<foreign xml:lang="zh-Latn-pinyin">jinsu',
        '<foreign xml:lang="zh pinyin">jinsu',
    ),
    # an attribute that must be there
    "T019_supplied-reason": (' reason="subaudible"', ""),
    "T019_gap-reason": (' reason="illegible"', ""),
    "T019_foreign-language": ('<foreign xml:lang="zh-Latn-pinyin">jinsu', "<foreign>jinsu"),
    "T019_text-language": ('<text xml:lang="en">', "<text>"),
    "T019_document-id": (' xml:id="telegram"', ""),
    "T019_div-type": ('<div type="document">', "<div>"),
    "T019_certainty-locus": (' locus="name"', ""),
    "T019_hi-rend": (' rend="underline"', ""),
    "T019_idno-type": ('<idno type="registry">', "<idno>"),
    "T019_pc-type": (' type="unmatched"', ""),
    "T019_hand-without-id": (
        '<handNote xml:id="hand-1" scope="minor">red pencil</handNote>',
        '<handNote xml:id="hand-1">red pencil</handNote><handNote>blue pencil</handNote>',
    ),
    "T019_status": (' status="draft"', ""),
    "T019_language-ident": (
        '<language ident="en">English',
        '<language ident="en">English</language><language>Korean',
    ),
    "T019_application-version": (' version="0.1.0"', ""),
    # rules
    "T101_other-id": ('xml:id="telegram"', 'xml:id="letter"'),
    "T102_no-availability": (
        '<availability><licence target="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0'
        "</licence></availability>",
        "",
    ),
    "T103_no-repository": ('<repository ref="../registers/archives.xml#prc-fma">PRC FMA</repository>', ""),
    "T103_no-shelfmark": ('<idno type="shelfmark">118-01025-02</idno>', ""),
    "T103_other-idno": ('type="shelfmark"', 'type="registry"'),
    "T104_no-receiver": (
        '<correspAction type="received"><orgName>Embassy in North Korea</orgName></correspAction>',
        "",
    ),
    "T104_two-senders": (
        "<correspDesc>",
        '<correspDesc><correspAction type="sent"><persName>Hao</persName></correspAction>',
    ),
    "T105_no-revisionDesc": (
        """    <revisionDesc status="draft">
      <change when="2026-11-22" who="#encoder">encoded from telegram.txt</change>
    </revisionDesc>
""",
        "",
    ),
    "T106_published-with-doubt": ('status="draft"', 'status="published"'),
    "T107_nobody-translated": ("translated by", "obtained by"),
    "T108_match-from-nowhere": (
        "<appInfo>",
        '<refsDecl><citeStructure unit="page" match="text//pb" use="@n"/></refsDecl><appInfo>',
    ),
    "T108_inner-without-delim": (
        "<appInfo>",
        '<refsDecl><citeStructure unit="page" match="/TEI/text//pb" use="@n">'
        '<citeStructure unit="line" match="lb" use="@n"/></citeStructure></refsDecl><appInfo>',
    ),
    "T110_target": ('target="#fn-1"', 'target="#fn-2"'),
    "T110_hand": ('hand="#hand-1"', 'hand="#hand-2"'),
    "T110_resp": ('resp="#translator"', 'resp="#editor"'),
    "T110_who": ('who="#encoder"', 'who="#nobody"'),
    "T110_ref": ('ref="../registers/persons.xml#pak"', 'ref="#pak"'),
    "T110_second-of-two": ('resp="#translator"', 'resp="#translator #editor"'),
    "T111_annotation-nowhere": (' place="margin left" hand="#hand-1"', ""),
    "T112_subtype-missing": (' subtype="handwritten"', ""),
    "T112_subtype-elsewhere": ('type="classification"', 'type="classification" subtype="stamp"'),
    "T113_rendition-of-nothing": (' target="#h1"', ""),
    "T113_rendition-of-a-hand": ('target="#h1"', 'target="#hand-1"'),
    "T114_original-without-language": (
        '<foreign xml:lang="zh-Latn-pinyin">yuejing renyuan</foreign>',
        "yuejing renyuan",
    ),
    "T115_foot-note-without-number": (
        "</note>\n        <closer>",
        '</note>\n        <note place="foot">Another.</note>\n        <closer>',
    ),
    "T116_footnote-without-number": ('type="footnote" n="1"', 'type="footnote"'),
    "T116_footnote-to-a-hand": ('target="#fn-1"', 'target="#hand-1"'),
    "T117_hand-is-a-person": ('hand="#hand-1"', 'hand="#translator"'),
    "T117_resp-is-a-hand": ('resp="#translator"', 'resp="#hand-1"'),
    "T118_language-in-words": ('mainLang="zh"', 'mainLang="Chinese-language-text"'),
    "T118_script-before-language": ('<textLang mainLang="zh">', '<textLang mainLang="Hans-zh">'),
    "T118_one-letter": ('mainLang="zh"', 'mainLang="zh" otherLangs="ko e"'),
    "T118_underscore-for-a-name": (
        '<language ident="en">English',
        '<language ident="en">English</language><language ident="English">English',
    ),
    "T119_language-not-listed": ("<salute>To", '<salute xml:lang="fr">To'),
    "T119_other-transcription": (
        '<foreign xml:lang="zh-Latn-pinyin">jinsu',
        '<foreign xml:lang="zh-Latn-wadegile">jinsu',
    ),
    "T120_from-after-to": ('to="1961-04"', 'to="1960-04"'),
    "T120_not-before-after": ('notAfter="1962"', 'notAfter="1960"'),
    "T121_when-and-from": ('from="1961-01"', 'when="1961" from="1961-01"'),
    "T121_from-and-not-after": ('from="1961-01" to="1961-04"', 'from="1961-01" notAfter="1961-04"'),
    "T123_source-backwards": ("#char=120,540", "#char=540,120"),
    "T123_source-of-nothing": ("#char=120,540", "#char=120,120"),
    "T124_inferred-from-nothing": ('<date from="1961-01"', '<date cert="medium" from="1961-01"'),
    "T130_supplied": (">North<", "><"),
    "T130_head": ("On the border</head>", " </head>"),
    "T130_name-beside-words": (
        "On the border</head>",
        '<hi rend="bold"><gap reason="lost"/></hi> <persName/>border</head>',
    ),
    "T131_bracket-left": ("The first point.", "The first [and last] point."),
    "T131_bracket-in-a-name": ("Pak Song Chol", "Pak [Song Chol"),
    "T132_blank-after-only": ("The first point.", 'The first<pb n="2"/> point.'),
    "T132_blank-before-only": ("The second point.", 'The second <pb n="2"/>point.'),
    "T135_item-without-number": ('<item n="1">', "<item>"),
    "T137_quantity-without-unit": (' unit="word"', ""),
    "T137_unit-without-quantity": (' quantity="1"', ""),
    "T141_choice-of-the-same": ("<corr>Xibaipo</corr>", "<corr>Sibaipo</corr>"),
    "T152_type-of-a-name": ('ref="../registers/persons.xml#pak"', 'type="main"'),
}

PERSONS: dict[str, tuple[str, str]] = {
    "T019_person-without-id": (' xml:id="hao-deqing"', ""),
    "T017_name-type-in-register": ('type="abbreviation"', 'type="short"'),
    "T151_no-main-name": (
        '<persName type="main">Hao Deqing</persName>',
        '<persName type="variant">Hao Deqing</persName>',
    ),
    "T151_two-main-names": ('type="abbreviation"', 'type="main"'),
    "T120_office-backwards": ('from="1959" to="1970"', 'from="1970" to="1959"'),
}

PLACES: dict[str, tuple[str, str]] = {
    "T017_kind-of-place": ('type="river"', 'type="stream"'),
    "T013_location-without-geo": ("<geo>40.1286 124.3847</geo>", ""),
    "T153_longitude-first": ("40.1286 124.3847", "124.3847 40.1286"),
    "T153_degrees-and-minutes": ("40.1286 124.3847", "40°07' 124°23'"),
    "T151_place-without-main-name": ('<placeName type="main">Yalu', '<placeName type="variant">Yalu'),
}

TABLES = {"telegram": TELEGRAM, "register-persons": PERSONS, "register-places": PLACES}

# where a mistake is told at another line than that of the change: what the line has in the bad document
TOLD_AT = {
    "T001_tag-not-closed": "send them back",
    "T001_second-root": "<TEI/>",
    "T015_paragraph-after-closer": "<p>An attachment",
    "T015_header-part-twice": "<encodingDesc>\n",
    "T115_foot-note-without-number": '<note place="foot">Another',
    "T013_langUsage": "<langUsage>",
    "T102_no-availability": "<publicationStmt>",
    "T012_title": "<respStmt",
    "T012_publicationStmt-without-publisher": "<availability>",
    "T013_list-without-item": "<list",
    "T103_no-repository": "<msIdentifier>",
    "T103_no-shelfmark": "<msIdentifier>",
    "T103_other-idno": "<msIdentifier>",
    "T104_no-receiver": "<correspDesc>",
    "T105_no-revisionDesc": "<teiHeader>",
    "T106_published-with-doubt": "<certainty",
    "T107_nobody-translated": "<titleStmt>",
    "T151_no-main-name": 'xml:id="hao-deqing"',
    "T151_two-main-names": 'xml:id="hao-deqing"',
    "T151_place-without-main-name": 'xml:id="yalu"',
}


def documents() -> dict[str, tuple[bytes, int]]:
    """Of each bad document its bytes, and the line at which its mistake is to be told."""
    made = {}
    for base, table in TABLES.items():
        good = (HERE / "good" / f"{base}.xml").read_text(encoding="utf-8")
        for name, (old, new) in table.items():
            assert old in good, f"{name}: '{old}' is not in {base}"
            bad = good.replace(old, new, 1).replace(f'xml:id="{base}"', f'xml:id="{name}"', 1)
            made[name] = (
                bad.encode(),
                (
                    _line(bad, bad.index(TOLD_AT[name]))
                    if name in TOLD_AT
                    else _line(good, good.index(old) + _same(old, new))
                ),
            )
    return made


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def _same(old: str, new: str) -> int:
    """How many signs the two begin with in common."""
    return next(
        (index for index, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new))
    )


if __name__ == "__main__":
    for stale in BAD.glob("T*.xml"):
        stale.unlink()
    for name, (data, _) in documents().items():
        (BAD / f"{name}.xml").write_bytes(data)

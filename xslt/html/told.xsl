<?xml version="1.0" encoding="UTF-8"?>
<!--
  A prepared document as search and other programs are told of it, in JSON: what it is, who wrote it to whom, which of its
  words are forms of one another, and its passages.

  A passage is the words of one block or note and where it can be linked to; what editors have put beside a word (another
  form, a gloss, the wording of the original) stands behind it in square brackets, supplied words as if they were typed.
-->
<xsl:package name="https://encoder.invalid/xslt/html/told" package-version="1.0" version="3.0" declared-modes="yes"
             xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
             xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all"
             xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:include href="../flow/reference.xsl"/>
  <xsl:include href="../flow/parties.xsl"/>

  <xsl:output method="json"/>
  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="passages" on-no-match="shallow-skip" on-multiple-match="fail"/>
  <xsl:mode name="words" on-no-match="text-only-copy" on-multiple-match="fail"/>

  <xsl:template match="document-node()[TEI]" as="map(*)">
    <xsl:apply-templates select="TEI"/>
  </xsl:template>

  <xsl:template match="TEI" as="map(*)">
    <xsl:variable name="date" as="element(date)?" select="f:date(.)"/>
    <xsl:variable name="archive" as="element(repository)?"
                  select="teiHeader/fileDesc/sourceDesc/msDesc[1]/msIdentifier/repository"/>
    <xsl:variable name="passages" as="array(*)*">
      <xsl:for-each select="teiHeader/profileDesc/abstract[normalize-space()]">
        <xsl:sequence select="['edition-summary', normalize-space(.)]"/>
      </xsl:for-each>
      <xsl:apply-templates select="text" mode="passages"/>
      <xsl:call-template name="notes"/>
    </xsl:variable>
    <xsl:sequence select="map {
        'title': f:title(.), 'date': f:date-words(.), 'reference': f:reference(.), 'language': string(@xml:lang),
        'from': string(($date/@when, $date/@from, $date/@notBefore, $date/@to, $date/@notAfter)[1]),
        'to': string(($date/@when, $date/@to, $date/@notAfter, $date/@from, $date/@notBefore)[1]),
        'kind': array { (teiHeader/profileDesc/textClass/keywords/term,
                         teiHeader/fileDesc/notesStmt/note[@type = ('genre', 'kind')]) ! normalize-space()[.] },
        'archive': string(($archive//expan/normalize-space(), $archive ! f:stated(.))[1]),
        'abstract': normalize-space(teiHeader/profileDesc/abstract),
        'original': string(teiHeader/fileDesc/sourceDesc/msDesc[1]/msContents/msItem[1]/textLang/@mainLang[not(. = 'und')]),
        'shelfmark': string-join(teiHeader/fileDesc/sourceDesc/msDesc[1]/msIdentifier/(collection, idno[@type = 'shelfmark'])
                                 ! f:stated(.), ', '),
        'authors': array { f:authors(.) ! f:party(.) },
        'translators': array { f:translators(.) ! f:party(.) },
        'letter': string(teiHeader/profileDesc/correspDesc[1] ! serialize(., map { 'method': 'xml', 'omit-xml-declaration': true() })),
        'cited': array { text//(p | ab | head | item)[not(ancestor::note)]/@xml:id/string() },
        'noted': array { text//note[f:is-apart(.)]/@xml:id/string() },
        'forms': array { distinct-values(text//choice[orig and reg or abbr and expan]
            ! string-join((orig, reg, abbr, expan) ! normalize-space(f:words(.)), '&#9;')) },
        'passages': array { $passages } }"/>
  </xsl:template>

  <xsl:template mode="passages" as="array(*)*" match="*[f:has-words(.)][not(f:is-apart(.))]">
    <xsl:sequence select="f:passage(.)"/>
  </xsl:template>

  <!-- Notes come after the text. -->
  <xsl:template mode="passages" as="empty-sequence()" match="note[f:is-apart(.)]"/>

  <xsl:template name="notes" as="array(*)*">
    <xsl:for-each select="text//note[f:is-apart(.)]">
      <xsl:choose>
        <xsl:when test="f:has-words(.)">
          <xsl:sequence select="f:passage(.)"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates mode="passages"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

  <!-- [where to link to, words, entries of registers named in it …] -->
  <xsl:function name="f:passage" as="array(*)?">
    <xsl:param name="block" as="element()"/>
    <xsl:variable name="words" as="xs:string" select="normalize-space(f:words($block))"/>
    <xsl:if test="$words">
      <xsl:sequence select="array { string($block/ancestor-or-self::*[@xml:id][1][not(self::TEI)]/@xml:id), $words,
          distinct-values($block/descendant-or-self::*/@ref ! tokenize(.)) }"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:has-words" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/text()[normalize-space()])"/>
  </xsl:function>

  <!-- A note with its own place on the page. -->
  <xsl:function name="f:is-apart" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element[self::note][@type = ('editorial', 'annotation') or @place = 'foot'])"/>
  </xsl:function>

  <xsl:function name="f:words" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="words" as="text()*">
      <xsl:apply-templates select="$element/node()" mode="words"/>
    </xsl:variable>
    <xsl:sequence select="string-join($words)"/>
  </xsl:function>

  <xsl:template mode="words" as="text()*" match="choice/reg | choice/expan | choice/corr | gloss | note[not(f:is-apart(.))]">
    <xsl:text> [</xsl:text>
    <xsl:apply-templates mode="words"/>
    <xsl:text>]</xsl:text>
  </xsl:template>

  <xsl:template mode="words" as="text()*" match="gap">
    <xsl:value-of select="'[' || (desc/normalize-space()[.], '…')[1] || ']'"/>
  </xsl:template>

  <xsl:template mode="words" as="text()" match="pb | lb | cb | note[f:is-apart(.)]">
    <xsl:text> </xsl:text>
  </xsl:template>

  <!-- Blocks inside a block with words of its own. -->
  <xsl:template mode="words" as="text()*" match="p | item | head | list | quote | label">
    <xsl:text> </xsl:text>
    <xsl:apply-templates mode="words"/>
    <xsl:text> </xsl:text>
  </xsl:template>

  <xsl:template mode="words" as="empty-sequence()" match="certainty | comment() | processing-instruction()"/>

</xsl:package>

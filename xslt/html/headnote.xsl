<?xml version="1.0" encoding="UTF-8"?>
<!-- The head of a document's page: number, title, place and date, the facts, the summary. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template name="headnote" as="element(h:header)">
    <xsl:variable name="lang" as="attribute()*" select="f:language(@xml:lang)"/>
    <header class="headnote">
      <p class="number">
        <xsl:value-of select="f:label('document-of', map { 'number': string($number),
                                                           'total': string($edition/Q{}edition/@total) })"/>
      </p>
      <h1><xsl:sequence select="$lang"/><xsl:value-of select="f:title(.)"/></h1>
      <p class="place-date">
        <xsl:for-each select="teiHeader/profileDesc/creation/placeName[1][normalize-space()]">
          <span><xsl:sequence select="$lang"/><xsl:value-of select="normalize-space(.)"/></span>
          <xsl:value-of select="f:label('comma')"/>
        </xsl:for-each>
        <xsl:call-template name="document-date"/>
      </p>
      <dl class="facts">
        <xsl:call-template name="correspondence"/>
        <xsl:call-template name="archive"/>
        <xsl:sequence select="f:responsible(teiHeader/fileDesc/titleStmt/respStmt[@xml:id = 'translator'])"/>
      </dl>
      <xsl:for-each select="teiHeader/profileDesc/abstract[normalize-space()]">
        <section class="summary" aria-labelledby="edition-summary">
          <h2 id="edition-summary"><xsl:value-of select="f:label('summary')"/></h2>
          <xsl:for-each select="p">
            <p><xsl:sequence select="$lang"/><xsl:value-of select="normalize-space(.)"/></p>
          </xsl:for-each>
        </section>
      </xsl:for-each>
    </header>
  </xsl:template>

  <xsl:template name="document-date" as="element()+">
    <xsl:variable name="words" as="xs:string" select="(f:date-words(.)[.], f:label('undated'))[1]"/>
    <xsl:element name="{if (f:date(.)/@when) then 'time' else 'span'}">
      <xsl:for-each select="f:date(.)/@when">
        <xsl:attribute name="datetime" select="."/>
      </xsl:for-each>
      <xsl:value-of select="$words"/>
    </xsl:element>
    <!-- How it is known, where it was not given as the document's date. -->
    <xsl:for-each select="teiHeader/profileDesc/creation/text()[normalize-space()]">
      <span>
        <xsl:sequence select="f:language(ancestor::TEI/@xml:lang)"/>
        <xsl:value-of select="' ' || normalize-space(.)"/>
      </span>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="correspondence" as="element(h:div)*">
    <xsl:variable name="header" as="element(teiHeader)?" select="teiHeader"/>
    <xsl:sequence select="
        f:fact(f:label('author'), $header/fileDesc/titleStmt/author),
        f:fact(f:label('from'), $header/profileDesc/correspDesc/correspAction[@type = 'sent']/(persName | orgName | name)),
        f:fact(f:label('to'), $header/profileDesc/correspDesc/correspAction[@type = 'received']/(persName | orgName | name))"/>
  </xsl:template>

  <xsl:template name="archive" as="element(h:div)*">
    <xsl:variable name="desc" as="element(msDesc)?" select="teiHeader/fileDesc/sourceDesc/msDesc[1]"/>
    <xsl:variable name="identifier" as="element(msIdentifier)?" select="$desc/msIdentifier"/>
    <xsl:variable name="locus" as="xs:string?" select="$desc/msContents/msItem[1]/locus[1]/normalize-space()[.]"/>
    <xsl:variable name="comma" as="xs:string" select="f:label('comma')"/>
    <xsl:sequence select="
        f:fact(f:label('archive'), (string-join((f:repository($identifier),
          ($identifier/settlement, $identifier/country) ! f:stated(.)), $comma)[.], f:label('unknown'))[1]),
        f:fact(f:label('shelfmark'), string-join((
          ($identifier/collection, $identifier/idno[@type = 'shelfmark']) ! f:stated(.),
          $locus ! f:label(if (matches(., '^\w+$')) then 'page-of' else 'pages', map { 'pages': . })), $comma)[.]),
        f:fact(f:label('original-language'), $desc/msContents/msItem[1]/textLang[not(@mainLang = 'und')][normalize-space()])"/>
  </xsl:template>

  <!-- The full name with the short one behind it, or whichever there is. -->
  <xsl:function name="f:repository" as="xs:string?">
    <xsl:param name="identifier" as="element(msIdentifier)?"/>
    <xsl:variable name="full" as="xs:string?" select="$identifier/repository//expan/normalize-space()[.]"/>
    <xsl:variable name="short" as="xs:string?" select="f:repository-short($identifier)"/>
    <xsl:sequence select="if ($full) then f:label('parentheses', map { 'before': $full, 'inside': $short }) else $short"/>
  </xsl:function>

  <!-- Who did what, in the words of the header. -->
  <xsl:function name="f:responsible" as="element(h:div)*">
    <xsl:param name="statements" as="element(respStmt)*"/>
    <xsl:for-each select="$statements">
      <xsl:sequence select="f:fact(f:capital(normalize-space(resp)), persName | orgName | name)"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="f:capital" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="upper-case(substring($words, 1, 1)) || substring($words, 2)"/>
  </xsl:function>

  <!-- One line of a list of facts; none where nothing is known. -->
  <xsl:function name="f:fact" as="element(h:div)?">
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="values" as="item()*"/>
    <xsl:variable name="words" as="xs:string*" select="$values ! normalize-space(string(.))[.]"/>
    <xsl:if test="exists($words)">
      <div>
        <dt><xsl:value-of select="$label"/></dt>
        <dd><xsl:value-of select="string-join($words, f:label('list-comma'))"/></dd>
      </div>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>

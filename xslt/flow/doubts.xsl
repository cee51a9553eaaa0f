<?xml version="1.0" encoding="UTF-8"?>
<!-- The doubts of the encoding: a small sign in the text, spelled out in a list after it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template mode="flow" as="element()" match="certainty">
    <xsl:variable name="doubt" as="xs:string" select="f:label('doubt') || ': ' || f:doubt(.)"/>
    <xsl:choose>
      <xsl:when test="@xml:id">
        <a class="doubt" id="{@xml:id}" href="#edition-{@xml:id}" title="{$doubt}" aria-label="{$doubt}">
          <xsl:sequence select="f:role('noteref')"/>
          <xsl:value-of select="f:whole('doubt')"/>
        </a>
      </xsl:when>
      <xsl:otherwise>
        <span class="doubt" title="{$doubt}"><xsl:value-of select="f:whole('doubt')"/></span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What is in the list of doubts: the words, which lead back, and what is doubted. -->
  <xsl:template name="listed-doubt" as="node()+">
    <xsl:variable name="words" as="xs:string" select="normalize-space(string-join(..//text()[not(parent::label)]))"/>
    <a href="#{@xml:id}">
      <xsl:sequence select="f:role('backlink')"/>
      <xsl:value-of select="if (string-length($words) gt 60) then substring($words, 1, 59) || '…'
                            else ($words[.], local-name(..))[1]"/>
    </a>
    <xsl:text>: </xsl:text>
    <xsl:value-of select="f:doubt(.)"/>
    <xsl:for-each select="desc">
      <xsl:text>; </xsl:text>
      <xsl:apply-templates mode="flow"/>
    </xsl:for-each>
  </xsl:template>

  <!-- What is doubted, what else it could be, and how sure the encoder is. -->
  <xsl:function name="f:doubt" as="xs:string">
    <xsl:param name="certainty" as="element(certainty)"/>
    <xsl:variable name="locus" as="xs:string" select="string($certainty/@locus)"/>
    <xsl:sequence select="string-join((
        if ($locus = ('name', 'start', 'end', 'location', 'value'))
          then f:label('doubt-' || $locus, map { 'reading': f:term('reading', f:reading($certainty/..)) })
          else f:label('doubt-other', map { 'locus': $locus }),
        $certainty/@assertedValue ! f:label('doubt-alternative', map { 'reading': f:term('reading', string(.)) }),
        $certainty/@degree[. castable as xs:decimal]
          ! f:label('doubt-degree', map { 'percent': string(round(100 * xs:decimal(.))) }),
        $certainty/@resp[. ne '#encoder'] ! f:particular('resp', string-join(f:who(.), f:label('list-comma')))
      ), '; ')"/>
  </xsl:function>

  <!-- The reading that an element stands for, in the words of the conventions. -->
  <xsl:function name="f:reading" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="readings" as="map(xs:string, xs:string)" select="map {
        'orig': 'variant', 'reg': 'variant', 'abbr': 'expansion', 'expan': 'expansion', 'corr': 'sic',
        'unclear': 'query', 'hi': 'rendition', 'del': 'rendition', 'ref': 'footnote', 'pb': 'page',
        'persName': 'name', 'placeName': 'name', 'orgName': 'name', 'head': 'heading', 'p': 'paragraph',
        'item': 'list', 'sp': 'speech', 'quote': 'quotation', 'opener': 'letter', 'closer': 'letter',
        'salute': 'letter', 'signed': 'letter', 'dateline': 'letter' }"/>
    <xsl:sequence select="
        if ($element/self::note) then ($element[@place = 'foot']/'footnote', $element/@type[. ne 'editorial'], 'note')[1]
        else if ($element/self::choice)
          then (if ($element/sic) then 'sic' else if ($element/abbr) then 'expansion' else 'variant')
        else if ($element/self::gap[@reason = 'editorial']) then 'omission'
        else ($readings(local-name($element)), local-name($element))[1]"/>
  </xsl:function>

</xsl:stylesheet>

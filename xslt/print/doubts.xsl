<?xml version="1.0" encoding="UTF-8"?>
<!-- The encoder's doubts: a sign in the text, and what is doubted in a list behind it. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:p="https://encoder.invalid/ns/print" xmlns="https://encoder.invalid/ns/print"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template mode="words" as="element(p:doubt)" match="certainty[@xml:id][not(ancestor::teiHeader)]">
    <doubt id="{p:id(@xml:id)}" document="{$number}" sign="{p:sign-text('doubt-in-print')}"/>
  </xsl:template>

  <!-- One in an example, that no list speaks of. -->
  <xsl:template mode="words" as="element(p:em)" match="certainty[not(@xml:id or ancestor::teiHeader)]">
    <em kind="normal"><xsl:sequence select="p:sign-text('doubt-in-print')"/></em>
  </xsl:template>

  <xsl:template mode="words" as="empty-sequence()" match="teiHeader//certainty"/>

  <xsl:template name="doubts" as="element(p:doubts)?">
    <xsl:context-item as="element(TEI)" use="required"/>
    <xsl:variable name="doubts" as="element(certainty)*" select="text//certainty"/>
    <xsl:if test="exists($doubts)">
      <doubts head="{f:counted('doubts', count($doubts))}">
        <xsl:for-each select="$doubts">
          <doubtful id="{p:id(@xml:id)}">
            <em kind="italic">{p:excerpt(..)}</em>
            <xsl:text>: </xsl:text>
            <xsl:value-of select="p:doubt(.)"/>
            <xsl:for-each select="desc">
              <xsl:text>; </xsl:text>
              <xsl:sequence select="p:running-text(node())"/>
            </xsl:for-each>
          </doubtful>
        </xsl:for-each>
      </doubts>
    </xsl:if>
  </xsl:template>

  <!-- The words that are doubted, the first and last ones where they are many; without words the element's name. -->
  <xsl:function name="p:excerpt" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="words" as="xs:string*" select="tokenize(string($element))"/>
    <xsl:variable name="shown" as="xs:string*"
        select="if (count($words) le 9) then $words
                else ($words[position() le 4], '…', $words[position() gt last() - 4])"/>
    <xsl:sequence select="(string-join($shown, ' ')[.], local-name($element))[1]"/>
  </xsl:function>

  <!-- What is doubted, what else it could be, and how sure the encoder is. -->
  <xsl:function name="p:doubt" as="xs:string">
    <xsl:param name="certainty" as="element(certainty)"/>
    <xsl:variable name="locus" as="xs:string" select="string($certainty/@locus)"/>
    <xsl:sequence select="string-join((
        if ($locus = ('name', 'start', 'end', 'location', 'value'))
          then f:label('doubt-' || $locus, map { 'reading': f:term('reading', p:reading($certainty/..)) })
          else f:label('doubt-other', map { 'locus': $locus }),
        $certainty/@assertedValue ! f:label('doubt-alternative', map { 'reading': f:term('reading', string(.)) }),
        $certainty/@degree[. castable as xs:decimal]
          ! f:label('doubt-degree', map { 'percent': string(round(100 * xs:decimal(.))) })
      ), '; ')"/>
  </xsl:function>

  <!-- The reading that an element stands for, in the words of the conventions. -->
  <xsl:function name="p:reading" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="readings" as="map(xs:string, xs:string)" select="map {
        'orig': 'variant', 'reg': 'variant', 'abbr': 'expansion', 'expan': 'expansion', 'corr': 'sic',
        'unclear': 'query', 'hi': 'rendition', 'del': 'rendition', 'ref': 'footnote', 'pb': 'page',
        'persName': 'name', 'placeName': 'name', 'orgName': 'name', 'head': 'heading', 'p': 'paragraph',
        'ab': 'paragraph', 'item': 'list', 'sp': 'speech', 'quote': 'quotation', 'opener': 'letter', 'closer': 'letter',
        'salute': 'letter', 'signed': 'letter', 'dateline': 'letter' }"/>
    <xsl:sequence select="if ($element/self::note[@place = 'foot']) then 'footnote'
                          else if ($element/self::note) then ($element/@type[. ne 'editorial'], 'note')[1]
                          else if ($element/self::gap[@reason = 'editorial']) then 'omission'
                          else ($readings(local-name($element)), local-name($element))[1]"/>
  </xsl:function>

</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- Names, dates, numbers, foreign words; how words look on the archival copy; signs left as typed. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template mode="flow" as="element(h:span)"
                match="persName | placeName | orgName | name | unclear | seg[not(f:is-line(.))] | idno[not(f:is-line(.))]
                       | num[not(f:counts-copies(.))]">
    <span class="{local-name()}">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates mode="flow"/>
      <xsl:sequence select="f:query(.)"/>
    </span>
  </xsl:template>

  <xsl:template mode="flow" as="element(h:cite)" match="title">
    <cite>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates mode="flow"/>
      <xsl:sequence select="f:query(.)"/>
    </cite>
  </xsl:template>

  <xsl:template mode="flow" as="element(h:i)" match="foreign">
    <i class="foreign">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates mode="flow"/>
      <xsl:sequence select="f:query(.)"/>
    </i>
  </xsl:template>

  <xsl:template mode="flow" as="element()" match="date">
    <xsl:element name="{if (@when) then 'time' else 'span'}">
      <xsl:for-each select="@when">
        <xsl:attribute name="datetime" select="."/>
      </xsl:for-each>
      <xsl:if test="@cert = 'medium'">
        <xsl:attribute name="title" select="f:label('date-completed')"/>
      </xsl:if>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates mode="flow"/>
      <xsl:sequence select="f:query(.)"/>
    </xsl:element>
  </xsl:template>

  <xsl:template mode="flow" as="element()" match="hi">
    <xsl:variable name="elements" as="map(xs:string, xs:string)"
        select="map { 'italic': 'i', 'bold': 'b', 'underline': 'u', 'superscript': 'sup', 'subscript': 'sub' }"/>
    <xsl:element name="{($elements(tokenize(@rend)[1]), 'span')[1]}">
      <xsl:attribute name="class" select="normalize-space('hi ' || @rend)"/>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates mode="flow"/>
      <xsl:sequence select="f:query(.)"/>
    </xsl:element>
  </xsl:template>

  <xsl:template mode="flow" as="element(h:del)" match="del">
    <del>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:value-of select="f:space(.)"/>
      <xsl:apply-templates mode="flow"/>
      <xsl:sequence select="f:query(.)"/>
    </del>
  </xsl:template>

  <!-- Words that a hand put in on the archival copy. -->
  <xsl:template mode="flow" as="element(h:ins)" match="add">
    <ins class="add">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates mode="flow"/>
      <xsl:sequence select="f:query(.)"/>
    </ins>
  </xsl:template>

  <xsl:template mode="flow" as="element(h:br)" match="lb">
    <br/>
  </xsl:template>

  <!-- A small mark in front of the words it speaks of. -->
  <xsl:template mode="flow" as="element(h:small)" match="note[@type = 'rendition']">
    <small class="rendition hand">
      <xsl:sequence select="f:attributes(.)"/>
      <span class="sign"><xsl:value-of select="f:open('rendition')"/></span>
      <xsl:apply-templates select="node() except certainty" mode="flow"/>
      <span class="sign"><xsl:value-of select="f:close('rendition')"/></span>
      <xsl:sequence select="f:query(.)"/>
      <xsl:apply-templates select="certainty" mode="flow"/>
      <xsl:value-of select="' '[current()/following-sibling::node()[1][self::hi or self::del]]"/>
    </small>
  </xsl:template>

  <xsl:template mode="flow" as="element(h:span)" match="pb">
    <span class="page hand">
      <xsl:sequence select="f:attributes(.), f:anchor(.)"/>
      <span class="sign"><xsl:value-of select="f:open('page')"/></span>
      <xsl:value-of select="normalize-space(f:label('page', map { 'n': string(@n) }))"/>
      <span class="sign"><xsl:value-of select="f:close('page')"/></span>
      <xsl:sequence select="f:query(.)"/>
    </span>
  </xsl:template>

  <!-- A bracket that never closes, a sign of unknown meaning: the character itself. -->
  <xsl:template mode="flow" as="element(h:span)" match="pc">
    <span class="{@type}" title="{f:term('pc', string(@type))}">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates mode="flow"/>
    </span>
  </xsl:template>

</xsl:stylesheet>

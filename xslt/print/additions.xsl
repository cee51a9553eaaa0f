<?xml version="1.0" encoding="UTF-8"?>
<!-- What translators and editors typed between brackets, between them again. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:p="https://encoder.invalid/ns/print" xmlns="https://encoder.invalid/ns/print"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template mode="words" as="element(p:add)" match="supplied">
    <xsl:sequence select="p:addition('supplied', p:inside(.))"/>
  </xsl:template>

  <xsl:template mode="words" as="element(p:add)?" match="gloss">
    <xsl:sequence select="if (p:is-noted(.)) then () else p:addition('gloss', p:inside(.))"/>
  </xsl:template>

  <!-- Forms of one name: the first as it stands, the others in brackets, in the order of the document. -->
  <xsl:template mode="words" as="node()*" match="choice[not(sic)]">
    <xsl:variable name="forms" as="element()+" select="*"/>
    <xsl:apply-templates select="head($forms)" mode="inline"/>
    <xsl:for-each select="tail($forms)[not(p:is-noted(..))]">
      <xsl:text> </xsl:text>
      <xsl:sequence select="p:addition(if (self::abbr or self::expan) then 'expansion' else 'variant', p:inside(.)),
                            p:doubts-behind(.)"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template mode="words" as="node()*" match="choice/orig | choice/reg | choice/abbr | choice/expan">
    <xsl:sequence select="p:inside(.)"/>
  </xsl:template>

  <xsl:template mode="words" as="node()*" match="sic[not(parent::choice)]">
    <xsl:sequence select="p:inside(.)"/>
    <xsl:if test="not(p:is-noted(.))">
      <xsl:text> </xsl:text>
      <xsl:sequence select="p:addition('sic', p:sign-text('sic'))"/>
    </xsl:if>
  </xsl:template>

  <!-- The words typed before a proposal stand in corr/label; without them the house's own. -->
  <xsl:template mode="words" as="node()*" match="choice[sic]">
    <xsl:variable name="proposal" as="node()*">
      <xsl:if test="not(corr/label)">
        <xsl:value-of select="p:sign-text('sic') || ': '"/>
      </xsl:if>
      <xsl:for-each select="corr">
        <xsl:sequence select="p:text(', ')[current()/preceding-sibling::corr], p:inside(.)"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="p:inside(sic), p:doubts-behind(sic)"/>
    <xsl:if test="not(p:is-noted(.))">
      <xsl:text> </xsl:text>
      <xsl:sequence select="p:addition('sic', $proposal), corr ! p:doubts-behind(.)"/>
    </xsl:if>
  </xsl:template>

  <xsl:template mode="words" as="element(p:add)" match="corr[not(parent::choice)]">
    <xsl:sequence select="p:addition('sic', p:inside(.))"/>
  </xsl:template>

  <!-- Where nothing was typed but dots, the house's sign says that something is left out. -->
  <xsl:template mode="words" as="element(p:add)" match="gap">
    <xsl:sequence select="p:addition('gap', if (desc and not(p:is-noted(.))) then p:inside(desc) else p:sign-text('gap'))"/>
  </xsl:template>

  <!-- The translators' doubt, behind the word or directly behind the bracket. -->
  <xsl:function name="p:query" as="node()*">
    <xsl:param name="element" as="element()"/>
    <xsl:if test="not($element[self::note or self::gloss or self::supplied or self::gap or self::choice
                               or self::corr or parent::choice[not(sic)][$element/preceding-sibling::*]])">
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:sequence select="p:addition('query', p:sign-text('query'))"/>
  </xsl:function>

  <!-- A page that begins between two words does so after a space, one that begins with a block before a space. -->
  <xsl:template mode="words" as="node()+" match="pb">
    <xsl:if test="matches(preceding-sibling::node()[1][self::text()], '\S$')
                  and matches(following-sibling::node()[1][self::text()], '^\s')">
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:sequence select="p:addition('page', p:text(normalize-space(f:label('page', map { 'n': string(@n) }))))"/>
    <xsl:if test="empty(preceding-sibling::node()[normalize-space()]) or parent::list">
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>

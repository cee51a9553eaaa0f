<?xml version="1.0" encoding="UTF-8"?>
<!-- Content models in a line: a comma between what follows each other, a bar between alternatives, and ? * + for how often. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="https://encoder.invalid/ns/functions"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:mode name="model" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template name="model" as="item()*">
    <xsl:variable name="parts" as="item()*"><xsl:apply-templates mode="model" select="content/*"/></xsl:variable>
    <xsl:sequence select="$parts"/>
    <xsl:if test="empty($parts)">nothing</xsl:if>
  </xsl:template>

  <xsl:template mode="model" as="item()+" match="sequence | alternate">
    <xsl:variable name="between" as="xs:string" select="if (self::sequence) then ', ' else ' | '"/>
    <xsl:variable name="grouped" as="xs:boolean" select="count(*) gt 1 and (parent::sequence or parent::alternate or @maxOccurs or @minOccurs)"/>
    <xsl:if test="$grouped"><xsl:text>(</xsl:text></xsl:if>
    <xsl:for-each select="*">
      <xsl:if test="position() gt 1"><xsl:value-of select="$between"/></xsl:if>
      <xsl:apply-templates mode="model" select="."/>
    </xsl:for-each>
    <xsl:if test="$grouped"><xsl:text>)</xsl:text></xsl:if>
    <xsl:value-of select="f:often(.)"/>
  </xsl:template>

  <xsl:template mode="model" as="item()+" match="elementRef | classRef | macroRef | dataRef[@key]">
    <xsl:sequence select="f:link(@key)"/>
    <xsl:value-of select="f:often(.)"/>
  </xsl:template>

  <xsl:template mode="model" as="text()" match="textNode">text</xsl:template>

  <xsl:template mode="model" as="empty-sequence()" match="empty"/>

  <xsl:template mode="model" as="element()" match="valList">
    <xsl:apply-templates mode="values" select="."/>
  </xsl:template>

  <xsl:template mode="model" as="item()+" match="dataRef[@name]">
    <code><xsl:value-of select="@name"/></code>
    <xsl:if test="@restriction"><xsl:text> like </xsl:text><code><xsl:value-of select="@restriction"/></code></xsl:if>
    <xsl:apply-templates mode="model" select="dataFacet"/>
  </xsl:template>

  <xsl:template mode="model" as="text()" match="dataFacet">
    <xsl:value-of select="', ' || @name || ' ' || @value"/>
  </xsl:template>

  <xsl:function name="f:often" as="xs:string">
    <xsl:param name="particle" as="element()"/>
    <xsl:variable name="least" as="xs:string" select="string(($particle/@minOccurs, 1)[1])"/>
    <xsl:variable name="most" as="xs:string" select="string(($particle/@maxOccurs, 1)[1])"/>
    <xsl:sequence select="if ($most = 'unbounded') then (if ($least = '0') then '*' else '+') else if ($least = '0') then '?' else ''"/>
  </xsl:function>

</xsl:stylesheet>

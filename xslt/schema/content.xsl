<?xml version="1.0" encoding="UTF-8"?>
<!-- Content models: sequence, alternate, references, text and data, with their minOccurs and maxOccurs. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="https://encoder.invalid/ns/functions"
                xmlns:a="http://relaxng.org/ns/compatibility/annotations/1.0"
                xmlns="http://relaxng.org/ns/structure/1.0"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="xsl xs f">

  <xsl:mode name="content" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template mode="content" as="element()*" match="sequence[not(@preserveOrder = 'false')]">
    <xsl:variable name="patterns" as="element()*"><xsl:apply-templates mode="content"/></xsl:variable>
    <xsl:sequence select="f:occurring(., $patterns)"/>
  </xsl:template>

  <xsl:template mode="content" as="element()*" match="alternate">
    <xsl:variable name="patterns" as="element()*"><xsl:apply-templates mode="content"/></xsl:variable>
    <xsl:sequence select="f:occurring(., f:choice($patterns))"/>
  </xsl:template>

  <xsl:template mode="content" as="element()*" match="elementRef | classRef[not(@expand)] | macroRef | dataRef[@key]">
    <xsl:if test="empty(key('spec', @key))">
      <xsl:message terminate="yes" expand-text="yes">{name()} names {@key}; nothing has that name.</xsl:message>
    </xsl:if>
    <xsl:sequence select="f:occurring(., f:ref(@key))"/>
  </xsl:template>

  <xsl:template mode="content" as="element()" match="textNode"><text/></xsl:template>

  <xsl:template mode="content" as="empty-sequence()" match="empty"/>

  <xsl:template mode="content" as="empty-sequence()" match="text()[not(normalize-space())]"/>

  <xsl:template mode="content" as="element()" match="dataRef[@name]">
    <data type="{@name}">
      <xsl:if test="@restriction"><param name="pattern"><xsl:value-of select="@restriction"/></param></xsl:if>
      <xsl:apply-templates mode="content" select="dataFacet"/>
    </data>
  </xsl:template>

  <xsl:template mode="content" as="element()" match="dataFacet">
    <param name="{@name}"><xsl:value-of select="@value"/></param>
  </xsl:template>

  <xsl:template mode="content" as="element()" match="valList[@type = 'closed']">
    <xsl:variable name="values" as="element()+"><xsl:apply-templates mode="content" select="valItem"/></xsl:variable>
    <choice><xsl:sequence select="$values"/></choice>
  </xsl:template>

  <xsl:template mode="content" as="element()+" match="valItem">
    <value><xsl:value-of select="@ident"/></value>
    <xsl:sequence select="f:documentation(.)"/>
  </xsl:template>

  <xsl:function name="f:occurring" as="element()*">
    <xsl:param name="particle" as="element()"/>
    <xsl:param name="patterns" as="element()*"/>
    <xsl:variable name="least" as="xs:string" select="string(($particle/@minOccurs, 1)[1])"/>
    <xsl:variable name="most" as="xs:string" select="string(($particle/@maxOccurs, 1)[1])"/>
    <xsl:choose>
      <xsl:when test="empty($patterns)"/>
      <xsl:when test="$least = '1' and $most = '1'">
        <xsl:sequence select="if ($particle/parent::alternate) then f:group($patterns) else $patterns"/>
      </xsl:when>
      <xsl:when test="$least = '0' and $most = '1'"><optional><xsl:sequence select="$patterns"/></optional></xsl:when>
      <xsl:when test="$least = '0' and $most = 'unbounded'">
        <zeroOrMore><xsl:sequence select="$patterns"/></zeroOrMore>
      </xsl:when>
      <xsl:when test="$least = '1' and $most = 'unbounded'">
        <oneOrMore><xsl:sequence select="$patterns"/></oneOrMore>
      </xsl:when>
      <xsl:otherwise>
        <xsl:message terminate="yes" expand-text="yes">{name($particle)}: from {$least} to {$most} times is more than this compiler knows; write it out.</xsl:message>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="f:group" as="element()*">
    <xsl:param name="patterns" as="element()*"/>
    <xsl:choose>
      <xsl:when test="count($patterns) gt 1"><group><xsl:sequence select="$patterns"/></group></xsl:when>
      <xsl:otherwise><xsl:sequence select="$patterns"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- Attributes: required or optional, with a closed list of values or a datatype. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="https://encoder.invalid/ns/functions"
                xmlns="http://relaxng.org/ns/structure/1.0"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="xsl xs f">

  <xsl:mode name="attributes" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template mode="attributes" as="element()+" match="attList[not(@org = 'choice')]">
    <xsl:apply-templates mode="attributes" select="*"/>
  </xsl:template>

  <xsl:template mode="attributes" as="element()" match="attDef[@usage = 'req']">
    <xsl:sequence select="f:attribute(.)"/>
  </xsl:template>

  <xsl:template mode="attributes" as="element()" match="attDef[not(@usage = 'req')]">
    <optional><xsl:sequence select="f:attribute(.)"/></optional>
  </xsl:template>

  <xsl:template mode="attributes" as="element()+" match="datatype[not(@maxOccurs)]">
    <xsl:apply-templates mode="content" select="*"/>
  </xsl:template>

  <xsl:template mode="attributes" as="element()" match="datatype[@maxOccurs = 'unbounded'][not(@minOccurs)]">
    <list><oneOrMore><xsl:apply-templates mode="content" select="*"/></oneOrMore></list>
  </xsl:template>

  <xsl:function name="f:attribute" as="element()">
    <xsl:param name="definition" as="element(attDef)"/>
    <attribute name="{$definition/@ident}">
      <xsl:sequence select="f:documentation($definition)"/>
      <xsl:apply-templates mode="content" select="$definition/valList"/>
      <xsl:apply-templates mode="attributes" select="$definition[not(valList)]/datatype"/>
    </attribute>
  </xsl:function>

</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- Blocks where only running text can stand, in a note or a cell: one after the other, with breaks. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:p="https://encoder.invalid/ns/print" xmlns="https://encoder.invalid/ns/print"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template mode="words" as="node()*" match="p | ab | item | head">
    <xsl:sequence select="p:break(.), self::item ! (p:item-label(.), p:text(' ')),
                          p:running-text(node() except (p:closing-doubts(.), self::item ! p:typed-label(.)))"/>
    <xsl:if test="following-sibling::node()[1][self::text()][normalize-space()]">
      <break kind="paragraph"/>
    </xsl:if>
  </xsl:template>

  <xsl:template mode="words" as="node()*" match="list[not(@type = 'distribution')] | table | lg">
    <xsl:sequence select="p:break(.)"/>
    <xsl:apply-templates select="* except p:closing-doubts(.)" mode="inline"/>
    <xsl:if test="following-sibling::node()[self::text()][1][normalize-space()]">
      <break kind="paragraph"/>
    </xsl:if>
  </xsl:template>

  <xsl:template mode="words" as="node()*" match="l">
    <xsl:if test="preceding-sibling::l">
      <break kind="line"/>
    </xsl:if>
    <xsl:sequence select="p:inside(.)"/>
  </xsl:template>

  <xsl:template mode="words" as="node()*" match="row">
    <xsl:sequence select="p:break(.)"/>
    <xsl:apply-templates select="cell" mode="inline"/>
  </xsl:template>

  <xsl:template mode="words" as="node()*" match="cell">
    <xsl:sequence select="p:text(' | ')[current()/preceding-sibling::cell], p:inside(.)"/>
  </xsl:template>

  <!-- A break, if something but a label stands before the block. -->
  <xsl:function name="p:break" as="element(p:break)?">
    <xsl:param name="block" as="element()"/>
    <xsl:if test="$block/preceding-sibling::node()[self::* or self::text()[normalize-space()]][not(self::label)]">
      <break kind="paragraph"/>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- The frame of a letter: what stands in opener and closer, one line each. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:p="https://encoder.invalid/ns/print" xmlns="https://encoder.invalid/ns/print"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template mode="blocks" as="element()*" match="opener | closer | postscript">
    <xsl:call-template name="flow">
      <xsl:with-param name="role" select="'address'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A part of an opener or closer that has no running text beside it. -->
  <xsl:function name="p:is-line-of-letter" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element[parent::opener or parent::closer][self::seg or self::idno]
                                         [not(../text()[normalize-space()])])"/>
  </xsl:function>

  <xsl:template mode="blocks" as="element(p:block)"
                match="note[p:kind(.) = 'frame']">
    <xsl:sequence select="p:block(@type, node())"/>
  </xsl:template>

  <xsl:template mode="blocks" as="element(p:block)" match="seg">
    <xsl:sequence select="p:block((@type[. = ('letterhead', 'subject')], 'frame')[1], node())"/>
  </xsl:template>

  <xsl:template mode="blocks" as="element(p:block)" match="idno">
    <xsl:sequence select="p:block('registry', node())"/>
  </xsl:template>

  <xsl:template mode="blocks" as="element(p:block)" match="dateline | signed | salute">
    <xsl:sequence select="p:block(if (self::salute and parent::opener) then 'address' else local-name(), node())"/>
  </xsl:template>

</xsl:stylesheet>

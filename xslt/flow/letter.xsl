<?xml version="1.0" encoding="UTF-8"?>
<!-- The frame of a letter: what stands in opener and closer, one line each. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template mode="flow" as="element(h:div)" match="opener | closer">
    <div class="{local-name()}">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:call-template name="blocks"/>
    </div>
  </xsl:template>

  <xsl:template mode="flow" as="element()"
                match="salute | signed | dateline | idno[f:is-line(.)] | seg[f:is-line(.)]
                       | note[@type = ('classification', 'precedence', 'handling')]">
    <xsl:element name="{f:name(., 'p')}">
      <xsl:attribute name="class" select="(@type, local-name())[1]"/>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates mode="flow"/>
      <xsl:sequence select="f:query(.)"/>
    </xsl:element>
  </xsl:template>

  <xsl:function name="f:is-line" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element[parent::opener or parent::closer])"/>
  </xsl:function>

  <!-- Who received copies: a list, with words before it or without. -->
  <xsl:template mode="flow" as="element(h:div)" match="note[@type = 'distribution']">
    <div class="recipients">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates mode="flow"/>
    </div>
  </xsl:template>

</xsl:stylesheet>

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
      <xsl:apply-templates mode="flow"/>
    </div>
  </xsl:template>

  <xsl:template mode="flow" as="element(h:p)"
                match="salute | signed | dateline | opener/idno | closer/idno | seg[@type = 'letterhead']
                       | note[@type = ('classification', 'precedence', 'handling')]">
    <p class="{(@type, local-name())[1]}">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates mode="flow"/>
      <xsl:sequence select="f:query(.)"/>
    </p>
  </xsl:template>

  <!-- How many copies a recipient got. -->
  <xsl:template mode="flow" as="element(h:span)" match="list[@type = 'distribution']/item/num">
    <span class="copies">
      <xsl:for-each select="@value[. castable as xs:positiveInteger]">
        <xsl:attribute name="title" select="f:counted('copies', xs:integer(.))"/>
      </xsl:for-each>
      <xsl:sequence select="f:attributes(.)"/>
      <span class="sign"><xsl:value-of select="f:open('copies')"/></span>
      <xsl:apply-templates mode="flow"/>
      <span class="sign"><xsl:value-of select="f:close('copies')"/></span>
    </span>
  </xsl:template>

</xsl:stylesheet>

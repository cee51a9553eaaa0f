<?xml version="1.0" encoding="UTF-8"?>
<!-- The critical apparatus (TEI P5, chapter 13): the lemma stands in the text, the other readings behind it in brackets. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Without a lemma the first reading stands in the text. -->
  <xsl:template mode="flow" as="element(h:span)" match="app">
    <xsl:variable name="readings" as="element()*" select="descendant::rdg[ancestor::app[1] is current()]"/>
    <xsl:variable name="lemma" as="element()?" select="(lem, $readings)[1]"/>
    <span class="app">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates select="$lemma" mode="flow"/>
      <xsl:if test="$readings except $lemma or note or $lemma/@wit">
        <span class="readings editor">
          <xsl:text> </xsl:text>
          <span class="sign"><xsl:value-of select="f:open('variant')"/></span>
          <xsl:sequence select="f:witnesses($lemma)"/>
          <xsl:for-each select="$readings except $lemma">
            <xsl:if test="position() gt 1 or $lemma/@wit">
              <span class="sign"><xsl:value-of select="'; '"/></span>
            </xsl:if>
            <xsl:apply-templates select="." mode="flow"/>
            <xsl:if test="@wit"><xsl:text> </xsl:text></xsl:if>
            <xsl:sequence select="f:witnesses(.)"/>
          </xsl:for-each>
          <xsl:for-each select="note">
            <span class="sign"><xsl:value-of select="'. '"/></span>
            <xsl:apply-templates mode="flow"/>
          </xsl:for-each>
          <span class="sign"><xsl:value-of select="f:close('variant')"/></span>
        </span>
      </xsl:if>
    </span>
  </xsl:template>

  <xsl:template mode="flow" as="element(h:span)" match="lem | rdg">
    <span class="{local-name()}">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates mode="flow"/>
      <xsl:if test="self::rdg and not(node())">
        <span class="sign"><xsl:value-of select="f:label('omitted')"/></span>
      </xsl:if>
    </span>
  </xsl:template>

  <!-- The signs of the witnesses that read so: their n, else their identifier. -->
  <xsl:function name="f:witnesses" as="element(h:span)?">
    <xsl:param name="reading" as="element()?"/>
    <xsl:for-each select="$reading/@wit">
      <span class="wit sign">
        <xsl:value-of select="tokenize(.) ! (key('anything', substring-after(., '#'), root($reading))[1]/@n,
                                             substring-after(., '#')[.], .)[1]"/>
      </span>
    </xsl:for-each>
  </xsl:function>

</xsl:stylesheet>

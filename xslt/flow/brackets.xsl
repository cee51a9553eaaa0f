<?xml version="1.0" encoding="UTF-8"?>
<!-- What the translators and editors typed in square brackets, with the signs of the house restored. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template mode="flow" as="element(h:span)" match="supplied | gloss | note[@type = 'original']">
    <xsl:variable name="reading" as="xs:string" select="(@type, local-name())[1]"/>
    <span class="{$reading} editor">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:value-of select="f:space(.)"/>
      <xsl:apply-templates select="certainty[@locus = 'start']" mode="flow"/>
      <span class="sign"><xsl:value-of select="f:open($reading)"/></span>
      <xsl:apply-templates select="node() except certainty" mode="flow"/>
      <span class="sign"><xsl:value-of select="f:close($reading)"/></span>
      <xsl:sequence select="f:query(.)"/>
      <xsl:apply-templates select="certainty[not(@locus = 'start')]" mode="flow"/>
    </span>
  </xsl:template>

  <!-- The first form stands in the text, whichever it is; what follows it stood in brackets. -->
  <xsl:template mode="flow" as="element(h:span)" match="choice[not(sic)]">
    <xsl:variable name="reading" as="xs:string" select="if (abbr or expan) then 'expansion' else 'variant'"/>
    <xsl:variable name="forms" as="element()*" select="* except certainty"/>
    <span class="{$reading}">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:for-each select="$forms">
        <xsl:variable name="typed-after" as="xs:boolean" select="position() gt 1"/>
        <span class="{local-name()}{if ($typed-after) then ' editor' else ''}">
          <xsl:sequence select="f:attributes(.)"/>
          <xsl:if test="$typed-after">
            <xsl:text> </xsl:text>
            <span class="sign"><xsl:value-of select="f:open($reading)"/></span>
          </xsl:if>
          <xsl:apply-templates mode="flow"/>
          <xsl:if test="$typed-after">
            <span class="sign"><xsl:value-of select="f:close($reading)"/></span>
          </xsl:if>
        </span>
      </xsl:for-each>
      <xsl:sequence select="f:query(.)"/>
      <xsl:apply-templates select="certainty" mode="flow"/>
    </span>
  </xsl:template>

  <xsl:template mode="flow" as="element(h:span)" match="choice[sic]">
    <span class="correction">
      <xsl:sequence select="f:attributes(.)"/>
      <span class="sic"><xsl:apply-templates select="sic/node()" mode="flow"/></span>
      <span class="corr editor">
        <xsl:text> </xsl:text>
        <span class="sign"><xsl:value-of select="f:open('sic')"/></span>
        <xsl:apply-templates select="corr/node()" mode="flow"/>
        <span class="sign"><xsl:value-of select="f:close('sic')"/></span>
        <xsl:sequence select="f:query(.)"/>
      </span>
      <xsl:apply-templates select="certainty" mode="flow"/>
    </span>
  </xsl:template>

  <xsl:template mode="flow" as="element(h:span)" match="sic[not(parent::choice)]">
    <span class="sic">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates select="node() except certainty" mode="flow"/>
      <span class="sign editor"><xsl:value-of select="' ' || f:whole('sic')"/></span>
      <xsl:apply-templates select="certainty" mode="flow"/>
    </span>
  </xsl:template>

  <!-- A gap is one in every view. -->
  <xsl:template mode="flow" as="element(h:span)" match="gap">
    <span class="gap">
      <xsl:sequence select="f:attributes(.)"/>
      <span class="sign"><xsl:value-of select="f:open('gap')"/></span>
      <xsl:value-of select="f:sign('gap')/@text[not(current()/desc)]"/>
      <xsl:apply-templates select="desc/node()" mode="flow"/>
      <span class="sign"><xsl:value-of select="f:close('gap')"/></span>
      <xsl:sequence select="f:query(.)"/>
      <xsl:apply-templates select="certainty" mode="flow"/>
    </span>
  </xsl:template>

  <xsl:template mode="flow" as="element(h:span)" match="label[not(parent::note[@type = 'annotation'])]">
    <span class="label"><xsl:apply-templates mode="flow"/></span>
  </xsl:template>

  <!-- The translator's doubt about the words before it; close to a bracket, else after a space. -->
  <xsl:function name="f:query" as="element(h:span)?">
    <xsl:param name="element" as="element()"/>
    <xsl:if test="$element/@cert = 'low' and $element/@resp = '#translator'">
      <span class="query editor">
        <xsl:value-of select="' '[not($element[self::supplied or self::gloss or self::note or self::gap or self::choice])]
                              || f:whole('query')"/>
      </span>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>

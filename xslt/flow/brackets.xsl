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
  <xsl:template mode="flow" as="element(h:span)" match="choice">
    <span class="{if (sic) then 'correction' else if (abbr) then 'expansion' else 'variant'}">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates select="* except certainty" mode="flow"/>
      <xsl:sequence select="f:query(.)"/>
      <xsl:apply-templates select="certainty" mode="flow"/>
    </span>
  </xsl:template>

  <xsl:template mode="flow" as="element(h:span)" match="orig | reg | abbr | expan">
    <xsl:variable name="bracketed" as="xs:boolean" select="f:is-bracketed(.)"/>
    <xsl:variable name="sign" as="element()"
                  select="f:sign(if (self::abbr or self::expan) then 'expansion' else 'variant')"/>
    <span class="{local-name(), 'editor'[$bracketed]}">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:if test="$bracketed">
        <xsl:text> </xsl:text>
        <span class="sign"><xsl:value-of select="$sign/@open"/></span>
      </xsl:if>
      <xsl:apply-templates select="node() except certainty" mode="flow"/>
      <xsl:if test="$bracketed">
        <span class="sign"><xsl:value-of select="$sign/@close"/></span>
      </xsl:if>
      <xsl:sequence select="f:query(.)"/>
      <xsl:apply-templates select="certainty" mode="flow"/>
    </span>
  </xsl:template>

  <xsl:template mode="flow" as="element(h:span)" match="choice/sic">
    <span class="sic">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates mode="flow"/>
      <xsl:sequence select="f:query(.)"/>
    </span>
  </xsl:template>

  <!-- A proposal has the words typed before it in its label; without them it has the sign's own. -->
  <xsl:template mode="flow" as="element(h:span)" match="corr">
    <span class="corr editor">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:value-of select="' '[current()/parent::choice]"/>
      <span class="sign">
        <xsl:value-of select="f:open('sic')
                              || (f:sign('sic')/@text || ': ')[current()/parent::choice][not(current()/label)]"/>
      </span>
      <xsl:apply-templates select="node() except certainty" mode="flow"/>
      <span class="sign"><xsl:value-of select="f:close('sic')"/></span>
      <xsl:sequence select="f:query(.)"/>
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
    <span class="gap" title="{f:missing(.)}">
      <xsl:sequence select="f:attributes(.)"/>
      <span class="sign"><xsl:value-of select="f:open('gap')"/></span>
      <xsl:if test="not(desc)">
        <span class="sign">
          <xsl:value-of select="(f:missing(.)[current()[not(@reason = 'editorial')][@quantity or @extent]], f:sign('gap')/@text)[1]"/>
        </span>
      </xsl:if>
      <xsl:apply-templates select="desc/node()" mode="flow"/>
      <span class="sign"><xsl:value-of select="f:close('gap')"/></span>
      <xsl:sequence select="f:query(.)"/>
      <xsl:apply-templates select="certainty" mode="flow"/>
    </span>
  </xsl:template>

  <!-- Why something is missing, and how much of it. -->
  <xsl:function name="f:missing" as="xs:string">
    <xsl:param name="gap" as="element()"/>
    <xsl:variable name="amount" as="xs:string*" select="
        $gap/@quantity ! f:label('amount', map { 'n': string(), 'unit': string-join($gap/@unit ! f:term('unit', string())) }),
        $gap/@unit[not($gap/@quantity)] ! f:term('unit', string()), $gap/@extent/string()"/>
    <xsl:sequence select="string-join((f:term('gap', ($gap/@reason, local-name($gap))[1]), $amount ! normalize-space()),
                                      f:label('comma'))"/>
  </xsl:function>

  <xsl:template mode="flow" as="element(h:span)"
                match="label[not(parent::note[@type = 'annotation'] or f:stands-alone(.))]">
    <span class="label{if (parent::p/parent::sp) then ' speaker' else ''}">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates mode="flow"/>
    </span>
  </xsl:template>

  <!-- The translators' doubt about the words before it; close to a bracket, else after a space. -->
  <xsl:function name="f:query" as="element(h:span)?">
    <xsl:param name="element" as="element()"/>
    <xsl:if test="$element/@cert = 'low' and $element/@resp = '#translator'">
      <span class="query editor">
        <xsl:value-of select="' '[not(f:is-bracketed($element))] || f:whole('query')"/>
      </span>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:is-bracketed" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element[self::supplied or self::gloss or self::note or self::gap or self::pb
                                          or self::choice or self::corr
                                          or parent::choice and not(self::sic)
                                             and preceding-sibling::*[not(self::certainty)]])"/>
  </xsl:function>

</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- Paragraphs, headings, lists, speeches, quotations. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template mode="flow" as="node()*" match="text | body">
    <xsl:apply-templates mode="flow"/>
  </xsl:template>

  <xsl:template mode="flow" as="element(h:div)" match="div">
    <div class="{(@type, 'part')[1]}">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates mode="flow"/>
    </div>
  </xsl:template>

  <!-- The page's title is h1. Only divisions that have a heading count, so that no level is skipped. -->
  <xsl:template mode="flow" as="element()" match="div/head">
    <xsl:element name="h{min((6, 1 + count(ancestor::div[head])))}">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates mode="flow"/>
    </xsl:element>
  </xsl:template>

  <xsl:template mode="flow" as="element()" match="p[not(ancestor::note)]">
    <xsl:element name="{if (list or quote[p]) then 'div' else 'p'}">
      <xsl:if test="list or quote[p]">
        <xsl:attribute name="class" select="'p'"/>
      </xsl:if>
      <xsl:sequence select="f:attributes(.), f:permalink(.)"/>
      <xsl:apply-templates mode="flow"/>
    </xsl:element>
  </xsl:template>

  <xsl:template mode="flow" as="element(h:p)" match="ab">
    <p class="{(@type, 'ab')[1]}">
      <xsl:if test="@type = 'stray'">
        <xsl:attribute name="title" select="f:label('pc-stray')"/>
      </xsl:if>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates mode="flow"/>
    </p>
  </xsl:template>

  <!-- Items numbered with figures are numbered by the list; other marks are written out before the item. -->
  <xsl:template mode="flow" as="element()+" match="list">
    <xsl:variable name="numbered" as="xs:boolean" select="f:is-numbered(.)"/>
    <xsl:apply-templates select="head" mode="flow"/>
    <xsl:element name="{if ($numbered) then 'ol' else 'ul'}">
      <xsl:attribute name="class" select="if ($numbered) then 'numbered'
                                          else if (item/@n) then 'marked'
                                          else (@type, @rend, 'bulleted')[1]"/>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:for-each select="head[1]/@xml:id">
        <xsl:attribute name="aria-labelledby" select="."/>
      </xsl:for-each>
      <xsl:apply-templates select="node() except head" mode="flow">
        <xsl:with-param name="numbered" select="$numbered"/>
      </xsl:apply-templates>
    </xsl:element>
  </xsl:template>

  <xsl:function name="f:is-numbered" as="xs:boolean">
    <xsl:param name="list" as="element(list)"/>
    <xsl:sequence select="exists($list/item) and (every $item in $list/item satisfies $item/@n castable as xs:integer)"/>
  </xsl:function>

  <xsl:template mode="flow" as="element(h:p)" match="list/head">
    <p class="list-head">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates mode="flow"/>
    </p>
  </xsl:template>

  <xsl:template mode="flow" as="element(h:li)" match="item">
    <xsl:param name="numbered" as="xs:boolean" select="false()"/>
    <li>
      <xsl:if test="$numbered">
        <xsl:attribute name="value" select="@n"/>
      </xsl:if>
      <xsl:sequence select="f:attributes(.), f:permalink(.[not(../@type = 'distribution')])"/>
      <xsl:if test="@n and not($numbered)">
        <span class="mark"><xsl:value-of select="@n"/></span>
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:apply-templates mode="flow"/>
    </li>
  </xsl:template>

  <xsl:template mode="flow" as="element(h:div)" match="sp">
    <div class="speech">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates mode="flow"/>
    </div>
  </xsl:template>

  <xsl:template mode="flow" as="element(h:p)" match="speaker">
    <p class="speaker">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates mode="flow"/>
    </p>
  </xsl:template>

  <xsl:template mode="flow" as="element(h:blockquote)" match="quote[f:is-block(.)]">
    <blockquote>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates mode="flow"/>
    </blockquote>
  </xsl:template>

  <xsl:template mode="flow" as="element(h:span)" match="quote[not(f:is-block(.))]">
    <span class="quotation">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates mode="flow"/>
    </span>
  </xsl:template>

  <xsl:function name="f:is-block" as="xs:boolean">
    <xsl:param name="quote" as="element(quote)"/>
    <xsl:sequence select="exists($quote/p) or f:stands-alone($quote)"/>
  </xsl:function>

  <xsl:function name="f:permalink" as="element(h:a)?">
    <xsl:param name="block" as="element()?"/>
    <xsl:for-each select="$block/@xml:id">
      <a class="permalink" href="#{.}" aria-label="{f:label('paragraph-link')}"></a>
    </xsl:for-each>
  </xsl:function>

</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- Divisions, headings, paragraphs, speeches, quotations, verse. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Content made of blocks: what stands between them as running text (a gap, a page, words of a letterhead) gets a
       line of its own. -->
  <xsl:template name="blocks" as="node()*">
    <xsl:for-each-group select="node()" group-adjacent="f:is-block(.)">
      <xsl:choose>
        <xsl:when test="current-grouping-key() or not(current-group()[self::* or normalize-space()])">
          <xsl:apply-templates select="current-group()" mode="flow"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:element name="{if (current-group()[self::*] ! f:name(., 'p') = 'div') then 'div' else 'p'}">
            <xsl:attribute name="class" select="'alone'"/>
            <xsl:apply-templates select="current-group()" mode="flow"/>
          </xsl:element>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:function name="f:is-block" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node[self::body or self::div or self::head or self::p or self::ab or self::list or self::table
                                       or self::lg or self::sp or self::speaker or self::opener or self::closer
                                       or self::postscript or self::trailer or self::salute or self::signed
                                       or self::dateline or self::label
                                       or self::quote[f:is-block-quote(.)]
                                       or self::note[not(@type = ('original', 'rendition'))]
                                       or (self::idno or self::seg) and (parent::opener or parent::closer)])"/>
  </xsl:function>

  <!-- HTML has no room for a block in a paragraph: where there is one, the paragraph is a div. Notes that are called
       are listed elsewhere and do not count. -->
  <xsl:function name="f:name" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:variable name="blocks" as="element()*"
        select="$element/descendant::*[self::list or self::table or self::lg or self::quote[f:is-block-quote(.)]]"/>
    <xsl:sequence select="if ($blocks[not((ancestor::note intersect $element/descendant::note)[f:is-called(.)])])
                          then 'div' else $name"/>
  </xsl:function>

  <xsl:template mode="flow" as="node()*" match="text | body">
    <xsl:call-template name="blocks"/>
  </xsl:template>

  <xsl:template mode="flow" as="element(h:div)" match="div[not(f:is-emptied(.))] | sp | postscript">
    <div class="{(@type, local-name())[1]}">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:call-template name="blocks"/>
    </div>
  </xsl:template>

  <!-- Notes gathered under a heading are now at their calls; the heading goes over the list of notes. -->
  <xsl:template mode="flow" as="empty-sequence()" match="div[f:is-emptied(.)]"/>

  <xsl:function name="f:is-emptied" as="xs:boolean">
    <xsl:param name="division" as="element(div)"/>
    <xsl:sequence select="$division/@type = 'notes' and empty($division/(* except head))"/>
  </xsl:function>

  <!-- The page's title is h1. Only divisions that have a heading count, so that no level is skipped. -->
  <xsl:template mode="flow" as="element()" match="div/head">
    <xsl:element name="h{min((6, 1 + count(ancestor::div[head])))}">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates mode="flow"/>
      <xsl:sequence select="f:query(.)"/>
    </xsl:element>
  </xsl:template>

  <xsl:template mode="flow" as="element()" match="list/head | lg/head | label[f:stands-alone(.)] | speaker">
    <xsl:element name="{f:name(., 'p')}">
      <xsl:attribute name="class" select="if (self::speaker) then 'speaker' else 'caption'"/>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates mode="flow"/>
      <xsl:sequence select="f:query(.)"/>
    </xsl:element>
  </xsl:template>

  <xsl:template mode="flow" as="element()" match="p[not(ancestor::note)]">
    <xsl:variable name="name" as="xs:string" select="f:name(., 'p')"/>
    <xsl:element name="{$name}">
      <xsl:if test="$name eq 'div'">
        <xsl:attribute name="class" select="'p'"/>
      </xsl:if>
      <xsl:sequence select="f:attributes(.), f:anchor(.)"/>
      <xsl:apply-templates mode="flow"/>
    </xsl:element>
  </xsl:template>

  <xsl:template mode="flow" as="element()" match="ab[not(ancestor::note)] | trailer">
    <xsl:element name="{f:name(., 'p')}">
      <xsl:attribute name="class" select="(@type, local-name())[1]"/>
      <xsl:if test="@type = 'stray'">
        <xsl:attribute name="title" select="f:label('pc-stray')"/>
      </xsl:if>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates mode="flow"/>
      <xsl:sequence select="f:query(.)"/>
    </xsl:element>
  </xsl:template>

  <!-- Paragraphs of a note, which may stand where HTML has no room for a paragraph. -->
  <xsl:template mode="flow" as="element(h:span)" match="note//p | note//ab">
    <span class="p">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates mode="flow"/>
    </span>
  </xsl:template>

  <xsl:template mode="flow" as="element(h:blockquote)" match="quote[f:is-block-quote(.)]">
    <blockquote>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:call-template name="blocks"/>
    </blockquote>
  </xsl:template>

  <xsl:template mode="flow" as="element(h:span)" match="quote[not(f:is-block-quote(.))]">
    <span class="quotation">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates mode="flow"/>
    </span>
  </xsl:template>

  <xsl:function name="f:is-block-quote" as="xs:boolean">
    <xsl:param name="quote" as="element(quote)"/>
    <xsl:sequence select="exists($quote/(p, ab, lg, list, table)) or f:stands-alone($quote)"/>
  </xsl:function>

  <xsl:template mode="flow" as="element(h:div)" match="lg">
    <div class="verse">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates select="head" mode="flow"/>
      <xsl:element name="{f:name(., 'p')}">
        <xsl:attribute name="class" select="'lines'"/>
        <xsl:for-each select="l">
          <span class="l"><xsl:sequence select="f:attributes(.)"/><xsl:apply-templates mode="flow"/></span>
          <xsl:if test="position() ne last()">
            <br/>
          </xsl:if>
        </xsl:for-each>
        <xsl:apply-templates select="certainty" mode="flow"/>
      </xsl:element>
    </div>
  </xsl:template>

</xsl:stylesheet>

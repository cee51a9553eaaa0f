<?xml version="1.0" encoding="UTF-8"?>
<!--
  Two texts side by side: a prepared document whose blocks say by @corresp to which blocks of another (the parameter
  other), or of itself, they correspond. Blocks without a counterpart stand alone, in their place.
-->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The other document, and the identifiers of the two. -->
  <xsl:param name="other" as="document-node()?" select="()"/>
  <xsl:param name="other-id" as="xs:string" select="''"/>

  <xsl:mode name="alone" on-no-match="shallow-copy" on-multiple-match="fail"/>

  <xsl:template name="parallel" as="element(h:html)">
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="f:label('parallel') || ': ' || f:title(.) || ' – ' || $edition/Q{}edition/Q{}title"/>
      <xsl:with-param name="kind" select="'parallel'"/>
      <xsl:with-param name="description" select="''"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="parallel-main" as="element()+">
    <xsl:variable name="targets" as="xs:string*" select="text//@corresp ! tokenize(.) ! substring-after(., '#')"/>
    <xsl:variable name="same" as="xs:boolean" select="$id eq $other-id"/>
    <xsl:variable name="all" as="element()*" select="f:parallel-blocks(text)"/>
    <xsl:variable name="right" as="element()*"
        select="if ($same) then $all[(ancestor-or-self::*/@xml:id = $targets)] else f:parallel-blocks($other/TEI/text)"/>
    <xsl:variable name="left" as="element()*" select="if ($same) then $all except $right else $all"/>
    <header class="headnote">
      <p class="number"><xsl:value-of select="f:label('parallel')"/></p>
      <h1><xsl:sequence select="f:language(@xml:lang)"/><xsl:value-of select="f:title(.)"/></h1>
    </header>
    <div class="parallel" id="edition-text" tabindex="-1">
      <div class="pair heads">
        <div><p><a href="{f:page-address($id)}"><xsl:sequence select="f:language(@xml:lang)"/><xsl:value-of select="f:title(.)"/></a></p></div>
        <div>
          <p>
            <a href="{f:page-address($other-id)}">
              <xsl:sequence select="f:language($other/TEI/@xml:lang)"/>
              <xsl:value-of select="f:title($other/TEI)"/>
            </a>
          </p>
        </div>
      </div>
      <xsl:iterate select="$left">
        <xsl:param name="rest" as="element()*" select="$right"/>
        <xsl:on-completion>
          <xsl:for-each select="$rest">
            <xsl:sequence select="f:pair((), .)"/>
          </xsl:for-each>
        </xsl:on-completion>
        <xsl:variable name="names" as="xs:string*" select="@corresp ! tokenize(.) ! substring-after(., '#')"/>
        <xsl:variable name="those" as="element()*" select="$rest[@xml:id = $names]"/>
        <xsl:for-each select="$rest[. &lt;&lt; $those[1]]">
          <xsl:sequence select="f:pair((), .)"/>
        </xsl:for-each>
        <xsl:sequence select="f:pair(., $those)"/>
        <xsl:next-iteration>
          <xsl:with-param name="rest" select="if ($those) then $rest[. >> $those[last()]] else $rest"/>
        </xsl:next-iteration>
      </xsl:iterate>
    </div>
  </xsl:template>

  <!-- What is set beside something: the blocks of a text that have no block around them. -->
  <xsl:function name="f:parallel-blocks" as="element()*">
    <xsl:param name="text" as="element()?"/>
    <xsl:sequence select="$text//*[self::p or self::ab or self::head or self::item or self::lg or self::table or self::salute
                                   or self::signed or self::dateline or self::trailer or self::speaker or self::byline
                                   or (self::seg or self::idno or self::note) and f:is-line(.)
                                   or self::note[f:stands-alone(.)]]
                                  [not(ancestor::p or ancestor::ab or ancestor::item or ancestor::table or ancestor::note)]"/>
  </xsl:function>

  <xsl:function name="f:pair" as="element(h:div)">
    <xsl:param name="left" as="element()*"/>
    <xsl:param name="right" as="element()*"/>
    <div class="pair">
      <div class="text"><xsl:sequence select="f:side($left, $id)"/></div>
      <div class="text"><xsl:sequence select="f:side($right, $other-id)"/></div>
    </div>
  </xsl:function>

  <!-- A block without its identifiers, which both texts may have; what it leads to is in the document's own page. -->
  <xsl:function name="f:side" as="node()*">
    <xsl:param name="blocks" as="element()*"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="$blocks[1] ! f:language(ancestor::*[@xml:lang][1]/@xml:lang)"/>
    <xsl:for-each select="$blocks">
      <xsl:variable name="made" as="node()*">
        <xsl:apply-templates select="." mode="flow"/>
      </xsl:variable>
      <xsl:apply-templates select="$made" mode="alone">
        <xsl:with-param name="page" select="f:page-address($id)" tunnel="yes"/>
      </xsl:apply-templates>
    </xsl:for-each>
  </xsl:function>

  <xsl:template mode="alone" as="empty-sequence()" match="@id | @data-place | h:a[@class = 'permalink'] | h:li/@value"/>

  <xsl:template mode="alone" as="element(h:div)" match="h:li">
    <div><xsl:apply-templates select="@*, node()" mode="alone"/></div>
  </xsl:template>

  <xsl:template mode="alone" as="attribute(href)" match="@href[starts-with(., '#')]">
    <xsl:param name="page" as="xs:string?" tunnel="yes"/>
    <xsl:attribute name="href" select="$page || ."/>
  </xsl:template>

  <!-- Headings of a part of a page. -->
  <xsl:template mode="alone" as="element(h:p)" match="h:h2 | h:h3 | h:h4 | h:h5 | h:h6">
    <p class="heading"><xsl:apply-templates select="@* except @class, node()" mode="alone"/></p>
  </xsl:template>

</xsl:stylesheet>

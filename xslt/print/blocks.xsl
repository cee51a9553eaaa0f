<?xml version="1.0" encoding="UTF-8"?>
<!-- The text as a flow of blocks. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:p="https://encoder.invalid/ns/print" xmlns="https://encoder.invalid/ns/print"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:mode name="blocks" on-no-match="fail" on-multiple-match="fail"/>

  <!-- Content that may mix blocks with running text: each stretch of running text becomes a block of the role. -->
  <xsl:template name="flow" as="element()*">
    <xsl:param name="content" as="node()*" select="node()"/>
    <xsl:param name="role" as="xs:string"/>
    <xsl:for-each-group select="$content" group-adjacent="p:is-block(.)">
      <xsl:choose>
        <xsl:when test="current-grouping-key()">
          <xsl:apply-templates select="current-group()" mode="blocks"/>
        </xsl:when>
        <xsl:when test="every $node in current-group() satisfies p:is-pending($node)">
          <xsl:sequence select="p:running-text(current-group())[self::*][not(self::p:break)]"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:sequence select="p:block($role, current-group())"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:function name="p:is-block" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node[self::div or self::opener or self::closer or self::postscript or self::trailer
                                       or self::salute or self::signed or self::dateline
                                       or self::p or self::ab or self::head or self::sp or self::list or self::item
                                       or self::quote[p] or self::lg or self::table])
                          or exists($node[self::note or self::label][f:stands-alone(.)])
                          or exists($node/self::*[p:is-line-of-letter(.)])
                          or exists($node/self::*[not(self::body or self::div)][p:is-structure(.)])"/>
  </xsl:function>

  <!-- What has no line of its own where it stands between blocks: the template takes it to the next one. -->
  <xsl:function name="p:is-pending" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node[self::pb or self::lb or self::certainty or self::speaker or self::comment()
                                       or self::processing-instruction() or self::text()[not(normalize-space())]])"/>
  </xsl:function>

  <xsl:function name="p:block" as="element(p:block)">
    <xsl:param name="role" as="xs:string"/>
    <xsl:param name="content" as="node()*"/>
    <block role="{$role}">
      <xsl:sequence select="p:begins($content[1]/..), p:running-text($content)"/>
    </block>
  </xsl:function>

  <!-- What begins with a block, by the identifier that it has on the web. -->
  <xsl:function name="p:begins" as="attribute(begins)?">
    <xsl:param name="element" as="node()?"/>
    <xsl:for-each select="$element[self::p or self::ab or self::head or self::item][not(ancestor::note)]/@xml:id">
      <xsl:attribute name="begins" select="p:id(.)"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:template mode="blocks" as="element()*" match="body | div">
    <xsl:call-template name="flow">
      <xsl:with-param name="role" select="'paragraph'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template mode="blocks" as="element()*" match="p | ab[not(@type)]">
    <xsl:call-template name="flow">
      <xsl:with-param name="role" select="if (parent::sp) then 'speech' else 'paragraph'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template mode="blocks" as="element(p:block)*" match="ab[@type]">
    <xsl:sequence select="p:block((@type[. = ('separator', 'heading', 'address')], 'stray')[1], node())"/>
  </xsl:template>

  <xsl:template mode="blocks" as="element(p:block)" match="trailer | label">
    <xsl:sequence select="p:block(local-name(), node())"/>
  </xsl:template>

  <!-- A heading without words is none. -->
  <xsl:template mode="blocks" as="element(p:block)" match="head">
    <xsl:variable name="words" as="node()*" select="p:running-text(node())"/>
    <xsl:variable name="said" as="xs:string" select="string-join($words[not(self::p:note or self::p:margin)])"/>
    <block role="{if (normalize-space($said)) then 'head' else 'heading'}" level="{count(ancestor::div[head])}">
      <xsl:sequence select="p:begins(.), $words"/>
    </block>
  </xsl:template>

  <xsl:template mode="blocks" as="element(p:block)" match="list/head | table/head | lg/head">
    <xsl:sequence select="p:block('label', node())"/>
  </xsl:template>

  <xsl:template mode="blocks" as="element()*" match="sp">
    <xsl:call-template name="flow">
      <xsl:with-param name="role" select="'speech'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template mode="blocks" as="element(p:quote)" match="quote">
    <quote>
      <xsl:call-template name="flow">
        <xsl:with-param name="role" select="'paragraph'"/>
      </xsl:call-template>
    </quote>
  </xsl:template>

  <xsl:template mode="blocks" as="element()+" match="lg">
    <xsl:apply-templates select="head" mode="blocks"/>
    <xsl:sequence select="p:block('verse', * except head)"/>
  </xsl:template>

</xsl:stylesheet>

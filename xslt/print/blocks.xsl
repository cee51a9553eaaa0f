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
    <xsl:param name="content" as="node()*"/>
    <xsl:param name="role" as="xs:string"/>
    <xsl:for-each-group select="$content" group-adjacent="f:is-block(.)">
      <xsl:choose>
        <xsl:when test="current-grouping-key()">
          <xsl:apply-templates select="current-group()" mode="blocks"/>
        </xsl:when>
        <xsl:when test="every $node in current-group() satisfies f:is-pending($node)">
          <xsl:variable name="signs" as="node()*">
            <xsl:apply-templates select="current-group()[self::*]" mode="inline"/>
          </xsl:variable>
          <xsl:sequence select="$signs[self::*]"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:sequence select="f:block($role, current-group())"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:function name="f:is-block" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node[self::opener or self::closer or self::div or self::p or self::ab or self::head
                                       or self::list or self::item or self::sp or self::quote[p]])
                          or exists($node/self::note[f:stands-alone(.)])
                          or exists($node/self::*[parent::opener or parent::closer][not(self::pb or self::certainty)])"/>
  </xsl:function>

  <!-- What has no line of its own where it stands between blocks: the template takes it to the next one. -->
  <xsl:function name="f:is-pending" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node[self::pb or self::certainty or self::speaker or self::comment()
                                       or self::processing-instruction() or self::text()[not(normalize-space())]])"/>
  </xsl:function>

  <xsl:function name="f:block" as="element(p:block)">
    <xsl:param name="role" as="xs:string"/>
    <xsl:param name="content" as="node()*"/>
    <block role="{$role}">
      <xsl:sequence select="f:running-text($content)"/>
    </block>
  </xsl:function>

  <xsl:template mode="blocks" as="element()*" match="body | div | opener | closer">
    <xsl:call-template name="flow">
      <xsl:with-param name="content" select="node()"/>
      <xsl:with-param name="role" select="'paragraph'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template mode="blocks" as="element()*" match="p | ab[not(@type = 'stray')]">
    <xsl:call-template name="flow">
      <xsl:with-param name="content" select="node()"/>
      <xsl:with-param name="role" select="if (parent::sp) then 'speech' else 'paragraph'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template mode="blocks" as="element(p:block)" match="ab[@type = 'stray']">
    <xsl:sequence select="f:block('stray', node())"/>
  </xsl:template>

  <xsl:template mode="blocks" as="element(p:block)" match="head">
    <block role="head" level="{max((1, count(ancestor::div)))}">
      <xsl:sequence select="f:running-text(node())"/>
    </block>
  </xsl:template>

  <xsl:template mode="blocks" as="element(p:block)" match="list/head">
    <xsl:sequence select="f:block('list-head', node())"/>
  </xsl:template>

  <xsl:template mode="blocks" as="element()*" match="sp">
    <xsl:call-template name="flow">
      <xsl:with-param name="content" select="node()"/>
      <xsl:with-param name="role" select="'speech'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template mode="blocks" as="element(p:quote)" match="quote[p]">
    <quote>
      <xsl:call-template name="flow">
        <xsl:with-param name="content" select="node()"/>
        <xsl:with-param name="role" select="'paragraph'"/>
      </xsl:call-template>
    </quote>
  </xsl:template>

  <!-- Opener and closer. -->

  <xsl:template mode="blocks" as="element(p:block)" match="opener/note[@type = ('classification', 'precedence')]">
    <xsl:sequence select="f:block(@type, node())"/>
  </xsl:template>

  <xsl:template mode="blocks" as="element(p:block)" match="closer/note[@type = 'handling']">
    <xsl:sequence select="f:block('handling', node())"/>
  </xsl:template>

  <xsl:template mode="blocks" as="element(p:block)" match="seg[@type = 'letterhead']">
    <xsl:sequence select="f:block('letterhead', node())"/>
  </xsl:template>

  <xsl:template mode="blocks" as="element(p:block)" match="opener/idno | closer/idno">
    <xsl:sequence select="f:block('registry', node())"/>
  </xsl:template>

  <xsl:template mode="blocks" as="element(p:block)" match="opener/salute">
    <xsl:sequence select="f:block('address', node())"/>
  </xsl:template>

  <xsl:template mode="blocks" as="element(p:block)" match="dateline | signed | closer/salute">
    <xsl:sequence select="f:block(local-name(), node())"/>
  </xsl:template>

  <!-- Lists: what stands before an item goes into it, what stands behind the last one too. -->

  <xsl:template mode="blocks" as="element()*" match="list">
    <xsl:apply-templates select="head" mode="blocks"/>
    <list>
      <xsl:for-each-group select="* except head" group-ending-with="item[following-sibling::item]">
        <xsl:variable name="item" as="element(item)?" select="current-group()[self::item]"/>
        <item label="{$item ! f:item-label(.)}">
          <xsl:call-template name="flow">
            <xsl:with-param name="content"
                select="current-group()[. &lt;&lt; $item], $item/node(), current-group()[. >> $item]"/>
            <xsl:with-param name="role" select="'item'"/>
          </xsl:call-template>
        </item>
      </xsl:for-each-group>
    </list>
  </xsl:template>

  <xsl:function name="f:item-label" as="xs:string">
    <xsl:param name="item" as="element(item)"/>
    <xsl:variable name="rend" as="xs:string?" select="$item/../@rend"/>
    <xsl:sequence select="if ($item/@n) then replace($item/@n, '^(\w+)$', '$1.')
                          else if ($rend = 'numbered') then count($item/preceding-sibling::item) + 1 || '.'
                          else if ($rend = 'simple') then ''
                          else '•'"/>
  </xsl:function>

  <!-- A distribution list is run in, as the documents type it: Head: place (copies), place. -->
  <xsl:template mode="blocks" as="element(p:block)" match="list[@type = 'distribution']">
    <block role="distribution">
      <xsl:for-each select="head">
        <label><xsl:sequence select="f:running-text(node())"/></label>
        <xsl:text>: </xsl:text>
      </xsl:for-each>
      <xsl:for-each select="* except head">
        <xsl:sequence select="if (self::item) then f:running-text(node()) else f:running-text(.)"/>
        <xsl:sequence select="if (self::item and following-sibling::item) then f:text(', ') else ()"/>
      </xsl:for-each>
    </block>
  </xsl:template>

</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists and tables. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:p="https://encoder.invalid/ns/print" xmlns="https://encoder.invalid/ns/print"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- What stands before an item goes into it, what stands behind the last one too. -->
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
        <xsl:sequence select="f:running-text(if (self::item) then node() else .),
                              f:text(', ')[current()/self::item/following-sibling::item]"/>
      </xsl:for-each>
    </block>
  </xsl:template>

  <xsl:template mode="blocks" as="element()+" match="table">
    <xsl:apply-templates select="head" mode="blocks"/>
    <table>
      <xsl:for-each select="row">
        <row>
          <xsl:apply-templates select="cell" mode="blocks"/>
        </row>
      </xsl:for-each>
    </table>
  </xsl:template>

  <!-- What stands between two rows goes into the last cell before it, what stands before the first into that. -->
  <xsl:template mode="blocks" as="element(p:cell)" match="cell">
    <xsl:variable name="between" as="element()*" select="../../*[not(self::row or self::head)]"/>
    <xsl:variable name="row" as="element(row)" select=".."/>
    <cell columns="{(@cols, 1)[1]}" rows="{(@rows, 1)[1]}" role="{(@role, ../@role, 'data')[1]}">
      <xsl:sequence select="f:running-text((
          if (. is ../../row[1]/cell[1]) then $between[. &lt;&lt; $row] else (),
          node(),
          if (. is ../cell[last()]) then $between[preceding-sibling::row[1] is $row] else ()))"/>
    </cell>
  </xsl:template>

</xsl:stylesheet>

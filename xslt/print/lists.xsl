<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists and tables. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:p="https://encoder.invalid/ns/print" xmlns="https://encoder.invalid/ns/print"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- What stands before an item goes into it, what stands behind the last one too. -->
  <xsl:template mode="blocks" as="element()*" match="list[not(@type = 'distribution')]">
    <xsl:apply-templates select="head" mode="blocks"/>
    <list>
      <xsl:for-each-group select="* except head" group-ending-with="item[following-sibling::item]">
        <xsl:variable name="item" as="element(item)?" select="current-group()[self::item]"/>
        <item>
          <label><xsl:sequence select="$item ! p:item-label(.)"/></label>
          <xsl:call-template name="flow">
            <xsl:with-param name="content"
                select="current-group()[. &lt;&lt; $item], $item/node() except p:typed-label($item),
                        current-group()[. >> $item]"/>
            <xsl:with-param name="role" select="'item'"/>
          </xsl:call-template>
        </item>
      </xsl:for-each-group>
    </list>
  </xsl:template>

  <!-- The sign typed before an item; without one its number; without that what the list is. -->
  <xsl:function name="p:item-label" as="node()*">
    <xsl:param name="item" as="element(item)"/>
    <xsl:variable name="rend" as="xs:string?" select="$item/../@rend"/>
    <xsl:sequence select="if (p:typed-label($item)) then p:inside(p:typed-label($item))
                          else if ($item/@n) then p:text(replace($item/@n, '^(\w+)$', '$1.'))
                          else if ($rend = 'numbered') then p:text(count($item/preceding-sibling::item) + 1 || '.')
                          else if ($rend = 'simple') then ()
                          else p:text('•')"/>
  </xsl:function>

  <xsl:function name="p:typed-label" as="element(label)?">
    <xsl:param name="item" as="element(item)"/>
    <xsl:sequence select="$item/label[not(preceding-sibling::*[not(self::certainty)]
                                          or preceding-sibling::text()[normalize-space()])][1]"/>
  </xsl:function>

  <!-- A distribution list is run in, as the documents type it: Head: place (copies), place. What is typed between the
       parts may be in them or not. -->
  <xsl:template mode="blocks" as="element(p:block)" match="list[@type = 'distribution']">
    <block role="distribution">
      <xsl:sequence select="p:run-in(.)"/>
    </block>
  </xsl:template>

  <xsl:template mode="blocks" as="element(p:block)" match="note[@type = 'distribution']">
    <xsl:sequence select="p:block('distribution', node() except p:closing-doubts(.))"/>
  </xsl:template>

  <xsl:template mode="words" as="node()*" match="note[@type = 'distribution']">
    <xsl:sequence select="p:inside(.)"/>
  </xsl:template>

  <xsl:template mode="words" as="node()*" match="list[@type = 'distribution']">
    <xsl:sequence select="p:run-in(.)"/>
  </xsl:template>

  <xsl:function name="p:run-in" as="node()*">
    <xsl:param name="list" as="element(list)"/>
    <xsl:for-each select="$list/head">
      <label><xsl:sequence select="p:running-text(node())"/></label>
      <xsl:value-of select="if (matches(., '\W\s*$')) then ' ' else ': '"/>
    </xsl:for-each>
    <xsl:for-each select="$list/(* except head)">
      <xsl:sequence select="p:running-text(if (self::item) then node() else .)"/>
      <xsl:value-of select="if (not(following-sibling::item)) then ''
                            else if (matches(., '[,;.]\s*$')) then ' '
                            else ', '"/>
    </xsl:for-each>
  </xsl:function>

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
      <xsl:sequence select="p:running-text((
          if (. is ../../row[1]/cell[1]) then $between[. &lt;&lt; $row] else (),
          node(),
          if (. is ../cell[last()]) then $between[preceding-sibling::row[1] is $row] else ()))"/>
    </cell>
  </xsl:template>

</xsl:stylesheet>

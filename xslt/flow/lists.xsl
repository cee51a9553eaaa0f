<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists and tables. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Figures number the list itself, unless the document writes them out (label). Other marks are written out. -->
  <xsl:template mode="flow" as="element()+" match="list">
    <xsl:variable name="counted" as="xs:boolean" select="every $item in item satisfies $item/@n castable as xs:integer"/>
    <xsl:variable name="marked" as="xs:boolean" select="exists(item/label) or not($counted) and exists(item/@n)"/>
    <xsl:apply-templates select="head" mode="flow"/>
    <xsl:element name="{if ($counted) then 'ol' else 'ul'}">
      <xsl:attribute name="class" select="@type, if ($marked) then 'marked' else if ($counted) then 'numbered'
                                                 else (@rend[. ne 'numbered'], 'bulleted'[not(current()/@type)])[1]"/>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:for-each select="head[1]/@xml:id">
        <xsl:attribute name="aria-labelledby" select="."/>
      </xsl:for-each>
      <xsl:for-each select="node() except head">
        <xsl:choose>
          <xsl:when test="self::item">
            <xsl:apply-templates select="." mode="flow">
              <xsl:with-param name="counted" select="$counted"/>
              <xsl:with-param name="marked" select="$marked"/>
            </xsl:apply-templates>
          </xsl:when>
          <xsl:when test="self::*">
            <li class="between"><xsl:apply-templates select="." mode="flow"/></li>
          </xsl:when>
          <xsl:otherwise>
            <xsl:apply-templates select="." mode="flow"/>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
    </xsl:element>
  </xsl:template>

  <xsl:template mode="flow" as="element(h:li)" match="item">
    <xsl:param name="counted" as="xs:boolean" select="false()"/>
    <xsl:param name="marked" as="xs:boolean" select="false()"/>
    <li>
      <xsl:if test="$counted">
        <xsl:attribute name="value" select="@n"/>
      </xsl:if>
      <xsl:sequence select="f:attributes(.), f:anchor(.)"/>
      <xsl:if test="$marked and not(label)">
        <span class="label number"><xsl:value-of select="@n"/></span>
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:apply-templates mode="flow"/>
    </li>
  </xsl:template>

  <!-- How many copies a recipient got; the parentheses, where they were not left as text. -->
  <xsl:template mode="flow" as="element(h:span)" match="num[f:counts-copies(.)]">
    <span class="copies">
      <xsl:sequence select="f:attributes(.)"/>
      <span class="sign"><xsl:value-of select="f:open('copies')"/></span>
      <xsl:apply-templates mode="flow"/>
      <span class="sign"><xsl:value-of select="f:close('copies')"/></span>
    </span>
  </xsl:template>

  <xsl:function name="f:counts-copies" as="xs:boolean">
    <xsl:param name="num" as="element(num)"/>
    <xsl:sequence select="exists($num/parent::item/parent::list[@type = 'distribution'])
                          and not($num/following-sibling::node()[not(self::certainty)][normalize-space()])
                          and not(ends-with($num/preceding-sibling::node()[1][self::text()], '('))"/>
  </xsl:function>

  <!-- A table may be wider than the column: it can be moved by itself, and reached with the keyboard for that. -->
  <xsl:template mode="flow" as="element(h:div)" match="table">
    <div class="table" role="region" tabindex="0">
      <xsl:attribute name="{if (head/@xml:id) then 'aria-labelledby' else 'aria-label'}"
                     select="(head/@xml:id, f:label('table'))[1]"/>
      <table>
        <xsl:sequence select="f:attributes(.)"/>
        <xsl:for-each select="head">
          <caption><xsl:sequence select="f:attributes(.)"/><xsl:apply-templates mode="flow"/></caption>
        </xsl:for-each>
        <tbody>
          <xsl:apply-templates select="row | *[not(self::row or self::head)]" mode="rows"/>
        </tbody>
      </table>
    </div>
  </xsl:template>

  <xsl:mode name="rows" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template mode="rows" as="element(h:tr)" match="row">
    <tr>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates select="cell" mode="rows"/>
    </tr>
  </xsl:template>

  <xsl:template mode="rows" as="element()" match="cell">
    <xsl:variable name="scope" as="xs:string?"
                  select="if (../@role = 'label') then 'col' else 'row'[current()/@role = 'label']"/>
    <xsl:element name="{if ($scope) then 'th' else 'td'}">
      <xsl:for-each select="$scope">
        <xsl:attribute name="scope" select="."/>
      </xsl:for-each>
      <xsl:for-each select="@cols, @rows">
        <xsl:attribute name="{substring(name(), 1, 3)}span" select="."/>
      </xsl:for-each>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates mode="flow"/>
    </xsl:element>
  </xsl:template>

  <!-- A page or a note between two rows. -->
  <xsl:template mode="rows" as="element(h:tr)" match="table/*[not(self::row)]">
    <tr class="between">
      <td colspan="{max((1, ../row/sum(cell ! xs:integer((@cols, 1)[1]))))}"><xsl:apply-templates select="." mode="flow"/></td>
    </tr>
  </xsl:template>

</xsl:stylesheet>

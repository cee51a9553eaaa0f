<?xml version="1.0" encoding="UTF-8"?>
<!-- The text as numbered paragraphs. Inline elements between blocks go to the next block; behind the last one they get
     their own. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:x="https://encoder.invalid/ns/tex"
                xpath-default-namespace="https://encoder.invalid/ns/print">

  <xsl:mode name="blocks" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template mode="blocks" as="xs:string*" match="text">
    <xsl:call-template name="flow"/>
  </xsl:template>

  <xsl:template name="flow" as="xs:string*">
    <xsl:param name="content" as="node()*" select="node()"/>
    <xsl:param name="pending" as="xs:string" select="''"/>
    <xsl:param name="depth" as="xs:integer" select="0" tunnel="yes"/>
    <xsl:iterate select="$content">
      <xsl:param name="waiting" as="xs:string" select="$pending"/>
      <xsl:on-completion>
        <xsl:sequence select="x:paragraph('paragraph', $depth, $waiting)[$waiting]"/>
      </xsl:on-completion>
      <xsl:choose>
        <xsl:when test="self::block or self::list or self::quote or self::table">
          <xsl:apply-templates select="." mode="blocks">
            <xsl:with-param name="pending" select="$waiting"/>
          </xsl:apply-templates>
          <xsl:next-iteration>
            <xsl:with-param name="waiting" select="''"/>
          </xsl:next-iteration>
        </xsl:when>
        <xsl:otherwise>
          <xsl:next-iteration>
            <xsl:with-param name="waiting" select="$waiting || x:words-of(.) || ' '[current()/self::add]"/>
          </xsl:next-iteration>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:iterate>
  </xsl:template>

  <!-- \pstart takes what stands in [ ] behind it as an option: the command between keeps them apart. -->
  <xsl:function name="x:paragraph" as="xs:string">
    <xsl:param name="role" as="xs:string"/>
    <xsl:param name="depth" as="xs:integer"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="'\pstart' || x:command('role', ($role, string($depth))) || '%&#10;' || $words || '&#10;\pend&#10;'"/>
  </xsl:function>

  <xsl:template mode="blocks" as="xs:string" match="block">
    <xsl:param name="pending" as="xs:string" select="''"/>
    <xsl:param name="depth" as="xs:integer" select="0" tunnel="yes"/>
    <xsl:sequence select="x:paragraph((@role || @level[. ne '1'], 'paragraph')[1], $depth, $pending || x:words(.))"/>
  </xsl:template>

  <xsl:template mode="blocks" as="xs:string*" match="quote">
    <xsl:param name="pending" as="xs:string" select="''"/>
    <xsl:param name="depth" as="xs:integer" select="0" tunnel="yes"/>
    <xsl:call-template name="flow">
      <xsl:with-param name="pending" select="$pending"/>
      <xsl:with-param name="depth" select="$depth + 1" tunnel="yes"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The label hangs before the first paragraph of its item. -->
  <xsl:template mode="blocks" as="xs:string*" match="list">
    <xsl:param name="pending" as="xs:string" select="''"/>
    <xsl:param name="depth" as="xs:integer" select="0" tunnel="yes"/>
    <xsl:for-each select="item">
      <xsl:call-template name="flow">
        <xsl:with-param name="content" select="node() except label[1]"/>
        <xsl:with-param name="pending" select="x:command('itemmark', x:words(label[1])) || $pending[current()[not(preceding-sibling::item)]]"/>
        <xsl:with-param name="depth" select="$depth + 1" tunnel="yes"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <!-- A table is one numbered line. -->
  <xsl:template mode="blocks" as="xs:string" match="table">
    <xsl:param name="pending" as="xs:string" select="''"/>
    <xsl:param name="depth" as="xs:integer" select="0" tunnel="yes"/>
    <xsl:variable name="width" as="xs:integer" select="max((1, row ! sum(cell/xs:integer(@columns))))"/>
    <xsl:variable name="rows" as="xs:string*">
      <xsl:apply-templates select="row" mode="blocks"/>
    </xsl:variable>
    <xsl:variable name="columns" as="xs:string" select="string-join((1 to $width) ! 'L')"/>
    <xsl:sequence select="x:paragraph('table', $depth, $pending
        || '\begin{cells}{' || $width || '}{' || $columns || '}&#10;' || string-join($rows, '\\[0pt]&#10;') || '&#10;\end{cells}')"/>
  </xsl:template>

  <!-- A cell of several rows keeps its place free in those below it. -->
  <xsl:template mode="blocks" as="xs:string" match="row">
    <xsl:variable name="row" as="xs:integer" select="count(preceding-sibling::row)"/>
    <xsl:variable name="places" as="map(xs:string, xs:integer)*" select="x:places(..)"/>
    <xsl:variable name="last" as="xs:integer" select="max((0, $places[?top le $row and ?bottom gt $row]?right))"/>
    <xsl:variable name="cells" as="element(cell)*" select="../row/cell"/>
    <xsl:variable name="shown" as="xs:string*">
      <xsl:for-each select="0 to $last - 1">
        <xsl:variable name="column" as="xs:integer" select="."/>
        <xsl:variable name="place" as="map(xs:string, xs:integer)?"
                      select="$places[?top le $row and ?bottom gt $row and ?left le $column and ?right gt $column][1]"/>
        <xsl:if test="empty($place) or $place?left eq $column">
          <xsl:variable name="words" as="xs:string" select="if ($place?top = $row) then x:cell($cells[$place?cell]) else ''"/>
          <xsl:sequence select="if ($place?right - $place?left gt 1)
                                then x:command('widecell', (string($place?right - $place?left), $words)) else $words"/>
        </xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="string-join($shown, ' &amp; ')"/>
  </xsl:template>

  <xsl:function name="x:cell" as="xs:string">
    <xsl:param name="cell" as="element(cell)"/>
    <xsl:sequence select="if ($cell/@role = 'label') then x:command('textit', x:words($cell)) else x:words($cell)"/>
  </xsl:function>

  <!-- The cells where HTML's rule puts them: each in the first free place of its row. -->
  <xsl:function name="x:places" as="map(xs:string, xs:integer)*">
    <xsl:param name="table" as="element(table)"/>
    <xsl:iterate select="$table/row/cell">
      <xsl:param name="places" as="map(xs:string, xs:integer)*" select="()"/>
      <xsl:on-completion select="$places"/>
      <xsl:variable name="top" as="xs:integer" select="count(../preceding-sibling::row)"/>
      <xsl:variable name="taken" as="map(xs:string, xs:integer)*" select="$places[?top le $top and ?bottom gt $top]"/>
      <xsl:variable name="left" as="xs:integer" select="x:free($taken, 0)"/>
      <xsl:next-iteration>
        <xsl:with-param name="places" select="$places, map { 'cell': position(), 'top': $top, 'left': $left,
                            'bottom': $top + xs:integer(@rows), 'right': $left + xs:integer(@columns) }"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <xsl:function name="x:free" as="xs:integer">
    <xsl:param name="taken" as="map(xs:string, xs:integer)*"/>
    <xsl:param name="from" as="xs:integer"/>
    <xsl:variable name="hit" as="map(xs:string, xs:integer)?" select="$taken[?left le $from and ?right gt $from][1]"/>
    <xsl:sequence select="if (exists($hit)) then x:free($taken, $hit?right) else $from"/>
  </xsl:function>

</xsl:stylesheet>

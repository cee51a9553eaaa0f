<?xml version="1.0" encoding="UTF-8"?>
<!-- Names, dates, numbers, foreign words; how words look on the archival copy; signs left as typed. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Names, numbers and other phrases that keep their place in the sentence and look like the words around them. -->
  <xsl:template mode="flow" as="element()"
                match="name | unclear | seg[not(f:is-line(.))] | idno[not(f:is-line(.))] | num[not(f:counts-copies(.))]
                       | rs | geogName | roleName | forename | surname | addName | nameLink | genName | country | region
                       | settlement | bloc | district | geo | term | distinct | measure | measureGrp | time | email | ex | am
                       | s | w | phr | cl | m | c | fw | damage | surplus | secl | restore | retrace | mod | metamark | said
                       | abbr[not(parent::choice)] | expan[not(parent::choice)] | reg[not(parent::choice)]
                       | orig[not(parent::choice)] | author | editor | publisher | pubPlace | biblScope | citedRange
                       | series | edition | institution | repository | collection | objectType | material | formula
                       | bibl | biblStruct | monogr | analytic | imprint | respStmt | resp | locus | ident | val | att
                       | origDate | origPlace | affiliation | occupation | age | trait | state | event | incident">
    <span class="{local-name(), 'unsure'[current()/self::unclear]}">
      <xsl:call-template name="phrase"/>
    </span>
  </xsl:template>

  <!-- A name leads to its entry in the registers; inside another link it only says whose it is. -->
  <xsl:template mode="flow" as="element()" match="persName | placeName | orgName">
    <xsl:variable name="entry" as="element()?" select="f:registered(.)"/>
    <xsl:choose>
      <xsl:when test="$entry and not(ancestor::persName[@ref] or ancestor::placeName[@ref] or ancestor::orgName[@ref]
                                     or ancestor::ref)">
        <a class="{local-name()} name" href="{$entry/@href}">
          <xsl:call-template name="phrase"/>
        </a>
      </xsl:when>
      <xsl:otherwise>
        <span class="{local-name()}">
          <xsl:call-template name="phrase"/>
        </span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="phrase" as="node()*">
    <xsl:sequence select="f:attributes(.)"/>
    <xsl:apply-templates select="node() except certainty" mode="flow"/>
    <xsl:sequence select="f:query(.)"/>
    <xsl:apply-templates select="certainty" mode="flow"/>
  </xsl:template>

  <!-- Phrases that HTML has an element for. -->
  <xsl:template mode="flow" as="element()"
                match="title | foreign | emph | mentioned | soCalled | q[not(f:holds-blocks(.))] | code | gi | tag">
    <xsl:variable name="elements" as="map(xs:string, xs:string)"
        select="map { 'title': 'cite', 'foreign': 'i', 'emph': 'em', 'mentioned': 'i', 'code': 'code', 'gi': 'code',
                      'tag': 'code' }"/>
    <xsl:element name="{($elements(local-name()), 'span')[1]}">
      <xsl:attribute name="class" select="local-name()"/>
      <xsl:call-template name="phrase"/>
    </xsl:element>
  </xsl:template>

  <xsl:template mode="flow" as="element()" match="date">
    <xsl:element name="{if (@when) then 'time' else 'span'}">
      <xsl:for-each select="@when">
        <xsl:attribute name="datetime" select="."/>
      </xsl:for-each>
      <xsl:call-template name="phrase"/>
    </xsl:element>
  </xsl:template>

  <xsl:template mode="flow" as="element()" match="hi">
    <xsl:variable name="elements" as="map(xs:string, xs:string)"
        select="map { 'italic': 'i', 'bold': 'b', 'underline': 'u', 'superscript': 'sup', 'subscript': 'sub' }"/>
    <xsl:element name="{($elements(tokenize(@rend)[1]), 'span')[1]}">
      <xsl:attribute name="class" select="normalize-space('hi ' || @rend)"/>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates mode="flow"/>
      <xsl:sequence select="f:query(.)"/>
    </xsl:element>
  </xsl:template>

  <xsl:template mode="flow" as="element(h:del)" match="del">
    <del class="{(@rend, 'strikethrough')[1]}">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:value-of select="f:space(.)"/>
      <xsl:apply-templates mode="flow"/>
      <xsl:sequence select="f:query(.)"/>
    </del>
  </xsl:template>

  <!-- Words that a hand put in on the archival copy. -->
  <xsl:template mode="flow" as="element(h:ins)" match="add">
    <ins class="add">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates mode="flow"/>
      <xsl:sequence select="f:query(.)"/>
    </ins>
  </xsl:template>

  <xsl:template mode="flow" as="element()+" match="lb">
    <br/>
    <xsl:for-each select="@n">
      <span class="line hand sign"><xsl:value-of select="."/></span>
    </xsl:for-each>
  </xsl:template>

  <!-- Another hand, another column, a mark of the page: points of the copy, named in small. -->
  <xsl:template mode="flow" as="element(h:span)" match="handShift | cb | gb | milestone | anchor | space | graphic | media">
    <span class="{local-name()} hand">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:if test="not(self::anchor)">
        <span class="sign"><xsl:value-of select="f:open('rendition')"/></span>
        <span class="sign">
          <xsl:value-of select="string-join((f:term('point', local-name()),
                                             (@new/f:pointed(.)/normalize-space(), @n, @unit, @url)[1]), ' ')"/>
        </span>
        <span class="sign"><xsl:value-of select="f:close('rendition')"/></span>
        <xsl:apply-templates select="*" mode="flow"/>
      </xsl:if>
    </span>
  </xsl:template>

  <!-- What a hand put in the place of what it struck out: the del and the add in it speak for themselves. -->
  <xsl:template mode="flow" as="element(h:span)" match="subst">
    <span class="subst">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates mode="flow"/>
    </span>
  </xsl:template>

  <!-- A small mark in front of the words it speaks of. -->
  <xsl:template mode="flow" as="element(h:small)" match="note[@type = 'rendition']">
    <small class="rendition hand">
      <xsl:sequence select="f:attributes(.)"/>
      <span class="sign"><xsl:value-of select="f:open('rendition')"/></span>
      <xsl:apply-templates select="node() except certainty" mode="flow"/>
      <span class="sign"><xsl:value-of select="f:close('rendition')"/></span>
      <xsl:sequence select="f:query(.)"/>
      <xsl:apply-templates select="certainty" mode="flow"/>
      <xsl:value-of select="' '[current()/following-sibling::node()[1][self::hi or self::del]]"/>
    </small>
  </xsl:template>

  <xsl:template mode="flow" as="element(h:span)" match="pb">
    <span class="page hand">
      <xsl:sequence select="f:attributes(.), f:anchor(.)"/>
      <span class="sign"><xsl:value-of select="f:open('page')"/></span>
      <xsl:value-of select="normalize-space(f:label('page', map { 'n': string(@n) }))"/>
      <span class="sign"><xsl:value-of select="f:close('page')"/></span>
      <xsl:sequence select="f:query(.)"/>
    </span>
  </xsl:template>

  <!-- A bracket that never closes, a sign of unknown meaning: the character itself. -->
  <xsl:template mode="flow" as="element(h:span)" match="pc">
    <span class="{(@type, 'pc')[1]}">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates mode="flow"/>
    </span>
  </xsl:template>

</xsl:stylesheet>

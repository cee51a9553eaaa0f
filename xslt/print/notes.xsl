<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes: at the foot of the page, in its margin, between brackets or set off. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:p="https://encoder.invalid/ns/print" xmlns="https://encoder.invalid/ns/print"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:function name="f:is-footnote" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="$note/@type = 'editorial' or $note/@place = 'foot'"/>
  </xsl:function>

  <xsl:function name="f:is-called" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="f:is-footnote($note) and not(f:stands-alone($note))"/>
  </xsl:function>

  <!-- To the foot of the page; or to the margin, if that does not bring two words together. -->
  <xsl:function name="f:goes-elsewhere" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="f:is-called($note)
                          or $note/@type = 'annotation' and f:has-room-in-margin($note)
                             and not($note/following-sibling::node()[1][self::* or matches(., '^\S')])"/>
  </xsl:function>

  <!-- At the foot of the page, by the sign that the web edition has too. -->

  <xsl:template mode="words" as="element(p:note)" match="note[f:is-called(.)]">
    <note id="{f:id(@xml:id)}" sign="{@n}">
      <xsl:sequence select="f:note-text(.)"/>
    </note>
  </xsl:template>

  <xsl:template mode="words" as="element()" match="ref[@type = 'footnote']">
    <xsl:variable name="note" as="element(note)?" select="id(substring(@target, 2))[self::note]"/>
    <xsl:choose>
      <xsl:when test="$note">
        <again note="{f:id($note/@xml:id)}">{$note/@n}</again>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="f:addition('note', f:text(@n))"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template mode="words" as="node()*" match="ref[not(@type = 'footnote')]">
    <xsl:variable name="words" as="node()*" select="f:inside(.)"/>
    <xsl:choose>
      <xsl:when test="matches(@target, '^https?://')">
        <link to="{@target}"><xsl:sequence select="$words"/></link>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$words"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A note that nothing calls keeps its place among the blocks. -->
  <xsl:template mode="blocks" as="element(p:block)" match="note[f:is-footnote(.)]">
    <block role="editorial">
      <xsl:variable name="text" as="node()*">
        <xsl:if test="@n">
          <em kind="superscript">{@n}</em>
          <xsl:text> </xsl:text>
        </xsl:if>
        <xsl:sequence select="f:note-text(.), f:signs-of-doubt(.)"/>
      </xsl:variable>
      <xsl:sequence select="if (@place = 'foot') then $text else f:addition('note', $text)"/>
    </block>
  </xsl:template>

  <!-- What the archival copy has besides its text. -->

  <xsl:template mode="blocks" as="element()+" match="note[@type = 'annotation']">
    <xsl:choose>
      <xsl:when test="f:has-room-in-margin(.)">
        <xsl:sequence select="f:margin(.), f:signs-of-doubt(.)"/>
      </xsl:when>
      <xsl:otherwise>
        <block role="annotation"><xsl:sequence select="f:annotation(.), f:signs-of-doubt(.)"/></block>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template mode="words" as="element()" match="note[@type = 'annotation']">
    <xsl:choose>
      <xsl:when test="f:has-room-in-margin(.)">
        <xsl:sequence select="f:margin(.)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="f:annotation(.)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:function name="f:annotation" as="element(p:add)">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="f:addition('annotation', f:note-text($note))"/>
  </xsl:function>

  <xsl:function name="f:margin" as="element(p:margin)">
    <xsl:param name="note" as="element(note)"/>
    <margin id="{f:id($note/@xml:id)}" document="{$number}"><xsl:sequence select="f:annotation($note)"/></margin>
  </xsl:function>

  <!-- A dozen lines of a narrow column at most, and nothing that has notes of its own. -->
  <xsl:function name="f:has-room-in-margin" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="starts-with($note/@place, 'margin') and string-length(normalize-space($note)) le 260
                          and not($note//note or $note/ancestor::note)"/>
  </xsl:function>

  <!-- Beside the words they speak about. -->

  <xsl:template mode="words" as="element(p:add)" match="note[@type = 'original']">
    <xsl:sequence select="f:addition('original', f:inside(.))"/>
  </xsl:template>

  <xsl:template mode="words" as="element(p:add)" match="note[@type = 'rendition']">
    <xsl:sequence select="f:addition('rendition', f:inside(.))"/>
  </xsl:template>

  <xsl:template mode="words" as="node()*" match="note[@type = ('classification', 'precedence', 'handling')]">
    <xsl:sequence select="f:inside(.)"/>
  </xsl:template>

  <!-- The text of a note: its label first, then running text or paragraphs. -->

  <xsl:function name="f:note-text" as="node()*">
    <xsl:param name="note" as="element(note)"/>
    <xsl:choose>
      <xsl:when test="$note/p">
        <xsl:for-each select="$note/* except f:closing-doubts($note)">
          <xsl:if test="self::p and preceding-sibling::p">
            <break/>
          </xsl:if>
          <xsl:sequence select="f:running-text(if (self::p) then node() else .)"/>
          <xsl:sequence select="if (self::label) then f:text(' ') else ()"/>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="f:running-text($note/node() except f:closing-doubts($note))"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- The colon that was typed behind an annotation's label is markup in TEI. -->
  <xsl:template mode="words" as="node()*" match="note/label">
    <label><xsl:apply-templates mode="inline"/></label>
    <xsl:if test="../@type = 'annotation' and normalize-space(string-join(following-sibling::node()))">
      <xsl:value-of select="f:sign('annotation')/@between"/>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>

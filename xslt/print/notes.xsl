<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes: at the foot of the page, in its margin, between brackets or set off. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:p="https://encoder.invalid/ns/print" xmlns="https://encoder.invalid/ns/print"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- What a note is, the first that it can be: called (at the foot of the page), remark (that nothing calls), or what
       its type says. One of a type that is not known here is a remark too. -->
  <xsl:function name="f:kind" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="is-footnote" as="xs:boolean" select="$note/@type = 'editorial' or $note/@place = 'foot'"/>
    <xsl:sequence select="if ($is-footnote and not(f:stands-alone($note))) then 'called'
                          else if ($is-footnote) then 'remark'
                          else if ($note/@type = ('annotation', 'original', 'rendition')) then $note/@type
                          else if ($note/@type = ('classification', 'precedence', 'handling')) then 'frame'
                          else 'remark'"/>
  </xsl:function>

  <!-- To the foot of the page; or to the margin, if that does not bring two words together. -->
  <xsl:function name="f:goes-elsewhere" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="f:kind($note) = 'called'
                          or f:kind($note) = 'annotation' and f:has-room-in-margin($note)
                             and not($note/following-sibling::node()[1][self::* or matches(., '^\S')])"/>
  </xsl:function>

  <!-- At the foot of the page, by the sign that the web edition has too. -->

  <xsl:template mode="words" as="element(p:note)" match="note[f:kind(.) = 'called']">
    <note id="{f:id(@xml:id)}" sign="{(@n[normalize-space()], '*')[1]}">
      <xsl:sequence select="f:note-text(.)"/>
    </note>
  </xsl:template>

  <xsl:template mode="words" as="node()+" match="ref[@type = 'footnote']">
    <xsl:variable name="note" as="element(note)?" select="id(substring(@target, 2))[self::note]"/>
    <xsl:choose>
      <xsl:when test="$note">
        <again note="{f:id($note/@xml:id)}">{$note/@n}</again>
        <xsl:sequence select="f:inside(.)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="f:addition('note', (f:text(string(@n)), f:inside(.)))"/>
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
  <xsl:template mode="blocks" as="element(p:block)" match="note[f:kind(.) = 'remark']">
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

  <xsl:template mode="blocks" as="element()+" match="note[f:kind(.) = 'annotation']">
    <xsl:choose>
      <xsl:when test="f:has-room-in-margin(.)">
        <xsl:sequence select="f:margin(.), f:signs-of-doubt(.)"/>
      </xsl:when>
      <xsl:otherwise>
        <block role="annotation"><xsl:sequence select="f:annotation(.), f:signs-of-doubt(.)"/></block>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template mode="words" as="element()" match="note[f:kind(.) = 'annotation']">
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

  <xsl:template mode="words" as="element(p:add)" match="note[f:kind(.) = 'original']">
    <xsl:sequence select="f:addition('original', f:inside(.))"/>
  </xsl:template>

  <xsl:template mode="words" as="element(p:add)" match="note[f:kind(.) = 'rendition']">
    <xsl:sequence select="f:addition('rendition', f:inside(.))"/>
  </xsl:template>

  <xsl:template mode="words" as="node()*" match="note[f:kind(.) = 'frame']">
    <xsl:sequence select="f:inside(.)"/>
  </xsl:template>

  <xsl:template mode="words" as="element(p:add)" match="note[f:kind(.) = 'remark']">
    <xsl:sequence select="f:addition('note', f:note-text(.))"/>
  </xsl:template>

  <xsl:template mode="blocks" as="element(p:block)" match="note[f:kind(.) = ('original', 'rendition')]">
    <xsl:sequence select="f:block('paragraph', .)"/>
  </xsl:template>

  <xsl:function name="f:note-text" as="node()*">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="f:running-text($note/node() except f:closing-doubts($note))"/>
  </xsl:function>

  <!-- The colon that was typed behind an annotation's label is markup in TEI. -->
  <xsl:template mode="words" as="node()*" match="note/label">
    <label><xsl:sequence select="f:inside(.)"/></label>
    <xsl:variable name="words" as="node()*" select="following-sibling::node()[self::* or normalize-space()]"/>
    <xsl:value-of select="if (empty($words except f:closing-doubts(..))) then ''
                          else if (../@type = 'annotation') then f:sign('annotation')/@between
                          else if ($words[1] instance of element()) then ' '
                          else ''"/>
  </xsl:template>

</xsl:stylesheet>

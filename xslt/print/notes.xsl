<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes: at the foot of the page, in its margin, between brackets or set off. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:p="https://encoder.invalid/ns/print" xmlns="https://encoder.invalid/ns/print"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- What a note is, the first that it can be: called (at the foot of the page), remark (that nothing calls), or what
       its type says. One of a type that is not known here is a remark too. -->
  <xsl:function name="p:kind" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="is-footnote" as="xs:boolean" select="$note/@type = 'editorial' or $note/@place = 'foot'"/>
    <xsl:sequence select="if ($is-footnote and not(f:stands-alone($note))) then 'called'
                          else if ($is-footnote) then 'remark'
                          else if ($note/@type = ('annotation', 'original', 'rendition')) then $note/@type
                          else if ($note/@type = ('classification', 'precedence', 'handling')) then 'frame'
                          else if ($note/@type = 'distribution') then 'distribution'
                          else 'remark'"/>
  </xsl:function>

  <!-- To the foot of the page; or to the margin, if that does not bring two words together. -->
  <xsl:function name="p:goes-elsewhere" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="note" as="element(note)?" select="$element/self::note"/>
    <xsl:sequence select="$note and p:kind($note) = 'called'
                          or p:is-only-note($element)
                          or $note and p:kind($note) = 'annotation' and p:has-room-in-margin($note)
                             and not($note/following-sibling::node()[1][self::* or matches(., '^\S')])"/>
  </xsl:function>

  <!-- At the foot of the page, by the sign that the web edition has too. -->

  <xsl:template mode="words" as="element(p:note)" match="note[p:kind(.) = 'called']">
    <note id="{p:id(@xml:id)}" sign="{(@n[normalize-space()], '*')[1]}" level="editorial">
      <xsl:sequence select="p:note-text(.)"/>
    </note>
  </xsl:template>

  <xsl:template mode="words" as="node()+" match="ref[@type = 'footnote']">
    <xsl:variable name="note" as="element(note)?" select="id(substring(@target, 2))[self::note][p:kind(.) = 'called']"/>
    <xsl:choose>
      <xsl:when test="$note">
        <again note="{p:id($note/@xml:id)}">
          <xsl:sequence select="if (normalize-space()) then p:inside(.) else p:text(string($note/@n))"/>
        </again>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="p:addition('note', if (normalize-space()) then p:inside(.) else p:text(string(@n)))"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template mode="words" as="node()*" match="ref[not(@type = 'footnote')]">
    <xsl:variable name="words" as="node()*" select="p:inside(.)"/>
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
  <xsl:template mode="blocks" as="element(p:block)" match="note[p:kind(.) = 'remark']">
    <block role="editorial">
      <xsl:variable name="text" as="node()*">
        <xsl:if test="@n">
          <em kind="superscript">{@n}</em>
          <xsl:text> </xsl:text>
        </xsl:if>
        <xsl:sequence select="p:note-text(.), p:signs-of-doubt(.)"/>
      </xsl:variable>
      <xsl:sequence select="if (@place = 'foot') then $text else p:addition('note', $text)"/>
    </block>
  </xsl:template>

  <!-- What the archival copy has besides its text. -->

  <xsl:template mode="blocks" as="element()+" match="note[p:kind(.) = 'annotation']">
    <xsl:choose>
      <xsl:when test="p:has-room-in-margin(.)">
        <xsl:sequence select="p:margin(.), p:signs-of-doubt(.)"/>
      </xsl:when>
      <xsl:otherwise>
        <block role="annotation"><xsl:sequence select="p:annotation(.), p:signs-of-doubt(.)"/></block>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template mode="words" as="element()?" match="note[p:kind(.) = 'annotation']">
    <xsl:choose>
      <xsl:when test="p:has-room-in-margin(.)">
        <xsl:sequence select="p:margin(.)"/>
      </xsl:when>
      <xsl:when test="p:is-noted(.)"/>
      <xsl:otherwise>
        <xsl:sequence select="p:annotation(.)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:function name="p:annotation" as="element(p:add)">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="p:addition('annotation', p:note-text($note))"/>
  </xsl:function>

  <xsl:function name="p:margin" as="element(p:margin)">
    <xsl:param name="note" as="element(note)"/>
    <margin id="{p:id($note/@xml:id)}" document="{$number}"><xsl:sequence select="p:annotation($note)"/></margin>
  </xsl:function>

  <!-- A dozen lines of a narrow column at most, and nothing that has notes of its own. -->
  <xsl:function name="p:has-room-in-margin" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="starts-with($note/@place, 'margin') and string-length(normalize-space($note)) le 260
                          and not($note//note or $note/ancestor::note)"/>
  </xsl:function>

  <!-- Beside the words they speak about. -->

  <xsl:template mode="words" as="element(p:add)?" match="note[p:kind(.) = 'original']">
    <xsl:sequence select="if (p:is-noted(.)) then () else p:addition('original', p:inside(.))"/>
  </xsl:template>

  <xsl:template mode="words" as="element(p:add)?" match="note[p:kind(.) = 'rendition']">
    <xsl:sequence select="if (p:is-noted(.) or p:is-noted-behind(.)) then () else p:addition('rendition', p:inside(.))"/>
  </xsl:template>

  <xsl:template mode="words" as="node()*" match="note[p:kind(.) = 'frame']">
    <xsl:sequence select="p:inside(.)"/>
  </xsl:template>

  <xsl:template mode="words" as="element(p:add)" match="note[p:kind(.) = 'remark']">
    <xsl:sequence select="p:addition('note', p:note-text(.))"/>
  </xsl:template>

  <xsl:template mode="blocks" as="element(p:block)" match="note[p:kind(.) = ('original', 'rendition')]">
    <xsl:sequence select="p:block('paragraph', .)"/>
  </xsl:template>

  <xsl:function name="p:note-text" as="node()*">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="p:running-text($note/node() except p:closing-doubts($note))"/>
  </xsl:function>

  <!-- The typed number of a foot note: its sign, which stands in front already. -->
  <xsl:function name="p:is-sign-of-note" as="xs:boolean">
    <xsl:param name="label" as="element(label)"/>
    <xsl:variable name="sign" as="xs:string" select="replace(normalize-space($label), '\W+$', '')"/>
    <xsl:sequence select="exists($label/parent::note[p:kind(.) = ('called', 'remark')][@n = $sign])"/>
  </xsl:function>

  <xsl:template mode="words" as="empty-sequence()" match="note/label[p:is-sign-of-note(.)]"/>

  <!-- The colon that was typed behind an annotation's label is markup in TEI. -->
  <xsl:template mode="words" as="node()*" match="note/label[not(p:is-sign-of-note(.))]">
    <label><xsl:sequence select="p:inside(.)"/></label>
    <xsl:variable name="words" as="node()*" select="following-sibling::node()[self::* or normalize-space()]"/>
    <xsl:variable name="space" as="xs:string" select="if (matches($words[1], '^\s')) then '' else ' '"/>
    <xsl:value-of select="if (empty($words except p:closing-doubts(..))) then ''
                          else if (../@type = 'annotation') then replace(p:sign('annotation')/@between, ' $', $space)
                          else if ($words[1] instance of element()) then ' '
                          else ''"/>
  </xsl:template>

</xsl:stylesheet>

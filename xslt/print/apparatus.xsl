<?xml version="1.0" encoding="UTF-8"?>
<!--
  The textual apparatus: notes a, b, c on how the text came to stand as it does. Which readings are told here and which
  between signs in the text is the house's choice (style.xml) or the edition's ($apparatus). Within notes, and in what
  the header says, everything is told between signs: a note has no notes.
-->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:p="https://encoder.invalid/ns/print" xmlns="https://encoder.invalid/ns/print"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- What the apparatus tells of an element, as names of signs; nothing for most elements. -->
  <xsl:function name="p:told" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:if test="$element[ancestor::text or ancestor::Q{}example][not(ancestor::note or parent::choice)]">
      <xsl:variable name="reading" as="xs:string?" select="p:told-reading($element)"/>
      <xsl:sequence select="$reading[. = ($noted-signs, 'app', 'conjecture')],
                            'query'[. = $noted-signs][$element[p:is-queried(.)]]"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="p:told-reading" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:choose>
      <!-- Brackets do not say that words were lost or unreadable. -->
      <xsl:when test="$element/self::supplied"><xsl:sequence
          select="if ($element/@reason = ('illegible', 'lost')) then 'conjecture' else 'supplied'"/></xsl:when>
      <xsl:when test="$element/self::choice[sic] or $element/self::sic"><xsl:sequence select="'sic'"/></xsl:when>
      <xsl:when test="$element/self::choice[abbr]"><xsl:sequence select="'expansion'"/></xsl:when>
      <xsl:when test="$element/self::choice"><xsl:sequence select="'variant'"/></xsl:when>
      <xsl:when test="$element/self::gap"><xsl:sequence select="'gap'[$element/desc]"/></xsl:when>
      <xsl:when test="$element[self::gloss or self::app]"><xsl:sequence select="local-name($element)"/></xsl:when>
      <xsl:when test="$element[self::hi or self::del]"><xsl:sequence
          select="'rendition'[p:rendition-note($element)]"/></xsl:when>
      <xsl:when test="$element/self::note"><xsl:sequence select="p:told-note($element)"/></xsl:when>
    </xsl:choose>
  </xsl:function>

  <!-- A note that stands by itself, or beside the line, is not put to the foot; one on the look of words is told
       behind them, if they are there. -->
  <xsl:function name="p:told-note" as="xs:string?">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="kind" as="xs:string" select="p:kind($note)"/>
    <xsl:sequence select="if (f:stands-alone($note) or p:is-only-word($note)) then ()
                          else if ($kind = 'annotation') then $kind[not(p:has-room-in-margin($note))]
                          else if ($kind = 'rendition') then $kind[not(p:is-told-behind($note))]
                          else $kind[. = 'original']"/>
  </xsl:function>

  <xsl:function name="p:is-only-word" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="not($note/../node()[not(. is $note)][self::* or self::text()[normalize-space()]])"/>
  </xsl:function>

  <xsl:key name="rendition" match="note[@type = 'rendition'][@target]" use="string(@target)"/>

  <!-- The note on the look of these words. -->
  <xsl:function name="p:rendition-note" as="element(note)?">
    <xsl:param name="words" as="element()"/>
    <xsl:sequence select="if ($words/@xml:id and root($words) instance of document-node())
                          then key('rendition', '#' || $words/@xml:id, root($words))[1]
                          else $words/preceding-sibling::node()[self::* or normalize-space()][1][self::note[@type = 'rendition'][not(@target)]]"/>
  </xsl:function>

  <xsl:function name="p:is-told-behind" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="words" as="element()*"
        select="if ($note/@target) then $note/id(substring(@target, 2))[self::hi or self::del]
                else $note/following-sibling::node()[self::* or normalize-space()][1][self::hi or self::del]"/>
    <xsl:sequence select="exists($words[p:rendition-note(.) is $note][not(ancestor::note)])"/>
  </xsl:function>

  <xsl:function name="p:is-queried" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$element/@cert = 'low' and $element/@resp = '#translator'"/>
  </xsl:function>

  <!-- The notes' signs by their elements: a, b, c through the document; where notes have been typed or counted so, in
       the first series that shares no sign with them. -->
  <xsl:variable name="textual-signs" as="map(xs:string, xs:string)">
    <xsl:variable name="taken" as="xs:string*" select="/TEI/text//(note | ref)/@n"/>
    <xsl:variable name="series" as="xs:string"
        select="if (empty($taken[matches(., '^[a-z]+$')])) then 'a' else if (empty($taken[matches(., '^[A-Z]+$')])) then 'A' else 'α'"/>
    <xsl:map>
      <xsl:for-each select="/TEI/text//*[exists(p:told(.))]">
        <xsl:map-entry key="generate-id()" select="format-integer(position(), $series)"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:variable>

  <!-- An example of style.xml has the first one. -->
  <xsl:function name="p:textual-sign" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="if (root($element) is $style) then 'a'[exists(p:told($element))]
                          else $textual-signs(generate-id($element))"/>
  </xsl:function>

  <xsl:function name="p:is-noted" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists(p:textual-sign($element))"/>
  </xsl:function>

  <!-- The words, and behind them the note. -->
  <xsl:function name="p:noted" as="node()+">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="words" as="node()*"/>
    <xsl:variable name="sign" as="xs:string" select="p:textual-sign($element)"/>
    <xsl:variable name="id" as="xs:string" select="$number || '.' || $sign"/>
    <xsl:variable name="lemma" as="xs:string" select="p:lemma($element)"/>
    <xsl:if test="exists($words)">
      <lemma note="{$id}"><xsl:sequence select="$words"/></lemma>
    </xsl:if>
    <note id="{$id}" sign="{$sign}" level="textual">
      <xsl:if test="contains($lemma, ' ')">
        <xsl:attribute name="lemma" select="$lemma"/>
      </xsl:if>
      <xsl:for-each select="p:told($element)">
        <xsl:sequence select="if (position() gt 1) then p:text('; ') else (), p:remark($element, .)"/>
      </xsl:for-each>
    </note>
  </xsl:function>

  <!-- A gloss, the wording of the original and the like have no words in the text when they are told in a note. -->
  <xsl:function name="p:is-only-note" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$element[self::note or self::gloss][p:is-noted(.)]
                          or exists($element/self::note[p:is-noted-behind(.)])"/>
  </xsl:function>

  <xsl:function name="p:is-noted-behind" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="p:kind($note) = 'rendition' and 'rendition' = $noted-signs and not($note/ancestor::note)
                          and p:is-told-behind($note)"/>
  </xsl:function>

  <!-- The words that a note speaks of, the first and last ones where they are many. -->
  <xsl:function name="p:lemma" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="of" as="element()?"
        select="$element[not(self::note or self::gloss or self::gap)]
                / (if (self::choice) then *[1] else if (self::app) then (lem, rdg)[1] else .)"/>
    <xsl:variable name="words" as="xs:string*" select="$of ! tokenize(string-join(.//text()[not(ancestor::note[ancestor::* intersect $of])]))"/>
    <xsl:sequence select="string-join(if (count($words) le 6) then $words
                                      else ($words[position() le 2], '…', $words[position() gt last() - 2]), ' ')"/>
  </xsl:function>

  <xsl:function name="p:remark" as="node()*">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="$kind = ('supplied', 'query')"><xsl:sequence select="p:says($kind)"/></xsl:when>
      <xsl:when test="$kind = 'conjecture'"><xsl:sequence select="p:says($element/@reason)"/></xsl:when>
      <xsl:when test="$kind = ('variant', 'expansion')"><xsl:sequence select="p:forms(tail($element/*))"/></xsl:when>
      <xsl:when test="$kind = 'sic'"><xsl:sequence
          select="if ($element/corr) then ($element[not(corr/label)] ! (p:says('sic'), p:text('; ')), p:forms($element/corr))
                  else p:says('sic')"/></xsl:when>
      <xsl:when test="$kind = 'gap'"><xsl:sequence select="p:inside($element/desc)"/></xsl:when>
      <xsl:when test="$kind = 'annotation'"><xsl:sequence select="p:note-text($element)"/></xsl:when>
      <xsl:when test="$kind = 'app'"><xsl:sequence select="p:forms($element/rdg except $element/(lem, rdg)[1])"/></xsl:when>
      <xsl:when test="$kind = 'rendition'"><xsl:sequence select="p:inside(($element/self::note, p:rendition-note($element))[1])"/></xsl:when>
      <xsl:otherwise><xsl:sequence select="p:inside($element)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Words of the house, in italics as all that is not the document's. -->
  <xsl:function name="p:says" as="element(p:em)">
    <xsl:param name="name" as="xs:string"/>
    <em kind="italic"><xsl:value-of select="f:label('apparatus-' || $name)"/></em>
  </xsl:function>

  <!-- Other forms of the words, with whose they are. -->
  <xsl:function name="p:forms" as="node()*">
    <xsl:param name="forms" as="element()*"/>
    <xsl:for-each select="$forms">
      <xsl:sequence select="if (position() gt 1) then p:text(f:label('comma')) else (), p:inside(.), p:doubts-behind(.)"/>
      <xsl:for-each select="self::rdg/(@wit, @resp, @source)[1]">
        <xsl:text> </xsl:text>
        <em kind="italic"><xsl:value-of select="translate(., '#', '')"/></em>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:function>

  <!-- Readings of several witnesses: the text has the first, or the one that is marked. -->
  <xsl:template mode="words" as="node()*" match="app">
    <xsl:sequence select="p:inside((lem, rdg)[1])"/>
  </xsl:template>

</xsl:stylesheet>

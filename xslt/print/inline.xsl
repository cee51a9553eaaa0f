<?xml version="1.0" encoding="UTF-8"?>
<!-- Running text: what the document says. What others say in it is in additions.xsl and notes.xsl. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:p="https://encoder.invalid/ns/print" xmlns="https://encoder.invalid/ns/print"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- inline adds what holds for every element, words has a template for each of them. -->
  <xsl:mode name="inline" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="words" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template mode="inline" as="node()*" match="*">
    <xsl:variable name="words" as="node()*">
      <xsl:apply-templates select="." mode="words"/>
      <xsl:sequence select="p:doubts-behind(.)"/>
    </xsl:variable>
    <xsl:sequence select="if (p:is-noted(.)) then p:noted(., $words) else $words"/>
  </xsl:template>

  <!-- The translators' doubt about an element, then the encoder's. -->
  <xsl:function name="p:doubts-behind" as="node()*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$element[p:is-queried(.)][not('query' = p:told(.))] ! p:query(.), p:signs-of-doubt($element)"/>
  </xsl:function>

  <!-- A doubt is signed behind the bracket or word that it is about, one about the beginning in front. -->
  <xsl:function name="p:closing-doubts" as="element(certainty)*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$element/certainty[not(@locus = 'start')]"/>
  </xsl:function>

  <xsl:function name="p:signs-of-doubt" as="element()*">
    <xsl:param name="element" as="element()"/>
    <xsl:apply-templates select="p:closing-doubts($element)" mode="words"/>
  </xsl:function>

  <xsl:function name="p:inside" as="node()*">
    <xsl:param name="element" as="element()"/>
    <xsl:apply-templates select="$element/node() except p:closing-doubts($element)" mode="inline"/>
  </xsl:function>

  <!-- A line break of the file is a space, and a space before a note that goes elsewhere is none. -->
  <xsl:template mode="inline" as="text()?" match="text()">
    <xsl:variable name="text" as="xs:string" select="replace(., '[ \t\r\n]+', ' ')"/>
    <xsl:value-of select="if (following-sibling::node()[1][self::*] ! p:goes-elsewhere(.)) then replace($text, ' $', '')
                          else $text"/>
  </xsl:template>

  <xsl:template mode="inline" as="empty-sequence()" match="comment() | processing-instruction()"/>

  <!-- Running text with no space at its ends. -->
  <xsl:function name="p:running-text" as="node()*">
    <xsl:param name="content" as="node()*"/>
    <xsl:variable name="set" as="node()*">
      <xsl:apply-templates select="$content" mode="inline"/>
    </xsl:variable>
    <xsl:variable name="joined" as="element(p:set)">
      <set><xsl:sequence select="$set"/></set>
    </xsl:variable>
    <xsl:apply-templates select="$joined/node()" mode="trimmed"/>
  </xsl:function>

  <xsl:mode name="trimmed" on-no-match="shallow-copy" on-multiple-match="fail"/>

  <xsl:template mode="trimmed" as="element()" match="*">
    <xsl:copy-of select="."/>
  </xsl:template>

  <xsl:template mode="trimmed" as="text()?" match="text()">
    <xsl:variable name="start" as="xs:string"
                  select="if (preceding-sibling::node()) then . else replace(., '^ +', '')"/>
    <xsl:value-of select="if (following-sibling::node()) then $start else replace($start, ' +$', '')"/>
  </xsl:template>

  <!-- Names, dates and figures are set as what they stand in. -->
  <!-- A name that has an entry in a register. -->
  <xsl:template mode="words" as="element(p:name)"
                match="persName[@ref] | placeName[@ref] | orgName[@ref] | name[@ref]">
    <name key="{tokenize(@ref) ! p:key(.)}"><xsl:sequence select="p:inside(.)"/></name>
  </xsl:template>

  <!-- persons-pak-song-chol, of ../registers/persons.xml#pak-song-chol. -->
  <xsl:function name="p:key" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:sequence select="replace($pointer, '^(.*/)?([^/#]+)\.xml#', '$2-')"/>
  </xsl:function>

  <xsl:template mode="words" as="node()*"
                match="persName[not(@ref)] | placeName[not(@ref)] | orgName[not(@ref)] | name[not(@ref)] | date | title | idno | unclear | seg | quote
                       | num[not(p:counts-copies(.))]">
    <xsl:sequence select="p:inside(.)"/>
  </xsl:template>

  <!-- A number of copies whose parentheses are not in the text. -->
  <xsl:template mode="words" as="node()*" match="num[p:counts-copies(.)]">
    <xsl:value-of select="p:sign('copies')/@open"/>
    <xsl:sequence select="p:inside(.)"/>
    <xsl:value-of select="p:sign('copies')/@close"/>
  </xsl:template>

  <xsl:function name="p:counts-copies" as="xs:boolean">
    <xsl:param name="num" as="element(num)"/>
    <xsl:sequence select="exists($num/parent::item/parent::list[@type = 'distribution'])
                          and not($num/following-sibling::node()[1][self::text()][matches(., '^\s*\)|\w')])"/>
  </xsl:function>

  <xsl:template mode="words" as="element(p:lang)" match="foreign">
    <lang code="{(@xml:lang, 'und')[1]}">
      <xsl:sequence select="p:shaped(if (matches(@xml:lang, '-Han[st]|^ko$|^ja$|-Kore')) then () else 'italic',
                                     p:inside(.))"/>
    </lang>
  </xsl:template>

  <xsl:template mode="words" as="node()*" match="hi">
    <xsl:sequence select="p:space-behind-rendition(.), p:shaped(p:rends(.), p:inside(.))"/>
  </xsl:template>

  <xsl:template mode="words" as="node()*" match="del">
    <xsl:sequence select="p:space-behind-rendition(.)"/>
    <xsl:sequence select="p:shaped((tokenize(@rend)[p:shape(.) ne 'strikethrough'], 'strikethrough'), p:inside(.))"/>
  </xsl:template>

  <!-- A tagged PDF cannot say that words are both underlined and struck through: then the line is only drawn. -->
  <xsl:function name="p:rends" as="xs:string*">
    <xsl:param name="hi" as="element(hi)"/>
    <xsl:variable name="own" as="xs:string*" select="tokenize($hi/@rend) ! p:shape(.)"/>
    <xsl:variable name="others" as="xs:string*"
                  select="($hi/ancestor::hi | $hi/descendant::hi) ! tokenize(@rend) ! p:shape(.)"/>
    <xsl:variable name="lines" as="xs:string+" select="'underline', 'underline-double', 'overline', 'strikethrough'"/>
    <xsl:variable name="crossed" as="xs:boolean"
        select="count(distinct-values(($own, $others)[. = $lines])) gt 1 or $hi/ancestor::del or $hi/descendant::del"/>
    <xsl:sequence select="for $rend in $own
                          return if ($crossed and $rend = $lines[position() lt 4]) then 'underline-drawn' else $rend"/>
  </xsl:function>

  <xsl:function name="p:shaped" as="node()*">
    <xsl:param name="rends" as="xs:string*"/>
    <xsl:param name="content" as="node()*"/>
    <xsl:choose>
      <xsl:when test="empty($rends)">
        <xsl:sequence select="$content"/>
      </xsl:when>
      <xsl:otherwise>
        <em kind="{p:shape(head($rends))}">
          <xsl:sequence select="p:shaped(tail($rends), $content)"/>
        </em>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- The space typed between [underlined …] and the words is not in the text. -->
  <xsl:function name="p:space-behind-rendition" as="text()?">
    <xsl:param name="words" as="element()"/>
    <xsl:if test="$words/preceding-sibling::node()[1][self::note[@type = 'rendition']][preceding-sibling::node()]">
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:function>

  <!-- @rend is an open list in TEI: its usual words by the shapes of print/inline.typ. Another is italic. -->
  <xsl:variable name="shapes" as="map(xs:string, xs:string)" select="map {
      'italics': 'italic', 'emphasis': 'italic', 'overwritten': 'strikethrough', 'erased': 'strikethrough',
      'highlighted': 'highlight', 'colour': 'highlight',
      'strong': 'bold', 'sup': 'superscript', 'sub': 'subscript',
      'underlined': 'underline', 'double-underline': 'underline-double', 'doubleunderline': 'underline-double',
      'strike': 'strikethrough', 'crossed-out': 'strikethrough', 'small-caps': 'smallcaps', 'sc': 'smallcaps',
      'uppercase': 'capitals', 'allcaps': 'capitals', 'letterspace': 'spaced', 'letter-spaced': 'spaced'}"/>

  <xsl:function name="p:shape" as="xs:string">
    <xsl:param name="rend" as="xs:string"/>
    <xsl:sequence select="($shapes($rend), $rend)[1]"/>
  </xsl:function>

  <!-- A label in running text. -->
  <xsl:template mode="words" as="element(p:label)" match="label[not(parent::note or parent::p/parent::sp)]">
    <label><xsl:sequence select="p:inside(.)"/></label>
  </xsl:template>

  <!-- Words added on the archival copy itself. -->
  <xsl:template mode="words" as="element(p:em)" match="add">
    <em kind="inserted"><xsl:sequence select="p:inside(.)"/></em>
  </xsl:template>

  <xsl:template mode="words" as="element(p:break)" match="lb">
    <break kind="line"/>
  </xsl:template>

  <xsl:template mode="words" as="element(p:speaker)" match="speaker | sp/p/label">
    <speaker>
      <xsl:sequence select="p:running-text(node())"/>
    </speaker>
  </xsl:template>

  <!-- A character that the encoder could not place is printed as it is. -->
  <xsl:template mode="words" as="node()*" match="pc">
    <xsl:sequence select="p:inside(.)"/>
  </xsl:template>

</xsl:stylesheet>

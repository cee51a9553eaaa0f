<?xml version="1.0" encoding="UTF-8"?>
<!--
  The running text as HTML: one mode for all of it. The other modules of this folder add the templates; an element that
  none of them knows is shown with its name (fallback.xsl) and told as a finding (encoder/outputs/coverage.py).
-->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="https://encoder.invalid/ns/functions"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:mode name="flow" on-no-match="fail" on-multiple-match="fail"/>

  <!-- A space before words that a view hides goes with them when nothing else would close the hole:
       "to remain [in Korea], they" must not become "to remain , they". A space before a note's call goes altogether. -->
  <xsl:template mode="flow" as="text()?" match="text()[following-sibling::node()[1]
                                                     [self::supplied or self::gloss or self::del or self::note]]">
    <xsl:variable name="next" as="element()" select="following-sibling::*[1]"/>
    <xsl:value-of select="if ((f:takes-space($next) or f:is-call($next)) and f:ends-in-space(.))
                          then replace(., '\s+$', '') else ."/>
  </xsl:template>

  <xsl:template mode="flow" as="text()" match="text()">
    <xsl:sequence select="."/>
  </xsl:template>

  <xsl:template mode="flow" as="empty-sequence()" match="comment() | processing-instruction()"/>

  <!-- Regular expressions are too slow to be asked for every piece of text. -->
  <xsl:function name="f:ends-in-space" as="xs:boolean">
    <xsl:param name="text" as="text()"/>
    <xsl:sequence select="normalize-space(substring($text, string-length($text))) eq ''"/>
  </xsl:function>

  <xsl:function name="f:takes-space" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="next" as="node()?" select="$element/following-sibling::node()[1]"/>
    <xsl:variable name="after" as="element()?"
                  select="$next[self::text()][normalize-space() eq '']/following-sibling::node()[1][self::*]"/>
    <xsl:sequence select="f:can-be-hidden($element)
                          and (f:stands-close($next)
                               or $after and f:can-be-hidden($after)
                                  and f:stands-close($after/following-sibling::node()[1]))"/>
  </xsl:function>

  <!-- Nothing, or text that begins with a mark that has no space before it. -->
  <xsl:function name="f:stands-close" as="xs:boolean">
    <xsl:param name="next" as="node()?"/>
    <xsl:sequence select="empty($next)
                          or $next instance of text() and contains(',.;:!?)”’]', substring($next, 1, 1))"/>
  </xsl:function>

  <xsl:function name="f:is-call" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$element instance of element(note) and f:is-called($element)"/>
  </xsl:function>

  <xsl:function name="f:can-be-hidden" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element[self::supplied or self::gloss or self::del
                                          or self::note[@type = 'original']])"/>
  </xsl:function>

  <!-- The space that such words take along. -->
  <xsl:function name="f:space" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="before" as="text()?" select="$element/preceding-sibling::node()[1][self::text()]"/>
    <xsl:sequence select="' '[$before and f:takes-space($element) and f:ends-in-space($before)]"/>
  </xsl:function>

</xsl:stylesheet>

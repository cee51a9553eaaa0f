<?xml version="1.0" encoding="UTF-8"?>
<!--
  A citation from a template: “{title}”, {date}, {shelfmark}. In: {edition}. {publisher}, {year}, no. {number}.

  A template is a row of parts. A part is a field in braces with what touches it: the words before it back to the last
  separator (In: , no. , an opening quotation mark) and the marks after it up to the next one (a closing quotation
  mark). A separator is . ; : or , with the space after it, or a space alone. A part whose field is empty is left out
  whole, and of the separators on its two sides the stronger stays.
-->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="https://encoder.invalid/ns/functions">

  <!-- The separators, the weakest first. -->
  <xsl:variable name="separators" as="xs:string+" select="'', ',', ':', ';', '.'"/>

  <xsl:function name="f:citation" as="xs:string">
    <xsl:param name="template" as="xs:string"/>
    <xsl:param name="fields" as="map(xs:string, xs:string)"/>
    <xsl:sequence select="if (matches($template, '\{[a-z]+\}')) then f:joined(f:parts($template, $fields)) else $template"/>
  </xsl:function>

  <!-- One part for each field: its words, empty where the field is; and the separator after it. -->
  <xsl:function name="f:parts" as="map(xs:string, xs:string)*">
    <xsl:param name="template" as="xs:string"/>
    <xsl:param name="fields" as="map(xs:string, xs:string)"/>
    <xsl:variable name="literals" as="xs:string+" select="tokenize($template, '\{[a-z]+\}')"/>
    <xsl:variable name="names" as="xs:string*"
                  select="analyze-string($template, '\{[a-z]+\}')/*:match ! translate(., '{}', '')"/>
    <xsl:for-each select="$names">
      <xsl:variable name="place" as="xs:integer" select="position()"/>
      <xsl:variable name="before" as="xs:string"
                    select="if ($place eq 1) then $literals[1] else f:split($literals[$place])?lead"/>
      <xsl:variable name="after" as="map(xs:string, xs:string)" select="f:split($literals[$place + 1])"/>
      <xsl:variable name="words" as="xs:string" select="normalize-space($fields(.))"/>
      <xsl:sequence select="map { 'words': if ($words) then $before || $words || $after?close else '',
                                  'mark': $after?mark, 'space': $after?space, 'lead': $after?lead }"/>
    </xsl:for-each>
  </xsl:function>

  <!-- What stands between two fields: marks that close the first, a separator, words that lead to the second. -->
  <xsl:function name="f:split" as="map(xs:string, xs:string)">
    <xsl:param name="literal" as="xs:string"/>
    <xsl:variable name="close" as="xs:string" select="replace($literal, '[\s.,;:].*$', '', 's')"/>
    <xsl:variable name="rest" as="xs:string" select="substring($literal, string-length($close) + 1)"/>
    <xsl:variable name="mark" as="xs:string" select="(substring($rest, 1, 1)[. = $separators], '')[1]"/>
    <xsl:variable name="lead" as="xs:string" select="replace(substring($rest, string-length($mark) + 1), '^\s+', '')"/>
    <xsl:variable name="space" as="xs:string" select="if (matches($rest, '^[.,;:]?\s')) then ' ' else ''"/>
    <xsl:sequence select="map { 'close': $close, 'mark': $mark, 'space': $space, 'lead': $lead }"/>
  </xsl:function>

  <xsl:function name="f:joined" as="xs:string">
    <xsl:param name="parts" as="map(xs:string, xs:string)*"/>
    <xsl:variable name="kept" as="xs:integer*" select="for $i in 1 to count($parts) return $i[$parts[$i]?words]"/>
    <xsl:variable name="strings" as="xs:string*">
      <xsl:for-each select="$kept">
        <xsl:variable name="here" as="xs:integer" select="."/>
        <xsl:variable name="next" as="xs:integer" select="($kept[. gt $here], count($parts) + 1)[1]"/>
        <xsl:variable name="between" as="map(xs:string, xs:string)+" select="subsequence($parts, $here, $next - $here)"/>
        <xsl:variable name="mark" as="xs:string" select="$separators[. = $between?mark][last()]"/>
        <xsl:sequence select="$parts[$here]?words || $mark || ($between?space[.], '')[1]"/>
      </xsl:for-each>
    </xsl:variable>
    <!-- Words after the last field belong to no part. -->
    <xsl:sequence select="normalize-space(string-join($strings) || $parts[last()]?lead)"/>
  </xsl:function>

</xsl:stylesheet>

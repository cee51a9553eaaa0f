<?xml version="1.0" encoding="UTF-8"?>
<!-- Running text. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:x="https://encoder.invalid/ns/tex"
                xpath-default-namespace="https://encoder.invalid/ns/print">

  <xsl:mode name="words" on-no-match="fail" on-multiple-match="fail"/>

  <!-- What is inside an element, and the element itself. -->
  <xsl:function name="x:words" as="xs:string">
    <xsl:param name="element" as="element()?"/>
    <xsl:sequence select="string-join($element/node() ! x:words-of(.))"/>
  </xsl:function>

  <xsl:function name="x:words-of" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:apply-templates select="$node" mode="words"/>
  </xsl:function>

  <xsl:template mode="words" as="xs:string" match="text()">
    <xsl:sequence select="x:text(.)"/>
  </xsl:template>

  <xsl:template mode="words" as="xs:string" match="em">
    <xsl:sequence select="x:command('shape', (@kind, x:words(.)))"/>
  </xsl:template>

  <xsl:template mode="words" as="xs:string" match="add">
    <xsl:sequence select="x:command('addition', (@kind, x:text(@open), x:words(.), x:text(@close)))"/>
  </xsl:template>

  <xsl:template mode="words" as="xs:string" match="speaker | label">
    <xsl:sequence select="x:command(if (self::label) then 'typedlabel' else 'speaker', x:words(.))"/>
  </xsl:template>

  <xsl:template mode="words" as="xs:string" match="break">
    <xsl:sequence select="x:command(if (@kind = 'paragraph') then 'notebreak' else 'linebreakhere', ())"/>
  </xsl:template>

  <xsl:template mode="words" as="xs:string" match="link">
    <xsl:sequence select="x:words(.)"/>
  </xsl:template>

  <xsl:template mode="words" as="xs:string" match="name">
    <xsl:sequence select="x:words(.)"/>
  </xsl:template>

  <xsl:template mode="words" as="xs:string" match="doubt">
    <xsl:sequence select="x:command('doubtsign', x:text(@sign))"/>
  </xsl:template>

  <!-- Languages. What is transcribed is not divided by the rules of the script's language. -->

  <xsl:variable name="languages" as="map(xs:string, xs:string)" select="map {
      'bg': 'bulgarian', 'cs': 'czech', 'da': 'danish', 'de': 'german', 'el': 'greek', 'en': 'english', 'es': 'spanish',
      'et': 'estonian', 'fi': 'finnish', 'fr': 'french', 'hr': 'croatian', 'hu': 'hungarian', 'it': 'italian', 'la': 'latin',
      'lt': 'lithuanian', 'lv': 'latvian', 'mk': 'macedonian', 'mn': 'mongolian', 'nl': 'dutch', 'no': 'norwegian',
      'pl': 'polish', 'pt': 'portuguese', 'ro': 'romanian', 'ru': 'russian', 'sk': 'slovak', 'sl': 'slovenian',
      'sq': 'albanian', 'sr': 'serbian', 'sv': 'swedish', 'tr': 'turkish', 'uk': 'ukrainian' }"/>

  <xsl:function name="x:tongue" as="xs:string">
    <xsl:param name="code" as="xs:string"/>
    <xsl:sequence select="($languages(lower-case($code))[not(contains($code, '-'))],
                           $languages(substring-before($code, '-'))[matches($code, '^\w+-[A-Z]{2}$')], 'nohyphenation')[1]"/>
  </xsl:function>

  <xsl:function name="x:begin-tongue" as="xs:string">
    <xsl:param name="code" as="xs:string"/>
    <xsl:sequence select="x:command('intongue', x:tongue($code)) || '&#10;'"/>
  </xsl:function>

  <xsl:template mode="words" as="xs:string" match="lang">
    <xsl:sequence select="x:command('tongue', (x:tongue(@code), x:words(.)))"/>
  </xsl:template>

</xsl:stylesheet>

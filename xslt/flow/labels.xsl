<?xml version="1.0" encoding="UTF-8"?>
<!-- Generated words, from labels.xml. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:f="https://encoder.invalid/ns/functions">

  <!-- labels.xml; and the language of the edition (BCP 47). -->
  <xsl:param name="labels" as="document-node()" required="yes"/>
  <xsl:param name="language" as="xs:string" required="yes"/>

  <xsl:key name="label" match="label" use="@name"/>

  <!-- The language of generated words: the edition's, if there are labels in it, else English. -->
  <xsl:variable name="label-language" as="xs:string"
                select="(($language, replace($language, '-.*', ''))[. = tokenize($labels/labels/@languages)], 'en')[1]"/>

  <xsl:function name="f:label" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:variable name="row" as="element(label)?" select="key('label', $name, $labels)"/>
    <xsl:sequence select="string(($row/@*[name() = $label-language], $row/@en,
                                  error(xs:QName('f:label'), 'labels.xml has no label ' || $name))[1])"/>
  </xsl:function>

  <!-- The label with the words in braces filled in. -->
  <xsl:function name="f:label" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="words" as="map(xs:string, xs:string)"/>
    <xsl:variable name="parts" as="xs:string*">
      <xsl:analyze-string select="f:label($name)" regex="\{{([a-z]+)\}}">
        <xsl:matching-substring>
          <xsl:sequence select="$words(regex-group(1))"/>
        </xsl:matching-substring>
        <xsl:non-matching-substring>
          <xsl:sequence select="."/>
        </xsl:non-matching-substring>
      </xsl:analyze-string>
    </xsl:variable>
    <xsl:sequence select="string-join($parts)"/>
  </xsl:function>

  <!-- NAME-none, NAME-one or NAME-many, as the number wants. -->
  <xsl:function name="f:counted" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:variable name="form" as="xs:string?" select="('none', 'one')[$number + 1]"/>
    <xsl:sequence select="f:label($name || '-' || ($form, 'many')[1], map { 'n': string($number) })"/>
  </xsl:function>

  <!-- The label of a value of a closed list, or the value itself where somebody used another. -->
  <xsl:function name="f:term" as="xs:string">
    <xsl:param name="list" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <xsl:variable name="name" as="xs:string" select="$list || '-' || $value"/>
    <xsl:sequence select="if (key('label', $name, $labels)) then f:label($name) else $value"/>
  </xsl:function>

</xsl:stylesheet>

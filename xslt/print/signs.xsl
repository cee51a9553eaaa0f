<?xml version="1.0" encoding="UTF-8"?>
<!-- Signs from style.xml, around what translators and editors say. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:p="https://encoder.invalid/ns/print" xmlns="https://encoder.invalid/ns/print"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all">

  <!-- style.xml; and the name of the house in it. -->
  <xsl:param name="style" as="document-node()" required="yes"/>
  <xsl:param name="house" as="xs:string" required="yes"/>

  <xsl:key name="sign" match="house/sign" use="../@name, @name" composite="yes"/>

  <xsl:function name="p:sign" as="element(sign)">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="(key('sign', ($house, $name), $style),
                           error(xs:QName('p:sign'),
                                 'style.xml has no sign ' || $name || ' for house ' || $house))[1]"/>
  </xsl:function>

  <!-- Readings that edition.toml wants told in the textual apparatus, with spaces between; empty: those of the house. -->
  <xsl:param name="apparatus" as="xs:string" select="''"/>

  <xsl:variable name="noted-signs" as="xs:string*"
      select="if ($apparatus) then tokenize($apparatus)
              else $style/style/house[@name = $house]/sign[@print = 'apparatus']/@name"/>

  <xsl:function name="p:addition" as="element(p:add)">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="content" as="node()*"/>
    <xsl:variable name="sign" as="element(sign)" select="p:sign($name)"/>
    <add kind="{$name}" open="{$sign/@open}" close="{$sign/@close}">
      <xsl:sequence select="$content"/>
    </add>
  </xsl:function>

  <!-- A sign that has its own text, such as [sic] or […]. -->
  <xsl:function name="p:sign-text" as="text()">
    <xsl:param name="name" as="xs:string"/>
    <xsl:value-of select="p:sign($name)/@text"/>
  </xsl:function>

  <xsl:function name="p:text" as="text()">
    <xsl:param name="words" as="xs:string"/>
    <xsl:value-of select="$words"/>
  </xsl:function>

</xsl:stylesheet>

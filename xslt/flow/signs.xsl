<?xml version="1.0" encoding="UTF-8"?>
<!-- Signs, from style.xml. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:f="https://encoder.invalid/ns/functions">

  <!-- style.xml; and the name of the house in it. -->
  <xsl:param name="style" as="document-node()" required="yes"/>
  <xsl:param name="house" as="xs:string" required="yes"/>

  <xsl:variable name="signs" as="map(xs:string, element(sign))"
                select="map:merge($style/style/house[@name = $house]/sign ! map { string(@name): . })"/>

  <xsl:function name="f:sign" as="element(sign)">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="($signs($name),
                           error(xs:QName('f:sign'), 'style.xml has no sign ' || $name || ' for house ' || $house))[1]"/>
  </xsl:function>

  <!-- What a sign says by itself: its two ends and the text between them. -->
  <xsl:function name="f:whole" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="f:sign($name) ! (@open || @text || @close)"/>
  </xsl:function>

  <!-- Its two ends. They are text, in spans of the class "sign" that a view can hide. -->
  <xsl:function name="f:open" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="f:sign($name)/string(@open)"/>
  </xsl:function>

  <xsl:function name="f:close" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="f:sign($name)/string(@close)"/>
  </xsl:function>

</xsl:stylesheet>

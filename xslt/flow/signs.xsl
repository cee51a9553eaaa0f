<?xml version="1.0" encoding="UTF-8"?>
<!-- Signs, from style.xml. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="https://encoder.invalid/ns/functions">

  <!-- style.xml; and the name of the house in it. -->
  <xsl:param name="style" as="document-node()" required="yes"/>
  <xsl:param name="house" as="xs:string" required="yes"/>

  <xsl:key name="sign" match="house/sign" use="../@name, @name" composite="yes"/>

  <xsl:function name="f:sign" as="element(sign)">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="(key('sign', ($house, $name), $style),
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

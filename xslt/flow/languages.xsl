<?xml version="1.0" encoding="UTF-8"?>
<!-- A language is only named where it is not the page's own, which is that of the labels. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="https://encoder.invalid/ns/functions">

  <xsl:function name="f:language" as="attribute()*">
    <xsl:param name="language" as="xs:string?"/>
    <xsl:sequence select="$language[. and . ne $label-language] ! f:tongue(.)"/>
  </xsl:function>

  <xsl:function name="f:edition-language" as="attribute()*">
    <xsl:sequence select="f:language($language)"/>
  </xsl:function>

</xsl:stylesheet>

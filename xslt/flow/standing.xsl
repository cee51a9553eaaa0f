<?xml version="1.0" encoding="UTF-8"?>
<!-- Where a note, a list or a quotation stands: in running text, or by itself between blocks. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="https://encoder.invalid/ns/functions"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Its parent is made of blocks. -->
  <xsl:function name="f:stands-alone" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/parent::*[self::body or self::div or self::opener or self::closer
                                                    or self::postscript or self::list or self::sp or self::quote[p]])"/>
  </xsl:function>

</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- What all pages have. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all">

  <xsl:template name="page" as="element(h:html)">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="content" as="element()+"/>
    <html lang="{$label-language}" xml:lang="{$label-language}" dir="{f:direction($label-language)}">
      <xsl:namespace name="epub" select="'http://www.idpf.org/2007/ops'"/>
      <xsl:text>&#10;</xsl:text>
      <head>
        <meta charset="utf-8"/>
        <title><xsl:value-of select="$title"/></title>
        <link rel="stylesheet" type="text/css" href="{'../'[$number]}edition.css"/>
      </head>
      <xsl:text>&#10;</xsl:text>
      <body>
        <xsl:sequence select="$content"/>
      </body>
    </html>
  </xsl:template>

</xsl:stylesheet>

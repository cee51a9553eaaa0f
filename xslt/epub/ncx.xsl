<?xml version="1.0" encoding="UTF-8"?>
<!-- The contents and pages once more, for readers of EPUB 2. OPF 2.0.1, 2.4.1. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:n="http://www.daisy.org/z3986/2005/ncx/" xmlns="http://www.daisy.org/z3986/2005/ncx/"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all">

  <xsl:template mode="part" as="element(n:ncx)" match="ncx">
    <ncx version="2005-1" xml:lang="{$label-language}">
      <head>
        <meta name="dtb:uid" content="{$facts/@identifier}"/>
        <meta name="dtb:depth" content="1"/>
        <meta name="dtb:totalPageCount" content="{count($pages)}"/>
        <meta name="dtb:maxPageNumber" content="0"/>
      </head>
      <docTitle><text><xsl:value-of select="$facts/title"/></text></docTitle>
      <navMap>
        <xsl:sequence select="f:point('title', 'title.xhtml', string($facts/title)),
                              f:point('principles', 'principles.xhtml', f:label('principles')),
                              $facts/documents/document ! f:point('text-' || @id, f:page-address(@id),
                                                                  @number || '. ' || @title),
                              f:point('names', 'names.xhtml'[exists($facts/register/*)], f:label('names')),
                              f:point('colophon', 'colophon.xhtml', f:label('colophon'))"/>
      </navMap>
      <xsl:if test="exists($pages)">
        <pageList>
          <navLabel><text><xsl:value-of select="f:label('page-list')"/></text></navLabel>
          <xsl:for-each select="$pages">
            <pageTarget id="page-{position()}" type="normal">
              <navLabel><text><xsl:value-of select="f:page-label(.)"/></text></navLabel>
              <content src="{f:page-address(../@id)}#{@id}"/>
            </pageTarget>
          </xsl:for-each>
        </pageList>
      </xsl:if>
    </ncx>
  </xsl:template>

  <xsl:function name="f:point" as="element(n:navPoint)?">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="href" as="xs:string?"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:if test="$href">
      <navPoint id="{$id}">
        <navLabel><text><xsl:value-of select="$words"/></text></navLabel>
        <content src="{$href}"/>
      </navPoint>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>

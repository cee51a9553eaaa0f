<?xml version="1.0" encoding="UTF-8"?>
<!-- What all pages share: the head, the way around, the foot. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all">

  <!-- What a page is of is the context of all its parts: a TEI document or the edition. -->
  <xsl:mode name="page" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="links" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="way" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="main" on-no-match="fail" on-multiple-match="fail"/>

  <!-- 'self' is the site that a page is served from; file: is the same for a page opened from a disk, where what
       'self' means is left to the browser. -->
  <xsl:variable name="policy" as="xs:string" select="
      'default-src ''none''; style-src ''self'' file:; script-src ''self'' file:; img-src ''self'' file:; font-src ''self'' file:; '
      || 'base-uri ''none''; form-action ''none'''"/>

  <xsl:template name="page" as="element(h:html)">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="description" as="xs:string"/>
    <html lang="{$label-language}" data-page="{$kind}">
      <xsl:text>&#10;</xsl:text>
      <head>
        <meta charset="utf-8"/>
        <meta http-equiv="Content-Security-Policy" content="{$policy}"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <title><xsl:value-of select="$title"/></title>
        <xsl:if test="$description">
          <meta name="description" content="{$description}"/>
        </xsl:if>
        <link rel="icon" href="{$root}icon.svg" type="image/svg+xml"/>
        <link rel="stylesheet" href="{$root}fonts.css"/>
        <link rel="stylesheet" href="{$root}edition.css"/>
        <xsl:if test="$kind eq 'document'">
          <link rel="stylesheet" href="{$root}beside.css" media="screen and (min-width: 72rem)"/>
        </xsl:if>
        <link rel="license" href="{$edition/edition/licence/@href}"/>
        <xsl:apply-templates select="." mode="links"/>
        <script src="{$root}edition.js"></script>
      </head>
      <xsl:text>&#10;</xsl:text>
      <body>
        <a class="skip" href="#edition-text"><xsl:value-of select="f:label('skip')"/></a>
        <header class="site">
          <p class="edition">
            <a href="{$root}index.html">
              <xsl:sequence select="f:edition-language()"/>
              <xsl:value-of select="$edition/edition/title"/>
            </a>
          </p>
          <xsl:apply-templates select="." mode="way"/>
        </header>
        <xsl:text>&#10;</xsl:text>
        <main><xsl:apply-templates select="." mode="main"/></main>
        <xsl:text>&#10;</xsl:text>
        <footer class="site">
          <xsl:call-template name="imprint"/>
        </footer>
      </body>
    </html>
  </xsl:template>

  <!-- Publisher, date, licence: one line under every page. -->
  <xsl:template name="imprint" as="element(h:p)">
    <p>
      <xsl:value-of select="string-join(($edition/edition/publisher, $edition/edition/place)[string(.)], f:label('comma'))"/>
      <xsl:text> · </xsl:text>
      <time><xsl:value-of select="$edition/edition/@date"/></time>
      <xsl:text> · </xsl:text>
      <a href="{$edition/edition/licence/@href}" rel="license"><xsl:value-of select="$edition/edition/licence"/></a>
    </p>
  </xsl:template>

  <xsl:template mode="links" as="empty-sequence()" match="*"/>

  <!-- To the pages that belong to all documents. -->
  <xsl:template mode="way" as="element(h:nav)" match="*">
    <nav aria-label="{f:label('contents')}">
      <ul><xsl:sequence select="f:shared-way()"/></ul>
    </nav>
  </xsl:template>

  <xsl:function name="f:shared-way" as="element(h:li)+">
    <xsl:for-each select="'index', ('names', 'chronology', 'correspondence')[. = tokenize($edition/edition/@pages)], 'search', 'about'">
      <li>
        <a href="{$root}{.}.html">
          <xsl:value-of select="f:label(if (. eq 'index') then 'documents' else .)"/>
        </a>
      </li>
    </xsl:for-each>
  </xsl:function>

</xsl:stylesheet>

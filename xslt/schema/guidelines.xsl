<?xml version="1.0" encoding="UTF-8"?>
<!--
  The ODD as one page to read: its prose, and of each element what it is, what it holds, its attributes with their values,
  its rules with their codes, and examples. The page needs no other file; `style` is the text of its style sheet, which may
  have no sign that XHTML would escape.
-->
<xsl:package name="https://encoder.invalid/xslt/schema/guidelines" package-version="1.0" version="3.0"
             declared-modes="yes"
             xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
             xmlns:xs="http://www.w3.org/2001/XMLSchema"
             xmlns:f="https://encoder.invalid/ns/functions"
             xmlns="http://www.w3.org/1999/xhtml"
             xpath-default-namespace="http://www.tei-c.org/ns/1.0"
             exclude-result-prefixes="#all">

  <xsl:include href="specs.xsl"/>
  <xsl:include href="guidelines/prose.xsl"/>
  <xsl:include href="guidelines/specifications.xsl"/>
  <xsl:include href="guidelines/models.xsl"/>
  <xsl:include href="guidelines/rules.xsl"/>
  <xsl:include href="guidelines/examples.xsl"/>

  <xsl:param name="style" as="xs:string" required="yes"/>

  <xsl:output method="xhtml" html-version="5" encoding="UTF-8" indent="yes" suppress-indentation="pre"
              omit-xml-declaration="yes"/>
  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" as="element()">
    <xsl:variable name="title" as="xs:string" select="string(TEI/teiHeader/fileDesc/titleStmt/title)"/>
    <xsl:variable name="body" as="element(body)" select="TEI/text/body"/>
    <html lang="{TEI/@xml:lang}">
      <head>
        <meta charset="UTF-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title><xsl:value-of select="$title"/></title>
        <style><xsl:value-of select="$style"/></style>
      </head>
      <body>
        <a class="skip" href="#text">To the text</a>
        <nav aria-labelledby="contents">
          <h2 id="contents">Contents</h2>
          <xsl:call-template name="contents"><xsl:with-param name="in" select="$body"/></xsl:call-template>
        </nav>
        <main id="text">
          <h1><xsl:value-of select="$title"/></h1>
          <xsl:apply-templates mode="prose" select="$body/div"/>
          <xsl:call-template name="elements"/>
          <xsl:call-template name="rules"/>
        </main>
        <footer><xsl:apply-templates mode="imprint" select="TEI/teiHeader/fileDesc/publicationStmt"/></footer>
      </body>
    </html>
  </xsl:template>

</xsl:package>

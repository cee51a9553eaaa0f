<?xml version="1.0" encoding="UTF-8"?>
<!-- From the record to OLAC metadata 1.1 (http://www.language-archives.org/OLAC/metadata.html). -->
<xsl:package name="https://encoder.invalid/xslt/deposit/olac" package-version="1.0" version="3.0" declared-modes="yes"
             xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
             xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:dc="http://purl.org/dc/elements/1.1/"
             xmlns:dcterms="http://purl.org/dc/terms/" xmlns:olac="http://www.language-archives.org/OLAC/1.1/"
             exclude-result-prefixes="xs">

  <xsl:include href="elements.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>
  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="document-node()[record]" as="element()">
    <olac:olac xsi:schemaLocation="http://www.language-archives.org/OLAC/1.1/ http://www.language-archives.org/OLAC/1.1/olac.xsd">
      <xsl:apply-templates mode="elements" select="record"/>
      <xsl:apply-templates select="record/language, record/source-language"/>
      <dc:type xsi:type="olac:linguistic-type" olac:code="primary_text"/>
      <dc:type xsi:type="dcterms:DCMIType">Text</dc:type>
      <xsl:apply-templates select="record/extent"/>
    </olac:olac>
  </xsl:template>

  <xsl:template match="language" as="element()">
    <dc:language xsi:type="olac:language" olac:code="{@code}"><xsl:value-of select="."/></dc:language>
  </xsl:template>

  <!-- The originals are what the texts are about, not what they are in. -->
  <xsl:template match="source-language" as="element()">
    <dc:subject xsi:type="olac:language" olac:code="{@code}"><xsl:value-of select="'translated from: ' || ."/></dc:subject>
  </xsl:template>

  <xsl:template match="extent" as="element()">
    <dcterms:extent><xsl:value-of select="@says"/></dcterms:extent>
  </xsl:template>

</xsl:package>

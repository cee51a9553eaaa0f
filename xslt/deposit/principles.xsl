<?xml version="1.0" encoding="UTF-8"?>
<!--
  The prose of the guidelines (edition.odd) as plain text: what each bracket was taken to mean, and how a document, its header
  and the registers are written. One block to a line; the program wraps them.
-->
<xsl:package name="https://encoder.invalid/xslt/deposit/principles" package-version="1.0" version="3.0" declared-modes="yes"
             xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
             xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="words" on-no-match="text-only-copy" on-multiple-match="fail"/>

  <xsl:template match="document-node()[TEI]" as="text()*">
    <xsl:apply-templates select="TEI/text/body/(div, back/div)"/>
  </xsl:template>

  <xsl:template match="div" as="text()*">
    <xsl:apply-templates select="head | p | list | div"/>
  </xsl:template>

  <xsl:template match="head" as="text()">
    <xsl:variable name="number" as="xs:string">
      <xsl:number level="multiple" count="div" format="1.1"/>
    </xsl:variable>
    <xsl:value-of select="$number || ' ' || normalize-space() || '&#10;'"/>
  </xsl:template>

  <xsl:template match="p" as="text()">
    <xsl:variable name="words" as="xs:string*"><xsl:apply-templates mode="words"/></xsl:variable>
    <xsl:value-of select="normalize-space(string-join($words)) || '&#10;'"/>
  </xsl:template>

  <xsl:template match="list" as="text()*">
    <xsl:for-each select="item"><xsl:value-of select="'- ' || normalize-space() || '&#10;'"/></xsl:for-each>
  </xsl:template>

  <xsl:template mode="words" match="gi" as="text()"><xsl:value-of select="'&lt;' || . || '>'"/></xsl:template>

  <xsl:template mode="words" match="att" as="text()"><xsl:value-of select="'@' || ."/></xsl:template>

  <xsl:template mode="words" match="q" as="text()"><xsl:value-of select="'“' || . || '”'"/></xsl:template>

</xsl:package>

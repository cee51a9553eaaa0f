<?xml version="1.0" encoding="UTF-8"?>
<!--
  The print XML of a document (see print.xsl) as LaTeX for the package reledmac, which numbers the lines and keys the
  textual notes to them. What the commands do is in reledmac/preamble.tex; a press may change it.

  Every character that TeX reads as anything else than itself is escaped. An element of print XML that has no template
  here stops the run by name.
-->
<xsl:package name="https://encoder.invalid/xslt/reledmac" package-version="1.0" version="3.0" declared-modes="yes"
             xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
             xpath-default-namespace="https://encoder.invalid/ns/print">

  <xsl:include href="reledmac/tex.xsl"/>
  <xsl:include href="reledmac/document.xsl"/>
  <xsl:include href="reledmac/blocks.xsl"/>
  <xsl:include href="reledmac/words.xsl"/>
  <xsl:include href="reledmac/notes.xsl"/>

  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="document-node()" as="text()">
    <xsl:variable name="parts" as="xs:string*">
      <xsl:apply-templates select="document | Q{}edition" mode="document"/>
    </xsl:variable>
    <xsl:value-of select="$parts" separator=""/>
  </xsl:template>

</xsl:package>

<?xml version="1.0" encoding="UTF-8"?>
<!-- Runs f:citation on <citation template="…"><field name="…">…</field>…</citation>. -->
<xsl:package name="https://encoder.invalid/tests/citation" package-version="1.0" version="3.0" declared-modes="yes"
             xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
             xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="https://encoder.invalid/ns/functions">

  <xsl:include href="../../xslt/flow/citation.xsl"/>

  <xsl:output method="text"/>
  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="document-node()[citation]" as="text()">
    <xsl:value-of select="f:citation(citation/@template,
                                     map:merge(citation/field ! map { string(@name): string(.) }))"/>
  </xsl:template>

</xsl:package>

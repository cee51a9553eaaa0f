<?xml version="1.0" encoding="UTF-8"?>
<!-- The entry of one document in the table of contents: what its neighbours and the table say of it. -->
<xsl:package name="https://encoder.invalid/xslt/html/entry" package-version="1.0" version="3.0" declared-modes="yes"
             xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
             xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all"
             xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:include href="../flow/reference.xsl"/>

  <xsl:output method="xml" omit-xml-declaration="yes" indent="no"/>
  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="document-node()[TEI]" as="document-node()">
    <xsl:document>
      <document id="{TEI/@xml:id}" date="{f:date-words(TEI)}" when="{f:date(TEI)/@when}" reference="{f:reference(TEI)}"
                title="{f:title(TEI)}" language="{TEI/@xml:lang}"/>
    </xsl:document>
  </xsl:template>

</xsl:package>

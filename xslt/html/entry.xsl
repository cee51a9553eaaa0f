<?xml version="1.0" encoding="UTF-8"?>
<!-- The entry of one document: what its neighbours, the table of contents and the index of names say of it. -->
<xsl:package name="https://encoder.invalid/xslt/html/entry" package-version="1.0" version="3.0" declared-modes="yes"
             xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
             xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all"
             xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:include href="../flow/reference.xsl"/>

  <xsl:output method="xml" omit-xml-declaration="yes" indent="no"/>
  <xsl:param name="id" as="xs:string" required="yes"/>

  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="document-node()[TEI]" as="document-node()">
    <xsl:document>
      <document id="{$id}" date="{f:date-words(TEI)}" when="{f:date(TEI)/@when}" reference="{f:reference(TEI)}"
                title="{f:title(TEI)}" language="{(TEI/text/@xml:lang, TEI/@xml:lang)[1]}">
        <!-- Each entry of a register that a name points to, with the passage where it is first named. -->
        <xsl:for-each-group select="TEI/text//(persName | placeName | orgName | name)[@ref]" group-by="tokenize(@ref)">
          <name xmlns="" ref="{current-grouping-key()}" times="{count(current-group())}"
                passage="{current-group()[1]/ancestor::*[@xml:id][1]/@xml:id}"/>
        </xsl:for-each-group>
      </document>
    </xsl:document>
  </xsl:template>

</xsl:package>

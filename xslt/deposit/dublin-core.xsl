<?xml version="1.0" encoding="UTF-8"?>
<!-- From the record to the fifteen elements of Dublin Core, as OAI-PMH has them (http://www.openarchives.org/OAI/2.0/oai_dc.xsd). -->
<xsl:package name="https://encoder.invalid/xslt/deposit/dublin-core" package-version="1.0" version="3.0" declared-modes="yes"
             xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
             xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:dc="http://purl.org/dc/elements/1.1/"
             xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" exclude-result-prefixes="xs">

  <xsl:include href="elements.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>
  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="document-node()[record]" as="element()">
    <oai_dc:dc xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd">
      <xsl:apply-templates mode="elements" select="record"/>
      <xsl:for-each select="record/language | record/source-language[not(. = ../language)]">
        <dc:language><xsl:value-of select="."/></dc:language>
      </xsl:for-each>
      <dc:type>Dataset</dc:type>
      <dc:type>Text</dc:type>
    </oai_dc:dc>
  </xsl:template>

</xsl:package>

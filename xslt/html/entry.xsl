<?xml version="1.0" encoding="UTF-8"?>
<!-- The entry of one document: what its neighbours, the table of contents and the lists say of it. -->
<xsl:package name="https://encoder.invalid/xslt/html/entry" package-version="1.0" version="3.0" declared-modes="yes"
             xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
             xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all"
             xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:include href="../flow/reference.xsl"/>

  <xsl:output method="xml" omit-xml-declaration="yes" indent="no"/>
  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>

  <xsl:param name="id" as="xs:string" required="yes"/>

  <xsl:template match="document-node()[TEI]" as="document-node()">
    <xsl:variable name="header" as="element(teiHeader)?" select="TEI/teiHeader"/>
    <xsl:variable name="date" as="element(date)?" select="f:date(TEI)"/>
    <xsl:variable name="repository" as="element(repository)?"
                  select="$header/fileDesc/sourceDesc/msDesc[1]/msIdentifier/repository[f:stated(.)]"/>
    <xsl:document>
      <document id="{$id}" date="{f:date-words(TEI)}" when="{$date/@when}"
                from="{($date/@when, $date/@from, $date/@notBefore, $date/@to, $date/@notAfter)[1]}"
                reference="{f:reference(TEI)}" title="{f:title(TEI)}" language="{(TEI/text/@xml:lang, TEI/@xml:lang)[1]}">
        <xsl:for-each select="('sent', 'received')">
          <xsl:variable name="list" as="xs:string" select="if (. eq 'sent') then 'senders' else 'addressees'"/>
          <xsl:for-each select="$header/profileDesc/correspDesc[1]/correspAction[@type = current()]/(persName | orgName | name)">
            <in xmlns="" list="{$list}" name="{normalize-space(.)}" ref="{tokenize(@ref)[1]}"/>
          </xsl:for-each>
        </xsl:for-each>
        <xsl:for-each select="$repository">
          <in xmlns="" list="archives" name="{(.//expan/normalize-space()[.], f:stated(.))[1]}" ref=""/>
        </xsl:for-each>
        <xsl:for-each select="distinct-values(TEI/text//note[@type = 'classification']/normalize-space()[.])">
          <in xmlns="" list="classes" name="{.}" ref=""/>
        </xsl:for-each>
      </document>
    </xsl:document>
  </xsl:template>

</xsl:package>

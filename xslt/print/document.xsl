<?xml version="1.0" encoding="UTF-8"?>
<!-- A document: its head from the header, its text, the doubts about it. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:p="https://encoder.invalid/ns/print" xmlns="https://encoder.invalid/ns/print"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template name="document" as="element(p:document)">
    <xsl:context-item as="element(TEI)" use="required"/>
    <xsl:variable name="date" as="xs:string" select="(f:date-words(.)[.], f:label('undated'))[1]"/>
    <xsl:variable name="places" as="xs:string*" select="teiHeader/profileDesc/creation/placeName ! normalize-space()"/>
    <document n="{$number}" id="{$number}:{@xml:id}" lang="{(text/@xml:lang, @xml:lang, $language)[1]}"
              title="{f:title(.)}" date="{$date}" notes="{f:label('textual-notes')}">
      <title><xsl:sequence select="p:running-text(teiHeader/fileDesc/titleStmt/title[1]/node())"/></title>
      <place-date>{string-join(($places, $date), f:label('comma'))}</place-date>
      <xsl:call-template name="facts"/>
      <xsl:call-template name="for-the-lists"/>
      <xsl:for-each select="teiHeader/profileDesc/abstract/p">
        <summary><xsl:sequence select="p:running-text(node())"/></summary>
      </xsl:for-each>
      <text>
        <xsl:apply-templates select="text/*" mode="blocks"/>
      </text>
      <xsl:call-template name="doubts"/>
    </document>
  </xsl:template>

  <!-- Print XML's identifiers: TEI's are unique in a document only. -->
  <xsl:function name="p:id" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="$number || '-' || $id"/>
  </xsl:function>

</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!--
  The header of the document as it is: each element by its TEI name, with its attributes and its words. One template for
  all of it, so that nothing of a header stays unseen, whoever wrote it.
-->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all">

  <xsl:mode name="record" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template name="record" as="element(h:details)">
    <details class="record">
      <summary><xsl:value-of select="f:label('record-of')"/></summary>
      <ul>
        <xsl:sequence select="f:language(@xml:lang)"/>
        <xsl:apply-templates select="*[local-name() eq 'teiHeader']/*" mode="record"/>
      </ul>
    </details>
  </xsl:template>

  <!-- An element among others is an item; an element among words stands with them. -->
  <xsl:template mode="record" as="element()" match="*">
    <xsl:variable name="inside" as="xs:boolean" select="exists(ancestor::*/text()[normalize-space()])"/>
    <xsl:element name="{if ($inside) then 'span' else 'li'}">
      <b lang="en"><xsl:value-of select="local-name()"/></b>
      <xsl:text> </xsl:text>
      <xsl:for-each select="@*">
        <small lang="en"><xsl:value-of select="name() || '=' || ."/></small>
        <xsl:text> </xsl:text>
      </xsl:for-each>
      <xsl:choose>
        <xsl:when test="$inside or text()[normalize-space()]"><xsl:apply-templates mode="record"/></xsl:when>
        <xsl:when test="*"><ul><xsl:apply-templates select="*" mode="record"/></ul></xsl:when>
      </xsl:choose>
    </xsl:element>
  </xsl:template>

  <xsl:template mode="record" as="text()?" match="text()">
    <xsl:value-of select="."/>
  </xsl:template>

  <xsl:template mode="record" as="empty-sequence()" match="comment() | processing-instruction()"/>

</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!--
  Whatever no other template knows, of TEI or of another vocabulary: its text stays, with the element's name and its
  attributes in the title. That there is no template for it is told by encoder/outputs/coverage.py, from the rows of
  places.toml.
-->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all">

  <xsl:template mode="flow" as="element()" match="*">
    <xsl:variable name="blocks" as="xs:boolean" select="f:holds-blocks(.)"/>
    <xsl:element name="{if ($blocks) then 'div' else 'span'}">
      <xsl:attribute name="class" select="'unknown'"/>
      <xsl:attribute name="data-element" select="name()"/>
      <xsl:sequence select="f:attributes(.)[name() ne 'title']"/>
      <xsl:attribute name="title" select="string-join(('&lt;' || name() || '&gt;', f:attributes(.)[name() eq 'title']), '; ')"/>
      <xsl:choose>
        <xsl:when test="$blocks"><xsl:call-template name="blocks"/></xsl:when>
        <xsl:otherwise><xsl:apply-templates mode="flow"/></xsl:otherwise>
      </xsl:choose>
    </xsl:element>
  </xsl:template>

</xsl:stylesheet>

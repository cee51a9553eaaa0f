<?xml version="1.0" encoding="UTF-8"?>
<!-- What the archival copy bears besides its text: handwriting, stamps, signatures. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template mode="flow" as="element()" match="note[@type = 'annotation']">
    <xsl:element name="{f:name(., if (f:stands-alone(.)) then 'div' else 'span')}">
      <xsl:attribute name="class" select="'annotation hand', @subtype, tokenize(@place) ! ('place-' || .)"/>
      <xsl:attribute name="role" select="'note'"/>
      <xsl:sequence select="f:attributes(.)"/>
      <span class="sign"><xsl:value-of select="f:open('annotation')"/></span>
      <xsl:apply-templates select="node() except certainty" mode="flow"/>
      <span class="sign"><xsl:value-of select="f:close('annotation')"/></span>
      <xsl:sequence select="f:query(.)"/>
      <xsl:apply-templates select="certainty" mode="flow"/>
    </xsl:element>
  </xsl:template>

  <xsl:template mode="flow" as="node()+" match="note[@type = 'annotation']/label">
    <span class="label"><xsl:sequence select="f:attributes(.)"/><xsl:apply-templates mode="flow"/></span>
    <xsl:variable name="next" as="node()?" select="following-sibling::node()[not(self::certainty)][1]"/>
    <xsl:if test="$next and ($next instance of element() or normalize-space($next))">
      <span class="sign">
        <xsl:value-of select="f:sign('annotation')/@between
                              ! (if (matches($next, '^\s')) then replace(., '\s+$', '') else .)"/>
      </span>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>

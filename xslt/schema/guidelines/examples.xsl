<?xml version="1.0" encoding="UTF-8"?>
<!-- Examples, written as an editor types them. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:eg="http://www.tei-c.org/ns/Examples"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:mode name="example" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template mode="prose" as="element()" match="exemplum">
    <figure>
      <figcaption>Example</figcaption>
      <pre tabindex="0"><code><xsl:apply-templates mode="example" select="eg:egXML/node()"/></code></pre>
    </figure>
  </xsl:template>

  <xsl:template mode="example" as="item()+" match="eg:*">
    <xsl:value-of select="'&lt;' || name()"/>
    <xsl:apply-templates mode="example" select="@*"/>
    <xsl:choose>
      <xsl:when test="node()">
        <xsl:text>&gt;</xsl:text>
        <xsl:apply-templates mode="example"/>
        <xsl:value-of select="'&lt;/' || name() || '&gt;'"/>
      </xsl:when>
      <xsl:otherwise><xsl:text>/&gt;</xsl:text></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template mode="example" as="text()" match="@*">
    <xsl:value-of select="' ' || name() || '=&quot;' || replace(replace(., '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;') || '&quot;'"/>
  </xsl:template>

  <xsl:template mode="example" as="text()" match="text()">
    <xsl:value-of select="replace(replace(., '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;')"/>
  </xsl:template>

</xsl:stylesheet>

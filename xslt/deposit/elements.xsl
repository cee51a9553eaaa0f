<?xml version="1.0" encoding="UTF-8"?>
<!--
  What Dublin Core and OLAC say in the same words (http://purl.org/dc/elements/1.1/). Languages and types, for which OLAC has
  vocabularies of its own, are left to each.
-->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:dc="http://purl.org/dc/elements/1.1/" exclude-result-prefixes="xs">

  <xsl:mode name="elements" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template mode="elements" match="record" as="element()*">
    <dc:title xml:lang="{language[1]}"><xsl:value-of select="full-title"/></dc:title>
    <xsl:apply-templates mode="elements" select="creator, contributor[not(@role = ('ContactPerson', 'RightsHolder'))]"/>
    <dc:publisher><xsl:value-of select="publisher"/></dc:publisher>
    <dc:date><xsl:value-of select="@date"/></dc:date>
    <xsl:apply-templates mode="elements" select="keyword"/>
    <dc:description xml:lang="{language[1]}"><xsl:value-of select="summary"/></dc:description>
    <xsl:apply-templates mode="elements" select="coverage, spot, original"/>
    <xsl:for-each select="distinct-values(format)"><dc:format><xsl:value-of select="."/></dc:format></xsl:for-each>
    <dc:identifier><xsl:value-of select="(address, @name)[1]"/></dc:identifier>
    <xsl:apply-templates mode="elements" select="related, licence, sources-rights, rights-holder"/>
  </xsl:template>

  <xsl:template mode="elements" match="creator" as="element()">
    <dc:creator><xsl:value-of select="."/></dc:creator>
  </xsl:template>

  <xsl:template mode="elements" match="contributor" as="element()">
    <dc:contributor><xsl:value-of select=". || ' (' || lower-case(replace(@role, '([a-z])([A-Z])', '$1 $2')) || ')'"/></dc:contributor>
  </xsl:template>

  <xsl:template mode="elements" match="keyword" as="element()">
    <dc:subject><xsl:value-of select="."/></dc:subject>
  </xsl:template>

  <xsl:template mode="elements" match="coverage | spot" as="element()">
    <dc:coverage><xsl:value-of select="."/></dc:coverage>
  </xsl:template>

  <xsl:template mode="elements" match="original" as="element()">
    <dc:source><xsl:value-of select="."/></dc:source>
  </xsl:template>

  <xsl:template mode="elements" match="related" as="element()">
    <dc:relation><xsl:value-of select="if (@type = 'DOI') then 'https://doi.org/' || . else ."/></dc:relation>
  </xsl:template>

  <xsl:template mode="elements" match="licence" as="element()+">
    <dc:rights><xsl:value-of select="."/></dc:rights>
    <dc:rights><xsl:value-of select="@url"/></dc:rights>
  </xsl:template>

  <xsl:template mode="elements" match="sources-rights" as="element()">
    <dc:rights><xsl:value-of select="."/></dc:rights>
  </xsl:template>

  <xsl:template mode="elements" match="rights-holder" as="element()">
    <dc:rights><xsl:value-of select="'Rights holder: ' || ."/></dc:rights>
  </xsl:template>

</xsl:stylesheet>

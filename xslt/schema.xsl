<?xml version="1.0" encoding="UTF-8"?>
<!--
  From the ODD to the schemas that validators read (for our own checker see schema/checker.xsl). The parameter `make` says which:

  rng  the ODD as RELAX NG (XML syntax)
  sch  the ODD's constraints as ISO Schematron

  The ODD has to be complete in itself: elementSpec, classSpec, macroSpec and dataSpec in mode "add", with content
  models of TEI's own content elements. Whatever is not understood stops the run.
-->
<xsl:package name="https://encoder.invalid/xslt/schema" package-version="1.0" version="3.0" declared-modes="yes"
             xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
             xmlns:xs="http://www.w3.org/2001/XMLSchema"
             exclude-result-prefixes="#all">

  <xsl:include href="schema/specs.xsl"/>
  <xsl:include href="schema/grammar.xsl"/>
  <xsl:include href="schema/content.xsl"/>
  <xsl:include href="schema/attributes.xsl"/>
  <xsl:include href="schema/rules.xsl"/>

  <xsl:param name="make" as="xs:string" required="yes"/>

  <xsl:output method="xml" indent="yes"/>
  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" as="element()">
    <xsl:choose>
      <xsl:when test="$make = 'rng'"><xsl:apply-templates mode="grammar"/></xsl:when>
      <xsl:when test="$make = 'sch'"><xsl:apply-templates mode="rules"/></xsl:when>
      <xsl:otherwise>
        <xsl:message terminate="yes" expand-text="yes">There is nothing called '{$make}' to make.</xsl:message>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:package>

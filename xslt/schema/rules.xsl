<?xml version="1.0" encoding="UTF-8"?>
<!-- One pattern for each constraintSpec; its id is the code of the rule. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="https://encoder.invalid/ns/functions"
                xmlns:sch="http://purl.oclc.org/dsdl/schematron"
                xmlns="http://purl.oclc.org/dsdl/schematron"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="xsl xs f sch">

  <xsl:mode name="rules" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="rule" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template mode="rules" as="element()" match="TEI">
    <schema queryBinding="xslt3">
      <title><xsl:value-of select="teiHeader/fileDesc/titleStmt/title"/></title>
      <xsl:comment> Made from edition.odd; change that and make it again. </xsl:comment>
      <ns prefix="tei" uri="{.//schemaSpec/@ns}"/>
      <xsl:apply-templates mode="rules" select="f:specs(.//schemaSpec)/(self::constraintSpec, constraintSpec)">
        <xsl:sort select="@ident"/>
      </xsl:apply-templates>
    </schema>
  </xsl:template>

  <xsl:template mode="rules" as="element()" match="constraintSpec[@scheme = 'schematron']">
    <pattern id="{@ident}">
      <xsl:for-each select="desc"><p><xsl:value-of select="normalize-space(.)"/></p></xsl:for-each>
      <xsl:apply-templates mode="rules" select="constraint"/>
    </pattern>
  </xsl:template>

  <xsl:template mode="rules" as="element()+" match="constraint[sch:rule]">
    <xsl:apply-templates mode="rule" select="*"/>
  </xsl:template>

  <!-- Assertions of an elementSpec that name no context are about that element. -->
  <xsl:template mode="rules" as="element()" match="elementSpec/constraintSpec/constraint[not(sch:rule)]">
    <rule context="tei:{../../@ident}"><xsl:apply-templates mode="rule" select="*"/></rule>
  </xsl:template>

  <!-- The same elements without the ODD's namespaces. -->
  <xsl:template mode="rule" as="element()"
                match="sch:rule | sch:let | sch:assert | sch:report | sch:value-of | sch:name">
    <xsl:element name="{local-name()}">
      <xsl:sequence select="@*"/>
      <xsl:apply-templates mode="rule"/>
    </xsl:element>
  </xsl:template>

  <xsl:template mode="rule" as="text()?" match="text()">
    <xsl:if test="normalize-space() or parent::sch:assert or parent::sch:report"><xsl:sequence select="."/></xsl:if>
  </xsl:template>

</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- The specifications that a schemaSpec holds or refers to. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="https://encoder.invalid/ns/functions"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:key name="group" match="specGrp" use="'#' || @xml:id"/>
  <xsl:key name="spec" match="elementSpec | classSpec | macroSpec | dataSpec" use="@ident"/>
  <xsl:key name="member" match="elementSpec | classSpec" use="classes/memberOf/@key"/>

  <xsl:mode name="specs" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:function name="f:specs" as="element()+">
    <xsl:param name="schema" as="element(schemaSpec)"/>
    <xsl:apply-templates mode="specs" select="$schema/*"/>
  </xsl:function>

  <xsl:template mode="specs" as="element()*" match="specGrpRef">
    <xsl:variable name="group" as="element(specGrp)?" select="key('group', @target)"/>
    <xsl:if test="empty($group)">
      <xsl:message terminate="yes" expand-text="yes">There is no specGrp {@target}.</xsl:message>
    </xsl:if>
    <xsl:apply-templates mode="specs" select="$group/*"/>
  </xsl:template>

  <xsl:template mode="specs" as="element()"
                match="(elementSpec | classSpec | macroSpec | dataSpec)[@mode = 'add'] | schemaSpec/constraintSpec">
    <xsl:sequence select="."/>
  </xsl:template>

  <xsl:template mode="specs" as="empty-sequence()" match="specGrp/desc | schemaSpec/desc"/>

</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- One define for each specification. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="https://encoder.invalid/ns/functions"
                xmlns:a="http://relaxng.org/ns/compatibility/annotations/1.0"
                xmlns="http://relaxng.org/ns/structure/1.0"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="xsl xs f">

  <xsl:mode name="grammar" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template mode="grammar" as="element()" match="TEI">
    <xsl:variable name="schema" as="element(schemaSpec)" select=".//schemaSpec"/>
    <grammar ns="{$schema/@ns}" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
      <xsl:comment> Made from edition.odd; change that and make it again. </xsl:comment>
      <start>
        <xsl:sequence select="f:choice(tokenize($schema/@start) ! f:ref(.))"/>
      </start>
      <xsl:apply-templates mode="grammar" select="f:specs($schema)"/>
    </grammar>
  </xsl:template>

  <xsl:template mode="grammar" as="element()" match="elementSpec">
    <xsl:variable name="inside" as="element()*">
      <xsl:apply-templates mode="content" select="content/*"/>
      <xsl:sequence select="f:attribute-classes(.) ! f:ref(.)"/>
      <xsl:apply-templates mode="attributes" select="attList"/>
    </xsl:variable>
    <define name="{@ident}">
      <element name="{@ident}">
        <xsl:sequence select="f:documentation(.)"/>
        <xsl:sequence select="$inside"/>
        <!-- Never beside other patterns: libxml2 may not finish compiling such a grammar. -->
        <xsl:if test="empty($inside)"><empty/></xsl:if>
      </element>
    </define>
  </xsl:template>

  <xsl:template mode="grammar" as="element()" match="classSpec[@type = 'model']">
    <xsl:variable name="members" as="element()*" select="key('member', @ident)"/>
    <xsl:if test="empty($members)">
      <xsl:message terminate="yes" expand-text="yes">The class {@ident} has no members.</xsl:message>
    </xsl:if>
    <define name="{@ident}">
      <xsl:sequence select="f:choice($members ! f:ref(@ident))"/>
    </define>
  </xsl:template>

  <xsl:template mode="grammar" as="element()" match="classSpec[@type = 'atts']">
    <define name="{@ident}">
      <xsl:sequence select="f:attribute-classes(.) ! f:ref(.)"/>
      <xsl:apply-templates mode="attributes" select="attList"/>
    </define>
  </xsl:template>

  <xsl:template mode="grammar" as="element()" match="macroSpec | dataSpec">
    <define name="{@ident}">
      <xsl:apply-templates mode="content" select="content/*"/>
    </define>
  </xsl:template>

  <xsl:template mode="grammar" as="empty-sequence()" match="constraintSpec"/>

  <xsl:function name="f:ref" as="element()">
    <xsl:param name="name" as="xs:string"/>
    <ref name="{$name}"/>
  </xsl:function>

  <xsl:function name="f:choice" as="element()*">
    <xsl:param name="patterns" as="element()*"/>
    <xsl:choose>
      <xsl:when test="count($patterns) gt 1"><choice><xsl:sequence select="$patterns"/></choice></xsl:when>
      <xsl:otherwise><xsl:sequence select="$patterns"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- What editors of XML show when a name is chosen. -->
  <xsl:function name="f:documentation" as="element()?">
    <xsl:param name="spec" as="element()"/>
    <xsl:for-each select="$spec/desc[1]">
      <a:documentation><xsl:value-of select="normalize-space(.)"/></a:documentation>
    </xsl:for-each>
  </xsl:function>

  <!-- The attribute classes of a specification, in the order in which it names them. -->
  <xsl:function name="f:attribute-classes" as="xs:string*">
    <xsl:param name="spec" as="element()"/>
    <xsl:for-each select="$spec/classes/memberOf">
      <xsl:variable name="class" as="element(classSpec)?" select="key('spec', @key)[self::classSpec]"/>
      <xsl:if test="empty($class)">
        <xsl:message terminate="yes" expand-text="yes">{$spec/@ident} is to be in the class {@key}; there is none.</xsl:message>
      </xsl:if>
      <xsl:sequence select="$class[@type = 'atts']/string(@ident)"/>
    </xsl:for-each>
  </xsl:function>

</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!--
  A Schematron schema as one stylesheet. Its result is a flat list:

    <failures><failure code="T111" role="error" at="1/2/3">This annotation says neither …</failure></failures>

  `at` is the place of the element: the position of each ancestor and of itself among the child elements of its
  parent, from the document element (always 1) down. `code` is the id of the pattern.

  The elements are walked once, and each is asked only the patterns that have a context with its name. The few patterns
  about attributes or text look for them by themselves. In a pattern the first rule that matches wins, as ISO/IEC 19757-3 has it. Where a stylesheet cannot know from where
  a document was read, the caller says it: base-uri(/) in a schema becomes the parameter `address`.
-->
<xsl:package name="https://encoder.invalid/xslt/schema/checker" package-version="1.0" version="3.0" declared-modes="yes"
             xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="https://encoder.invalid/ns/functions"
                xmlns:out="https://encoder.invalid/ns/out"
                xpath-default-namespace="http://purl.oclc.org/dsdl/schematron"
                exclude-result-prefixes="#all">

  <xsl:include href="contexts.xsl"/>

  <xsl:output method="xml" indent="yes"/>
  <xsl:namespace-alias stylesheet-prefix="out" result-prefix="xsl"/>

  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="checker" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="test" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="message" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" as="element()">
    <xsl:apply-templates mode="checker"/>
  </xsl:template>

  <xsl:template mode="checker" as="element()" match="schema">
    <out:package version="3.0" declared-modes="yes" name="https://encoder.invalid/xslt/checker" package-version="1.0"
                 exclude-result-prefixes="#all">
      <xsl:for-each select="ns"><xsl:namespace name="{@prefix}" select="@uri"/></xsl:for-each>
      <xsl:namespace name="xs" select="'http://www.w3.org/2001/XMLSchema'"/>
      <xsl:namespace name="f" select="'https://encoder.invalid/ns/functions'"/>
      <xsl:comment> Made from edition.sch; change edition.odd and make both again. </xsl:comment>
      <out:output method="xml" indent="no" omit-xml-declaration="yes"/>
      <out:param name="address" as="xs:string" select="string(base-uri(/))"/>
      <out:mode on-no-match="fail" on-multiple-match="fail"/>
      <out:mode name="node" on-no-match="fail" on-multiple-match="fail"/>
      <out:template match="/" as="element(failures)">
        <failures xmlns="">
          <out:apply-templates select="*" mode="node"/>
          <xsl:for-each select="pattern[not(f:elements(.))]">
            <out:apply-templates select="{f:selected(rule/@context)}" mode="{@id}"/>
          </xsl:for-each>
        </failures>
      </out:template>
      <xsl:sequence select="f:dispatch(pattern[f:elements(.)])"/>
      <xsl:apply-templates mode="checker" select="pattern"/>
      <xsl:call-template name="place"/>
    </out:package>
  </xsl:template>

  <xsl:template mode="checker" as="element()+" match="pattern">
    <out:mode name="{@id}" on-no-match="deep-skip" on-multiple-match="fail"/>
    <xsl:apply-templates mode="checker" select="rule"/>
  </xsl:template>

  <xsl:template mode="checker" as="element()" match="rule">
    <out:template mode="{../@id}" as="element(failure)*" match="{@context}">
      <xsl:if test="count(../rule) gt 1">
        <xsl:attribute name="priority" select="count(following-sibling::rule) + 1"/>
      </xsl:if>
      <xsl:apply-templates mode="test" select="*"/>
    </out:template>
  </xsl:template>

  <xsl:template mode="test" as="element()" match="let">
    <out:variable name="{@name}" select="{f:expression(@value)}"/>
  </xsl:template>

  <xsl:template mode="test" as="element()" match="assert | report">
    <out:if test="{if (self::assert) then 'not(' || f:expression(@test) || ')' else f:expression(@test)}">
      <failure xmlns="" code="{ancestor::pattern/@id}" role="{(@role, 'error')[1]}" at="{{f:place(.)}}">
        <xsl:apply-templates mode="message"/>
      </failure>
    </out:if>
  </xsl:template>

  <xsl:template mode="message" as="element()" match="value-of">
    <out:value-of select="{f:expression(@select)}"/>
  </xsl:template>

  <xsl:template mode="message" as="element()" match="name">
    <out:value-of select="name({@path})"/>
  </xsl:template>

  <xsl:template mode="message" as="element()" match="text()">
    <out:text><xsl:value-of select="replace(., '\s+', ' ')"/></out:text>
  </xsl:template>

  <xsl:function name="f:expression" as="xs:string">
    <xsl:param name="xpath" as="xs:string"/>
    <xsl:sequence select="replace($xpath, 'base-uri\(/\)', '\$address')"/>
  </xsl:function>

  <xsl:template name="place" as="element()">
    <out:function name="f:place" as="xs:string">
      <out:param name="node" as="node()"/>
      <out:sequence select="string-join($node/ancestor-or-self::*/(1 + count(preceding-sibling::*)), '/')"/>
    </out:function>
  </xsl:template>

</xsl:package>

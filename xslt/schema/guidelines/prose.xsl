<?xml version="1.0" encoding="UTF-8"?>
<!-- The running text of the guidelines, and the table of its contents. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="https://encoder.invalid/ns/functions"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:mode name="prose" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="imprint" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template name="contents" as="element()?">
    <xsl:param name="in" as="element()"/>
    <xsl:where-populated>
      <ol>
        <xsl:for-each select="$in/div">
          <li>
            <a href="#{@xml:id}"><xsl:value-of select="head"/></a>
            <xsl:call-template name="contents"><xsl:with-param name="in" select="."/></xsl:call-template>
          </li>
        </xsl:for-each>
        <xsl:if test="$in/self::body">
          <li><a href="#elements">All elements</a></li>
          <li><a href="#rules">All rules</a></li>
        </xsl:if>
      </ol>
    </xsl:where-populated>
  </xsl:template>

  <xsl:template mode="prose" as="element()" match="div">
    <section id="{@xml:id}"><xsl:apply-templates mode="prose" select="*"/></section>
  </xsl:template>

  <xsl:template mode="prose" as="element()" match="div/head">
    <xsl:element name="h{1 + count(ancestor::div)}"><xsl:apply-templates mode="prose"/></xsl:element>
  </xsl:template>

  <xsl:template mode="prose" as="element()" match="p"><p><xsl:apply-templates mode="prose"/></p></xsl:template>

  <xsl:template mode="prose" as="element()" match="q"><q><xsl:apply-templates mode="prose"/></q></xsl:template>

  <xsl:template mode="prose" as="element()" match="gi">
    <a class="element" href="#element.{.}"><code><xsl:value-of select="."/></code></a>
  </xsl:template>

  <xsl:template mode="prose" as="element()" match="att">
    <code class="attribute"><xsl:value-of select="'@' || ."/></code>
  </xsl:template>

  <xsl:template mode="prose" as="element()" match="val | ident | code">
    <code><xsl:value-of select="."/></code>
  </xsl:template>

  <xsl:template mode="prose" as="element()" match="tag">
    <code><xsl:value-of select="'&lt;' || . || '/&gt;'"/></code>
  </xsl:template>

  <xsl:template mode="prose" as="element()" match="ptr[starts-with(@target, '#')]">
    <xsl:variable name="goal" as="element(div)" select="id(substring(@target, 2))"/>
    <a href="{@target}"><xsl:value-of select="$goal/head"/></a>
  </xsl:template>

  <xsl:template mode="prose" as="text()" match="text()"><xsl:sequence select="."/></xsl:template>

  <xsl:template mode="prose" as="element()*" match="specGrp"><xsl:apply-templates mode="prose" select="*"/></xsl:template>

  <xsl:template mode="prose" as="empty-sequence()" match="schemaSpec"/>

  <xsl:template mode="imprint" as="element()" match="publicationStmt">
    <p>
      <xsl:value-of select="publisher || ', ' || date || '. '"/>
      <a href="{availability/licence/@target}"><xsl:value-of select="availability/licence"/></a>
    </p>
  </xsl:template>

</xsl:stylesheet>

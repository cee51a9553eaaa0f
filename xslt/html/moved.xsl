<?xml version="1.0" encoding="UTF-8"?>
<!-- Addresses that were published once: a page that leads from a document's old name to its new one, and at the end of a
     document where the passages are that it had. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all">

  <xsl:template mode="page" as="element(h:html)" match="moved">
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="f:label(if (@to = '') then 'withdrawn' else 'moved') || ' – ' || $edition/edition/title"/>
      <xsl:with-param name="kind" select="'moved'"/>
      <xsl:with-param name="description" select="''"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template mode="links" as="element()*" match="moved">
    <xsl:if test="@to ne ''">
      <meta http-equiv="refresh" content="0; url={f:moved-to(@to)}"/>
      <xsl:for-each select="$edition/edition/@url">
        <link rel="canonical" href="{. || f:moved-to(current()/@to)}"/>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <xsl:template mode="main" as="element(h:header)" match="moved">
    <header class="headnote" id="edition-text" tabindex="-1">
      <h1><xsl:value-of select="f:label(if (@to = '') then 'withdrawn' else 'moved')"/></h1>
      <p><xsl:sequence select="f:moved-link(.)"/></p>
    </header>
  </xsl:template>

  <!-- The passages that the document once had. -->
  <xsl:template name="moved" as="element(h:ul)?">
    <xsl:variable name="moved" as="element(moved)*" select="$edition/edition/moved[starts-with(@from, $id || '#')]"/>
    <xsl:if test="$moved">
      <ul class="moved">
        <xsl:for-each select="$moved">
          <li id="{substring-after(@from, '#')}"><xsl:sequence select="f:moved-link(.)"/></li>
        </xsl:for-each>
      </ul>
    </xsl:if>
  </xsl:template>

  <xsl:function name="f:moved-link" as="node()+">
    <xsl:param name="moved" as="element(moved)"/>
    <xsl:value-of select="f:label(if ($moved/@to = '') then 'withdrawn-was' else 'moved-was', map { 'name': string($moved/@from) })"/>
    <xsl:if test="$moved/@to ne ''">
      <xsl:text> </xsl:text>
      <a href="{f:moved-to($moved/@to)}"><xsl:value-of select="$moved/@to"/></a>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:moved-to" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:variable name="passage" as="xs:string?" select="tokenize($name, '#')[2]"/>
    <xsl:sequence select="encode-for-uri(tokenize($name, '#')[1]) || '.html' || $passage ! ('#' || .)"/>
  </xsl:function>

</xsl:stylesheet>

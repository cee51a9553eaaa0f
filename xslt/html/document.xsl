<?xml version="1.0" encoding="UTF-8"?>
<!-- The page of one document: headnote, text, notes, and what there is to know about it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template mode="page" as="element(h:html)" match="TEI[$other]">
    <xsl:call-template name="parallel"/>
  </xsl:template>

  <xsl:template mode="main" as="element()+" match="TEI[$other]">
    <xsl:call-template name="parallel-main"/>
  </xsl:template>

  <xsl:template mode="page" as="element(h:html)" match="TEI[not($other)]">
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="f:title(.) || ' – ' || $edition/Q{}edition/Q{}title"/>
      <xsl:with-param name="kind" select="'document'"/>
      <xsl:with-param name="description" select="normalize-space(teiHeader/profileDesc/abstract)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template mode="links" as="element()+" match="TEI[not($other)]">
    <link rel="alternate" type="application/tei+xml" href="tei/{$id}.xml" title="{f:label('tei')}"/>
    <xsl:for-each select="$previous/Q{}document">
      <link rel="prev" href="{@id}.html"/>
    </xsl:for-each>
    <xsl:for-each select="$next/Q{}document">
      <link rel="next" href="{@id}.html"/>
    </xsl:for-each>
    <xsl:call-template name="data"/>
  </xsl:template>

  <xsl:template mode="main" as="element(h:article)" match="TEI[not($other)]">
    <article>
      <xsl:call-template name="headnote"/>
      <xsl:call-template name="view-switch"/>
      <xsl:call-template name="counterparts"/>
      <div class="text" id="edition-text" tabindex="-1">
        <xsl:sequence select="f:language((text/@xml:lang, @xml:lang)[1])"/>
        <xsl:apply-templates select="* except teiHeader" mode="flow"/>
      </div>
      <xsl:call-template name="notes"/>
      <xsl:call-template name="about"/>
      <xsl:call-template name="moved"/>
    </article>
  </xsl:template>

  <!-- To the text that this one corresponds to, and to both side by side. -->
  <xsl:template name="counterparts" as="element(h:ul)?">
    <xsl:variable name="others" as="xs:string*" select="distinct-values(
        text//(p | ab | head | item | l | lg | signed | salute | dateline)/@corresp
        ! tokenize(.)[contains(., '#')] ! (if (starts-with(., '#')) then $id else replace(., '^([^/:#]+)\.xml#.*$', '$1')))
        [f:page-address(.)]"/>
    <xsl:if test="exists($others)">
      <ul class="ways">
        <li><a href="parallel/{$id}.html"><xsl:value-of select="f:label('parallel')"/></a></li>
        <xsl:for-each select="$others[. ne $id]">
          <li><a href="{f:page-address(.)}"><xsl:value-of select="f:label('counterpart')"/></a></li>
        </xsl:for-each>
      </ul>
    </xsl:if>
  </xsl:template>

  <!-- To the documents before and after it, and to the table of all. -->
  <xsl:template mode="way" as="element(h:nav)" match="TEI">
    <nav aria-label="{f:label('documents')}">
      <ul>
        <xsl:for-each select="$previous/Q{}document">
          <li class="previous"><xsl:sequence select="f:neighbour(., 'previous', 'prev')"/></li>
        </xsl:for-each>
        <xsl:sequence select="f:shared-way()"/>
        <xsl:for-each select="$next/Q{}document">
          <li class="next"><xsl:sequence select="f:neighbour(., 'next', 'next')"/></li>
        </xsl:for-each>
      </ul>
    </nav>
  </xsl:template>

  <xsl:function name="f:neighbour" as="element(h:a)">
    <xsl:param name="entry" as="element()"/>
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="relation" as="xs:string"/>
    <a href="{$entry/@id}.html" rel="{$relation}" title="{$entry/@title}">
      <xsl:value-of select="f:label($label)"/>
      <span class="hidden"><xsl:value-of select="': ' || $entry/@title"/></span>
    </a>
  </xsl:function>

  <!-- As many notes as beside.css has rules for can stand beside the text; a document with more keeps them below. -->
  <xsl:variable name="notes-beside" as="xs:integer" select="30"/>

  <xsl:template name="notes" as="element(h:section)?">
    <xsl:variable name="notes" as="element(note)*" select="f:called-notes(* except teiHeader)"/>
    <xsl:if test="$notes">
      <section class="notes editor{if (count($notes) le $notes-beside) then ' beside' else ''}" role="doc-endnotes"
               aria-labelledby="edition-notes">
        <h2 id="edition-notes">
          <xsl:value-of select="(text//div[f:is-emptied(.)]/head/normalize-space(), f:label('notes'))[1]"/>
        </h2>
        <ol>
          <xsl:sequence select="f:language((text/@xml:lang, @xml:lang)[1])"/>
          <xsl:apply-templates select="$notes" mode="listed"/>
        </ol>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="about" as="element(h:section)">
    <section class="about" aria-labelledby="edition-about">
      <h2 id="edition-about"><xsl:value-of select="f:label('facts')"/></h2>
      <dl class="facts">
        <div class="cite">
          <dt><xsl:value-of select="f:label('cite')"/></dt>
          <dd><xsl:sequence select="f:edition-language()"/><xsl:value-of select="f:cited(.)"/></dd>
        </div>
        <xsl:call-template name="provenance"/>
        <xsl:call-template name="terms"/>
        <xsl:call-template name="state"/>
        <div>
          <dt><xsl:value-of select="f:label('file')"/></dt>
          <dd><xsl:call-template name="downloads"/></dd>
        </div>
      </dl>
      <xsl:call-template name="record"/>
    </section>
  </xsl:template>

</xsl:stylesheet>

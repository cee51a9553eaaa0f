<?xml version="1.0" encoding="UTF-8"?>
<!-- The contents, the landmarks and the list of pages. EPUB 3.3, 7. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:epub="http://www.idpf.org/2007/ops"
                xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all">

  <xsl:template mode="part" as="element(h:html)" match="nav">
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="f:label('contents')"/>
      <xsl:with-param name="content" as="element(h:nav)+">
        <nav id="toc">
          <xsl:sequence select="f:role('toc')"/>
          <h1><xsl:value-of select="f:label('contents')"/></h1>
          <ol>
            <xsl:sequence select="f:way('title.xhtml', $facts/title, f:edition-language()),
                                  f:way('principles.xhtml', f:label('principles'), ())"/>
            <xsl:apply-templates select="$facts/documents/document" mode="contents"/>
            <xsl:sequence select="f:way('names.xhtml'[exists($facts/register/*)], f:label('names'), ()),
                                  f:way('colophon.xhtml', f:label('colophon'), ())"/>
          </ol>
        </nav>
        <nav epub:type="landmarks" aria-label="{f:label('landmarks')}" hidden="hidden">
          <ol>
            <xsl:sequence select="
                f:landmark('titlepage', 'title.xhtml', f:label('title-page')),
                f:landmark('toc', '#toc', f:label('contents')),
                f:landmark('preface', 'principles.xhtml', f:label('principles')),
                f:landmark('bodymatter', $facts/documents/document[1]/f:page-address(@id), f:label('documents')),
                f:landmark('index', 'names.xhtml'[exists($facts/register/*)], f:label('names')),
                f:landmark('colophon', 'colophon.xhtml', f:label('colophon'))"/>
          </ol>
        </nav>
        <xsl:if test="exists($pages)">
          <nav role="doc-pagelist" epub:type="page-list" aria-label="{f:label('page-list')}" hidden="hidden">
            <ol>
              <xsl:for-each select="$pages">
                <xsl:sequence select="f:way(f:page-address(../@id) || '#' || @id, f:page-label(.), ())"/>
              </xsl:for-each>
            </ol>
          </nav>
        </xsl:if>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:variable name="pages" as="element(page)*" select="$facts/documents/document/page"/>

  <!-- The number of a page of a copy is one of its document only. -->
  <xsl:function name="f:page-label" as="xs:string">
    <xsl:param name="page" as="element(page)"/>
    <xsl:sequence select="($page/@label/string(),
                           f:label('page-of-copy', map { 'number': string($page/../@number),
                                                         'n': string(($page/@n[string()], '?')[1]) }))[1]"/>
  </xsl:function>

  <xsl:mode name="contents" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template mode="contents" as="element(h:li)" match="document">
    <li>
      <a href="{f:page-address(@id)}">
        <xsl:value-of select="@number || '. '"/>
        <span><xsl:sequence select="f:language(@language)"/><xsl:value-of select="@title"/></span>
        <xsl:value-of select="@date[string()] ! (f:label('comma') || .)"/>
      </a>
      <xsl:if test="count(head) gt 1">
        <ol>
          <xsl:for-each select="head">
            <xsl:sequence select="f:way(f:page-address(../@id) || '#' || @id, string(), f:language(../@language))"/>
          </xsl:for-each>
        </ol>
      </xsl:if>
    </li>
  </xsl:template>

  <xsl:function name="f:way" as="element(h:li)?">
    <xsl:param name="href" as="xs:string?"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="language" as="attribute()*"/>
    <xsl:if test="$href">
      <li><a href="{$href}"><xsl:sequence select="$language"/><xsl:value-of select="$words"/></a></li>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:landmark" as="element(h:li)?">
    <xsl:param name="type" as="xs:string"/>
    <xsl:param name="href" as="xs:string?"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:if test="$href">
      <li><a epub:type="{$type}" href="{$href}"><xsl:value-of select="$words"/></a></li>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- Before and behind the documents: title, editorial principles with the list of signs, colophon. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:epub="http://www.idpf.org/2007/ops" xmlns:t="http://www.tei-c.org/ns/1.0"
                xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all">

  <xsl:variable name="facts" as="element(edition)" select="$edition/edition"/>

  <xsl:template mode="part" as="element(h:html)" match="title-page">
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="string($facts/title)"/>
      <xsl:with-param name="content" as="element(h:section)">
        <section epub:type="titlepage">
          <xsl:sequence select="f:edition-language()"/>
          <h1><xsl:value-of select="$facts/title"/></h1>
          <xsl:for-each select="$facts/subtitle[string()]">
            <p class="subtitle" role="doc-subtitle"><xsl:value-of select="."/></p>
          </xsl:for-each>
          <xsl:for-each-group select="$facts/editor" group-by="string(@role)">
            <p class="editors">
              <xsl:value-of select="f:label('by-role', map { 'role': f:term('role', current-grouping-key()),
                                                             'names': string-join(current-group(), f:label('list-comma')) })"/>
            </p>
          </xsl:for-each-group>
          <p class="imprint">
            <xsl:value-of select="string-join(($facts/publisher, $facts/place, substring($facts/@date, 1, 4))[string()],
                                              f:label('comma'))"/>
          </p>
        </section>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template mode="part" as="element(h:html)" match="principles">
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="f:label('principles')"/>
      <xsl:with-param name="content" as="element(h:section)">
        <section role="doc-preface" epub:type="preface">
          <h1><xsl:value-of select="f:label('principles')"/></h1>
          <xsl:for-each select="$facts/description[normalize-space()]">
            <p><xsl:sequence select="f:edition-language()"/><xsl:value-of select="normalize-space()"/></p>
          </xsl:for-each>
          <p><xsl:value-of select="f:label('view-critical-meaning')"/></p>
          <dl class="principles">
            <xsl:sequence select="f:language('en')"/>
            <xsl:for-each select="$facts/guidelines/t:div">
              <div>
                <dt><xsl:value-of select="t:head"/></dt>
                <dd><xsl:sequence select="f:chapter(.)"/></dd>
              </div>
            </xsl:for-each>
          </dl>
          <h2 id="signs"><xsl:value-of select="f:label('signs')"/></h2>
          <dl class="signs">
            <xsl:for-each select="$style/style/examples/example">
              <div>
                <dt><xsl:value-of select="f:label('sign-' || @sign)"/></dt>
                <dd><xsl:sequence select="f:language('en')"/><xsl:apply-templates mode="flow"/></dd>
              </div>
            </xsl:for-each>
          </dl>
        </section>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- What the guidelines say first of a reading; where they point to another, its heading. -->
  <xsl:function name="f:chapter" as="node()*">
    <xsl:param name="chapter" as="element(t:div)"/>
    <xsl:variable name="words" as="document-node()">
      <xsl:document><xsl:apply-templates select="$chapter/t:p[1]" mode="chapter"/></xsl:document>
    </xsl:variable>
    <xsl:apply-templates select="$words/t:p/node()" mode="flow"/>
  </xsl:function>

  <xsl:mode name="chapter" on-no-match="shallow-copy" on-multiple-match="fail"/>

  <xsl:template mode="chapter" as="element(t:title)" match="t:ptr">
    <t:title><xsl:value-of select="(../../../t:div[@xml:id = substring(current()/@target, 2)]/t:head, @target)[1]"/></t:title>
  </xsl:template>

  <xsl:template mode="part" as="element(h:html)" match="colophon">
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="f:label('colophon')"/>
      <xsl:with-param name="content" as="element(h:section)">
        <section role="doc-colophon" epub:type="colophon">
          <h1><xsl:value-of select="f:label('colophon')"/></h1>
          <dl class="facts">
            <xsl:for-each-group select="$facts/editor" group-by="string(@role)">
              <xsl:sequence select="f:fact(f:term('role', current-grouping-key()), current-group())"/>
            </xsl:for-each-group>
            <xsl:sequence select="
                f:fact(f:label('published-by'), string-join(($facts/publisher, $facts/place)[string()], f:label('comma'))),
                f:fact(f:label('state'), f:label('parentheses', map { 'before': string($facts/@date),
                                                                      'inside': f:term('status', $facts/@status) })),
                f:fact(f:label('program'), $facts/@program),
                f:fact(f:label('identifier'), $facts/@identifier)"/>
            <div>
              <dt><xsl:value-of select="f:label('licence')"/></dt>
              <dd>
                <a href="{$facts/licence/@href}" rel="license"><xsl:value-of select="$facts/licence"/></a>
                <xsl:value-of select="$facts/rights[string()] ! ('. ' || normalize-space())"/>
              </dd>
            </div>
          </dl>
        </section>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>

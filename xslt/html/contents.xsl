<?xml version="1.0" encoding="UTF-8"?>
<!-- The first page: what the edition is, its documents, its signs, its colophon. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all">

  <xsl:template mode="page" as="element(h:html)" match="edition">
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="string(title)"/>
      <xsl:with-param name="kind" select="'contents'"/>
      <xsl:with-param name="description" select="normalize-space(description)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template mode="main" as="element()+" match="edition">
    <header class="headnote">
      <h1><xsl:sequence select="f:edition-language()"/><xsl:value-of select="title"/></h1>
      <xsl:for-each select="subtitle[string(.)]">
        <p class="subtitle"><xsl:sequence select="f:edition-language()"/><xsl:value-of select="."/></p>
      </xsl:for-each>
      <xsl:for-each select="description[string(.)]">
        <p class="description"><xsl:sequence select="f:edition-language()"/><xsl:value-of select="normalize-space(.)"/></p>
      </xsl:for-each>
    </header>
    <xsl:call-template name="documents"/>
    <xsl:call-template name="views-explained"/>
    <xsl:call-template name="list-of-signs"/>
    <xsl:call-template name="colophon"/>
  </xsl:template>

  <xsl:template name="documents" as="element(h:section)">
    <section id="edition-text" tabindex="-1" aria-labelledby="edition-documents">
      <h2 id="edition-documents"><xsl:value-of select="f:label('documents')"/></h2>
      <table class="documents">
        <caption><xsl:value-of select="f:label('documents-caption')"/></caption>
        <thead>
          <tr>
            <xsl:for-each select="'number', 'date', 'title', 'reference', 'file'">
              <th scope="col"><xsl:value-of select="f:label(.)"/></th>
            </xsl:for-each>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="documents/document">
            <tr>
              <td class="number"><xsl:value-of select="position()"/></td>
              <td class="date"><xsl:value-of select="(@date[string(.)], f:label('undated'))[1]"/></td>
              <th scope="row" class="title">
                <a href="{@id}.html"><xsl:sequence select="f:language(@language)"/><xsl:value-of select="@title"/></a>
              </th>
              <td class="reference"><xsl:value-of select="@reference"/></td>
              <td class="file">
                <a href="tei/{@id}.xml" type="application/tei+xml"
                   aria-label="{f:label('tei-title', map { 'title': string(@title) })}">
                  <xsl:value-of select="f:label('tei')"/>
                </a>
              </td>
            </tr>
            <xsl:text>&#10;</xsl:text>
          </xsl:for-each>
        </tbody>
      </table>
    </section>
  </xsl:template>

  <xsl:template name="views-explained" as="element(h:section)">
    <section class="views-explained" aria-labelledby="edition-views">
      <h2 id="edition-views"><xsl:value-of select="f:label('views')"/></h2>
      <dl>
        <xsl:for-each select="$views">
          <div>
            <dt><xsl:value-of select="f:label('view-' || .)"/></dt>
            <dd><xsl:value-of select="f:label('view-' || . || '-meaning')"/></dd>
          </div>
        </xsl:for-each>
      </dl>
    </section>
  </xsl:template>

  <xsl:template name="colophon" as="element(h:section)">
    <section class="colophon" aria-labelledby="edition-colophon">
      <h2 id="edition-colophon"><xsl:value-of select="f:label('colophon')"/></h2>
      <dl class="facts">
        <xsl:for-each-group select="editor" group-by="string(@role)">
          <xsl:sequence select="f:fact(f:term('role', current-grouping-key()), current-group())"/>
        </xsl:for-each-group>
        <xsl:sequence select="
            f:fact(f:label('published-by'), string-join((publisher, place)[string(.)], f:label('comma'))),
            f:fact(f:label('state'), f:label('parentheses', map { 'before': string(@date),
                                                                  'inside': f:term('status', @status) })),
            f:fact(f:label('program'), @program)"/>
        <div>
          <dt><xsl:value-of select="f:label('coverage')"/></dt>
          <dd><a href="coverage.html"><xsl:value-of select="f:label('coverage-caption')"/></a></dd>
        </div>
        <div>
          <dt><xsl:value-of select="f:label('licence')"/></dt>
          <dd>
            <a href="{licence/@href}" rel="license"><xsl:value-of select="licence"/></a>
            <xsl:value-of select="rights[string(.)] ! ('. ' || normalize-space(.))"/>
          </dd>
        </div>
      </dl>
    </section>
  </xsl:template>

</xsl:stylesheet>

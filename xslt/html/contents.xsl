<?xml version="1.0" encoding="UTF-8"?>
<!-- The first page: what the edition is, and its documents. -->
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
  </xsl:template>

  <xsl:template name="documents" as="element(h:section)">
    <section id="edition-text" tabindex="-1" aria-labelledby="edition-documents">
      <h2 id="edition-documents"><xsl:value-of select="f:label('documents')"/></h2>
      <xsl:variable name="lists" as="xs:string*" select="('senders', 'addressees', 'archives', 'classes')[. = tokenize($edition/edition/@pages)]"/>
      <xsl:if test="exists($lists)">
        <ul class="ways" aria-label="{f:label('lists')}">
          <xsl:for-each select="$lists">
            <li><a href="{.}.html"><xsl:value-of select="f:label(.)"/></a></li>
          </xsl:for-each>
        </ul>
      </xsl:if>
      <table class="documents sortable">
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
              <td class="date" data-sort="{@from}"><xsl:value-of select="(@date[string(.)], f:label('undated'))[1]"/></td>
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

</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- The coverage report: each element and attribute value of the texts, and where the pages show it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all">

  <xsl:template mode="page" as="element(h:html)" match="coverage">
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="f:label('coverage') || ' – ' || $edition/edition/title"/>
      <xsl:with-param name="kind" select="'coverage'"/>
      <xsl:with-param name="description" select="''"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template mode="main" as="element()+" match="coverage">
    <header class="headnote" id="edition-text" tabindex="-1">
      <h1><xsl:value-of select="f:label('coverage')"/></h1>
      <p><xsl:value-of select="f:label('coverage-meaning')"/></p>
    </header>
    <div class="table" role="region" tabindex="0" aria-labelledby="edition-coverage">
      <table class="sortable">
        <caption id="edition-coverage"><xsl:value-of select="f:label('coverage-caption')"/></caption>
        <thead>
          <tr>
            <xsl:for-each select="'element', 'attribute', 'value', 'times', 'documents', 'shown'">
              <th scope="col"><xsl:value-of select="f:label('coverage-' || .)"/></th>
            </xsl:for-each>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="row">
            <tr>
              <th scope="row"><code><xsl:value-of select="@element"/></code></th>
              <td><code><xsl:value-of select="@attribute[string(.)] ! ('@' || .)"/></code></td>
              <td lang=""><xsl:value-of select="@value"/></td>
              <td class="figure"><xsl:value-of select="@times"/></td>
              <td class="figure"><a href="{f:page-address(@first)}"><xsl:value-of select="@documents"/></a></td>
              <td lang="en">
                <xsl:value-of select="(@place[string(.)], f:label('coverage-nowhere'))[1]"/>
              </td>
            </tr>
            <xsl:text>&#10;</xsl:text>
          </xsl:for-each>
        </tbody>
      </table>
    </div>
  </xsl:template>

</xsl:stylesheet>

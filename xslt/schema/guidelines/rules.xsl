<?xml version="1.0" encoding="UTF-8"?>
<!-- Rules: each with its code where it is specified, and all in a table at the end. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:sch="http://purl.oclc.org/dsdl/schematron"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:mode name="told" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template mode="prose" as="element()" match="constraintSpec">
    <div class="rule" id="{@ident}">
      <p>
        <strong>Rule <xsl:value-of select="@ident"/></strong>
        <xsl:text>: </xsl:text>
        <xsl:apply-templates mode="prose" select="desc/node()"/>
      </p>
      <ul>
        <xsl:for-each select=".//(sch:assert | sch:report)">
          <li>
            <span class="severity"><xsl:value-of select="(@role, 'error')[1]"/></span>
            <xsl:text>: </xsl:text>
            <xsl:apply-templates mode="told"/>
          </li>
        </xsl:for-each>
      </ul>
    </div>
  </xsl:template>

  <!-- Where the message has words of the document, three dots. -->
  <xsl:template mode="told" as="text()" match="sch:value-of | sch:name">…</xsl:template>

  <xsl:template mode="told" as="text()" match="sch:*/text()"><xsl:sequence select="."/></xsl:template>

  <xsl:template name="rules" as="element()">
    <section id="rules">
      <h2>All rules</h2>
      <table>
        <caption>The codes of the rules, as the program tells them</caption>
        <thead><tr><th scope="col">Code</th><th scope="col">Severity</th><th scope="col">Rule</th></tr></thead>
        <tbody>
          <xsl:for-each select="//constraintSpec">
            <xsl:sort select="@ident"/>
            <tr>
              <th scope="row"><a href="#{@ident}"><xsl:value-of select="@ident"/></a></th>
              <td><xsl:value-of select="distinct-values(.//(sch:assert | sch:report)/(@role, 'error')[1])" separator=", "/></td>
              <td><xsl:apply-templates mode="prose" select="desc/node()"/></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </section>
  </xsl:template>

</xsl:stylesheet>

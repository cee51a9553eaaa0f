<?xml version="1.0" encoding="UTF-8"?>
<!-- The list of signs: each example of style.xml as the three views show it, made by the templates of the text. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all">

  <xsl:template name="list-of-signs" as="element(h:section)">
    <section class="signs" aria-labelledby="edition-signs">
      <h2 id="edition-signs"><xsl:value-of select="f:label('signs')"/></h2>
      <table class="signs">
        <caption><xsl:value-of select="f:label('signs-caption')"/></caption>
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="f:label('sign-meaning')"/></th>
            <xsl:for-each select="'critical', 'reading', 'diplomatic'">
              <th scope="col"><xsl:value-of select="f:label('view-' || .)"/></th>
            </xsl:for-each>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="$style/style/examples/example">
            <xsl:variable name="example" as="element()" select="."/>
            <tr>
              <th scope="row"><xsl:value-of select="f:label('sign-' || @sign)"/></th>
              <xsl:for-each select="'critical', 'reading', 'diplomatic'">
                <td data-view="{.}" data-label="{f:label('view-' || .)}">
                  <span lang="en"><xsl:apply-templates select="$example/node()" mode="flow"/></span>
                </td>
              </xsl:for-each>
            </tr>
            <xsl:text>&#10;</xsl:text>
          </xsl:for-each>
        </tbody>
      </table>
    </section>
  </xsl:template>

</xsl:stylesheet>

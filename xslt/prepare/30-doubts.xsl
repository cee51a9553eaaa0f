<?xml version="1.0" encoding="UTF-8"?>
<!-- A certainty goes to the end of its element: the encoder writes it first, a reader wants its sign last. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:mode name="doubts" on-no-match="shallow-copy" on-multiple-match="fail"/>

  <!-- Without a doubt there is nothing to do, and the copy is spared. -->
  <xsl:template mode="doubts" as="document-node()" match="document-node()[not(descendant::certainty)]">
    <xsl:sequence select="."/>
  </xsl:template>

  <xsl:template mode="doubts" as="element()" match="*[certainty[not(@locus = 'start')]]">
    <xsl:variable name="last" as="element(certainty)+" select="certainty[not(@locus = 'start')]"/>
    <xsl:copy>
      <xsl:apply-templates select="@*, node() except $last, $last" mode="doubts"/>
    </xsl:copy>
  </xsl:template>

</xsl:stylesheet>

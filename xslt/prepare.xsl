<?xml version="1.0" encoding="UTF-8"?>
<!--
  TEI to TEI′: what every edition needs once, whichever form it then takes.

  The steps are run in the order of their numbers. After them these things hold, and a rendering may rely on them:

  10 notes        A foot note that a ref[@type='footnote'] calls stands at the place of its first call, instead of that
                  ref. A foot note that nobody calls stays where it was. A second call of the same note stays a ref.
                  A note in running text that says neither its type nor its place is a foot note.
  20 numbers      Every note called out in the text (an editorial or foot note whose parent holds running text) has @n.
                  A typed @n is kept. No two calls of a document get the same sign unless they were typed so: see 20.
                  A note that stands between blocks is not called out, and gets no @n that was not typed.
  30 doubts       A certainty stands at the end of its element, where its sign is set; only one with locus="start"
                  stays in front.
  40 identifiers  Every p, ab, head and item of the text outside notes has an xml:id (p1, p2, …), every editorial note,
                  foot note and annotation (n1, n2, …), every certainty (d1, d2, …), every pb (pb1, pb2, …). An xml:id that was there is kept,
                  and none is given twice.

  Everything else, white space included, is as it came. Nothing generated is put in an attribute that TEI does not
  have, so far: what needs one goes into the namespace https://encoder.invalid/ns/prepared.
-->
<xsl:package name="https://encoder.invalid/xslt/prepare" package-version="1.0" version="3.0" declared-modes="yes"
             xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
             xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:include href="flow/standing.xsl"/>
  <xsl:include href="prepare/10-notes.xsl"/>
  <xsl:include href="prepare/20-numbers.xsl"/>
  <xsl:include href="prepare/30-doubts.xsl"/>
  <xsl:include href="prepare/40-identifiers.xsl"/>

  <xsl:output method="xml" indent="no"/>
  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>

  <!-- Only what is not the header goes through the steps. The header is copied once, at the end. -->
  <xsl:template match="/" as="document-node()">
    <xsl:variable name="text" as="document-node()">
      <xsl:document><xsl:sequence select="TEI/(* except teiHeader)"/></xsl:document>
    </xsl:variable>
    <xsl:variable name="noted" as="document-node()">
      <xsl:apply-templates select="$text" mode="notes"/>
    </xsl:variable>
    <xsl:variable name="numbered" as="document-node()">
      <xsl:apply-templates select="$noted" mode="numbers"/>
    </xsl:variable>
    <xsl:variable name="doubted" as="document-node()">
      <xsl:apply-templates select="$numbered" mode="doubts"/>
    </xsl:variable>
    <xsl:document>
      <xsl:copy select="TEI">
        <xsl:sequence select="@*, teiHeader"/>
        <xsl:apply-templates select="$doubted/*" mode="identifiers"/>
      </xsl:copy>
    </xsl:document>
  </xsl:template>

</xsl:package>

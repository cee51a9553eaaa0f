<?xml version="1.0" encoding="UTF-8"?>
<!--
  The parts of the EPUB. A prepared TEI document gives its page; an empty element gives the part of its name: title-page,
  principles, names, colophon, package, nav, ncx. The facts of the edition ($edition) have, for these parts, an entry for each
  document (see encoder/outputs/epub).

  EPUB 3.3, https://www.w3.org/TR/epub-33/; the pages take nothing from elsewhere and have no script.
-->
<xsl:package name="https://encoder.invalid/xslt/epub" package-version="1.0" version="3.0" declared-modes="yes"
             xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
             xmlns:tei="http://www.tei-c.org/ns/1.0">

  <xsl:include href="flow.xsl"/>
  <xsl:include href="html/headnote.xsl"/>
  <xsl:include href="html/about.xsl"/>
  <xsl:include href="epub/medium.xsl"/>
  <xsl:include href="epub/page.xsl"/>
  <xsl:include href="epub/document.xsl"/>
  <xsl:include href="epub/front.xsl"/>
  <xsl:include href="epub/names.xsl"/>
  <xsl:include href="epub/package.xsl"/>
  <xsl:include href="epub/nav.xsl"/>
  <xsl:include href="epub/ncx.xsl"/>

  <xsl:output method="xhtml" html-version="5" encoding="UTF-8" indent="no" include-content-type="no"/>

  <!-- The facts of the edition; and what stands for a document's number until all are put together. -->
  <xsl:param name="edition" as="document-node()" required="yes"/>
  <xsl:param name="number" as="xs:string" select="''"/>

  <xsl:mode on-no-match="fail" on-multiple-match="fail" use-accumulators="calls"/>

  <xsl:template match="document-node()" as="element()">
    <xsl:apply-templates select="*" mode="part"/>
  </xsl:template>

  <xsl:mode name="part" on-no-match="fail" on-multiple-match="fail"/>

</xsl:package>

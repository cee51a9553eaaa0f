<?xml version="1.0" encoding="UTF-8"?>
<!--
  The pages of the HTML edition. A prepared TEI document gives its page; the facts of the edition with the entries of
  its documents (see encoder/outputs/html/contents.py) give the table of contents; the registers with those entries give the
  index of names.

  The pages are HTML that is also well-formed XML. They take nothing from elsewhere and have no script or style of
  their own in them, which their Content-Security-Policy states.
-->
<xsl:package name="https://encoder.invalid/xslt/html" package-version="1.0" version="3.0" declared-modes="yes"
             xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
             xmlns:h="http://www.w3.org/1999/xhtml" xmlns:tei="http://www.tei-c.org/ns/1.0">

  <xsl:include href="flow.xsl"/>
  <xsl:include href="flow/parties.xsl"/>
  <xsl:include href="html/medium.xsl"/>
  <xsl:include href="html/page.xsl"/>
  <xsl:include href="html/document.xsl"/>
  <xsl:include href="html/headnote.xsl"/>
  <xsl:include href="html/data.xsl"/>
  <xsl:include href="html/views.xsl"/>
  <xsl:include href="html/record.xsl"/>
  <xsl:include href="html/about.xsl"/>
  <xsl:include href="html/contents.xsl"/>
  <xsl:include href="html/edition.xsl"/>
  <xsl:include href="html/signs.xsl"/>
  <xsl:include href="html/names.xsl"/>
  <xsl:include href="html/lists.xsl"/>
  <xsl:include href="html/parallel.xsl"/>
  <xsl:include href="html/search.xsl"/>
  <xsl:include href="html/moved.xsl"/>
  <xsl:include href="html/coverage.xsl"/>

  <xsl:output method="xhtml" html-version="5" encoding="UTF-8" indent="no" omit-xml-declaration="yes"
              include-content-type="no"/>

  <!-- The facts of the edition; in a document's page, its identifier, its place in the edition
       and its neighbours' entries. -->
  <xsl:param name="edition" as="document-node()" required="yes"/>
  <!-- The way from a page to the folder of all pages. -->
  <xsl:param name="root" as="xs:string" select="''"/>
  <xsl:param name="id" as="xs:string" select="''"/>
  <xsl:param name="number" as="xs:integer" select="0"/>
  <xsl:param name="previous" as="document-node()?" select="()"/>
  <xsl:param name="next" as="document-node()?" select="()"/>

  <!-- In a document's page: the register entries that it points to, <names><entry ref href name/></names>. -->
  <xsl:param name="names" as="document-node()?" select="()"/>

  <xsl:mode on-no-match="fail" on-multiple-match="fail" use-accumulators="calls"/>

  <xsl:template match="document-node()[tei:TEI]" as="element(h:html)">
    <xsl:apply-templates select="tei:TEI" mode="page"/>
  </xsl:template>

  <!-- Any other page of the edition as a whole. -->
  <xsl:template match="document-node()" as="element(h:html)">
    <xsl:apply-templates select="*" mode="page"/>
  </xsl:template>

</xsl:package>

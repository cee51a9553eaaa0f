<?xml version="1.0" encoding="UTF-8"?>
<!-- A prepared document with other names for some of its passages: those under which they were first published. -->
<xsl:package name="https://encoder.invalid/xslt/html/named" package-version="1.0" version="3.0" declared-modes="yes"
             xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema">

  <xsl:output method="xml" indent="no"/>
  <xsl:mode on-no-match="shallow-copy" on-multiple-match="fail"/>

  <!-- names/name[@old, @new] -->
  <xsl:param name="names" as="document-node()" required="yes"/>

  <xsl:key name="old" match="name" use="string(@old)"/>

  <xsl:template match="@xml:id[key('old', ., $names)]" as="attribute()">
    <xsl:attribute name="xml:id" select="key('old', ., $names)/@new"/>
  </xsl:template>

</xsl:package>

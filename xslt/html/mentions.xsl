<?xml version="1.0" encoding="UTF-8"?>
<!--
  The passages of a prepared document that name an entry of the registers, in JSON: [[where to link to, words], …]. In the
  words each name stands as U+FDD0 pointers U+FDD1 name U+FDD2. What editors have put beside a word stands in brackets.
-->
<xsl:package name="https://encoder.invalid/xslt/html/mentions" package-version="1.0" version="3.0" declared-modes="yes"
             xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
             xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all"
             xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:output method="json"/>
  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="words" on-no-match="text-only-copy" on-multiple-match="fail"/>

  <xsl:template match="document-node()" as="array(*)">
    <xsl:variable name="names" as="element()*"
                  select="*/(* except teiHeader)//(persName | placeName | orgName | name)[@ref]"/>
    <xsl:variable name="blocks" as="element()*" select="$names/f:block(.)"/>
    <xsl:variable name="passages" as="array(*)*">
      <xsl:for-each select="$blocks">
        <xsl:variable name="words" as="xs:string*">
          <xsl:apply-templates mode="words"/>
        </xsl:variable>
        <xsl:sequence select="[string(ancestor-or-self::*[@xml:id][1][not(self::TEI)]/@xml:id),
                               normalize-space(string-join($words))]"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="array { $passages }"/>
  </xsl:template>

  <!-- The nearest element around a name that is read by itself. -->
  <xsl:function name="f:block" as="element()">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="($name/ancestor::*[self::p or self::ab or self::head or self::item or self::cell or self::l
                                             or self::salute or self::signed or self::dateline or self::seg or self::speaker
                                             or self::trailer or self::byline or self::note[not(@type = 'original')]][1],
                           $name/..)[1]"/>
  </xsl:function>

  <xsl:template mode="words" as="xs:string*" match="persName[@ref] | placeName[@ref] | orgName[@ref] | name[@ref]">
    <xsl:sequence select="'&#xFDD0;' || @ref || '&#xFDD1;'"/>
    <xsl:apply-templates mode="words"/>
    <xsl:sequence select="'&#xFDD2;'"/>
  </xsl:template>

  <xsl:template mode="words" as="xs:string*" match="gloss | note[@type = 'original']">
    <xsl:sequence select="'['"/>
    <xsl:apply-templates mode="words"/>
    <xsl:sequence select="']'"/>
  </xsl:template>

  <xsl:template mode="words" as="xs:string" match="gap">
    <xsl:sequence select="'[…]'"/>
  </xsl:template>

  <!-- Notes and inner blocks are read by themselves; of two forms the first. -->
  <xsl:template mode="words" as="empty-sequence()"
                match="note[not(@type = 'original')] | certainty | list | table | p | choice/*[preceding-sibling::*] | rdg[preceding-sibling::*]"/>

</xsl:package>

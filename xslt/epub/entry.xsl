<?xml version="1.0" encoding="UTF-8"?>
<!-- The entry of one document: what the contents, the list of pages and the registers say of it. -->
<xsl:package name="https://encoder.invalid/xslt/epub/entry" package-version="1.0" version="3.0" declared-modes="yes"
             xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
             xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all"
             xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:include href="../flow/reference.xsl"/>

  <xsl:output method="xml" omit-xml-declaration="yes" indent="no"/>
  <!-- The document's name in the edition. -->
  <xsl:param name="id" as="xs:string" required="yes"/>

  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="document-node()[TEI]" as="document-node()">
    <xsl:variable name="text" as="element(text)" select="TEI/text"/>
    <xsl:document>
      <document id="{$id}" date="{f:date-words(TEI)}" title="{f:title(TEI)}" language="{TEI/@xml:lang}">
        <xsl:for-each select="$text//head[parent::div][not(ancestor::note)][empty(ancestor::div[1][f:is-emptied(.)])]">
          <head id="{@xml:id}"><xsl:value-of select="f:words(.)"/></head>
        </xsl:for-each>
        <xsl:for-each select="$text//pb[not(ancestor::note)]">
          <page id="edition-page-{@xml:id}" n="{@n}"/>
        </xsl:for-each>
        <!-- Each entry of a register that a name points to, with the passages where it is named. -->
        <xsl:for-each-group select="$text//(persName | placeName | orgName | name)[@ref]" group-by="tokenize(@ref)">
          <name ref="{current-grouping-key()}">
            <xsl:for-each select="distinct-values(current-group() ! f:passage(.))">
              <mention passage="{.}"/>
            </xsl:for-each>
          </name>
        </xsl:for-each-group>
      </document>
    </xsl:document>
  </xsl:template>

  <!-- The smallest part with a name of its own around an element, as a fragment; empty where that is the document. -->
  <xsl:function name="f:passage" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="string($element/ancestor::*[@xml:id][ancestor::text][1]/('#' || @xml:id))"/>
  </xsl:function>

  <!-- The words of a heading, without the notes on it. -->
  <xsl:function name="f:words" as="xs:string">
    <xsl:param name="head" as="element(head)"/>
    <xsl:sequence select="normalize-space(string-join($head//text()[not(ancestor::note or ancestor::certainty)]))"/>
  </xsl:function>

  <!-- The heading of notes that are now at their calls stands over their list, and has no place of its own. -->
  <xsl:function name="f:is-emptied" as="xs:boolean">
    <xsl:param name="division" as="element(div)"/>
    <xsl:sequence select="$division/@type = 'notes' and empty($division/(* except head))"/>
  </xsl:function>

</xsl:package>

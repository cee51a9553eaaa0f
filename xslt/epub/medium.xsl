<?xml version="1.0" encoding="UTF-8"?>
<!-- What is of e-books in the running text (see flow.xsl). -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:epub="http://www.idpf.org/2007/ops"
                xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The role for screen readers, the type for readers that open notes in a window. -->
  <xsl:function name="f:role" as="attribute()+">
    <xsl:param name="name" as="xs:string"/>
    <xsl:attribute name="role" select="'doc-' || $name"/>
    <xsl:attribute name="epub:type" select="$name"/>
  </xsl:function>

  <xsl:function name="f:tongue" as="attribute()+">
    <xsl:param name="code" as="xs:string"/>
    <xsl:attribute name="lang" select="$code"/>
    <xsl:attribute name="xml:lang" select="$code"/>
    <xsl:if test="f:direction($code) ne f:direction($label-language)">
      <xsl:attribute name="dir" select="f:direction($code)"/>
    </xsl:if>
  </xsl:function>

  <!-- By the script that is named, else by the one that the language is written in. -->
  <xsl:function name="f:direction" as="xs:string">
    <xsl:param name="code" as="xs:string"/>
    <xsl:variable name="script" as="xs:string?" select="tokenize($code, '-')[matches(., '^[A-Z][a-z]{3}$')]"/>
    <xsl:sequence select="if ($script) then (if ($script = ('Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo')) then 'rtl' else 'ltr')
                          else if (tokenize($code, '-')[1] = ('ar', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi'))
                            then 'rtl' else 'ltr'"/>
  </xsl:function>

  <xsl:function name="f:page-address" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="'text/'[not($number)] || $id || '.xhtml'"/>
  </xsl:function>

  <!-- A book has no registers. -->
  <xsl:function name="f:registered" as="element()?">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="()"/>
  </xsl:function>

  <!-- Where a page of the archival copy begins; one within a note is not the text's. -->
  <xsl:function name="f:anchor" as="element(h:span)?">
    <xsl:param name="element" as="element()"/>
    <xsl:for-each select="$element[self::pb][@xml:id][not(ancestor::note)]">
      <span id="edition-page-{@xml:id}" aria-label="{normalize-space(f:label('page', map { 'n': string(@n) }))}">
        <xsl:sequence select="f:role('pagebreak')"/>
      </span>
    </xsl:for-each>
  </xsl:function>

  <!-- A note opens in a window where the reader has one; elsewhere it stands behind the text, and leads back. -->
  <xsl:template mode="listed" as="element(h:aside)" match="note">
    <aside id="{@xml:id}" class="note">
      <xsl:sequence select="f:role('footnote')"/>
      <xsl:element name="{f:name(., 'p')}"><xsl:call-template name="listed-note"/></xsl:element>
    </aside>
  </xsl:template>

  <xsl:template mode="listed" as="element(h:aside)" match="certainty">
    <aside id="edition-{@xml:id}" class="note">
      <xsl:sequence select="f:role('footnote')"/>
      <p><xsl:call-template name="listed-doubt"/></p>
    </aside>
  </xsl:template>

</xsl:stylesheet>

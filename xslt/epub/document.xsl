<?xml version="1.0" encoding="UTF-8"?>
<!-- The page of one document: headnote, text, notes, what there is to know about it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template mode="part" as="element(h:html)" match="TEI">
    <xsl:variable name="language" as="attribute()*" select="f:language((text/@xml:lang, @xml:lang)[1])"/>
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="f:title(.)"/>
      <xsl:with-param name="content" as="element(h:section)">
        <section>
          <xsl:sequence select="f:role('chapter')"/>
          <xsl:call-template name="headnote"/>
          <div class="text">
            <xsl:sequence select="$language"/>
            <xsl:apply-templates select="text" mode="flow"/>
          </div>
          <xsl:sequence select="f:listed('notes', f:called-notes(text), $language),
                                f:listed('doubts', text//certainty, ())"/>
          <xsl:call-template name="provenance-and-terms"/>
        </section>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- No heading of ours stands over notes: a reader that shows them in windows would leave it over nothing. One that
       was typed stays. -->
  <xsl:function name="f:listed" as="element(h:section)?">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="notes" as="element()*"/>
    <xsl:param name="language" as="attribute()*"/>
    <xsl:if test="$notes">
      <section class="{$kind}" aria-label="{f:label($kind)}">
        <xsl:sequence select="$language"/>
        <xsl:if test="$kind eq 'notes'">
          <xsl:for-each select="$notes[1]/ancestor::text//div[f:is-emptied(.)]/head">
            <h2><xsl:sequence select="f:attributes(.)"/><xsl:apply-templates mode="flow"/></h2>
          </xsl:for-each>
        </xsl:if>
        <xsl:apply-templates select="$notes" mode="listed"/>
      </section>
    </xsl:if>
  </xsl:function>

  <xsl:template name="provenance-and-terms" as="element(h:section)">
    <section class="about">
      <h2><xsl:value-of select="f:label('facts')"/></h2>
      <dl class="facts">
        <div class="cite">
          <dt><xsl:value-of select="f:label('cite')"/></dt>
          <dd><xsl:sequence select="f:edition-language()"/><xsl:value-of select="f:cited(.)"/></dd>
        </div>
        <xsl:call-template name="provenance"/>
        <xsl:call-template name="terms"/>
      </dl>
    </section>
  </xsl:template>

</xsl:stylesheet>

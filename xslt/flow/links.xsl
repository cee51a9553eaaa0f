<?xml version="1.0" encoding="UTF-8"?>
<!-- References: to a note, to another place or document of the edition, to an address. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- A second call of a note, or the call of one that the document does not give. -->
  <xsl:template mode="flow" as="element(h:sup)" match="ref[@type = 'footnote']">
    <sup class="call editor">
      <xsl:choose>
        <xsl:when test="key('identified', substring(@target, 2))">
          <a href="{@target}" aria-label="{f:label('note-n', map { 'n': string(@n) })}">
            <xsl:sequence select="f:role('noteref')"/>
            <xsl:call-template name="number"/>
          </a>
        </xsl:when>
        <xsl:otherwise>
          <xsl:attribute name="title"
                         select="string-join((@n/f:label('note-n', map { 'n': string() }), f:label('note-missing')), ': ')"/>
          <xsl:call-template name="number"/>
        </xsl:otherwise>
      </xsl:choose>
    </sup>
  </xsl:template>

  <!-- To a place in this document, to another document of the edition, to an address; to nothing else. -->
  <xsl:template mode="flow" as="element()" match="ref[not(@type = 'footnote')] | ptr">
    <xsl:variable name="address" as="xs:string?" select="f:address(., tokenize(@target)[1])"/>
    <xsl:element name="{if ($address) then 'a' else 'span'}">
      <xsl:for-each select="$address">
        <xsl:attribute name="href" select="."/>
      </xsl:for-each>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates mode="flow"/>
      <!-- A pointer without words is its address. -->
      <xsl:if test="not(node())">
        <span class="sign"><xsl:value-of select="@target"/></span>
      </xsl:if>
      <xsl:sequence select="f:query(.)"/>
    </xsl:element>
  </xsl:template>

  <xsl:function name="f:address" as="xs:string?">
    <xsl:param name="ref" as="element()"/>
    <xsl:param name="target" as="xs:string?"/>
    <xsl:sequence select="if (matches($target, '^https?://')) then $target
                          else if (starts-with($target, '#')) then $target[key('identified', substring(., 2), root($ref))]
                          else if ($ref/@type = 'document' and matches($target, '^[^/:#]+\.xml$'))
                            then f:page-address(replace($target, '\.xml$', ''))
                          else ()"/>
  </xsl:function>

  <xsl:key name="identified" match="text//*[@xml:id]" use="string(@xml:id)"/>

</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- An xml:id for whatever a reader may link to: by kind and place in the document. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="https://encoder.invalid/ns/functions"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:mode name="identifiers" on-no-match="shallow-copy" on-multiple-match="fail"
            use-accumulators="paragraphs notes doubts pages"/>

  <xsl:key name="identified" match="*[@xml:id]" use="string(@xml:id)"/>

  <xsl:accumulator name="paragraphs" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="p | ab | head | item"
                          select="if (ancestor::note) then $value else $value + 1"/>
  </xsl:accumulator>
  <xsl:accumulator name="notes" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="note[@type = ('editorial', 'annotation') or @place = 'foot']" select="$value + 1"/>
  </xsl:accumulator>
  <xsl:accumulator name="doubts" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="certainty" select="$value + 1"/>
  </xsl:accumulator>
  <xsl:accumulator name="pages" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="pb" select="$value + 1"/>
  </xsl:accumulator>

  <xsl:template mode="identifiers" as="element()"
                match="p[f:unidentified(.)] | ab[f:unidentified(.)]
                       | head[f:unidentified(.)] | item[f:unidentified(.)]">
    <xsl:call-template name="identified">
      <xsl:with-param name="id" select="'p' || accumulator-before('paragraphs')"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template mode="identifiers" as="element()" 
                match="note[@type = ('editorial', 'annotation') or @place = 'foot'][not(@xml:id)]">
    <xsl:call-template name="identified">
      <xsl:with-param name="id" select="'n' || accumulator-before('notes')"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template mode="identifiers" as="element()" match="certainty[not(@xml:id)]">
    <xsl:call-template name="identified">
      <xsl:with-param name="id" select="'d' || accumulator-before('doubts')"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template mode="identifiers" as="element()" match="pb[not(@xml:id)]">
    <xsl:call-template name="identified">
      <xsl:with-param name="id" select="'pb' || accumulator-before('pages')"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:function name="f:unidentified" as="xs:boolean">
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="not($block/@xml:id or $block/ancestor::note)"/>
  </xsl:function>

  <xsl:template name="identified" as="element()">
    <xsl:param name="id" as="xs:string"/>
    <xsl:copy>
      <xsl:attribute name="xml:id" select="f:free($id, root())"/>
      <xsl:apply-templates select="@*, node()" mode="identifiers"/>
    </xsl:copy>
  </xsl:template>

  <!-- The identifier itself, or with as many x behind it as it takes to be the only one: every number is given once,
       so that only an identifier typed in the document can stand in the way. -->
  <xsl:function name="f:free" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="document" as="node()"/>
    <xsl:sequence select="if (key('identified', $id, $document)) then f:free($id || 'x', $document) else $id"/>
  </xsl:function>

</xsl:stylesheet>

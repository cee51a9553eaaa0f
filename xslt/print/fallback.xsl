<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI that no template of the print edition knows: its words are kept, and P010 tells that it has no place. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:p="https://encoder.invalid/ns/print" xmlns="https://encoder.invalid/ns/print"
                exclude-result-prefixes="#all" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Elements of TEI that hold blocks, or are blocks, where they do not stand in running text. -->
  <xsl:variable name="structures" as="xs:string+" select="
      'text', 'front', 'back', 'group', 'floatingText', 'div1', 'div2', 'div3', 'div4', 'div5', 'div6', 'div7', 'titlePage',
      'docTitle', 'titlePart', 'docAuthor', 'docDate', 'docImprint', 'docEdition', 'imprimatur', 'byline', 'argument',
      'epigraph', 'figure', 'figDesc', 'cit', 'address', 'addrLine', 'stage', 'listBibl', 'bibl'"/>

  <xsl:function name="p:is-structure" as="xs:boolean">
    <xsl:param name="element" as="element()?"/>
    <xsl:sequence select="exists($element[self::body or self::div or self::TEI])
                          or local-name($element) = $structures and p:is-structure($element/..)
                          or exists($element[not(namespace-uri() = 'http://www.tei-c.org/ns/1.0')]
                                            [p or head or div or list or opener])"/>
  </xsl:function>

  <xsl:template mode="blocks" as="element()*" match="*">
    <xsl:call-template name="flow">
      <xsl:with-param name="role" select="'paragraph'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template mode="words" as="node()*" match="*">
    <xsl:sequence select="p:inside(.)"/>
  </xsl:template>

</xsl:stylesheet>

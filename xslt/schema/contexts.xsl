<?xml version="1.0" encoding="UTF-8"?>
<!-- Which patterns to ask at a node of which name. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="https://encoder.invalid/ns/functions"
                xmlns:out="https://encoder.invalid/ns/out"
                xpath-default-namespace="http://purl.oclc.org/dsdl/schematron"
                exclude-result-prefixes="#all">

  <!-- One template for each element name that a context has, and one for all other elements. -->
  <xsl:function name="f:dispatch" as="element()*">
    <xsl:param name="patterns" as="element(pattern)*"/>
    <xsl:for-each select="sort(distinct-values(($patterns ! f:names(.), '*')))">
      <xsl:variable name="name" as="xs:string" select="."/>
      <out:template mode="node" as="element(failure)*" match="{$name}">
        <xsl:for-each select="$patterns[f:names(.) = ($name, '*')]">
          <out:apply-templates select="." mode="{@id}"/>
        </xsl:for-each>
        <out:apply-templates select="*" mode="node"/>
      </out:template>
    </xsl:for-each>
  </xsl:function>

  <!-- True of a pattern that is about elements only, not about attributes or text. -->
  <xsl:function name="f:elements" as="xs:boolean">
    <xsl:param name="pattern" as="element(pattern)"/>
    <xsl:sequence select="every $name in f:names($pattern) satisfies not(matches($name, '^@|\('))"/>
  </xsl:function>

  <!-- All nodes of a document that match one of some contexts. One path for each alternative is much faster than
       one for all. -->
  <xsl:function name="f:selected" as="xs:string">
    <xsl:param name="contexts" as="attribute(context)+"/>
    <xsl:sequence select="string-join($contexts ! f:alternatives(.) ! (if (starts-with(., '/')) then . else '//' || .), ' | ')"/>
  </xsl:function>

  <!-- The alternatives of a pattern: what stands between bars that are in no string and no bracket. -->
  <xsl:function name="f:alternatives" as="xs:string+">
    <xsl:param name="context" as="xs:string"/>
    <xsl:iterate select="analyze-string($context, '&quot;[^&quot;]*&quot;|''[^'']*''|[\[\]()|]')/*/string()">
      <xsl:param name="depth" as="xs:integer" select="0"/>
      <xsl:param name="current" as="xs:string" select="''"/>
      <xsl:param name="finished" as="xs:string*" select="()"/>
      <xsl:on-completion select="$finished, normalize-space($current)"/>
      <xsl:variable name="ends" as="xs:boolean" select=". = '|' and $depth = 0"/>
      <xsl:next-iteration>
        <xsl:with-param name="depth" select="$depth + (if (. = ('[', '(')) then 1 else if (. = (']', ')')) then -1 else 0)"/>
        <xsl:with-param name="current" select="if ($ends) then '' else $current || ."/>
        <xsl:with-param name="finished" select="if ($ends) then ($finished, normalize-space($current)) else $finished"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <!-- The last steps of all contexts of a pattern: names of elements or attributes, * for any element, text(). -->
  <xsl:function name="f:names" as="xs:string+">
    <xsl:param name="pattern" as="element(pattern)"/>
    <xsl:for-each select="$pattern/rule/@context ! f:alternatives(.) ! f:bare(.)">
      <xsl:variable name="step" as="xs:string" select="normalize-space(tokenize(., '/')[last()])"/>
      <xsl:if test="not(matches($step, '^@?([\i-[:]][\c-[:]]*:)?[\i-[:]][\c-[:]]*$|^\*$|^text\(\)$'))">
        <xsl:message terminate="yes" expand-text="yes">{$pattern/@id}: no rule can have the context {.}.</xsl:message>
      </xsl:if>
      <xsl:sequence select="$step"/>
    </xsl:for-each>
  </xsl:function>

  <!-- A pattern without its predicates and the strings in them. -->
  <xsl:function name="f:bare" as="xs:string">
    <xsl:param name="context" as="xs:string"/>
    <xsl:sequence select="f:unpredicated(replace(replace($context, '''[^'']*''', ''), '&quot;[^&quot;]*&quot;', ''))"/>
  </xsl:function>

  <xsl:function name="f:unpredicated" as="xs:string">
    <xsl:param name="context" as="xs:string"/>
    <xsl:variable name="outer" as="xs:string" select="replace($context, '\[[^\[\]]*\]', '')"/>
    <xsl:sequence select="if ($outer = $context) then $context else f:unpredicated($outer)"/>
  </xsl:function>

</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- What is of the web in the running text (see flow.xsl). -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:function name="f:role" as="attribute()">
    <xsl:param name="name" as="xs:string"/>
    <xsl:attribute name="role" select="'doc-' || $name"/>
  </xsl:function>

  <xsl:function name="f:tongue" as="attribute()">
    <xsl:param name="code" as="xs:string"/>
    <xsl:attribute name="lang" select="$code"/>
  </xsl:function>

  <xsl:function name="f:page-address" as="xs:string?">
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="$id[. = $documents] ! ($root || . || '.html')"/>
  </xsl:function>

  <xsl:variable name="documents" as="xs:string*" select="$edition/Q{}edition/Q{}documents/Q{}document/@id/string()"/>

  <!-- The entry that a name points to: in a document's page, those that it points to are handed in. -->
  <xsl:function name="f:registered" as="element()?">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="$names ! key('entry', tokenize($name/@ref), .)[1]"/>
  </xsl:function>

  <xsl:key name="entry" match="Q{}entry" use="string(@ref)"/>

  <!-- A link to the passage itself. -->
  <xsl:function name="f:anchor" as="element(h:a)?">
    <xsl:param name="element" as="element()"/>
    <xsl:for-each select="$element[not(self::pb or parent::list[@type = 'distribution'])]/@xml:id">
      <a class="permalink" href="#{.}" aria-label="{f:label('paragraph-link')}">
        <xsl:for-each select="$element/@source">
          <xsl:attribute name="title" select="f:label('source') || ': ' || ."/>
        </xsl:for-each>
      </a>
    </xsl:for-each>
  </xsl:function>

  <xsl:template mode="listed" as="element(h:li)" match="note">
    <li id="{@xml:id}"><xsl:call-template name="listed-note"/></li>
  </xsl:template>

  <xsl:template mode="listed" as="element(h:li)" match="certainty">
    <li id="edition-{@xml:id}"><xsl:call-template name="listed-doubt"/></li>
  </xsl:template>

</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- Title page, imprint and list of signs, from what edition.toml says (as <edition>, see outputs/print.py). -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:p="https://encoder.invalid/ns/print" xmlns="https://encoder.invalid/ns/print"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all">

  <xsl:template name="front" as="element(p:front)">
    <xsl:context-item as="element(edition)" use="required"/>
    <front lang="{$language}" title="{title}" author="{string-join(editor, ', ')}" contents="{f:label('contents')}"
           comma="{f:label('comma')}"
           place-date="{string-join((place[string()], substring(@date, 1, 4)), f:label('comma'))}">
      <xsl:for-each select="title, subtitle[string()]">
        <name role="{local-name()}">{.}</name>
      </xsl:for-each>
      <xsl:for-each-group select="editor" group-by="string(@role)">
        <xsl:variable name="names" as="xs:string" select="string-join(current-group(), f:label('comma'))"/>
        <name role="editors">{f:term('role', current-grouping-key())} {$names}</name>
      </xsl:for-each-group>
      <name role="publisher">{publisher}</name>
      <xsl:call-template name="imprint"/>
      <xsl:call-template name="signs"/>
    </front>
  </xsl:template>

  <xsl:template name="imprint" as="element(p:imprint)+">
    <xsl:context-item as="element(edition)" use="required"/>
    <xsl:for-each select="description[string()]">
      <imprint>{normalize-space()}</imprint>
    </xsl:for-each>
    <imprint label="{f:label('published-by')}">{string-join((publisher, place)[string()], f:label('comma'))}</imprint>
    <imprint label="{f:label('state')}">{@date}{f:label('comma')}{f:term('status', @status)}</imprint>
    <imprint label="{f:label('licence')}">{licence}<xsl:text>, </xsl:text>
      <link to="{licence/@href}">{licence/@href}</link>
    </imprint>
    <xsl:for-each select="rights[string()]">
      <imprint>{normalize-space()}</imprint>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="signs" as="element(p:signs)">
    <signs head="{f:label('signs')}">
      <xsl:for-each select="$style/style/examples/example">
        <sign>
          <xsl:sequence select="p:running-text(node())"/>
          <means>{f:label('sign-' || @sign)}</means>
        </sign>
      </xsl:for-each>
    </signs>
  </xsl:template>

</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- The registers: the entries that the documents name, and the passages where they do. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:t="http://www.tei-c.org/ns/1.0"
                xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all">

  <xsl:key name="named" match="document/name" use="string(@ref)"/>

  <xsl:template mode="part" as="element(h:html)" match="names">
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="f:label('names')"/>
      <xsl:with-param name="content" as="element(h:section)">
        <section>
          <xsl:sequence select="f:role('index')"/>
          <h1><xsl:value-of select="f:label('names')"/></h1>
          <xsl:for-each select="$facts/register[*]">
            <section>
              <h2 id="{@name}"><xsl:value-of select="f:label(@name)"/></h2>
              <dl class="names">
                <xsl:for-each select="*">
                  <xsl:sort select="f:main-name(.)" lang="{$language}"/>
                  <xsl:sequence select="f:entry(.)"/>
                </xsl:for-each>
              </dl>
            </section>
          </xsl:for-each>
        </section>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:function name="f:main-name" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="normalize-space(($entry/(t:persName, t:placeName, t:orgName)[@type = 'main'], $entry/*)[1])"/>
  </xsl:function>

  <!-- The name; its other forms; what is known of it; where it stands. -->
  <xsl:function name="f:entry" as="element(h:div)">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="name" as="xs:string" select="f:main-name($entry)"/>
    <xsl:variable name="forms" as="xs:string*"
                  select="distinct-values($entry/(t:persName, t:placeName, t:orgName) ! f:plain(.))[. ne f:plain($name)]"/>
    <xsl:variable name="known" as="xs:string*"
                  select="$entry/(t:birth, t:death, t:occupation, t:affiliation, t:settlement, t:country) ! normalize-space()[.]"/>
    <div id="{$entry/../@name}-{$entry/@xml:id}">
      <dt><xsl:sequence select="f:edition-language()"/><xsl:value-of select="$name"/></dt>
      <xsl:for-each select="(string-join($forms, f:label('list-comma')), string-join($known, f:label('list-comma')),
                             $entry/t:note[@type = 'description'] ! normalize-space())[.]">
        <dd><xsl:sequence select="f:edition-language()"/><xsl:value-of select="."/></dd>
      </xsl:for-each>
      <dd class="places">
        <xsl:value-of select="f:label('documents') || ' '"/>
        <xsl:for-each select="key('named', $entry/@ref, $edition)">
          <xsl:if test="position() gt 1">
            <xsl:value-of select="f:label('list-comma')"/>
          </xsl:if>
          <xsl:sequence select="f:mentions(.)"/>
        </xsl:for-each>
      </dd>
    </div>
  </xsl:function>

  <!-- Two forms that differ in the shape of an apostrophe are one. -->
  <xsl:function name="f:plain" as="xs:string">
    <xsl:param name="name" as="item()"/>
    <xsl:sequence select="normalize-space(translate($name, '’', ''''))"/>
  </xsl:function>

  <!-- The number of a document, which leads to the first mention, and a raised number for each further one. -->
  <xsl:function name="f:mentions" as="element()+">
    <xsl:param name="name" as="element(name)"/>
    <xsl:variable name="document" as="element(document)" select="$name/.."/>
    <xsl:for-each select="$name/mention">
      <xsl:variable name="place" as="xs:integer" select="position()"/>
      <xsl:variable name="link" as="element(h:a)">
        <a href="{f:page-address($document/@id)}{@passage}"
           aria-label="{f:label('mention', map { 'document': string($document/@number), 'n': string($place) })}">
          <xsl:value-of select="if ($place eq 1) then $document/@number else $place"/>
        </a>
      </xsl:variable>
      <xsl:choose>
        <xsl:when test="$place eq 1">
          <xsl:sequence select="$link"/>
        </xsl:when>
        <xsl:otherwise>
          <sup><xsl:text> </xsl:text><xsl:sequence select="$link"/></sup>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:function>

</xsl:stylesheet>

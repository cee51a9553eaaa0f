<?xml version="1.0" encoding="UTF-8"?>
<!-- The index of names: the entries of the registers that the documents name, and where they do. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:t="http://www.tei-c.org/ns/1.0"
                xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all">

  <xsl:key name="named" match="document/name" use="string(@ref)"/>

  <xsl:template mode="page" as="element(h:html)" match="names">
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="f:label('names') || ' – ' || $edition/edition/title"/>
      <xsl:with-param name="kind" select="'names'"/>
      <xsl:with-param name="description" select="''"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template mode="main" as="element()+" match="names">
    <header class="headnote" id="edition-text" tabindex="-1">
      <h1><xsl:value-of select="f:label('names')"/></h1>
    </header>
    <xsl:for-each select="register[*[f:is-named(.)]]">
      <section class="names" aria-labelledby="edition-{@name}">
        <h2 id="edition-{@name}"><xsl:value-of select="f:label(@name)"/></h2>
        <dl>
          <xsl:for-each select="*[f:is-named(.)]">
            <xsl:sort select="lower-case(f:main-name(.))"/>
            <xsl:sequence select="f:entry(.)"/>
          </xsl:for-each>
        </dl>
      </section>
    </xsl:for-each>
  </xsl:template>

  <!-- As the documents point to it: ../registers/persons.xml#pak-song-chol. -->
  <xsl:function name="f:pointer" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="'../registers/' || $entry/../@name || '.xml#' || $entry/@xml:id"/>
  </xsl:function>

  <xsl:function name="f:is-named" as="xs:boolean">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="exists(key('named', f:pointer($entry), root($entry)))"/>
  </xsl:function>

  <xsl:function name="f:main-name" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="normalize-space(($entry/(t:persName | t:placeName | t:orgName)[@type = 'main'], $entry/*)[1])"/>
  </xsl:function>

  <xsl:function name="f:entry" as="element(h:div)">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="names" as="xs:string*"
        select="$entry/(t:persName | t:placeName | t:orgName) ! f:plain(.)"/>
    <xsl:variable name="facts" as="element()*"
        select="$entry ! (t:birth, t:death, t:occupation, t:affiliation, t:settlement, t:country)"/>
    <div id="{$entry/../@name}-{$entry/@xml:id}">
      <dt>
        <xsl:sequence select="f:language(root($entry)/names/@language)"/>
        <xsl:value-of select="f:main-name($entry)"/>
      </dt>
      <xsl:for-each select="string-join(distinct-values($names)[. ne f:plain(f:main-name($entry))], f:label('list-comma'))[.],
                            string-join($facts ! normalize-space(), f:label('list-comma'))[.],
                            $entry/t:note[@type = 'description'] ! normalize-space()">
        <dd><xsl:sequence select="f:language(root($entry)/names/@language)"/><xsl:value-of select="."/></dd>
      </xsl:for-each>
      <dd class="places"><xsl:sequence select="f:mentions($entry)"/></dd>
    </div>
  </xsl:function>

  <!-- Two forms that differ in the shape of an apostrophe are one. -->
  <xsl:function name="f:plain" as="xs:string">
    <xsl:param name="name" as="item()"/>
    <xsl:sequence select="normalize-space(translate($name, '’', ''''))"/>
  </xsl:function>

  <!-- The numbers of the documents, each leading to where the name first stands in it. -->
  <xsl:function name="f:mentions" as="node()+">
    <xsl:param name="entry" as="element()"/>
    <xsl:value-of select="f:label('documents') || ' '"/>
    <xsl:for-each select="key('named', f:pointer($entry), root($entry))">
      <xsl:if test="position() gt 1">
        <xsl:value-of select="f:label('list-comma')"/>
      </xsl:if>
      <a href="{f:page-address(../@id)}{@passage[string(.)] ! ('#' || .)}" title="{../@title}">
        <xsl:value-of select="count(../preceding-sibling::document) + 1"/>
      </a>
    </xsl:for-each>
  </xsl:function>

</xsl:stylesheet>

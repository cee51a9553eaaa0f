<?xml version="1.0" encoding="UTF-8"?>
<!-- The index of names; a page for each entry of the registers that is named; the map of the places. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:t="http://www.tei-c.org/ns/1.0" xmlns:svg="http://www.w3.org/2000/svg"
                xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all">

  <xsl:template mode="page" as="element(h:html)" match="names | map">
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="f:label(name()) || ' – ' || $edition/edition/title"/>
      <xsl:with-param name="kind" select="name()"/>
      <xsl:with-param name="description" select="''"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template mode="page" as="element(h:html)" match="entry">
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="@name || ' – ' || $edition/edition/title"/>
      <xsl:with-param name="kind" select="'entry'"/>
      <xsl:with-param name="description" select="normalize-space(*/t:note[@type = 'description'][1])"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The index. -->
  <xsl:template mode="main" as="element()+" match="names">
    <header class="headnote" id="edition-text" tabindex="-1">
      <h1><xsl:value-of select="f:label('names')"/></h1>
      <ul class="ways">
        <xsl:for-each select="register[entry]">
          <li><a href="#edition-{@name}"><xsl:value-of select="f:label(@name)"/></a></li>
        </xsl:for-each>
        <xsl:if test="@map">
          <li><a href="map.html"><xsl:value-of select="f:label('map')"/></a></li>
        </xsl:if>
      </ul>
    </header>
    <xsl:for-each select="register[entry]">
      <section class="names" aria-labelledby="edition-{@name}">
        <h2 id="edition-{@name}"><xsl:value-of select="f:label(@name)"/></h2>
        <ul>
          <xsl:for-each select="entry">
            <li>
              <a href="{@href}"><xsl:sequence select="f:language(/names/@language)"/><xsl:value-of select="@name"/></a>
              <xsl:variable name="forms" as="xs:string*" select="f:forms(*)[. ne f:plain(current()/@name)]"/>
              <xsl:if test="exists($forms)">
                <span class="forms"><xsl:value-of select="$forms" separator="{f:label('list-comma')}"/></span>
              </xsl:if>
              <span class="count"><xsl:value-of select="f:counted('document', xs:integer(@documents))"/></span>
            </li>
            <xsl:text>&#10;</xsl:text>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:for-each>
  </xsl:template>

  <!-- The forms of an entry's name, each once. Two forms that differ in the shape of an apostrophe are one. -->
  <xsl:function name="f:forms" as="xs:string*">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="distinct-values($entry/(t:persName | t:placeName | t:orgName) ! f:plain(.))"/>
  </xsl:function>

  <xsl:function name="f:plain" as="xs:string">
    <xsl:param name="name" as="item()"/>
    <xsl:sequence select="normalize-space(translate($name, '’', ''''))"/>
  </xsl:function>

  <!-- The page of one entry. -->
  <xsl:template mode="main" as="element(h:article)" match="entry">
    <article class="entry">
      <header class="headnote" id="edition-text" tabindex="-1">
        <p class="number"><a href="{$root}names.html#edition-{@register}"><xsl:value-of select="f:label(@register)"/></a></p>
        <h1><xsl:sequence select="f:language(@language)"/><xsl:value-of select="@name"/></h1>
        <xsl:if test="@part = '1'">
          <xsl:apply-templates select="t:*" mode="entry"/>
        </xsl:if>
      </header>
      <section class="mentions" aria-labelledby="edition-mentions">
        <h2 id="edition-mentions">
          <xsl:value-of select="f:label('mentions', map { 'times': f:counted('mention', xs:integer(@times)),
                                                          'documents': f:counted('document', xs:integer(@documents)) })"/>
        </h2>
        <xsl:apply-templates select="mentions/document" mode="entry"/>
      </section>
      <xsl:if test="xs:integer(@parts) gt 1">
        <nav aria-label="{f:label('parts')}">
          <ul class="ways">
            <xsl:variable name="entry" as="element(entry)" select="."/>
            <xsl:for-each select="1 to xs:integer(@parts)">
              <li>
                <a href="{$entry/@id}{'~'[current() gt 1]}{.[. gt 1]}.html">
                  <xsl:if test="string(.) = $entry/@part">
                    <xsl:attribute name="aria-current" select="'page'"/>
                  </xsl:if>
                  <xsl:value-of select="."/>
                </a>
              </li>
            </xsl:for-each>
          </ul>
        </nav>
      </xsl:if>
    </article>
  </xsl:template>

  <xsl:mode name="entry" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template mode="entry" as="element()*" match="t:*">
    <xsl:for-each select="t:note[@type = 'description']">
      <p class="description"><xsl:sequence select="f:language(../../@language)"/><xsl:value-of select="normalize-space(.)"/></p>
    </xsl:for-each>
    <dl class="facts">
      <div>
        <dt><xsl:value-of select="f:label('forms')"/></dt>
        <dd>
          <xsl:for-each select="t:persName | t:placeName | t:orgName">
            <xsl:if test="position() gt 1">
              <xsl:value-of select="f:label('list-comma')"/>
            </xsl:if>
            <span>
              <xsl:sequence select="f:language((@xml:lang, ../../@language)[1])"/>
              <xsl:value-of select="normalize-space(.)"/>
            </span>
            <xsl:for-each select="@type[. = 'abbreviation']">
              <xsl:value-of select="' (' || f:label('form-abbreviation') || ')'"/>
            </xsl:for-each>
          </xsl:for-each>
        </dd>
      </div>
      <xsl:sequence select="
          f:fact(f:label('attribute-type'), @type ! f:term('kind-of', string())),
          f:fact(f:label('birth'), t:birth/f:event(.)), f:fact(f:label('death'), t:death/f:event(.)),
          f:fact(f:label('occupation'), (t:occupation, t:affiliation)/f:event(.)),
          f:fact(f:label('place'), (t:settlement, t:country)),
          f:fact(f:label('coordinates'), t:location/t:geo)"/>
      <xsl:if test="t:idno">
        <div>
          <dt><xsl:value-of select="f:label('identifiers')"/></dt>
          <dd>
            <xsl:for-each select="t:idno">
              <xsl:if test="position() gt 1">
                <xsl:value-of select="f:label('list-comma')"/>
              </xsl:if>
              <xsl:value-of select="@type ! (. || ' ')"/>
              <xsl:element name="{if (@address) then 'a' else 'span'}">
                <xsl:for-each select="@address">
                  <xsl:attribute name="href" select="."/>
                </xsl:for-each>
                <xsl:value-of select="normalize-space(.)"/>
              </xsl:element>
            </xsl:for-each>
          </dd>
        </div>
      </xsl:if>
      <xsl:sequence select="f:fact(f:label('remarks'), t:note[not(@type = ('description', 'pattern'))])"/>
    </dl>
  </xsl:template>

  <!-- What was, and when: "Envoy (1900–1905)". -->
  <xsl:function name="f:event" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="words" as="xs:string" select="normalize-space($element)"/>
    <xsl:variable name="dates" as="xs:string" select="string-join(($element/@when, string-join(($element/@notBefore, $element/@from), '/')[.],
                                                        string-join(($element/@notAfter, $element/@to), '/')[.]), '–')"/>
    <xsl:sequence select="if ($words and $dates) then f:label('parentheses', map { 'before': $words, 'inside': $dates })
                          else $words || $dates"/>
  </xsl:function>

  <!-- A document, and each sentence of it that has the name. -->
  <xsl:template mode="entry" as="element(h:section)" match="document">
    <section class="document">
      <h3>
        <a href="{f:page-address(@id)}">
          <xsl:value-of select="@number || '. '"/>
          <span><xsl:sequence select="f:language(@language)"/><xsl:value-of select="@title"/></span>
        </a>
        <xsl:for-each select="@date[string(.)]">
          <span class="date"><xsl:value-of select="."/></span>
        </xsl:for-each>
      </h3>
      <ul>
        <xsl:sequence select="f:language(@language)"/>
        <xsl:for-each select="mention">
          <li>
            <xsl:value-of select="before"/>
            <a href="{f:page-address(../@id)}{@passage[string(.)] ! ('#' || .)}"><mark><xsl:value-of select="name"/></mark></a>
            <xsl:value-of select="after"/>
          </li>
        </xsl:for-each>
      </ul>
    </section>
  </xsl:template>

  <!-- The map. -->
  <xsl:template mode="main" as="element()+" match="map">
    <header class="headnote" id="edition-text" tabindex="-1">
      <h1><xsl:value-of select="f:label('map')"/></h1>
      <p><xsl:value-of select="f:label('map-meaning')"/></p>
    </header>
    <figure class="map">
      <xsl:apply-templates select="svg:svg" mode="drawing"/>
      <figcaption><xsl:value-of select="f:label('map-source', map { 'source': string(@source) })"/></figcaption>
    </figure>
  </xsl:template>

  <xsl:mode name="drawing" on-no-match="shallow-copy" on-multiple-match="fail"/>

  <xsl:template mode="drawing" as="element(svg:svg)" match="svg:svg">
    <xsl:copy>
      <xsl:attribute name="aria-label" select="f:label('map')"/>
      <xsl:apply-templates select="@*, node()" mode="drawing"/>
    </xsl:copy>
  </xsl:template>

  <!-- A link of a drawing says where it leads, also to whoever does not see it. -->
  <xsl:template mode="drawing" as="element(svg:a)" match="svg:a[@times]">
    <xsl:variable name="words" as="xs:string"
                  select="f:label('parentheses', map { 'before': string(@name), 'inside': f:counted('mention', xs:integer(@times)) })"/>
    <xsl:copy>
      <xsl:copy-of select="@href"/>
      <xsl:attribute name="aria-label" select="$words"/>
      <title xmlns="http://www.w3.org/2000/svg"><xsl:value-of select="$words"/></title>
      <xsl:apply-templates mode="drawing"/>
    </xsl:copy>
  </xsl:template>

</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- The documents by what they have in common, in time, and by who wrote to whom. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:svg="http://www.w3.org/2000/svg"
                xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all">

  <xsl:template mode="page" as="element(h:html)" match="list | chronology | correspondence">
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="f:label((@name, name())[1]) || ' – ' || $edition/edition/title"/>
      <xsl:with-param name="kind" select="name()"/>
      <xsl:with-param name="description" select="''"/>
    </xsl:call-template>
  </xsl:template>

  <!-- By sender, addressee, archive, class. -->
  <xsl:template mode="main" as="element()+" match="list">
    <header class="headnote" id="edition-text" tabindex="-1">
      <h1><xsl:value-of select="f:label(@name)"/></h1>
    </header>
    <xsl:for-each select="group">
      <section class="group" aria-labelledby="edition-group-{position()}">
        <h2 id="edition-group-{position()}">
          <xsl:element name="{if (@href) then 'a' else 'span'}">
            <xsl:copy-of select="@href"/>
            <xsl:sequence select="f:edition-language()"/>
            <xsl:value-of select="@name"/>
          </xsl:element>
          <xsl:text> </xsl:text>
          <span class="count"><xsl:value-of select="f:counted('document', count(document))"/></span>
        </h2>
        <ul class="rows"><xsl:apply-templates select="document" mode="row"/></ul>
      </section>
    </xsl:for-each>
  </xsl:template>

  <xsl:mode name="row" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template mode="row" as="element(h:li)" match="document">
    <li>
      <span class="number"><xsl:value-of select="@number"/></span>
      <a href="{f:page-address(@id)}"><xsl:sequence select="f:language(@language)"/><xsl:value-of select="@title"/></a>
      <xsl:text> </xsl:text>
      <span class="date"><xsl:value-of select="(@date[string(.)], f:label('undated'))[1]"/></span>
    </li>
  </xsl:template>

  <!-- In time. -->
  <xsl:template mode="main" as="element()+" match="chronology">
    <header class="headnote" id="edition-text" tabindex="-1">
      <h1><xsl:value-of select="f:label('chronology')"/></h1>
    </header>
    <xsl:if test="svg:svg">
      <div class="drawing" role="region" tabindex="0" aria-label="{f:label('timeline')}">
        <xsl:apply-templates select="svg:svg" mode="drawing"/>
      </div>
    </xsl:if>
    <xsl:for-each select="year">
      <section class="year" aria-labelledby="edition-{@n}">
        <h2 id="edition-{@n}"><xsl:value-of select="@n"/></h2>
        <div class="months"><xsl:apply-templates select="month" mode="row"/></div>
        <ul class="rows">
          <xsl:for-each-group select="document" group-adjacent="string(@when)">
            <xsl:variable name="day" as="xs:string" select="current-grouping-key()"/>
            <xsl:for-each select="current-group()">
              <li>
                <xsl:if test="position() eq 1 and string-length($day) eq 10">
                  <xsl:attribute name="id" select="'edition-' || $day"/>
                </xsl:if>
                <xsl:variable name="row" as="element(h:li)"><xsl:apply-templates select="." mode="row"/></xsl:variable>
                <xsl:sequence select="$row/node()"/>
              </li>
            </xsl:for-each>
          </xsl:for-each-group>
        </ul>
      </section>
    </xsl:for-each>
    <xsl:if test="undated/document">
      <section class="year" aria-labelledby="edition-undated">
        <h2 id="edition-undated"><xsl:value-of select="f:label('undated')"/></h2>
        <ul class="rows"><xsl:apply-templates select="undated/document" mode="row"/></ul>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template mode="row" as="element(h:table)" match="month">
    <table class="month">
      <caption><xsl:value-of select="tokenize(f:label('months'), ' ')[xs:integer(current()/@n)]"/></caption>
      <thead>
        <tr>
          <xsl:for-each select="tokenize(f:label('weekdays'), ' ')">
            <th scope="col"><xsl:value-of select="."/></th>
          </xsl:for-each>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="week">
          <tr>
            <xsl:for-each select="day">
              <td>
                <xsl:choose>
                  <xsl:when test="@n = ''"/>
                  <xsl:when test="@documents = '0'"><xsl:value-of select="@n"/></xsl:when>
                  <xsl:otherwise>
                    <a href="#edition-{@date}" title="{f:counted('document', xs:integer(@documents))}">
                      <xsl:value-of select="@n"/>
                    </a>
                  </xsl:otherwise>
                </xsl:choose>
              </td>
            </xsl:for-each>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>

  <xsl:template mode="drawing" as="element(svg:a)" match="svg:a[@documents]">
    <xsl:variable name="words" as="xs:string" select="@name || ': ' || f:counted('document', xs:integer(@documents))"/>
    <xsl:copy>
      <xsl:copy-of select="@href"/>
      <xsl:attribute name="aria-label" select="$words"/>
      <title xmlns="http://www.w3.org/2000/svg"><xsl:value-of select="$words"/></title>
      <xsl:apply-templates mode="drawing"/>
    </xsl:copy>
  </xsl:template>

  <!-- Who wrote to whom. -->
  <xsl:template mode="main" as="element()+" match="correspondence">
    <header class="headnote" id="edition-text" tabindex="-1">
      <h1><xsl:value-of select="f:label('correspondence')"/></h1>
    </header>
    <figure>
      <div class="drawing" role="region" tabindex="0" aria-label="{f:label('correspondence-drawing')}">
        <xsl:apply-templates select="svg:svg" mode="drawing"/>
      </div>
      <figcaption><xsl:value-of select="f:label('correspondence-meaning')"/></figcaption>
    </figure>
    <table class="sortable letters">
      <caption><xsl:value-of select="f:label('correspondence-caption')"/></caption>
      <thead>
        <tr>
          <xsl:for-each select="'from', 'to', 'documents'">
            <th scope="col"><xsl:value-of select="f:label(.)"/></th>
          </xsl:for-each>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="pair">
          <tr>
            <th scope="row"><xsl:sequence select="f:edition-language()"/><xsl:value-of select="@sender"/></th>
            <td><xsl:sequence select="f:edition-language()"/><xsl:value-of select="@addressee"/></td>
            <td data-sort="{count(document)}">
              <xsl:for-each select="document">
                <xsl:if test="position() gt 1">
                  <xsl:value-of select="f:label('list-comma')"/>
                </xsl:if>
                <a href="{f:page-address(@id)}" title="{@title}"><xsl:value-of select="@number"/></a>
              </xsl:for-each>
            </td>
          </tr>
          <xsl:text>&#10;</xsl:text>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>

</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!--
  About the edition: by what principles it was made (from the guidelines, which are an ODD), its views and signs, its
  size, the doubts that are left, how to cite it, on what terms, by whom and with what.
-->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="http://www.tei-c.org/ns/1.0"
                xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all">

  <xsl:template mode="page" as="element(h:html)" match="about">
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="f:label('about') || ' – ' || $edition/edition/title"/>
      <xsl:with-param name="kind" select="'about'"/>
      <xsl:with-param name="description" select="normalize-space($edition/edition/description)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template mode="main" as="element()+" match="about">
    <header class="headnote" id="edition-text" tabindex="-1">
      <h1><xsl:value-of select="f:label('about')"/></h1>
      <ul class="ways">
        <xsl:for-each select="'principles', 'views', 'signs', 'statistics', 'doubts', 'cite', 'colophon'">
          <li><a href="#edition-{.}"><xsl:value-of select="f:label(.)"/></a></li>
        </xsl:for-each>
      </ul>
    </header>
    <xsl:call-template name="principles"/>
    <xsl:call-template name="views-explained"/>
    <xsl:call-template name="list-of-signs"/>
    <xsl:call-template name="statistics"/>
    <xsl:call-template name="doubts-left"/>
    <xsl:call-template name="cite-edition"/>
    <xsl:call-template name="colophon"/>
  </xsl:template>

  <!-- Each chapter of the guidelines on a reading, with its examples as the pages show them. -->
  <xsl:template name="principles" as="element(h:section)">
    <section class="principles" aria-labelledby="edition-principles">
      <h2 id="edition-principles"><xsl:value-of select="f:label('principles')"/></h2>
      <p><xsl:value-of select="f:label('principles-meaning')"/></p>
      <xsl:for-each select="principles/principle">
        <details>
          <summary lang="en"><xsl:value-of select="@head"/></summary>
          <div lang="en">
            <xsl:for-each select="t:p">
              <p><xsl:apply-templates mode="flow"/></p>
            </xsl:for-each>
            <xsl:for-each select="example">
              <xsl:variable name="example" as="element(example)" select="."/>
              <dl class="example">
                <xsl:for-each select="'critical', 'reading', 'diplomatic'">
                  <div>
                    <dt>
                      <xsl:sequence select="$label-language[. ne 'en'] ! f:tongue(.)"/>
                      <xsl:value-of select="f:label('view-' || .)"/>
                    </dt>
                    <dd data-view="{.}"><xsl:apply-templates select="$example/*" mode="example"/></dd>
                  </div>
                </xsl:for-each>
              </dl>
            </xsl:for-each>
          </div>
        </details>
      </xsl:for-each>
    </section>
  </xsl:template>

  <!-- An example is a part of a text without the rest of it: no address, and a paragraph is its words. -->
  <xsl:mode name="example" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template mode="example" as="node()*" match="t:*">
    <xsl:apply-templates select="." mode="flow"/>
  </xsl:template>

  <xsl:template mode="example" as="node()*" match="t:p">
    <xsl:apply-templates mode="flow"/>
  </xsl:template>

  <xsl:template name="views-explained" as="element(h:section)">
    <section class="views-explained" aria-labelledby="edition-views">
      <h2 id="edition-views"><xsl:value-of select="f:label('views')"/></h2>
      <dl>
        <xsl:for-each select="$views">
          <div>
            <dt><xsl:value-of select="f:label('view-' || .)"/></dt>
            <dd><xsl:value-of select="f:label('view-' || . || '-meaning')"/></dd>
          </div>
        </xsl:for-each>
      </dl>
    </section>
  </xsl:template>

  <xsl:template name="statistics" as="element(h:section)">
    <section class="statistics" aria-labelledby="edition-statistics">
      <h2 id="edition-statistics"><xsl:value-of select="f:label('statistics')"/></h2>
      <dl class="figures">
        <xsl:for-each select="statistics/count[@n ne '0']">
          <div>
            <dt><xsl:value-of select="f:label('count-' || @name)"/></dt>
            <dd><xsl:value-of select="format-integer(xs:integer(@n), '0')"/></dd>
          </div>
        </xsl:for-each>
      </dl>
    </section>
  </xsl:template>

  <xsl:template name="doubts-left" as="element(h:section)">
    <section class="doubts-left" aria-labelledby="edition-doubts">
      <h2 id="edition-doubts"><xsl:value-of select="f:label('doubts')"/></h2>
      <p><xsl:value-of select="f:counted('doubts', sum(doubtful/document/xs:integer(@doubts)))"/></p>
      <xsl:if test="doubtful/document">
        <ul class="rows">
          <xsl:for-each select="doubtful/document">
            <li>
              <span class="number"><xsl:value-of select="@number"/></span>
              <a href="{f:page-address(@id)}#edition-about">
                <xsl:sequence select="f:language(@language)"/>
                <xsl:value-of select="@title"/>
              </a>
              <xsl:text> </xsl:text>
              <span class="count"><xsl:value-of select="@doubts"/></span>
            </li>
          </xsl:for-each>
        </ul>
      </xsl:if>
    </section>
  </xsl:template>

  <!-- The edition as a whole: its citation is that of a document without what belongs to a document. -->
  <xsl:template name="cite-edition" as="element(h:section)">
    <section class="cite" aria-labelledby="edition-cite">
      <h2 id="edition-cite"><xsl:value-of select="f:label('cite')"/></h2>
      <p>
        <xsl:sequence select="f:edition-language()"/>
        <xsl:variable name="facts" as="element(edition)" select="$edition/edition"/>
        <xsl:value-of select="string-join((string-join($facts/editor, f:label('list-comma'))[.], $facts/title || '.',
                                           string-join(($facts/place, $facts/publisher)[string(.)], ': ') || ', '
                                           || substring($facts/@date, 1, 4) || '.'), ' ')"/>
      </p>
    </section>
  </xsl:template>

  <xsl:template name="colophon" as="element(h:section)">
    <section class="colophon" aria-labelledby="edition-colophon">
      <h2 id="edition-colophon"><xsl:value-of select="f:label('colophon')"/></h2>
      <dl class="facts">
        <xsl:for-each-group select="$edition/edition/editor" group-by="string(@role)">
          <xsl:sequence select="f:fact(f:term('role', current-grouping-key()), current-group())"/>
        </xsl:for-each-group>
        <xsl:sequence select="
            f:fact(f:label('published-by'), string-join($edition/edition/(publisher, place)[string(.)], f:label('comma'))),
            f:fact(f:label('state'), f:label('parentheses', map { 'before': string($edition/edition/@date),
                                                                  'inside': f:term('status', $edition/edition/@status) })),
            f:fact(f:label('program'), $edition/edition/@program)"/>
        <div>
          <dt><xsl:value-of select="f:label('coverage')"/></dt>
          <dd><a href="coverage.html"><xsl:value-of select="f:label('coverage-caption')"/></a></dd>
        </div>
        <div>
          <dt><xsl:value-of select="f:label('licence')"/></dt>
          <dd>
            <a href="{$edition/edition/licence/@href}" rel="license"><xsl:value-of select="$edition/edition/licence"/></a>
            <xsl:value-of select="$edition/edition/rights[string(.)] ! ('. ' || normalize-space(.))"/>
          </dd>
        </div>
      </dl>
    </section>
  </xsl:template>

</xsl:stylesheet>

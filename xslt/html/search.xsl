<?xml version="1.0" encoding="UTF-8"?>
<!-- The page for search: the form and every word that assets/search.js shows. Without scripts, a message and the lists. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all">

  <xsl:template mode="page" as="element(h:html)" match="search">
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="f:label('search') || ' – ' || $edition/edition/title"/>
      <xsl:with-param name="kind" select="'search'"/>
      <xsl:with-param name="description" select="''"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template mode="links" as="element()+" match="search">
    <link rel="stylesheet" href="search.css"/>
    <xsl:for-each select="'search-words', 'search-index', 'search-excerpts', 'search'">
      <script src="{.}.js"></script>
    </xsl:for-each>
  </xsl:template>

  <xsl:template mode="main" as="element()+" match="search">
    <header class="headnote" id="edition-text" tabindex="-1">
      <h1><xsl:value-of select="f:label('search')"/></h1>
    </header>
    <p id="edition-search-without">
      <xsl:value-of select="f:label('search-without') || ' '"/>
      <a href="index.html"><xsl:value-of select="f:label('contents')"/></a>
      <xsl:if test="$edition/edition/@names">
        <xsl:value-of select="f:label('list-comma')"/>
        <a href="names.html"><xsl:value-of select="f:label('names')"/></a>
      </xsl:if>
    </p>
    <form class="search" id="edition-search" role="search" hidden="hidden" autocomplete="off">
      <xsl:for-each select="'none', 'one', 'many', 'some', 'also', 'nobody', 'failed', 'date', 'counted', 'unknown'">
        <xsl:attribute name="data-{.}" select="f:label('search-' || .)"/>
      </xsl:for-each>
      <p class="words">
        <label for="edition-search-q"><xsl:value-of select="f:label('search-words')"/></label>
        <input type="search" id="edition-search-q" name="q" aria-describedby="edition-search-hint" spellcheck="false"
               autocapitalize="none"/>
        <button type="submit"><xsl:value-of select="f:label('search')"/></button>
      </p>
      <p class="hint" id="edition-search-hint"><xsl:value-of select="f:label('search-hint')"/></p>
      <fieldset>
        <legend><xsl:value-of select="f:label('search-narrow')"/></legend>
        <xsl:for-each select="'from', 'to'">
          <xsl:sequence select="f:field(., 'edition-search-dates')"/>
        </xsl:for-each>
        <p class="hint" id="edition-search-dates"><xsl:value-of select="f:label('search-dates')"/></p>
        <xsl:sequence select="f:picked('person', 'persons'), f:picked('place', 'places')"/>
        <p>
          <label for="edition-search-archive"><xsl:value-of select="f:label('archive')"/></label>
          <select id="edition-search-archive" name="archive">
            <option value=""><xsl:value-of select="f:label('search-any')"/></option>
          </select>
        </p>
        <p>
          <label for="edition-search-kind"><xsl:value-of select="f:label('kind')"/></label>
          <select id="edition-search-kind" name="kind">
            <option value=""><xsl:value-of select="f:label('search-any')"/></option>
            <xsl:for-each select="$labels/labels/label[starts-with(@name, 'kind-')]/substring-after(@name, 'kind-')">
              <option value="{.}"><xsl:value-of select="f:label('kind-' || .)"/></option>
            </xsl:for-each>
          </select>
        </p>
      </fieldset>
      <p class="choices">
        <span>
          <label for="edition-search-sort"><xsl:value-of select="f:label('search-sort')"/></label>
          <select id="edition-search-sort" name="sort" data-usual="rank">
            <option value="rank"><xsl:value-of select="f:label('search-sort-rank')"/></option>
            <option value="date"><xsl:value-of select="f:label('search-sort-date')"/></option>
          </select>
        </span>
        <label><input type="checkbox" name="forms" checked="checked"/><span><xsl:value-of select="f:label('search-forms')"/></span></label>
        <button type="reset"><xsl:value-of select="f:label('search-reset')"/></button>
      </p>
    </form>
    <section class="results" aria-labelledby="edition-search-found">
      <h2 class="hidden" id="edition-search-found"><xsl:value-of select="f:label('search-found')"/></h2>
      <p id="edition-search-status" role="status"></p>
      <p class="hint" id="edition-search-also"></p>
      <ol id="edition-search-results"></ol>
      <p><button type="button" id="edition-search-more" hidden="hidden"><xsl:value-of select="f:label('search-more')"/></button></p>
    </section>
  </xsl:template>

  <xsl:function name="f:field" as="element(h:p)">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="hint" as="xs:string"/>
    <p>
      <label for="edition-search-{$name}"><xsl:value-of select="f:label('search-' || $name)"/></label>
      <input type="text" id="edition-search-{$name}" name="{$name}" inputmode="numeric" size="10" aria-describedby="{$hint}"/>
    </p>
  </xsl:function>

  <!-- An entry of a register, whose names search.js puts into the list. -->
  <xsl:function name="f:picked" as="element(h:p)">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="register" as="xs:string"/>
    <p>
      <label for="edition-search-{$name}"><xsl:value-of select="f:label('search-' || $name)"/></label>
      <input type="text" id="edition-search-{$name}" name="{$name}" list="edition-search-{$register}" spellcheck="false"/>
      <datalist id="edition-search-{$register}"></datalist>
    </p>
  </xsl:function>

</xsl:stylesheet>

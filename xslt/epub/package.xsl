<?xml version="1.0" encoding="UTF-8"?>
<!-- The package document: what the book is, of which files it is made, in which order they are read, how accessible it
     is. EPUB 3.3, 5; EPUB Accessibility 1.1, https://www.w3.org/TR/epub-a11y-11/. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:dc="http://purl.org/dc/elements/1.1/"
                xmlns:o="http://www.idpf.org/2007/opf" xmlns="http://www.idpf.org/2007/opf"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="f o xs">

  <xsl:template mode="part" as="element(o:package)" match="package">
    <package version="3.0" unique-identifier="identifier" xml:lang="{$label-language}" dir="{f:direction($label-language)}">
      <metadata>
        <dc:identifier id="identifier"><xsl:value-of select="$facts/@identifier"/></dc:identifier>
        <xsl:call-template name="titles"/>
        <dc:language><xsl:value-of select="$language"/></dc:language>
        <xsl:call-template name="contributors"/>
        <dc:publisher><xsl:value-of select="$facts/publisher"/></dc:publisher>
        <dc:date><xsl:value-of select="$facts/@date"/></dc:date>
        <xsl:for-each select="$facts/description[normalize-space()]">
          <dc:description><xsl:value-of select="normalize-space()"/></dc:description>
        </xsl:for-each>
        <dc:rights><xsl:value-of select="string-join(($facts/licence, $facts/rights) ! normalize-space()[.], '. ')"/></dc:rights>
        <link rel="dcterms:license" href="{$facts/licence/@href}"/>
        <meta property="dcterms:modified"><xsl:value-of select="$facts/@date || 'T00:00:00Z'"/></meta>
        <xsl:call-template name="accessibility"/>
      </metadata>
      <manifest>
        <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
        <item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
        <item id="css" href="edition.css" media-type="text/css"/>
        <xsl:for-each select="$facts/file">
          <item id="file-{position()}" href="{@href}" media-type="{@type}">
            <xsl:copy-of select="@properties"/>
          </item>
        </xsl:for-each>
        <xsl:sequence select="('title', 'principles') ! f:page-item(., . || '.xhtml')"/>
        <xsl:sequence select="$facts/documents/document ! f:page-item('text-' || @id, f:page-address(@id))"/>
        <xsl:sequence select="('names'[exists($facts/register/*)], 'colophon') ! f:page-item(., . || '.xhtml')"/>
      </manifest>
      <spine toc="ncx" page-progression-direction="{f:direction($label-language)}">
        <xsl:sequence select="('title', 'nav', 'principles', $facts/documents/document ! ('text-' || @id),
                               'names'[exists($facts/register/*)], 'colophon') ! f:read(.)"/>
      </spine>
    </package>
  </xsl:template>

  <xsl:function name="f:page-item" as="element(o:item)">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="href" as="xs:string"/>
    <item id="{$id}" href="{$href}" media-type="application/xhtml+xml"/>
  </xsl:function>

  <xsl:function name="f:read" as="element(o:itemref)">
    <xsl:param name="id" as="xs:string"/>
    <itemref idref="{$id}"/>
  </xsl:function>

  <xsl:template name="titles" as="element()+">
    <dc:title id="main-title"><xsl:value-of select="$facts/title"/></dc:title>
    <xsl:if test="$facts/subtitle[string()]">
      <meta refines="#main-title" property="title-type">main</meta>
      <dc:title id="subtitle"><xsl:value-of select="$facts/subtitle"/></dc:title>
      <meta refines="#subtitle" property="title-type">subtitle</meta>
    </xsl:if>
  </xsl:template>

  <!-- The roles that MARC has a code for, https://www.loc.gov/marc/relators/; another role is not told. -->
  <xsl:variable name="relators" as="map(xs:string, xs:string)" select="map {
      'editor': 'edt', 'translator': 'trl', 'translation': 'trl', 'encoding': 'mrk', 'author': 'aut', 'compiler': 'com',
      'contributor': 'ctb', 'transcriber': 'trc', 'annotator': 'ann', 'funder': 'fnd', 'illustrator': 'ill' }"/>

  <xsl:template name="contributors" as="element()*">
    <xsl:for-each select="$facts/editor">
      <xsl:variable name="id" as="xs:string" select="'creator-' || position()"/>
      <dc:creator id="{$id}"><xsl:value-of select="."/></dc:creator>
      <xsl:for-each select="$relators(string(@role))">
        <meta refines="#{$id}" property="role" scheme="marc:relators"><xsl:value-of select="."/></meta>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <!-- Conformance is claimed where edition.toml says who stands for it. -->
  <xsl:template name="accessibility" as="element(o:meta)+">
    <xsl:sequence select="
        f:meta('schema:accessMode', 'textual'),
        f:meta('schema:accessModeSufficient', 'textual'),
        ('displayTransformability', 'index'[exists($facts/register/*)], 'pageBreakMarkers'[exists($pages)],
         'pageNavigation'[exists($pages)], 'readingOrder', 'structuralNavigation', 'tableOfContents')
          ! f:meta('schema:accessibilityFeature', .),
        f:meta('schema:accessibilityHazard', 'none'),
        f:meta('schema:accessibilitySummary', f:label('accessibility-summary')),
        f:meta('pageBreakSource', f:label('pages-of-' || $facts/@pages, map { 'title': string($facts/title), 'date': string($facts/@date) })[exists($pages)])"/>
    <xsl:for-each select="$facts/@certified-by">
      <meta property="dcterms:conformsTo" id="conformance">EPUB Accessibility 1.1 - WCAG 2.1 Level AA</meta>
      <meta property="a11y:certifiedBy" refines="#conformance"><xsl:value-of select="."/></meta>
    </xsl:for-each>
  </xsl:template>

  <xsl:function name="f:meta" as="element(o:meta)?">
    <xsl:param name="property" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:if test="$value">
      <meta property="{$property}"><xsl:value-of select="$value"/></meta>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>

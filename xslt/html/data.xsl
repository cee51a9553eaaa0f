<?xml version="1.0" encoding="UTF-8"?>
<!--
  What a document's page says of it to programs, in its head: where its data are, tags that reference managers read
  (Highwire Press; https://scholar.google.com/intl/en/scholar/inclusion.html), and schema.org as JSON-LD, which is
  data and no script. Absolute addresses stand only where edition.toml says where the site is.
-->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The forms in which a document can be had: folder, suffix, media type, label. -->
  <xsl:variable name="downloads" as="array(xs:string)+" select="
      ['tei', 'xml', 'application/tei+xml', 'tei-of'],
      ['text', 'txt', 'text/plain', 'text-of'],
      ['cite', 'bib', 'application/x-bibtex', 'bibtex'],
      ['cite', 'ris', 'application/x-research-info-systems', 'ris'],
      ['cite', 'json', 'application/vnd.citationstyles.csl+json', 'csl']"/>

  <xsl:template name="data" as="element()+">
    <xsl:variable name="address" as="xs:string" select="f:web-address($id)"/>
    <xsl:for-each select="$downloads[?1 = 'cite']">
      <link rel="describedby" type="{?3}" href="{f:download(., $address)}"/>
    </xsl:for-each>
    <xsl:for-each select="$edition/Q{}edition/@url ! (. || $address)">
      <link rel="canonical" href="{.}"/>
      <link rel="cite-as" href="{.}"/>
    </xsl:for-each>
    <xsl:call-template name="citation-tags"/>
    <script type="application/ld+json"><xsl:value-of select="f:data(f:work(.))"/></script>
  </xsl:template>

  <!-- The page of a document; its name may have signs that an address cannot. -->
  <xsl:function name="f:web-address" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="encode-for-uri($id) || '.html'"/>
  </xsl:function>

  <xsl:function name="f:download" as="xs:string">
    <xsl:param name="download" as="array(xs:string)"/>
    <xsl:param name="address" as="xs:string"/>
    <xsl:sequence select="$download?1 || '/' || replace($address, 'html$', $download?2)"/>
  </xsl:function>

  <!-- Where edition.toml says that it is. -->
  <xsl:function name="f:pdf" as="xs:string?">
    <xsl:param name="address" as="xs:string"/>
    <xsl:sequence select="$edition/Q{}edition/@pdf ! (. || '/' || replace($address, 'html$', 'pdf'))"/>
  </xsl:function>

  <xsl:template name="downloads" as="element(h:ul)">
    <xsl:variable name="address" as="xs:string" select="f:web-address($id)"/>
    <ul class="downloads">
      <xsl:for-each select="$downloads">
        <li><a href="{f:download(., $address)}" type="{?3}"><xsl:value-of select="f:label(?4)"/></a></li>
      </xsl:for-each>
      <xsl:for-each select="f:pdf($address)">
        <li><a href="{.}" type="application/pdf"><xsl:value-of select="f:label('pdf-of')"/></a></li>
      </xsl:for-each>
    </ul>
  </xsl:template>

  <xsl:template name="citation-tags" as="element(h:meta)+">
    <xsl:variable name="facts" as="element()" select="$edition/Q{}edition"/>
    <xsl:variable name="tags" as="array(xs:string)*" select="
        ['title', f:title(.)],
        f:authors(.) ! ['author', normalize-space(.)],
        ['inbook_title', string($facts/Q{}title)],
        $facts/Q{}editor[@role = 'editor'] ! ['editor', string(.)],
        f:translators(.) ! ['translator', normalize-space(.)],
        ['publisher', string($facts/Q{}publisher)],
        ['publication_date', translate($facts/@date, '-', '/')],
        ['language', string(@xml:lang)],
        ['abstract', normalize-space(teiHeader/profileDesc/abstract)],
        $facts/@url ! ['public_url', . || f:web-address($id)],
        $facts/@url ! resolve-uri(f:pdf(f:web-address($id)), .) ! ['pdf_url', string(.)]"/>
    <xsl:for-each select="$tags[?2]">
      <meta name="citation_{?1}" content="{?2}"/>
    </xsl:for-each>
  </xsl:template>

  <!-- schema.org. The page is a text of the edition; what it translates or edits is an item in an archive. -->
  <xsl:function name="f:work" as="map(xs:string, item()*)">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="facts" as="element()" select="$edition/Q{}edition"/>
    <xsl:variable name="address" as="xs:string" select="f:web-address($id)"/>
    <xsl:variable name="languages" as="element(textLang)?"
                  select="$tei/teiHeader/fileDesc/sourceDesc/msDesc[1]/msContents/msItem[1]/textLang"/>
    <xsl:variable name="is-translation" as="xs:boolean"
                  select="$languages/@mainLang and not($languages/@mainLang = ('und', $tei/@xml:lang))"/>
    <xsl:sequence select="f:said(map {
        '@context': 'https://schema.org',
        '@type': 'CreativeWork',
        '@id': $facts/@url ! (. || $address),
        'url': $facts/@url ! (. || $address),
        'identifier': $id,
        'name': f:title($tei),
        'abstract': normalize-space($tei/teiHeader/profileDesc/abstract),
        'inLanguage': string($tei/@xml:lang),
        'position': $number,
        'translator': array { f:translators($tei) ! f:somebody(.) },
        'license': string(($tei/teiHeader/fileDesc/publicationStmt/availability/licence/@target, $facts/Q{}licence/@href)[1]),
        'datePublished': string($facts/@date),
        (if ($is-translation) then 'translationOfWork' else 'isBasedOn'): f:original($tei),
        'mentions': array { $names/Q{}names/Q{}entry ! map {
            '@type': f:kind-of-entry(@ref), 'name': string(@name), 'url': $facts/@url || @href } },
        'isPartOf': f:said(map {
            '@type': 'Collection', 'name': string($facts/Q{}title), 'url': $facts/@url/string(),
            'editor': array { $facts/Q{}editor[@role = 'editor'] ! map { '@type': 'Person', 'name': string(.) } },
            'publisher': map { '@type': 'Organization', 'name': string($facts/Q{}publisher) } }),
        'encoding': array { $downloads[?1 = ('tei', 'text')] ! map {
            '@type': 'MediaObject', 'encodingFormat': ?3, 'contentUrl': $facts/@url || f:download(., $address) } }
      })"/>
  </xsl:function>

  <xsl:function name="f:kind-of-entry" as="xs:string">
    <xsl:param name="reference" as="xs:string"/>
    <xsl:variable name="kinds" as="map(xs:string, xs:string)"
                  select="map { 'persons': 'Person', 'places': 'Place', 'organizations': 'Organization' }"/>
    <xsl:sequence select="($kinds(replace($reference, '^.*/([a-z]+)\.xml#.*$', '$1')), 'Thing')[1]"/>
  </xsl:function>

  <xsl:function name="f:original" as="map(xs:string, item()*)">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="identifier" as="element(msIdentifier)?" select="$tei/teiHeader/fileDesc/sourceDesc/msDesc[1]/msIdentifier"/>
    <xsl:variable name="date" as="element(date)?" select="f:date($tei)"/>
    <xsl:sequence select="f:said(map {
        '@type': 'ArchiveComponent',
        'name': f:title($tei),
        'author': array { f:authors($tei) ! f:somebody(.) },
        'dateCreated': ($date/@when/string(), $date[@from | @notBefore]/string-join((@from, @notBefore, @to, @notAfter), '/'))[1],
        'inLanguage': $tei/teiHeader/fileDesc/sourceDesc/msDesc[1]/msContents/msItem[1]/textLang/@mainLang[not(. = 'und')]/string(),
        'identifier': f:reference($tei),
        'holdingArchive': $identifier/repository[f:stated(.)] ! map {
            '@type': 'ArchiveOrganization', 'name': ((.//expan, .)[1] ! normalize-space()) } })"/>
  </xsl:function>

  <xsl:function name="f:somebody" as="map(xs:string, xs:string)">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="map { '@type': if ($name/descendant-or-self::orgName) then 'Organization' else 'Person',
                                'name': normalize-space($name) }"/>
  </xsl:function>

  <!-- Without what is not known. -->
  <xsl:function name="f:said" as="map(xs:string, item()*)">
    <xsl:param name="facts" as="map(xs:string, item()*)"/>
    <xsl:sequence select="map:merge(map:for-each($facts, function ($name, $value) {
        if (empty($value) or $value instance of xs:string and $value = ''
            or $value instance of array(*) and empty($value?*)) then () else map { $name: $value } }))"/>
  </xsl:function>

  <!-- JSON that may stand in a page, read as HTML or as XML. -->
  <xsl:function name="f:data" as="xs:string">
    <xsl:param name="value" as="map(*)"/>
    <xsl:sequence select="serialize($value, map { 'method': 'json' })
        => replace('&amp;', '\\u0026') => replace('&lt;', '\\u003c') => replace('&gt;', '\\u003e')"/>
  </xsl:function>

</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- What stands behind the documents: registers, the concordance of shelfmarks, the colophon. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="http://www.tei-c.org/ns/1.0"
                xmlns:p="https://encoder.invalid/ns/print" xmlns="https://encoder.invalid/ns/print"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all">

  <xsl:key name="named" match="named" use="string(@key)"/>

  <!-- The entries of each register that the documents name; where they do so is found when the pages are set. -->
  <xsl:template name="registers" as="element(p:matter)*">
    <xsl:context-item as="element(edition)" use="required"/>
    <xsl:for-each select="register[*[p:is-named(.)]]">
      <matter role="register" head="{f:label(@name)}">
        <xsl:perform-sort select="*[p:is-named(.)] ! (p:entry(.), p:see(.))">
          <xsl:sort select="lower-case(p:cell[1])"/>
        </xsl:perform-sort>
      </matter>
    </xsl:for-each>
  </xsl:template>

  <xsl:function name="p:register-key" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="$entry/../@name || '-' || $entry/@xml:id"/>
  </xsl:function>

  <xsl:function name="p:is-named" as="xs:boolean">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="exists(key('named', p:register-key($entry), root($entry)))"/>
  </xsl:function>

  <xsl:function name="p:entry" as="element(p:row)">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="facts" as="element()*"
        select="$entry ! (t:birth, t:death, t:occupation, t:affiliation, t:settlement, t:country, t:note[@type = 'description'])"/>
    <row key="{p:register-key($entry)}">
      <cell>{p:main-name($entry)}</cell>
      <cell>{string-join($facts ! normalize-space()[.], f:label('comma'))}</cell>
    </row>
  </xsl:function>

  <!-- Other forms of the name, where somebody may look for them. -->
  <xsl:function name="p:see" as="element(p:row)*">
    <xsl:param name="entry" as="element()"/>
    <xsl:for-each select="distinct-values($entry/(t:persName | t:placeName | t:orgName) ! p:plain(.))
                          [. ne p:plain(p:main-name($entry))]">
      <row>
        <cell>{.}</cell>
        <cell><em kind="italic">{f:label('see')}</em> {p:main-name($entry)}</cell>
      </row>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="p:main-name" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="normalize-space(($entry/(t:persName | t:placeName | t:orgName)[@type = 'main'], $entry/*)[1])"/>
  </xsl:function>

  <!-- Two forms that differ in the shape of an apostrophe are one. -->
  <xsl:function name="p:plain" as="xs:string">
    <xsl:param name="name" as="item()"/>
    <xsl:sequence select="normalize-space(translate($name, '’', &quot;'&quot;))"/>
  </xsl:function>

  <!-- By archive, then by shelfmark, figures as numbers. -->
  <xsl:template name="concordance" as="element(p:matter)?">
    <xsl:context-item as="element(edition)" use="required"/>
    <xsl:variable name="kept" as="element(p:kept)*" select="documents/p:document/p:kept"/>
    <xsl:if test="exists($kept)">
      <matter role="concordance" head="{f:label('concordance')}">
        <row role="head">
          <cell>{f:label('archive')}</cell>
          <cell>{f:label('shelfmark')}</cell>
          <cell>{f:label('number')}</cell>
          <cell>{f:label('page-column')}</cell>
        </row>
        <xsl:for-each select="$kept">
          <xsl:sort select="lower-case(@archive)"/>
          <xsl:sort select="p:in-order-of-figures(@mark)"/>
          <row document="{../@id}">
            <cell>{@short}</cell>
            <cell>{@mark}</cell>
            <cell>{../@n}</cell>
          </row>
        </xsl:for-each>
      </matter>
    </xsl:if>
  </xsl:template>

  <!-- 9 before 10: each figure takes ten places. -->
  <xsl:function name="p:in-order-of-figures" as="xs:string">
    <xsl:param name="mark" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string*">
      <xsl:analyze-string select="lower-case($mark)" regex="[0-9]{{1,10}}">
        <xsl:matching-substring>
          <xsl:sequence select="format-integer(xs:integer(.), '0000000000')"/>
        </xsl:matching-substring>
        <xsl:non-matching-substring>
          <xsl:sequence select="."/>
        </xsl:non-matching-substring>
      </xsl:analyze-string>
    </xsl:variable>
    <xsl:sequence select="string-join($parts)"/>
  </xsl:function>

  <xsl:template name="colophon" as="element(p:matter)">
    <xsl:context-item as="element(edition)" use="required"/>
    <matter role="colophon" head="{f:label('colophon')}">
      <p label="{f:label('published-by')}">{string-join((publisher, place)[string()], f:label('comma'))}</p>
      <p label="{f:label('state')}">{@date}{f:label('comma')}{f:term('status', @status)}</p>
      <p label="{f:label('set-in')}">{@faces}</p>
      <p label="{f:label('program')}">{@program}</p>
    </matter>
  </xsl:template>

</xsl:stylesheet>

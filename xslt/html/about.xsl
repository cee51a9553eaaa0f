<?xml version="1.0" encoding="UTF-8"?>
<!-- After the text: how to cite it, where it comes from, on what terms, and how far its encoding has got. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:function name="f:cited" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="facts" as="element(Q{}edition)" select="$edition/Q{}edition"/>
    <xsl:sequence select="f:citation($facts/Q{}citation, map {
        'title': f:title($tei), 'date': f:date-words($tei), 'shelfmark': f:reference($tei), 'number': string($number),
        'edition': string($facts/Q{}title), 'publisher': string($facts/Q{}publisher),
        'year': substring($facts/@date, 1, 4) })"/>
  </xsl:function>

  <xsl:template name="provenance" as="element(h:div)*">
    <xsl:variable name="desc" as="element(fileDesc)?" select="teiHeader/fileDesc"/>
    <xsl:variable name="others" as="element(altIdentifier)*" select="$desc/sourceDesc/msDesc[1]/msIdentifier/altIdentifier"/>
    <xsl:sequence select="
        f:fact(f:label('registry'), $others[@type = 'registry']/idno),
        f:fact(f:label('shelfmark-other'), $others[not(@type = 'registry')]/idno),
        f:responsible($desc/titleStmt/respStmt[not(@xml:id = 'translator')][not(name/@type = 'program')]),
        f:fact(f:label('source-found'), $desc/sourceDesc/bibl[@type = 'citation'])"/>
    <xsl:for-each select="$desc/publicationStmt/idno[@type = 'URI'][matches(., '^https?://')][1]">
      <div>
        <dt><xsl:value-of select="f:label('source')"/></dt>
        <dd><a href="{normalize-space(.)}"><xsl:value-of select="normalize-space(.)"/></a></dd>
      </div>
    </xsl:for-each>
    <xsl:sequence select="
        f:fact(f:label('record'), $desc/publicationStmt/idno[@type = 'record']),
        f:fact(f:label('reprint'), $desc/sourceDesc/bibl[@type = 'reprint']),
        f:fact(f:label('support'), $desc/titleStmt/funder),
        f:fact(f:label('rights'), $desc/notesStmt/note[@type = 'rights'])"/>
  </xsl:template>

  <!-- The document's own licence, else the edition's. -->
  <xsl:template name="terms" as="element(h:div)">
    <xsl:variable name="licence" as="element()" select="(teiHeader/fileDesc/publicationStmt/availability/licence,
                                                         $edition/Q{}edition/Q{}licence)[1]"/>
    <div>
      <dt><xsl:value-of select="f:label('licence')"/></dt>
      <dd>
        <xsl:value-of select="normalize-space($licence)"/>
        <xsl:for-each select="($licence/@target, $licence/@href)[1]">
          <xsl:text> </xsl:text>
          <a href="{.}" rel="license"><xsl:value-of select="replace(., '^https?://(www\.)?|/$', '')"/></a>
        </xsl:for-each>
      </dd>
    </div>
  </xsl:template>

  <!-- What was left out as furniture, what is still in doubt. -->
  <xsl:template name="state" as="element(h:div)">
    <xsl:variable name="furniture" as="element(item)*"
                  select="teiHeader/encodingDesc/samplingDecl//list[@type = 'furniture']/item"/>
    <xsl:variable name="doubts" as="element(certainty)*" select="(* except teiHeader)//certainty"/>
    <div class="state">
      <dt><xsl:value-of select="f:label('encoding')"/></dt>
      <dd>
        <xsl:for-each select="teiHeader/fileDesc/titleStmt/respStmt[name/@type = 'program']">
          <p><xsl:value-of select="f:capital(normalize-space(resp || ' ' || name[1])) || '.'"/></p>
        </xsl:for-each>
        <xsl:sequence select="f:disclosure(f:counted('furniture', count($furniture)), f:furniture($furniture))"/>
        <xsl:variable name="list" as="element(h:li)*">
          <xsl:apply-templates select="$doubts" mode="listed"/>
        </xsl:variable>
        <xsl:sequence select="f:disclosure(f:counted('doubts', count($doubts)), $list)"/>
      </dd>
    </div>
  </xsl:template>

  <xsl:function name="f:furniture" as="element(h:li)*">
    <xsl:param name="items" as="element(item)*"/>
    <xsl:for-each select="$items">
      <li><xsl:value-of select="normalize-space(.)"/></li>
    </xsl:for-each>
  </xsl:function>

  <!-- A count, and what was counted for whoever opens it. -->
  <xsl:function name="f:disclosure" as="element()">
    <xsl:param name="count" as="xs:string"/>
    <xsl:param name="list" as="element(h:li)*"/>
    <xsl:choose>
      <xsl:when test="exists($list)">
        <details>
          <summary><xsl:value-of select="$count"/></summary>
          <ul><xsl:sequence select="$list"/></ul>
        </details>
      </xsl:when>
      <xsl:otherwise>
        <p><xsl:value-of select="$count"/></p>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

</xsl:stylesheet>

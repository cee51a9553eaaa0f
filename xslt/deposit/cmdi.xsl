<?xml version="1.0" encoding="UTF-8"?>
<!--
  From the record to CMDI 1.2 with CLARIN's profile OLAC-DcmiTerms, which every centre and the Virtual Language Observatory
  read (https://www.clarin.eu/cmdi). Resources are named by their paths in the package until a centre gives them handles.
-->
<xsl:package name="https://encoder.invalid/xslt/deposit/cmdi" package-version="1.0" version="3.0" declared-modes="yes"
             xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
             xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:cmd="http://www.clarin.eu/cmd/1"
             xmlns:cmdp="http://www.clarin.eu/cmd/1/profiles/clarin.eu:cr1:p_1288172614026"
             exclude-result-prefixes="xs">

  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>
  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>

  <xsl:variable name="profile" as="xs:string" select="'clarin.eu:cr1:p_1288172614026'"/>
  <xsl:variable name="registry" as="xs:string" select="'https://catalog.clarin.eu/ds/ComponentRegistry/rest/registry/1.x/profiles/'"/>

  <xsl:template match="document-node()[record]" as="element()">
    <xsl:apply-templates select="record"/>
  </xsl:template>

  <xsl:template match="record" as="element()">
    <cmd:CMD CMDVersion="1.2">
      <xsl:attribute name="xsi:schemaLocation" separator=" " select="'http://www.clarin.eu/cmd/1',
        'https://infra.clarin.eu/CMDI/1.x/xsd/cmd-envelop.xsd', 'http://www.clarin.eu/cmd/1/profiles/' || $profile,
        $registry || $profile || '/xsd'"/>
      <cmd:Header>
        <cmd:MdCreator><xsl:value-of select="@program"/></cmd:MdCreator>
        <cmd:MdCreationDate><xsl:value-of select="@date"/></cmd:MdCreationDate>
        <cmd:MdProfile><xsl:value-of select="$profile"/></cmd:MdProfile>
        <cmd:MdCollectionDisplayName><xsl:value-of select="title"/></cmd:MdCollectionDisplayName>
      </cmd:Header>
      <cmd:Resources>
        <cmd:ResourceProxyList>
          <xsl:apply-templates select="url, part[@folder != '']"/>
        </cmd:ResourceProxyList>
        <cmd:JournalFileProxyList/>
        <cmd:ResourceRelationList/>
      </cmd:Resources>
      <cmd:Components>
        <cmdp:OLAC-DcmiTerms>
          <!-- The profile has its elements in the order of their names. -->
          <xsl:apply-templates select="contributor[not(@role = ('ContactPerson', 'RightsHolder'))], coverage, creator"/>
          <cmdp:date><xsl:value-of select="@date"/></cmdp:date>
          <cmdp:description><xsl:value-of select="summary"/></cmdp:description>
          <cmdp:extent><xsl:value-of select="extent/@says"/></cmdp:extent>
          <xsl:for-each select="distinct-values(format)"><cmdp:format><xsl:value-of select="."/></cmdp:format></xsl:for-each>
          <cmdp:identifier><xsl:value-of select="(address, @name)[1]"/></cmdp:identifier>
          <xsl:apply-templates select="language, licence"/>
          <cmdp:publisher><xsl:value-of select="publisher"/></cmdp:publisher>
          <xsl:apply-templates select="related, rights-holder, original, spot, keyword, source-language"/>
          <cmdp:title><xsl:value-of select="full-title"/></cmdp:title>
          <cmdp:type>Text</cmdp:type>
        </cmdp:OLAC-DcmiTerms>
      </cmd:Components>
    </cmd:CMD>
  </xsl:template>

  <xsl:template match="url" as="element()">
    <cmd:ResourceProxy id="page">
      <cmd:ResourceType>LandingPage</cmd:ResourceType>
      <cmd:ResourceRef><xsl:value-of select="."/></cmd:ResourceRef>
    </cmd:ResourceProxy>
  </xsl:template>

  <xsl:template match="part" as="element()">
    <cmd:ResourceProxy id="part-{@folder}">
      <cmd:ResourceType>Resource</cmd:ResourceType>
      <cmd:ResourceRef><xsl:value-of select="'../' || @folder || '/'"/></cmd:ResourceRef>
    </cmd:ResourceProxy>
  </xsl:template>

  <xsl:template match="contributor | creator" as="element()">
    <xsl:element name="cmdp:{local-name()}"><xsl:value-of select="."/></xsl:element>
  </xsl:template>

  <xsl:template match="coverage" as="element()">
    <cmdp:coverage><xsl:value-of select="."/></cmdp:coverage>
  </xsl:template>

  <xsl:template match="language" as="element()">
    <cmdp:language olac-language="{@code}"><xsl:value-of select="."/></cmdp:language>
  </xsl:template>

  <xsl:template match="licence" as="element()">
    <cmdp:license><xsl:value-of select="@url"/></cmdp:license>
  </xsl:template>

  <xsl:template match="related" as="element()">
    <cmdp:relation><xsl:value-of select="if (@type = 'DOI') then 'https://doi.org/' || . else ."/></cmdp:relation>
  </xsl:template>

  <xsl:template match="rights-holder" as="element()">
    <cmdp:rightsHolder><xsl:value-of select="."/></cmdp:rightsHolder>
  </xsl:template>

  <xsl:template match="original" as="element()">
    <cmdp:source><xsl:value-of select="."/></cmdp:source>
  </xsl:template>

  <xsl:template match="spot" as="element()">
    <cmdp:spatial><xsl:value-of select="."/></cmdp:spatial>
  </xsl:template>

  <xsl:template match="keyword" as="element()">
    <cmdp:subject><xsl:value-of select="."/></cmdp:subject>
  </xsl:template>

  <xsl:template match="source-language" as="element()">
    <cmdp:subject olac-language="{@code}"><xsl:value-of select="'translated from: ' || ."/></cmdp:subject>
  </xsl:template>

</xsl:package>

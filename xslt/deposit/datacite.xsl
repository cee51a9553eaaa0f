<?xml version="1.0" encoding="UTF-8"?>
<!--
  From the record to the DataCite Metadata Schema 4.6 as XML (https://datacite-metadata-schema.readthedocs.io/en/4.6/).
  A DOI that nobody has given yet is `(:tba)`, DataCite's own word for it (appendix 3).
-->
<xsl:package name="https://encoder.invalid/xslt/deposit/datacite" package-version="1.0" version="3.0" declared-modes="yes"
             xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
             xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:f="https://encoder.invalid/ns/functions"
             xmlns="http://datacite.org/schema/kernel-4" exclude-result-prefixes="xs f">

  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>
  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="document-node()[record]" as="element()">
    <xsl:apply-templates select="record"/>
  </xsl:template>

  <xsl:template match="record" as="element()">
    <resource xsi:schemaLocation="http://datacite.org/schema/kernel-4 https://schema.datacite.org/meta/kernel-4.6/metadata.xsd">
      <identifier identifierType="DOI"><xsl:value-of select="(doi, '(:tba)')[1]"/></identifier>
      <creators><xsl:apply-templates select="creator"/></creators>
      <titles>
        <title xml:lang="{language[1]}"><xsl:value-of select="title"/></title>
        <xsl:apply-templates select="subtitle"/>
      </titles>
      <xsl:apply-templates select="publisher"/>
      <publicationYear><xsl:value-of select="substring(@date, 1, 4)"/></publicationYear>
      <resourceType resourceTypeGeneral="Dataset"><xsl:value-of select="type"/></resourceType>
      <xsl:if test="keyword"><subjects><xsl:apply-templates select="keyword"/></subjects></xsl:if>
      <xsl:if test="contributor"><contributors><xsl:apply-templates select="contributor"/></contributors></xsl:if>
      <dates>
        <date dateType="Issued"><xsl:value-of select="@date"/></date>
        <xsl:apply-templates select="coverage"/>
      </dates>
      <language><xsl:value-of select="language[1]"/></language>
      <xsl:if test="related"><relatedIdentifiers><xsl:apply-templates select="related"/></relatedIdentifiers></xsl:if>
      <sizes>
        <size><xsl:value-of select="extent/@says"/></size>
        <size><xsl:value-of select="extent/@bytes || ' bytes'"/></size>
      </sizes>
      <formats>
        <xsl:for-each select="distinct-values(format)"><format><xsl:value-of select="."/></format></xsl:for-each>
      </formats>
      <xsl:apply-templates select="version"/>
      <rightsList><xsl:apply-templates select="licence"/></rightsList>
      <descriptions>
        <description descriptionType="Abstract" xml:lang="{language[1]}"><xsl:value-of select="summary"/></description>
      </descriptions>
      <xsl:if test="spot"><geoLocations><xsl:apply-templates select="spot"/></geoLocations></xsl:if>
      <xsl:if test="grant"><fundingReferences><xsl:apply-templates select="grant"/></fundingReferences></xsl:if>
      <xsl:if test="original or previous[not(@doi)]">
        <relatedItems><xsl:apply-templates select="original, previous[not(@doi)]"/></relatedItems>
      </xsl:if>
    </resource>
  </xsl:template>

  <xsl:template match="creator" as="element()">
    <creator>
      <creatorName nameType="{f:kind(.)}"><xsl:value-of select="."/></creatorName>
      <xsl:sequence select="f:details(.)"/>
    </creator>
  </xsl:template>

  <xsl:template match="contributor" as="element()">
    <contributor contributorType="{@role}">
      <contributorName nameType="{f:kind(.)}"><xsl:value-of select="."/></contributorName>
      <xsl:sequence select="f:details(.)"/>
    </contributor>
  </xsl:template>

  <xsl:function name="f:kind" as="xs:string">
    <xsl:param name="party" as="element()"/>
    <xsl:sequence select="if ($party/@kind = 'person') then 'Personal' else 'Organizational'"/>
  </xsl:function>

  <xsl:function name="f:details" as="element()*">
    <xsl:param name="party" as="element()"/>
    <xsl:for-each select="$party[@given]">
      <givenName><xsl:value-of select="@given"/></givenName>
      <familyName><xsl:value-of select="@family"/></familyName>
    </xsl:for-each>
    <xsl:for-each select="$party/@identifier">
      <xsl:variable name="scheme" as="xs:string" select="if ($party/@kind = 'person') then 'ORCID' else 'ROR'"/>
      <nameIdentifier nameIdentifierScheme="{$scheme}"><xsl:value-of select="."/></nameIdentifier>
    </xsl:for-each>
    <xsl:for-each select="$party/@affiliation">
      <affiliation>
        <xsl:for-each select="$party/@ror">
          <xsl:attribute name="affiliationIdentifier" select="."/>
          <xsl:attribute name="affiliationIdentifierScheme" select="'ROR'"/>
        </xsl:for-each>
        <xsl:value-of select="."/>
      </affiliation>
    </xsl:for-each>
  </xsl:function>

  <xsl:template match="subtitle" as="element()">
    <title titleType="Subtitle" xml:lang="{../language[1]}"><xsl:value-of select="."/></title>
  </xsl:template>

  <xsl:template match="publisher" as="element()">
    <publisher>
      <xsl:for-each select="@identifier">
        <xsl:attribute name="publisherIdentifier" select="."/>
        <xsl:attribute name="publisherIdentifierScheme" select="'ROR'"/>
      </xsl:for-each>
      <xsl:value-of select="."/>
    </publisher>
  </xsl:template>

  <xsl:template match="keyword" as="element()">
    <subject><xsl:value-of select="."/></subject>
  </xsl:template>

  <xsl:template match="coverage" as="element()">
    <date dateType="Coverage"><xsl:value-of select="."/></date>
  </xsl:template>

  <xsl:template match="related" as="element()">
    <relatedIdentifier relatedIdentifierType="{@type}" relationType="{@relation}"><xsl:value-of select="."/></relatedIdentifier>
  </xsl:template>

  <xsl:template match="version" as="element()">
    <version><xsl:value-of select="."/></version>
  </xsl:template>

  <xsl:template match="licence" as="element()">
    <rights>
      <xsl:for-each select="@url[starts-with(., 'http')]">
        <xsl:attribute name="rightsURI" select="."/>
      </xsl:for-each>
      <xsl:for-each select="@spdx">
        <xsl:attribute name="rightsIdentifier" select="."/>
        <xsl:attribute name="rightsIdentifierScheme" select="'SPDX'"/>
        <xsl:attribute name="schemeURI" select="'https://spdx.org/licenses/'"/>
      </xsl:for-each>
      <xsl:value-of select="."/>
    </rights>
  </xsl:template>

  <xsl:template match="spot" as="element()">
    <geoLocation>
      <geoLocationPlace><xsl:value-of select="."/></geoLocationPlace>
      <xsl:if test="@longitude">
        <geoLocationPoint>
          <pointLongitude><xsl:value-of select="@longitude"/></pointLongitude>
          <pointLatitude><xsl:value-of select="@latitude"/></pointLatitude>
        </geoLocationPoint>
      </xsl:if>
    </geoLocation>
  </xsl:template>

  <xsl:template match="grant" as="element()">
    <fundingReference>
      <funderName><xsl:value-of select="."/></funderName>
      <xsl:for-each select="@ror"><funderIdentifier funderIdentifierType="ROR"><xsl:value-of select="."/></funderIdentifier></xsl:for-each>
      <xsl:if test="@number or @url">
        <awardNumber>
          <xsl:for-each select="@url"><xsl:attribute name="awardURI" select="."/></xsl:for-each>
          <xsl:value-of select="@number"/>
        </awardNumber>
      </xsl:if>
      <xsl:for-each select="@title"><awardTitle><xsl:value-of select="."/></awardTitle></xsl:for-each>
    </fundingReference>
  </xsl:template>

  <xsl:template match="original" as="element()">
    <relatedItem relatedItemType="Collection" relationType="IsTranslationOf">
      <titles><title><xsl:value-of select="."/></title></titles>
    </relatedItem>
  </xsl:template>

  <xsl:template match="previous" as="element()">
    <relatedItem relatedItemType="Dataset" relationType="IsNewVersionOf">
      <titles><title><xsl:value-of select="../full-title || ' (' || . || ')'"/></title></titles>
      <publicationYear><xsl:value-of select="substring(@date, 1, 4)"/></publicationYear>
    </relatedItem>
  </xsl:template>

</xsl:package>

<?xml version="1.0" encoding="UTF-8"?>
<!--
  The correspondence of the edition for correspSearch, in the Correspondence Metadata Interchange Format
  (https://github.com/TEI-Correspondence-SIG/CMIF): who wrote to whom, when and from where, and the address of each letter.

  Persons, offices and places have the addresses that the registers give them in authority files. CMIF knows no
  cert="medium", which is lowered to low: that a doubt is told matters more than how great it is.
-->
<xsl:package name="https://encoder.invalid/xslt/html/cmif" package-version="1.0" version="3.0" declared-modes="yes"
             xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
             xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all"
             xmlns="http://www.tei-c.org/ns/1.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:output method="xml" encoding="UTF-8" indent="yes" omit-xml-declaration="yes"/>
  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="party" on-no-match="shallow-skip" on-multiple-match="fail"/>

  <!-- The facts of the edition; the authority files, from authorities.xml. -->
  <xsl:param name="edition" as="document-node()" required="yes"/>
  <xsl:param name="authorities" as="document-node()" required="yes"/>

  <xsl:key name="entry" match="person | place | org" use="ancestor::Q{}register/@name || '.xml#' || @xml:id"/>
  <xsl:key name="named" match="person | place | org" use="(persName | placeName | orgName) ! normalize-space(.)"/>

  <xsl:variable name="facts" as="element()" select="$edition/Q{}edition"/>

  <!-- letters/letter[@id] with the correspDesc of each, and letters/register[@name] with the entries of the registers. -->
  <xsl:template match="document-node()[Q{}letters]" as="element(TEI)">
    <TEI>
      <teiHeader>
        <fileDesc>
          <titleStmt>
            <title><xsl:value-of select="$facts/Q{}title"/></title>
            <xsl:for-each select="($facts/Q{}editor, $facts/Q{}publisher[not($facts/Q{}editor)])">
              <editor><xsl:value-of select="."/></editor>
            </xsl:for-each>
          </titleStmt>
          <publicationStmt>
            <publisher><xsl:value-of select="$facts/Q{}publisher"/></publisher>
            <idno type="url"><xsl:value-of select="$facts/@url || 'cmif.xml'"/></idno>
            <date when="{$facts/@date}"><xsl:value-of select="$facts/@date"/></date>
            <availability>
              <licence target="{$facts/Q{}licence/@href}"><xsl:value-of select="$facts/Q{}licence"/></licence>
            </availability>
          </publicationStmt>
          <sourceDesc>
            <bibl type="online">
              <xsl:attribute name="xml:id" select="Q{}letters/@uuid"/>
              <xsl:value-of select="$facts/Q{}title"/>
              <xsl:text> </xsl:text>
              <ref target="{$facts/@url}"><xsl:value-of select="$facts/@url"/></ref>
            </bibl>
          </sourceDesc>
        </fileDesc>
        <profileDesc>
          <xsl:for-each select="Q{}letters/Q{}letter/correspDesc">
            <correspDesc ref="{$facts/@url || encode-for-uri(../@id) || '.html'}" source="#{/Q{}letters/@uuid}">
              <xsl:sequence select="f:action(., 'sent'), f:action(., 'received')"/>
            </correspDesc>
          </xsl:for-each>
        </profileDesc>
      </teiHeader>
      <text><body><p/></body></text>
    </TEI>
  </xsl:template>

  <xsl:function name="f:action" as="element(correspAction)">
    <xsl:param name="letter" as="element(correspDesc)"/>
    <xsl:param name="type" as="xs:string"/>
    <xsl:variable name="parts" as="element()*">
      <xsl:apply-templates select="$letter/correspAction[@type = $type]" mode="party"/>
    </xsl:variable>
    <correspAction type="{$type}">
      <xsl:if test="not($parts[self::persName or self::orgName])">
        <persName>unknown</persName>
      </xsl:if>
      <xsl:sequence select="$parts"/>
    </correspAction>
  </xsl:function>

  <xsl:template mode="party" as="element()" match="persName | orgName | placeName">
    <xsl:element name="{local-name()}" namespace="http://www.tei-c.org/ns/1.0">
      <xsl:sequence select="f:address(.), f:doubt(.)"/>
      <xsl:value-of select="normalize-space(.)"/>
    </xsl:element>
  </xsl:template>

  <!-- A date without a value is none for CMIF. -->
  <xsl:template mode="party" as="element(date)?" match="date">
    <xsl:variable name="values" as="attribute()*" select="@when, @from, @to, @notBefore, @notAfter"/>
    <xsl:if test="$values">
      <date>
        <xsl:sequence select="$values, f:doubt(.)"/>
        <xsl:value-of select="normalize-space(.)"/>
      </date>
    </xsl:if>
  </xsl:template>

  <xsl:function name="f:doubt" as="attribute(cert)?">
    <xsl:param name="element" as="element()"/>
    <xsl:for-each select="$element/@cert">
      <xsl:attribute name="cert" select="if (. = 'medium') then 'low' else ."/>
    </xsl:for-each>
  </xsl:function>

  <!-- In the first authority file of the table that knows the entry: the one that is pointed to, else the only one that
       has the name. -->
  <xsl:function name="f:address" as="attribute(ref)?">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="found" as="element()*" select="
        if ($name/@ref) then tokenize($name/@ref) ! key('entry', replace(., '^.*/', ''), root($name))
        else key('named', normalize-space($name), root($name))"/>
    <xsl:variable name="numbers" as="element(idno)*" select="$found[count($found) eq 1]/idno"/>
    <xsl:for-each select="(for $authority in $authorities/Q{}authorities/Q{}authority,
                               $number in $numbers[@type = $authority/@name][1] return f:identifier($authority, $number))[1]">
      <xsl:attribute name="ref" select="."/>
    </xsl:for-each>
  </xsl:function>

  <!-- The address of an entry of an authority file; the register may have the number alone, or the address. -->
  <xsl:function name="f:identifier" as="xs:string">
    <xsl:param name="authority" as="element()"/>
    <xsl:param name="number" as="element(idno)"/>
    <xsl:sequence select="$authority/@prefix || replace(normalize-space($number), '^.*/([^/]+)/?$', '$1')"/>
  </xsl:function>

</xsl:package>

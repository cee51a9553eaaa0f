<?xml version="1.0" encoding="UTF-8"?>
<!-- What a document is called, from its header: title, date, archive reference. No HTML here. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="https://encoder.invalid/ns/functions"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:function name="f:title" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="normalize-space($tei/teiHeader/fileDesc/titleStmt/title[1])"/>
  </xsl:function>

  <!-- The date of the document, which may be without words or without a value. -->
  <xsl:function name="f:date" as="element(date)?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="$tei/teiHeader/profileDesc/creation/date[1]"/>
  </xsl:function>

  <!-- The date as typed, or its value; empty where there is neither. -->
  <xsl:function name="f:date-words" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="date" as="element(date)?" select="f:date($tei)"/>
    <xsl:sequence select="($date/normalize-space()[.], $date/@when/string(),
                           $date[@from or @notBefore]/string-join((@from, @notBefore, @to, @notAfter), '/'), '')[1]"/>
  </xsl:function>

  <!-- "PRC FMA 118-01025-02, 4-6": repository in short, shelfmark, pages; empty where there is none of them. -->
  <xsl:function name="f:reference" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="desc" as="element(msDesc)?" select="$tei/teiHeader/fileDesc/sourceDesc/msDesc[1]"/>
    <xsl:variable name="identifier" as="element(msIdentifier)?" select="$desc/msIdentifier"/>
    <xsl:variable name="place" as="xs:string" select="string-join((
        f:repository-short($identifier), $identifier/idno[@type = 'shelfmark'] ! f:stated(.)), ' ')"/>
    <xsl:sequence select="string-join(($place[.], $desc/msContents/msItem[1]/locus[1] ! f:stated(.)), ', ')"/>
  </xsl:function>

  <xsl:function name="f:repository-short" as="xs:string?">
    <xsl:param name="identifier" as="element(msIdentifier)?"/>
    <xsl:sequence select="$identifier/repository ! f:stated((.//abbr, .)[1])"/>
  </xsl:function>

  <!-- The words of an element, if it says anything: TEI wants some elements even where nothing is known. -->
  <xsl:function name="f:stated" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="normalize-space($element)[not(. = ('', 'unknown'))]"/>
  </xsl:function>

</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- Who wrote a document, and who translated it, from its header. No HTML here. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="https://encoder.invalid/ns/functions"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Its author, else its senders. A name (not of a person or an office) says that nobody is named. -->
  <xsl:function name="f:authors" as="element()*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="authors" as="element()*" select="$tei/teiHeader/fileDesc/titleStmt/author"/>
    <xsl:sequence select="(if ($authors) then $authors else
        $tei/teiHeader/profileDesc/correspDesc/correspAction[@type = 'sent']/(persName | orgName))[f:stated(.)]"/>
  </xsl:function>

  <xsl:function name="f:translators" as="element()*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="$tei/teiHeader/fileDesc/titleStmt/(respStmt[@xml:id = 'translator' or matches(resp, 'translat', 'i')]
                          /(persName | orgName) | editor[@role = 'translator'])[f:stated(.)]"/>
  </xsl:function>

  <!-- [person or office, the name, its family name and given name where the header tells them apart]: which word of a name
       is which is not guessed. -->
  <xsl:function name="f:party" as="array(xs:string)">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="[if ($name/descendant-or-self::orgName) then 'office' else 'person', normalize-space($name),
        normalize-space($name/descendant::surname[1]), string-join($name/descendant::forename ! normalize-space(.), ' ')]"/>
  </xsl:function>

</xsl:stylesheet>

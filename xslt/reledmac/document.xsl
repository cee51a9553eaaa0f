<?xml version="1.0" encoding="UTF-8"?>
<!-- A document: its head, its numbered text, the doubts about it. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:x="https://encoder.invalid/ns/tex"
                xpath-default-namespace="https://encoder.invalid/ns/print">

  <xsl:mode name="document" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template mode="document" as="xs:string+" match="document">
    <xsl:sequence select="x:command('documenthead', (x:words(title), x:text(@title), x:text(@date))) || '&#10;',
                          x:command('placeanddate', x:words(place-date)) || '&#10;'"/>
    <xsl:if test="fact">
      <xsl:text>\begin{{facts}}&#10;</xsl:text>
      <xsl:apply-templates select="fact" mode="document"/>
      <xsl:text>\end{{facts}}&#10;</xsl:text>
    </xsl:if>
    <xsl:apply-templates select="summary" mode="document"/>
    <xsl:sequence select="x:begin-tongue(@lang)"/>
    <xsl:text>\beginnumbering&#10;</xsl:text>
    <xsl:apply-templates select="text" mode="blocks"/>
    <xsl:text>\endnumbering&#10;</xsl:text>
    <xsl:text>\outtongue&#10;</xsl:text>
    <xsl:apply-templates select="doubts" mode="document"/>
  </xsl:template>

  <!-- The title page, from the facts of the edition. -->
  <xsl:template mode="document" as="xs:string+" match="edition" xpath-default-namespace="">
    <xsl:text>\begin{{titlepage}}&#10;</xsl:text>
    <xsl:sequence select="
        (title, subtitle[string()]) ! x:titlepart(local-name(), .),
        x:titlepart('editors', string-join(editor, ', ')),
        x:titlepart('imprint', string-join((publisher, place, substring(@date, 1, 4))[string()], ', ')),
        x:titlepart('terms', string-join((licence, licence/@href, rights) ! normalize-space()[.], '. '))"/>
    <xsl:text>\end{{titlepage}}&#10;</xsl:text>
  </xsl:template>

  <xsl:function name="x:titlepart" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="x:command('titlepart', ($name, x:text($words))) || '&#10;'"/>
  </xsl:function>

  <xsl:template mode="document" as="xs:string" match="fact">
    <xsl:sequence select="x:command('fact', (x:text(@label), x:words(.))) || '&#10;'"/>
  </xsl:template>

  <xsl:template mode="document" as="xs:string" match="summary">
    <xsl:sequence select="x:command('summary', x:words(.)) || '&#10;'"/>
  </xsl:template>

  <xsl:template mode="document" as="xs:string+" match="doubts">
    <xsl:text>\begin{{doubts}}&#10;</xsl:text>
    <xsl:sequence select="x:command('doubtshead', x:text(@head)) || '&#10;'"/>
    <xsl:sequence select="doubtful ! (x:command('doubtful', x:words(.)) || '&#10;')"/>
    <xsl:text>\end{{doubts}}&#10;</xsl:text>
  </xsl:template>

</xsl:stylesheet>

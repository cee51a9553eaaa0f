<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes: textual ones with their lemma, keyed to the line; editorial ones with their sign; what hands wrote in the
     margin. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:x="https://encoder.invalid/ns/tex"
                xpath-default-namespace="https://encoder.invalid/ns/print">

  <xsl:key name="note" match="note" use="string(@id)"/>
  <xsl:key name="lemma" match="lemma" use="string(@note)"/>

  <!-- The words stay in the text; the note has them again, short if they are many. -->
  <xsl:template mode="words" as="xs:string" match="lemma">
    <xsl:variable name="note" as="element(note)" select="key('note', @note)"/>
    <xsl:variable name="short" as="xs:string"
        select="($note/@lemma, normalize-space(string-join(.//text()[not(ancestor::note or ancestor::margin)])))[1]"/>
    <xsl:sequence select="x:command('edtext', (x:words(.),
                            x:command('lemma', x:text($short)) || x:command('Afootnote', x:words($note))))"/>
  </xsl:template>

  <xsl:template mode="words" as="xs:string" match="note[@level = 'textual']">
    <xsl:sequence select="if (key('lemma', @id)) then ''
                          else x:command('edtext', ('', '\lemma{}\Afootnote[nosep]{' || x:words(.) || '}'))"/>
  </xsl:template>

  <xsl:template mode="words" as="xs:string" match="note[not(@level = 'textual')]">
    <xsl:sequence select="x:command('editorialnote', (x:text(@sign), x:words(.)))"/>
  </xsl:template>

  <xsl:template mode="words" as="xs:string" match="again">
    <xsl:sequence select="x:command('textsuperscript', x:words(.))"/>
  </xsl:template>

  <xsl:template mode="words" as="xs:string" match="margin">
    <xsl:sequence select="x:command('ledouternote', x:words(.))"/>
  </xsl:template>

</xsl:stylesheet>

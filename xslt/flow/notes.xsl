<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes: called out of the text and listed after it, or standing by themselves. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:mode name="listed" on-no-match="fail" on-multiple-match="fail"/>

  <!-- The notes that a text calls, in the order of their calls. -->
  <xsl:function name="f:called-notes" as="element(note)*">
    <xsl:param name="text" as="element()*"/>
    <xsl:sequence select="$text//note[f:is-called(.)]"/>
  </xsl:function>

  <xsl:function name="f:is-called" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="($note/@type = 'editorial' or $note/@place = 'foot')
                          and not(f:stands-alone($note) or $note/parent::app)"/>
  </xsl:function>

  <xsl:accumulator name="calls" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="note[f:is-called(.)]" select="$value + 1"/>
  </xsl:accumulator>

  <!-- data-place is for beside.css, which sets notes beside their calls where there is room. -->
  <xsl:template mode="flow" as="element(h:sup)" match="note[f:is-called(.)]">
    <sup class="call editor" id="{@xml:id}-call" data-place="{accumulator-before('calls')}">
      <a href="#{@xml:id}" aria-label="{f:label('note-n', map { 'n': string(@n) })}">
        <xsl:sequence select="f:role('noteref')"/>
        <xsl:call-template name="number"/>
      </a>
    </sup>
  </xsl:template>

  <!-- The number as typed, if it was. -->
  <xsl:template name="number" as="node()+">
    <span class="sign"><xsl:value-of select="f:open('note')"/></span>
    <xsl:value-of select="(self::ref/normalize-space()[.], @n)[1]"/>
    <span class="sign"><xsl:value-of select="f:close('note')"/></span>
  </xsl:template>

  <!-- What is in the list of notes: the number, which leads back, and the words. -->
  <xsl:template name="listed-note" as="node()+">
    <a class="number" href="#{@xml:id}-call" aria-label="{f:label('back-n', map { 'n': string(@n) })}">
      <xsl:sequence select="f:role('backlink')"/>
      <xsl:value-of select="(f:typed-number(.)/normalize-space(), @n)[1]"/>
    </a>
    <xsl:text> </xsl:text>
    <xsl:element name="{f:name(., 'span')}">
      <xsl:attribute name="class" select="'words'"/>
      <xsl:sequence select="f:attributes(.)[name() ne 'id']"/>
      <xsl:apply-templates select="node() except f:typed-number(.)" mode="flow"/>
      <xsl:sequence select="f:query(.), f:signature(.)"/>
    </xsl:element>
  </xsl:template>

  <!-- Whose note it is, where the note does not say so itself. -->
  <xsl:function name="f:signature" as="element(h:span)?">
    <xsl:param name="note" as="element(note)"/>
    <xsl:if test="$note/@resp and not($note/label[not(. is f:typed-number($note))])">
      <span class="signature sign">
        <xsl:value-of select="' – ' || string-join(f:who($note/@resp), f:label('list-comma'))"/>
      </span>
    </xsl:if>
  </xsl:function>

  <!-- The number that stands before a foot note: 1, 1. or [1]. -->
  <xsl:function name="f:typed-number" as="element(label)?">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="$note[@place = 'foot']/label[1][translate(., '.)(][ ', '') = $note/@n]"/>
  </xsl:function>

  <!-- A remark that stands by itself between two blocks, a foot note that nothing calls, a note of another kind. -->
  <xsl:template mode="flow" as="element()"
                match="note[not(f:is-called(.))][not(@type = $kinds-with-templates)]">
    <xsl:element name="{f:name(., if (f:stands-alone(.)) then 'p' else 'span')}">
      <xsl:attribute name="class" select="'remark editor'"/>
      <xsl:attribute name="role" select="'note'"/>
      <xsl:sequence select="f:attributes(.)"/>
      <span class="sign"><xsl:value-of select="f:open('note')"/></span>
      <xsl:for-each select="@n[current()/@place = 'foot'][not(f:typed-number(current()))]">
        <span class="number"><xsl:value-of select="."/></span>
        <xsl:text> </xsl:text>
      </xsl:for-each>
      <xsl:apply-templates select="node() except certainty" mode="flow"/>
      <xsl:sequence select="f:signature(.)"/>
      <span class="sign"><xsl:value-of select="f:close('note')"/></span>
      <xsl:sequence select="f:query(.)"/>
      <xsl:apply-templates select="certainty" mode="flow"/>
    </xsl:element>
  </xsl:template>

  <xsl:variable name="kinds-with-templates" as="xs:string+" select="
      'annotation', 'original', 'rendition', 'classification', 'precedence', 'handling', 'distribution'"/>

</xsl:stylesheet>

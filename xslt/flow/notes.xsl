<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes: called out of the text and listed after it; and what the archival copy bears besides the text. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:mode name="listed" on-no-match="fail" on-multiple-match="fail"/>

  <!-- The notes that a text calls, in the order of their calls. -->
  <xsl:function name="f:called-notes" as="element(note)*">
    <xsl:param name="text" as="element()"/>
    <xsl:sequence select="$text//note[f:is-called(.)]"/>
  </xsl:function>

  <xsl:function name="f:is-called" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="$note/@type = 'editorial' and not(f:stands-alone($note))
                          or $note/@place = 'foot' and not(f:stands-alone($note))"/>
  </xsl:function>

  <xsl:accumulator name="calls" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="note[f:is-called(.)]" select="$value + 1"/>
  </xsl:accumulator>

  <!-- data-place is for beside.css, which sets notes beside their calls where there is room. -->
  <xsl:template mode="flow" as="element(h:sup)" match="note[f:is-called(.)]">
    <sup class="call editor" id="{@xml:id}-call" data-place="{accumulator-before('calls')}">
      <a href="#{@xml:id}" role="doc-noteref" aria-label="{f:label('note-n', map { 'n': string(@n) })}">
        <xsl:call-template name="number"/>
      </a>
    </sup>
  </xsl:template>

  <!-- A second call of a note, or one whose note the document does not give. -->
  <xsl:template mode="flow" as="element(h:sup)" match="ref[@type = 'footnote']">
    <sup class="call editor">
      <xsl:choose>
        <xsl:when test="@target">
          <a href="{@target}" role="doc-noteref" aria-label="{f:label('note-n', map { 'n': string(@n) })}">
            <xsl:call-template name="number"/>
          </a>
        </xsl:when>
        <xsl:otherwise>
          <xsl:attribute name="title" select="f:label('note-missing')"/>
          <xsl:call-template name="number"/>
        </xsl:otherwise>
      </xsl:choose>
    </sup>
  </xsl:template>

  <xsl:template name="number" as="node()+">
    <span class="sign"><xsl:value-of select="f:open('note')"/></span>
    <xsl:value-of select="@n"/>
    <span class="sign"><xsl:value-of select="f:close('note')"/></span>
  </xsl:template>

  <xsl:template mode="listed" as="element(h:li)" match="note">
    <li id="{@xml:id}">
      <a class="number" href="#{@xml:id}-call" role="doc-backlink" aria-label="{f:label('back-n', map { 'n': string(@n) })}">
        <xsl:value-of select="@n"/>
      </a>
      <xsl:text> </xsl:text>
      <span class="words">
        <xsl:sequence select="f:attributes(.)[name() ne 'id']"/>
        <xsl:apply-templates mode="flow"/>
        <xsl:sequence select="f:query(.)"/>
      </span>
    </li>
  </xsl:template>

  <!-- A remark that stands by itself between two blocks, or a foot note that nothing calls. -->
  <xsl:template mode="flow" as="element(h:p)"
                match="note[@type = 'editorial' or @place = 'foot'][not(f:is-called(.))]">
    <p class="remark editor" role="note">
      <xsl:sequence select="f:attributes(.)"/>
      <span class="sign"><xsl:value-of select="f:open('note')"/></span>
      <xsl:value-of select="@n[current()/@place = 'foot'] ! (. || ' ')"/>
      <xsl:apply-templates select="node() except certainty" mode="flow"/>
      <span class="sign"><xsl:value-of select="f:close('note')"/></span>
      <xsl:sequence select="f:query(.)"/>
      <xsl:apply-templates select="certainty" mode="flow"/>
    </p>
  </xsl:template>

  <!-- Handwriting, stamps, signatures. -->
  <xsl:template mode="flow" as="element()" match="note[@type = 'annotation']">
    <xsl:element name="{if (f:stands-alone(.)) then 'div' else 'span'}">
      <xsl:attribute name="class" select="normalize-space('annotation hand ' || @subtype)"/>
      <xsl:attribute name="role" select="'note'"/>
      <xsl:sequence select="f:attributes(.)"/>
      <span class="sign"><xsl:value-of select="f:open('annotation')"/></span>
      <xsl:apply-templates select="node() except certainty" mode="flow"/>
      <span class="sign"><xsl:value-of select="f:close('annotation')"/></span>
      <xsl:sequence select="f:query(.)"/>
      <xsl:apply-templates select="certainty" mode="flow"/>
    </xsl:element>
  </xsl:template>

  <xsl:template mode="flow" as="node()+" match="note[@type = 'annotation']/label">
    <span class="label"><xsl:apply-templates mode="flow"/></span>
    <xsl:if test="following-sibling::node()[not(self::certainty)][normalize-space()]">
      <span class="sign"><xsl:value-of select="f:sign('annotation')/@between"/></span>
    </xsl:if>
  </xsl:template>

  <!-- Paragraphs of a note, which may stand where HTML has no room for a paragraph. -->
  <xsl:template mode="flow" as="element(h:span)" match="note//p">
    <span class="p">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates mode="flow"/>
    </span>
  </xsl:template>

</xsl:stylesheet>

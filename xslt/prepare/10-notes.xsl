<?xml version="1.0" encoding="UTF-8"?>
<!-- Foot notes go to the place of their call. A call inside a foot note is left alone, so that notes which call
     each other cannot go round in a circle. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="https://encoder.invalid/ns/functions"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:mode name="notes" on-no-match="shallow-copy" on-multiple-match="fail"/>

  <!-- Without a call, or a note that says neither its type nor its place, there is nothing to do: the copy is spared. -->
  <xsl:template mode="notes" as="document-node()"
                match="document-node()[not(descendant::ref[@type = 'footnote'][@target] or descendant::note[f:is-plain(.)])]">
    <xsl:sequence select="."/>
  </xsl:template>

  <xsl:key name="foot-note" match="note[@place = 'foot'][@xml:id]" use="'#' || @xml:id"/>
  <xsl:key name="call" match="ref[@type = 'footnote'][@target][not(ancestor::note[@place = 'foot'])]"
           use="string(@target)"/>

  <xsl:template mode="notes" as="node()" match="ref[@type = 'footnote'][@target]">
    <xsl:variable name="note" as="element(note)?" select="key('foot-note', @target)[1]"/>
    <xsl:choose>
      <xsl:when test="$note and . is key('call', @target)[1]">
        <xsl:copy select="$note">
          <xsl:apply-templates select="@*, node()" mode="notes"/>
        </xsl:copy>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="."/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A note in running text of which nothing is said is a foot note. -->
  <xsl:template mode="notes" as="element(note)" match="note[f:is-plain(.)]">
    <xsl:copy>
      <xsl:attribute name="place" select="'foot'"/>
      <xsl:apply-templates select="@*, node()" mode="notes"/>
    </xsl:copy>
  </xsl:template>

  <xsl:function name="f:is-plain" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="not($note/@type or $note/@place or $note/parent::app or f:stands-alone($note))"/>
  </xsl:function>

  <xsl:template mode="notes" as="empty-sequence()"
                match="note[@place = 'foot'][@xml:id][key('call', '#' || @xml:id)]"/>

</xsl:stylesheet>

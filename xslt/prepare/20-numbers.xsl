<?xml version="1.0" encoding="UTF-8"?>
<!--
  The signs by which notes are called.

  A document may have numbers of its own: a typed [1] is a foot note or a call with n="1". An editorial note typed in
  brackets has none. Where the document has typed no number, its notes are counted 1, 2, 3. Where it has, the notes
  without one are counted in the first series that shares no sign with the typed ones: a, b, c; else A, B, C; else
  i′, ii′, iii′. So a typed number always stays what it is, and no generated one can be taken for it.
-->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="https://encoder.invalid/ns/functions"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:mode name="numbers" on-no-match="shallow-copy" on-multiple-match="fail" use-accumulators="uncounted-notes"/>

  <!-- Without a note to be counted there is nothing to do, and the copy is spared. -->
  <xsl:template mode="numbers" as="document-node()" match="document-node()">
    <xsl:choose>
      <xsl:when test="descendant::note[f:uncounted(.)]">
        <xsl:copy>
          <xsl:apply-templates mode="numbers">
            <xsl:with-param name="series" select="f:series(.)" tunnel="yes"/>
          </xsl:apply-templates>
        </xsl:copy>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="."/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:accumulator name="uncounted-notes" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="note[f:uncounted(.)]" select="$value + 1"/>
  </xsl:accumulator>

  <xsl:template mode="numbers" as="element(note)" match="note[f:uncounted(.)]">
    <xsl:param name="series" as="xs:string" tunnel="yes"/>
    <xsl:copy>
      <xsl:attribute name="n">
        <xsl:number value="accumulator-before('uncounted-notes')" format="{$series}"/>
      </xsl:attribute>
      <xsl:apply-templates select="@*, node()" mode="numbers"/>
    </xsl:copy>
  </xsl:template>

  <!-- A note that stands by itself between blocks is not called by anything. -->
  <xsl:function name="f:uncounted" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="$note[@type = 'editorial' or @place = 'foot'][not(@n)] and not(f:stands-alone($note))"/>
  </xsl:function>

  <xsl:function name="f:series" as="xs:string">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="typed" as="xs:string*"
        select="$document//(note[@type = 'editorial' or @place = 'foot'] | ref[@type = 'footnote'])/@n"/>
    <xsl:sequence select="if (empty($typed)) then '1'
                          else if (not($typed[matches(., '^[a-z]+$')])) then 'a'
                          else if (not($typed[matches(., '^[A-Z]+$')])) then 'A'
                          else 'i′'"/>
  </xsl:function>

</xsl:stylesheet>

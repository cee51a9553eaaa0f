<?xml version="1.0" encoding="UTF-8"?>
<!-- What stands before the documents: title pages, imprint, principles, signs, lists. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="http://www.tei-c.org/ns/1.0"
                xmlns:p="https://encoder.invalid/ns/print" xmlns="https://encoder.invalid/ns/print"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all">

  <xsl:template name="volume" as="element(p:book)">
    <xsl:context-item as="element(edition)" use="required"/>
    <book>
      <front lang="{$language}" title="{title}" author="{string-join(editor, ', ')}" contents="{f:label('contents')}"
             documents="{f:label('documents')}"
             place-date="{string-join((place[string()], substring(@date, 1, 4)), f:label('comma'))}">
        <xsl:for-each select="title, subtitle[string()]">
          <name role="{local-name()}">{.}</name>
        </xsl:for-each>
        <xsl:for-each-group select="editor" group-by="string(@role)">
          <xsl:variable name="names" as="xs:string" select="string-join(current-group(), f:label('comma'))"/>
          <name role="editors">{f:term('role', current-grouping-key())} {$names}</name>
        </xsl:for-each-group>
        <name role="publisher">{publisher}</name>
        <xsl:call-template name="imprint"/>
        <xsl:call-template name="principles"/>
        <xsl:call-template name="signs"/>
        <xsl:call-template name="list-of-documents"/>
        <xsl:call-template name="abbreviations"/>
      </front>
      <documents/>
      <back>
        <xsl:call-template name="registers"/>
        <xsl:call-template name="concordance"/>
        <xsl:call-template name="colophon"/>
      </back>
    </book>
  </xsl:template>

  <xsl:template name="imprint" as="element(p:imprint)+">
    <xsl:context-item as="element(edition)" use="required"/>
    <imprint label="{f:label('published-by')}">{string-join((publisher, place)[string()], f:label('comma'))}</imprint>
    <imprint label="{f:label('state')}">{@date}{f:label('comma')}{f:term('status', @status)}</imprint>
    <imprint label="{f:label('licence')}">{licence}<xsl:text>, </xsl:text>
      <link to="{licence/@href}">{licence/@href}</link>
    </imprint>
    <xsl:for-each select="rights[string()]">
      <imprint>{normalize-space()}</imprint>
    </xsl:for-each>
  </xsl:template>

  <!-- What the edition says of itself, what its documents say of their editors' practice, and what the guidelines say of
       each reading. -->
  <xsl:template name="principles" as="element(p:matter)">
    <xsl:context-item as="element(edition)" use="required"/>
    <matter role="principles" head="{f:label('principles')}">
      <xsl:for-each select="description[string()]">
        <p>{normalize-space()}</p>
      </xsl:for-each>
      <xsl:for-each-group select="documents/p:document/p:practice" group-by="normalize-space()">
        <p><xsl:sequence select="node()"/></p>
      </xsl:for-each-group>
      <xsl:for-each select="guidelines/t:div">
        <p label="{t:head}"><lang code="en"><xsl:sequence select="p:running-text(t:p[1]/node())"/></lang></p>
      </xsl:for-each>
    </matter>
  </xsl:template>

  <!-- The guidelines speak of elements and attributes by their names. -->
  <xsl:template mode="words" as="element(p:em)" match="t:gi | t:att | t:val | t:ident | t:code | t:tag">
    <em kind="code">{'@'[current()/self::t:att]}<xsl:sequence select="p:inside(.)"/></em>
  </xsl:template>

  <xsl:template mode="words" as="element(p:em)" match="t:q">
    <em kind="italic"><xsl:sequence select="p:inside(.)"/></em>
  </xsl:template>

  <!-- Another chapter, by its head where it is here. -->
  <xsl:template mode="words" as="element(p:em)" match="t:ptr">
    <xsl:variable name="id" as="xs:string" select="substring(@target, 2)"/>
    <em kind="italic">{(ancestor::guidelines/t:div[@xml:id = $id]/t:head, $id)[1]}</em>
  </xsl:template>

  <xsl:template name="signs" as="element(p:matter)">
    <matter role="signs" head="{f:label('signs')}">
      <xsl:for-each select="$style/style/examples/example">
        <row>
          <xsl:variable name="shown" as="node()*" select="p:running-text(node())"/>
          <cell>
            <xsl:apply-templates select="$shown" mode="example"/>
            <xsl:for-each select="$shown/descendant-or-self::p:note">
              <break kind="line"/>
              <em kind="superscript">{@sign}</em>
              <xsl:text> {@lemma ! (. || '] ')}</xsl:text>
              <xsl:sequence select="node()"/>
            </xsl:for-each>
          </cell>
          <cell>{f:label('sign-' || @sign)}</cell>
        </row>
      </xsl:for-each>
    </matter>
  </xsl:template>

  <!-- In an example a note stands beneath it, and is called by nothing but its sign. -->
  <xsl:mode name="example" on-no-match="shallow-copy" on-multiple-match="fail"/>

  <xsl:template mode="example" as="element(p:em)" match="p:note">
    <em kind="superscript">{@sign}</em>
  </xsl:template>

  <xsl:template mode="example" as="node()*" match="p:lemma">
    <xsl:apply-templates mode="example"/>
  </xsl:template>

  <xsl:template name="list-of-documents" as="element(p:matter)">
    <xsl:context-item as="element(edition)" use="required"/>
    <matter role="documents" head="{f:label('list-of-documents')}">
      <xsl:for-each select="documents/p:document">
        <row document="{@id}">
          <cell>{@n}</cell>
          <cell>
            <lang code="{@lang}">{@title}</lang>
            <xsl:text>{f:label('comma')}</xsl:text>
            <em kind="italic">{@date}</em>
            <xsl:text>{p:kept[1]/(f:label('comma') || string-join((@short, @mark), ' '))}</xsl:text>
          </cell>
        </row>
      </xsl:for-each>
    </matter>
  </xsl:template>

  <!-- Archives under the short names by which the documents cite them, then what is abbreviated in the texts. -->
  <xsl:template name="abbreviations" as="element(p:matter)?">
    <xsl:context-item as="element(edition)" use="required"/>
    <xsl:variable name="kept" as="element(p:kept)*" select="documents/p:document/p:kept[@short ne @archive]"/>
    <xsl:variable name="abbreviations" as="element(p:abbreviation)*" select="documents/p:document/p:abbreviation"/>
    <xsl:if test="$kept or $abbreviations">
      <matter role="abbreviations" head="{f:label('archives-and-abbreviations')}">
        <xsl:for-each-group select="$kept" group-by="string(@short)">
          <xsl:sort select="lower-case(@short)"/>
          <row>
            <cell>{@short}</cell>
            <cell>{string-join((@archive, @place[string()]), f:label('comma'))}</cell>
          </row>
        </xsl:for-each-group>
        <xsl:for-each-group select="$abbreviations[not(@short = $kept/@short)]" group-by="string(@short)">
          <xsl:sort select="lower-case(@short)"/>
          <row>
            <cell>{@short}</cell>
            <cell>{string-join(distinct-values(current-group()/@full), '; ')}</cell>
          </row>
        </xsl:for-each-group>
      </matter>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>

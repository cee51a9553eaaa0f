<?xml version="1.0" encoding="UTF-8"?>
<!-- Divisions, headings, paragraphs, speeches, quotations, verse. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Content made of blocks: what stands between them as running text (a gap, a page, words of a letterhead) gets a
       line of its own. -->
  <xsl:template name="blocks" as="node()*">
    <xsl:for-each-group select="node()" group-adjacent="f:is-block(.)">
      <xsl:choose>
        <xsl:when test="current-grouping-key() or not(current-group()[self::* or normalize-space()])">
          <xsl:apply-templates select="current-group()" mode="flow"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:element name="{if (current-group()[self::*] ! f:name(., 'p') = 'div') then 'div' else 'p'}">
            <xsl:attribute name="class" select="'alone'"/>
            <xsl:apply-templates select="current-group()" mode="flow"/>
          </xsl:element>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:function name="f:is-block" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="kind" as="xs:string?" select="$node[self::*] ! $kinds-of-block(local-name())"/>
    <xsl:sequence select="$node instance of element()
                          and (if (empty($kind)) then f:holds-blocks($node)
                               else $kind = 'always'
                                    or $kind = 'quote' and f:is-block-quote($node)
                                    or $kind = 'note' and not($node/@type = ('original', 'rendition'))
                                    or $kind = 'line' and f:is-line($node))"/>
  </xsl:function>

  <!-- What most often stands between blocks or in them; of any other element its content says what it is. -->
  <xsl:variable name="kinds-of-block" as="map(xs:string, xs:string)" select="map:merge((
      ('body', 'div', 'head', 'p', 'ab', 'list', 'table', 'lg', 'sp', 'speaker', 'opener', 'closer', 'postscript',
       'trailer', 'salute', 'signed', 'dateline', 'label', 'byline', 'address', 'argument', 'epigraph', 'figure',
       'front', 'back', 'group', 'text', 'floatingText', 'titlePage', 'docTitle', 'docAuthor', 'docDate', 'docImprint',
       'docEdition', 'titlePart', 'imprimatur', 'figDesc', 'addrLine', 'cit', 'listBibl', 'stage', 'castList', 'formula', 'graphic') ! map { .: 'always' },
      ('pb', 'gap', 'lb', 'supplied', 'gloss', 'hi', 'date', 'ref', 'persName', 'placeName', 'orgName', 'milestone',
       'certainty', 'pc', 'foreign', 'choice', 'del', 'add', 'unclear', 'anchor') ! map { .: 'inline' },
      map { 'quote': 'quote', 'note': 'note', 'idno': 'line', 'seg': 'line' }))"/>

  <xsl:function name="f:holds-blocks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/descendant::*[self::p or self::ab or self::div or self::list or self::table
                                                       or self::lg or self::sp or self::head or self::figure]
                                        [not(ancestor::note)])"/>
  </xsl:function>

  <!-- HTML has no room for a block in a paragraph: where there is one, the paragraph is a div. Notes that are called
       are listed elsewhere and do not count. -->
  <xsl:function name="f:name" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:variable name="blocks" as="element()*"
        select="$element/descendant::*[self::list or self::table or self::lg or self::figure or self::floatingText
                                       or self::listBibl or self::sp or self::address or self::div or self::head
                                       or (self::p or self::ab) and not(ancestor::note)
                                       or self::quote[f:is-block-quote(.)]]"/>
    <xsl:sequence select="if ($blocks[not((ancestor::note intersect $element/descendant::note)[f:is-called(.)])])
                          then 'div' else $name"/>
  </xsl:function>

  <xsl:template mode="flow" as="node()*" match="text | body | front | back | group">
    <xsl:call-template name="blocks"/>
  </xsl:template>

  <xsl:template mode="flow" as="element(h:div)" 
                match="div[not(f:is-emptied(.))] | sp | postscript | argument | epigraph | floatingText | titlePage | docTitle
                       | div1 | div2 | div3 | div4 | div5 | div6 | div7 | listBibl | cit | figure | address">
    <div class="{(@type, local-name())[1], @subtype}">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:call-template name="blocks"/>
    </div>
  </xsl:template>

  <!-- Notes gathered under a heading are now at their calls; the heading goes over the list of notes. -->
  <xsl:template mode="flow" as="empty-sequence()" match="div[f:is-emptied(.)]"/>

  <xsl:function name="f:is-emptied" as="xs:boolean">
    <xsl:param name="division" as="element(div)"/>
    <xsl:sequence select="$division/@type = 'notes' and empty($division/(* except head))"/>
  </xsl:function>

  <!-- The page's title is h1. Only divisions that have a heading count, so that no level is skipped. -->
  <xsl:template mode="flow" as="element()" match="head[not(parent::list or parent::lg or parent::table or parent::figure)]">
    <xsl:element name="h{min((6, 1 + max((1, count(ancestor::*[head][not(self::list or self::table)])))))}">
      <xsl:for-each select="@type">
        <xsl:attribute name="class" select="."/>
      </xsl:for-each>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates mode="flow"/>
      <xsl:sequence select="f:query(.)"/>
    </xsl:element>
  </xsl:template>

  <xsl:template mode="flow" as="element()" 
                match="list/head | lg/head | figure/head | label[f:stands-alone(.)] | speaker">
    <xsl:element name="{f:name(., 'p')}">
      <xsl:attribute name="class" select="if (self::speaker) then 'speaker' else 'caption'"/>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates mode="flow"/>
      <xsl:sequence select="f:query(.)"/>
    </xsl:element>
  </xsl:template>

  <xsl:template mode="flow" as="element()" match="p[not(ancestor::note)]">
    <xsl:variable name="name" as="xs:string" select="f:name(., 'p')"/>
    <xsl:element name="{$name}">
      <xsl:if test="$name eq 'div'">
        <xsl:attribute name="class" select="'p'"/>
      </xsl:if>
      <xsl:sequence select="f:attributes(.), f:anchor(.)"/>
      <xsl:apply-templates mode="flow"/>
    </xsl:element>
  </xsl:template>

  <xsl:template mode="flow" as="element()" 
                match="ab[not(ancestor::note)] | trailer | byline | docAuthor | docDate | docImprint | titlePart | addrLine
                       | stage | figDesc | imprimatur | docEdition">
    <!-- The author within a byline, a stage direction within a paragraph, stands in its line. -->
    <xsl:variable name="within" as="xs:boolean"
        select="not(self::ab or self::trailer or parent::figure or parent::address)
                and exists(ancestor::*[self::p or self::l or self::byline or self::docImprint or self::docEdition
                                       or self::titlePart])"/>
    <xsl:element name="{f:name(., if ($within) then 'span' else 'p')}">
      <xsl:attribute name="class" select="(@type, local-name())[1]"/>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates mode="flow"/>
      <xsl:sequence select="f:query(.)"/>
    </xsl:element>
  </xsl:template>

  <!-- Paragraphs of a note, which may stand where HTML has no room for a paragraph. -->
  <xsl:template mode="flow" as="element(h:span)" match="note//p | note//ab">
    <span class="p">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates mode="flow"/>
    </span>
  </xsl:template>

  <xsl:template mode="flow" as="element(h:blockquote)" match="quote[f:is-block-quote(.)]">
    <blockquote>
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:call-template name="blocks"/>
    </blockquote>
  </xsl:template>

  <xsl:template mode="flow" as="element(h:span)" match="quote[not(f:is-block-quote(.))]">
    <span class="quotation">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates mode="flow"/>
    </span>
  </xsl:template>

  <xsl:function name="f:is-block-quote" as="xs:boolean">
    <xsl:param name="quote" as="element(quote)"/>
    <xsl:sequence select="exists($quote/(p, ab, lg, list, table)) or f:stands-alone($quote)"/>
  </xsl:function>

  <xsl:template mode="flow" as="element(h:div)" match="lg">
    <div class="verse">
      <xsl:sequence select="f:attributes(.)"/>
      <xsl:apply-templates select="head" mode="flow"/>
      <xsl:element name="{f:name(., 'p')}">
        <xsl:attribute name="class" select="'lines'"/>
        <xsl:for-each select="l">
          <span class="l"><xsl:sequence select="f:attributes(.)"/><xsl:apply-templates mode="flow"/></span>
          <xsl:if test="position() ne last()">
            <br/>
          </xsl:if>
        </xsl:for-each>
        <xsl:apply-templates select="certainty" mode="flow"/>
      </xsl:element>
    </div>
  </xsl:template>

</xsl:stylesheet>

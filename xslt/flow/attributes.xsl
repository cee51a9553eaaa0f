<?xml version="1.0" encoding="UTF-8"?>
<!--
  What every element keeps of its attributes: its identifier, its language, its place in the source, and in the title
  whatever its template does not show in another way (as "why: hard to read; hand: …").
-->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="https://encoder.invalid/ns/functions"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:mode name="kept" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="particular" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:function name="f:attributes" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:if test="$element/@*">
      <xsl:apply-templates select="$element/@*" mode="kept"/>
      <xsl:variable name="particulars" as="xs:string*">
        <xsl:apply-templates select="$element/@*" mode="particular"/>
      </xsl:variable>
      <xsl:if test="exists($particulars)">
        <xsl:attribute name="title" select="string-join($particulars, '; ')"/>
      </xsl:if>
    </xsl:if>
  </xsl:function>

  <xsl:template mode="kept" as="attribute(id)" match="@xml:id">
    <xsl:attribute name="id" select="."/>
  </xsl:template>

  <xsl:template mode="kept" as="attribute()*" match="@xml:lang">
    <xsl:sequence select="f:tongue(.)"/>
  </xsl:template>

  <xsl:template mode="kept" as="attribute(data-source)" match="@source">
    <xsl:attribute name="data-source" select="."/>
  </xsl:template>

  <!-- What it corresponds to stands beside it in a page of both texts. -->
  <xsl:template mode="kept" as="attribute(data-corresp)" match="@corresp">
    <xsl:attribute name="data-corresp" select="."/>
  </xsl:template>

  <xsl:template mode="kept" as="empty-sequence()" match="@*"/>

  <!-- An attribute by its name and value. -->
  <xsl:template mode="particular" as="xs:string?" match="@*">
    <xsl:sequence select="f:particular(local-name(), f:term(local-name(), string()))"/>
  </xsl:template>

  <xsl:function name="f:particular" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <xsl:sequence select="f:label('particular', map { 'name': f:term('attribute', $name), 'value': $value })"/>
  </xsl:function>

  <!-- What is shown elsewhere: by a link, a number, a look or an HTML attribute of its own. -->
  <xsl:template mode="particular" as="empty-sequence()"
                match="@xml:id | @xml:lang[not(parent::foreign)] | @xml:space | @source | @corresp | note/@subtype | div/@subtype
                       | note/@n | item/@n | ref/@n | pb/@n | lb/@n
                       | note/@type | div/@type | list/@type | ref/@type | head/@type | ab/@type[. ne 'stray']
                       | seg/@type[. = ('letterhead', 'status')] | list/@rend[. = ('numbered', 'bulleted', 'simple')] | del/@rend
                       | ref/@target | ptr/@target
                       | certainty/@* | cell/@* | row/@role | supplied/@reason[. = 'subaudible']
                       | gap/@reason | gap/@quantity | gap/@unit | gap/@extent
                       | lem/@wit | rdg/@wit | note/@resp[f:signature(..)] | note/@place[. = ('foot', 'unknown')]
                       | @resp[../@cert = 'low'][. = '#translator'][not(parent::note)]
                       | @cert[. = 'low'][../@resp = '#translator'] | date/@evidence[. = 'internal']"/>

  <!-- How sure, and who says so. -->
  <xsl:template mode="particular" as="xs:string?" match="date/@cert[. = 'medium']">
    <xsl:sequence select="f:label('date-completed')"/>
  </xsl:template>

  <xsl:template mode="particular" as="xs:string?" 
                match="@resp[not(../@cert = 'low' and . = '#translator')][not(parent::note)] | note/@resp[not(f:signature(..))]">
    <xsl:sequence select="f:particular('resp', string-join(f:who(.), f:label('list-comma')))"/>
  </xsl:template>

  <xsl:template mode="particular" as="xs:string?" match="@hand">
    <xsl:sequence select="f:particular('hand', string-join(f:who(.), f:label('list-comma')))"/>
  </xsl:template>

  <!-- Whose name it is. -->
  <xsl:template mode="particular" as="xs:string" match="@ref">
    <xsl:sequence select="string((f:registered(..)/@name, .)[1])"/>
  </xsl:template>

  <!-- Words that others speak about, or are spoken about by. -->
  <xsl:template mode="particular" as="xs:string?" match="gloss/@target | note/@target">
    <xsl:variable name="words" as="xs:string*" select="f:pointed(.) ! f:label('quoted', map { 'words': normalize-space() })"/>
    <xsl:sequence select="f:particular('target', if (exists($words)) then string-join($words, f:label('list-comma')) else .)"/>
  </xsl:template>

  <!-- Rendition: what has an element or a look of its own needs no words. -->
  <xsl:template mode="particular" as="xs:string?" match="hi/@rend">
    <xsl:sequence select="tokenize(.)[not(. = $looks)] ! f:particular('rend', .)"/>
  </xsl:template>

  <xsl:variable name="looks" as="xs:string+"
                select="'italic', 'bold', 'underline', 'superscript', 'subscript', 'smallcaps', 'strong', 'double-underline',
                        'spaced', 'overline', 'strikethrough', 'center', 'right', 'large', 'small'"/>

  <xsl:template mode="particular" as="xs:string?" match="foreign/@xml:lang">
    <xsl:sequence select="(key('language', ., root())/normalize-space()[.], string())[1]"/>
  </xsl:template>

  <xsl:template mode="particular" as="xs:string?" match="pc/@type | ab/@type[. = 'stray']">
    <xsl:sequence select="f:term('pc', .)"/>
  </xsl:template>

  <xsl:template mode="particular" as="xs:string" match="date/@when">
    <xsl:sequence select="string()"/>
  </xsl:template>

  <!-- A number that its words do not say. -->
  <xsl:template mode="particular" as="xs:string?" match="num/@value">
    <xsl:sequence select="if (f:counts-copies(..) and . castable as xs:positiveInteger) then f:counted('copies', xs:integer(.))
                          else f:particular('value', .)[not(normalize-space(current()/..) = current())]"/>
  </xsl:template>

  <!-- What something points to. -->
  <xsl:function name="f:pointed" as="element()*">
    <xsl:param name="pointer" as="attribute()"/>
    <xsl:sequence select="tokenize($pointer) ! key('anything', substring-after(., '#'), root($pointer))"/>
  </xsl:function>

  <!-- Who that is: the persons of a statement of responsibility, a hand; else the pointer itself. -->
  <xsl:function name="f:who" as="xs:string*">
    <xsl:param name="pointer" as="attribute()"/>
    <xsl:for-each select="tokenize($pointer)">
      <xsl:variable name="named" as="element()?" select="key('anything', substring-after(., '#'), root($pointer))[1]"/>
      <xsl:sequence select="if ($named/resp) then string-join($named/(persName, orgName, name) ! normalize-space(), f:label('list-comma'))
                            else ($named/normalize-space()[.], .)[1]"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:key name="anything" match="*[@xml:id]" use="string(@xml:id)"/>
  <xsl:key name="language" match="langUsage/language" use="string(@ident)"/>

</xsl:stylesheet>

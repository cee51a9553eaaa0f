<?xml version="1.0" encoding="UTF-8"?>
<!-- What the header says about a document: who wrote to whom, where it is kept, who worked on it. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:p="https://encoder.invalid/ns/print" xmlns="https://encoder.invalid/ns/print"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template name="facts" as="element(p:fact)*">
    <xsl:context-item as="element(TEI)" use="required"/>
    <xsl:variable name="file" as="element(fileDesc)" select="teiHeader/fileDesc"/>
    <xsl:variable name="letter" as="element(correspDesc)?" select="teiHeader/profileDesc/correspDesc"/>
    <xsl:sequence select="
        p:fact('author', p:listed($file/titleStmt/author)),
        p:fact('from', p:correspondents($letter/correspAction[@type = 'sent'])),
        p:fact('to', p:correspondents($letter/correspAction[@type = 'received'])),
        $file/sourceDesc/msDesc ! p:fact('source', p:archival-source(.)),
        p:fact('registry', p:listed($file//altIdentifier[@type = 'registry']/idno)),
        p:fact('original-language', p:listed($file//msItem/textLang[not(@mainLang = 'und')])),
        $file/titleStmt/respStmt[not(name/@type = 'program')] ! p:responsibility(.),
        p:fact('support', p:listed($file/titleStmt/funder)),
        p:fact('reprint', p:listed($file/sourceDesc/bibl[@type = 'reprint'])),
        p:fact('record', $file/publicationStmt/idno[@type = 'URI'] ! p:address(.))"/>
  </xsl:template>

  <!-- What the lists of the volume say of the document: nothing of this is printed beside its text. -->
  <xsl:template name="for-the-lists" as="element()*">
    <xsl:context-item as="element(TEI)" use="required"/>
    <xsl:for-each select="teiHeader/fileDesc/sourceDesc/msDesc/msIdentifier/(. | altIdentifier[not(@type = 'registry')])">
      <xsl:variable name="repository" as="element(repository)?" select="(repository, ../repository)[1]"/>
      <xsl:variable name="mark" as="xs:string"
                    select="string-join((collection, idno) ! f:stated(.), f:label('comma'))"/>
      <xsl:if test="$repository ! f:stated(.) and $mark">
        <kept archive="{$repository/normalize-space((choice/expan, .)[1])}"
              short="{$repository/normalize-space((choice/abbr, .)[1])}"
              place="{string-join(((settlement, ../settlement)[1], (country, ../country)[1]) ! f:stated(.), f:label('comma'))}"
              mark="{$mark}"/>
      </xsl:if>
    </xsl:for-each>
    <xsl:for-each-group select="text//choice[abbr]" group-by="normalize-space(abbr[1]), normalize-space(expan[1])"
                        composite="yes">
      <abbreviation short="{current-grouping-key()[1]}" full="{current-grouping-key()[2]}"/>
    </xsl:for-each-group>
    <xsl:for-each select="teiHeader/encodingDesc/(projectDesc | editorialDecl)/p">
      <practice><xsl:sequence select="p:running-text(node())"/></practice>
    </xsl:for-each>
  </xsl:template>

  <xsl:function name="p:fact" as="element(p:fact)?">
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="content" as="node()*"/>
    <xsl:if test="exists($content)">
      <fact label="{f:label($label)}"><xsl:sequence select="$content"/></fact>
    </xsl:if>
  </xsl:function>

  <!-- Running texts one after the other, with commas. -->
  <xsl:function name="p:listed" as="node()*">
    <xsl:param name="elements" as="element()*"/>
    <xsl:for-each select="$elements">
      <xsl:sequence select="if (position() gt 1) then p:text(f:label('comma')) else ()"/>
      <xsl:sequence select="p:running-text(node())"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="p:correspondents" as="node()*">
    <xsl:param name="action" as="element(correspAction)?"/>
    <xsl:sequence select="p:listed($action/(persName | orgName | name))"/>
  </xsl:function>

  <!-- The archive by its full name with the short one behind it, the fonds, the shelfmark and the pages. -->
  <xsl:function name="p:archival-source" as="node()*">
    <xsl:param name="description" as="element(msDesc)"/>
    <xsl:variable name="place" as="element(msIdentifier)" select="$description/msIdentifier"/>
    <xsl:variable name="parts" as="xs:string*" select="
        p:archive($place/repository),
        $place/settlement[not(contains($place/repository, .))] ! normalize-space(),
        $place/collection ! normalize-space(),
        $place/idno ! f:stated(.),
        $place/altIdentifier[not(@type = 'registry')]/idno ! normalize-space(),
        $description//locus ! f:label('pages', map { 'pages': replace(normalize-space(), '(\d)-(\d)', '$1–$2') })"/>
    <xsl:if test="exists($parts)">
      <xsl:value-of select="string-join($parts, f:label('comma'))"/>
    </xsl:if>
  </xsl:function>

  <!-- The full name with the short one behind it, or the only one. -->
  <xsl:function name="p:archive" as="xs:string?">
    <xsl:param name="repository" as="element(repository)?"/>
    <xsl:variable name="full" as="xs:string?" select="$repository/choice/expan ! normalize-space()[.]"/>
    <xsl:variable name="short" as="xs:string?" select="$repository ! normalize-space((choice/abbr, .)[1])[.]"/>
    <xsl:sequence select="if ($full and $short) then f:label('parentheses', map { 'before': $full, 'inside': $short })
                          else ($full, $short)[1][. ne 'unknown']"/>
  </xsl:function>

  <!-- The label is the header's own: translated by, obtained by … -->
  <xsl:function name="p:responsibility" as="element(p:fact)">
    <xsl:param name="statement" as="element(respStmt)"/>
    <xsl:variable name="resp" as="xs:string" select="normalize-space($statement/resp[1])"/>
    <fact label="{upper-case(substring($resp, 1, 1)) || substring($resp, 2)}">
      <xsl:sequence select="p:listed($statement/(persName | orgName | name))"/>
    </fact>
  </xsl:function>

  <xsl:function name="p:address" as="node()">
    <xsl:param name="address" as="element(idno)"/>
    <xsl:choose>
      <xsl:when test="matches($address, '^\s*https?://')">
        <link to="{normalize-space($address)}">{normalize-space($address)}</link>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="normalize-space($address)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<xsl:package xmlns:f="https://encoder.invalid/ns/functions"
             xmlns:tei="http://www.tei-c.org/ns/1.0"
             xmlns:xs="http://www.w3.org/2001/XMLSchema"
             xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
             version="3.0"
             declared-modes="yes"
             name="https://encoder.invalid/xslt/checker"
             package-version="1.0"
             exclude-result-prefixes="#all"><!-- Made from edition.sch; change edition.odd and make both again. -->
   <xsl:output method="xml" indent="no" omit-xml-declaration="yes"/>
   <xsl:param name="address" as="xs:string" select="string(base-uri(/))"/>
   <xsl:mode on-no-match="fail" on-multiple-match="fail"/>
   <xsl:mode name="node" on-no-match="fail" on-multiple-match="fail"/>
   <xsl:template match="/" as="element(failures)">
      <failures>
         <xsl:apply-templates select="*" mode="node"/>
         <xsl:apply-templates select="//@target[parent::tei:*] | //@resp[parent::tei:*] | //@hand[parent::tei:*] | //@who[parent::tei:*] | //@ref[parent::tei:*]"
                              mode="T110"/>
         <xsl:apply-templates select="//@hand[parent::tei:*] | //@resp[parent::tei:*]" mode="T117"/>
         <xsl:apply-templates select="//@xml:lang[parent::tei:*] | //@mainLang[parent::tei:*] | //@ident[parent::tei:language] | //@otherLangs[parent::tei:*]"
                              mode="T118"/>
         <xsl:apply-templates select="//@xml:lang[ancestor::tei:text]" mode="T119"/>
         <xsl:apply-templates select="//@to[../@from][not(parent::tei:locus)] | //@notAfter[../@notBefore]"
                              mode="T120"/>
         <xsl:apply-templates select="//@source[parent::tei:*]" mode="T123"/>
         <xsl:apply-templates select="//text()[contains(., '[') or contains(., ']')][ancestor::tei:text][not(parent::tei:pc)]"
                              mode="T131"/>
      </failures>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="*">
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="tei:TEI">
      <xsl:apply-templates select="." mode="T101"/>
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="tei:ab">
      <xsl:apply-templates select="." mode="T130"/>
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="tei:abbr">
      <xsl:apply-templates select="." mode="T130"/>
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="tei:add">
      <xsl:apply-templates select="." mode="T130"/>
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="tei:birth">
      <xsl:apply-templates select="." mode="T121"/>
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="tei:certainty">
      <xsl:apply-templates select="." mode="T106"/>
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="tei:choice">
      <xsl:apply-templates select="." mode="T141"/>
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="tei:citeStructure">
      <xsl:apply-templates select="." mode="T108"/>
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="tei:corr">
      <xsl:apply-templates select="." mode="T130"/>
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="tei:correspDesc">
      <xsl:apply-templates select="." mode="T104"/>
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="tei:date">
      <xsl:apply-templates select="." mode="T121"/>
      <xsl:apply-templates select="." mode="T124"/>
      <xsl:apply-templates select="." mode="T130"/>
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="tei:dateline">
      <xsl:apply-templates select="." mode="T130"/>
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="tei:death">
      <xsl:apply-templates select="." mode="T121"/>
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="tei:del">
      <xsl:apply-templates select="." mode="T130"/>
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="tei:desc">
      <xsl:apply-templates select="." mode="T130"/>
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="tei:expan">
      <xsl:apply-templates select="." mode="T130"/>
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="tei:foreign">
      <xsl:apply-templates select="." mode="T130"/>
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="tei:gap">
      <xsl:apply-templates select="." mode="T137"/>
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="tei:geo">
      <xsl:apply-templates select="." mode="T153"/>
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="tei:gloss">
      <xsl:apply-templates select="." mode="T130"/>
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="tei:head">
      <xsl:apply-templates select="." mode="T130"/>
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="tei:hi">
      <xsl:apply-templates select="." mode="T130"/>
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="tei:idno">
      <xsl:apply-templates select="." mode="T130"/>
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="tei:item">
      <xsl:apply-templates select="." mode="T130"/>
      <xsl:apply-templates select="." mode="T135"/>
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="tei:l">
      <xsl:apply-templates select="." mode="T130"/>
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="tei:label">
      <xsl:apply-templates select="." mode="T130"/>
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="tei:licence">
      <xsl:apply-templates select="." mode="T130"/>
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="tei:msIdentifier">
      <xsl:apply-templates select="." mode="T103"/>
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="tei:name">
      <xsl:apply-templates select="." mode="T130"/>
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="tei:note">
      <xsl:apply-templates select="." mode="T111"/>
      <xsl:apply-templates select="." mode="T112"/>
      <xsl:apply-templates select="." mode="T113"/>
      <xsl:apply-templates select="." mode="T114"/>
      <xsl:apply-templates select="." mode="T115"/>
      <xsl:apply-templates select="." mode="T130"/>
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="tei:num">
      <xsl:apply-templates select="." mode="T130"/>
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="tei:org">
      <xsl:apply-templates select="." mode="T151"/>
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="tei:orgName">
      <xsl:apply-templates select="." mode="T130"/>
      <xsl:apply-templates select="." mode="T152"/>
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="tei:orig">
      <xsl:apply-templates select="." mode="T130"/>
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="tei:p">
      <xsl:apply-templates select="." mode="T130"/>
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="tei:pb">
      <xsl:apply-templates select="." mode="T132"/>
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="tei:pc">
      <xsl:apply-templates select="." mode="T130"/>
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="tei:persName">
      <xsl:apply-templates select="." mode="T130"/>
      <xsl:apply-templates select="." mode="T152"/>
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="tei:person">
      <xsl:apply-templates select="." mode="T151"/>
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="tei:place">
      <xsl:apply-templates select="." mode="T151"/>
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="tei:placeName">
      <xsl:apply-templates select="." mode="T130"/>
      <xsl:apply-templates select="." mode="T152"/>
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="tei:publicationStmt">
      <xsl:apply-templates select="." mode="T102"/>
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="tei:publisher">
      <xsl:apply-templates select="." mode="T130"/>
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="tei:ref">
      <xsl:apply-templates select="." mode="T116"/>
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="tei:reg">
      <xsl:apply-templates select="." mode="T130"/>
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="tei:resp">
      <xsl:apply-templates select="." mode="T130"/>
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="tei:salute">
      <xsl:apply-templates select="." mode="T130"/>
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="tei:seg">
      <xsl:apply-templates select="." mode="T130"/>
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="tei:sic">
      <xsl:apply-templates select="." mode="T130"/>
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="tei:signed">
      <xsl:apply-templates select="." mode="T130"/>
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="tei:speaker">
      <xsl:apply-templates select="." mode="T130"/>
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="tei:supplied">
      <xsl:apply-templates select="." mode="T130"/>
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="tei:teiHeader">
      <xsl:apply-templates select="." mode="T105"/>
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="tei:title">
      <xsl:apply-templates select="." mode="T130"/>
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="tei:titleStmt">
      <xsl:apply-templates select="." mode="T107"/>
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:template mode="node" as="element(failure)*" match="tei:unclear">
      <xsl:apply-templates select="." mode="T130"/>
      <xsl:apply-templates select="*" mode="node"/>
   </xsl:template>
   <xsl:mode name="T101" on-no-match="deep-skip" on-multiple-match="fail"/>
   <xsl:template mode="T101" as="element(failure)*" match="tei:TEI">
      <xsl:if test="not(empty($address) or replace(tokenize($address, '/')[last()], '\.xml$', '') = ('', @xml:id, substring-after(@xml:id, 'd-')))">
         <failure code="T101" role="error" at="{f:place(.)}">
            <xsl:text>The xml:id is '</xsl:text>
            <xsl:value-of select="@xml:id"/>
            <xsl:text>', but the file is named '</xsl:text>
            <xsl:value-of select="tokenize($address, '/')[last()]"/>
            <xsl:text>'.</xsl:text>
         </failure>
      </xsl:if>
   </xsl:template>
   <xsl:mode name="T102" on-no-match="deep-skip" on-multiple-match="fail"/>
   <xsl:template mode="T102" as="element(failure)*" match="tei:publicationStmt">
      <xsl:if test="not(tei:availability)">
         <failure code="T102" role="error" at="{f:place(.)}">
            <xsl:text>No licence is given.</xsl:text>
         </failure>
      </xsl:if>
   </xsl:template>
   <xsl:mode name="T103" on-no-match="deep-skip" on-multiple-match="fail"/>
   <xsl:template mode="T103" as="element(failure)*" match="tei:msIdentifier">
      <xsl:if test="not(tei:repository)">
         <failure code="T103" role="warning" at="{f:place(.)}">
            <xsl:text>The archive that holds the original is not named.</xsl:text>
         </failure>
      </xsl:if>
      <xsl:if test="not(tei:idno[@type='shelfmark'])">
         <failure code="T103" role="warning" at="{f:place(.)}">
            <xsl:text>The shelfmark of the original is not given.</xsl:text>
         </failure>
      </xsl:if>
   </xsl:template>
   <xsl:mode name="T104" on-no-match="deep-skip" on-multiple-match="fail"/>
   <xsl:template mode="T104" as="element(failure)*" match="tei:correspDesc">
      <xsl:if test="not(count(tei:correspAction[@type='sent']) eq 1 or tei:correspAction[not(@type = ('sent', 'received'))])">
         <failure code="T104" role="warning" at="{f:place(.)}">
            <xsl:text>The correspondence has </xsl:text>
            <xsl:value-of select="count(tei:correspAction[@type='sent'])"/>
            <xsl:text> senders' actions; it should have exactly one.</xsl:text>
         </failure>
      </xsl:if>
      <xsl:if test="not(count(tei:correspAction[@type='received']) eq 1 or tei:correspAction[not(@type = ('sent', 'received'))])">
         <failure code="T104" role="warning" at="{f:place(.)}">
            <xsl:text>The correspondence has </xsl:text>
            <xsl:value-of select="count(tei:correspAction[@type='received'])"/>
            <xsl:text> receivers' actions; it should have exactly one.</xsl:text>
         </failure>
      </xsl:if>
   </xsl:template>
   <xsl:mode name="T105" on-no-match="deep-skip" on-multiple-match="fail"/>
   <xsl:template mode="T105" as="element(failure)*" match="tei:teiHeader">
      <xsl:if test="not(tei:revisionDesc)">
         <failure code="T105" role="error" at="{f:place(.)}">
            <xsl:text>The header has no revisionDesc, so nobody knows whether the document is a draft or published.</xsl:text>
         </failure>
      </xsl:if>
   </xsl:template>
   <xsl:mode name="T106" on-no-match="deep-skip" on-multiple-match="fail"/>
   <xsl:template mode="T106" as="element(failure)*" match="tei:certainty">
      <xsl:if test="not(not(/tei:TEI/tei:teiHeader/tei:revisionDesc/@status = 'published'))">
         <failure code="T106" role="warning" at="{f:place(.)}">
            <xsl:text>The document is published, but the reading of this </xsl:text>
            <xsl:value-of select="name(..)"/>
            <xsl:text> is still to be settled.</xsl:text>
         </failure>
      </xsl:if>
   </xsl:template>
   <xsl:mode name="T107" on-no-match="deep-skip" on-multiple-match="fail"/>
   <xsl:template mode="T107"
                 as="element(failure)*"
                 match="tei:titleStmt[/tei:TEI/tei:text]">
      <xsl:variable name="original"
                    select="../tei:sourceDesc//tei:textLang/@mainLang/tokenize(., '-')[1]"/>
      <xsl:if test="not(tei:respStmt[not(tei:resp) or tei:resp[matches(., 'translat', 'i')]] or $original = /tei:TEI/tei:text/@xml:lang/tokenize(., '-')[1])">
         <failure code="T107" role="warning" at="{f:place(.)}">
            <xsl:text>Nobody is named who translated this document.</xsl:text>
         </failure>
      </xsl:if>
   </xsl:template>
   <xsl:mode name="T108" on-no-match="deep-skip" on-multiple-match="fail"/>
   <xsl:template mode="T108"
                 as="element(failure)*"
                 match="tei:citeStructure[not(parent::tei:citeStructure)]"
                 priority="2">
      <xsl:if test="not(starts-with(@match, '/'))">
         <failure code="T108" role="error" at="{f:place(.)}">
            <xsl:text>The match of this citeStructure does not begin with '/'.</xsl:text>
         </failure>
      </xsl:if>
   </xsl:template>
   <xsl:template mode="T108"
                 as="element(failure)*"
                 match="tei:citeStructure[parent::tei:citeStructure]"
                 priority="1">
      <xsl:if test="not(not(starts-with(@match, '/')) and @delim)">
         <failure code="T108" role="error" at="{f:place(.)}">
            <xsl:text>The match of this inner citeStructure begins with '/', or it has no delim.</xsl:text>
         </failure>
      </xsl:if>
   </xsl:template>
   <xsl:mode name="T110" on-no-match="deep-skip" on-multiple-match="fail"/>
   <xsl:template mode="T110"
                 as="element(failure)*"
                 match="@target[parent::tei:*] | @resp[parent::tei:*] | @hand[parent::tei:*] | @who[parent::tei:*] | @ref[parent::tei:*]">
      <xsl:variable name="lost"
                    select="for $pointer in tokenize(normalize-space(.), ' ')[starts-with(., '#')] return if (id(substring($pointer, 2))) then () else $pointer"/>
      <xsl:if test="not(empty($lost))">
         <failure code="T110" role="error" at="{f:place(.)}">
            <xsl:text>Nothing in this file has the xml:id that '</xsl:text>
            <xsl:value-of select="$lost[1]"/>
            <xsl:text>' points to.</xsl:text>
         </failure>
      </xsl:if>
   </xsl:template>
   <xsl:mode name="T111" on-no-match="deep-skip" on-multiple-match="fail"/>
   <xsl:template mode="T111"
                 as="element(failure)*"
                 match="tei:note[@type='annotation']">
      <xsl:if test="not(@place or @hand)">
         <failure code="T111" role="error" at="{f:place(.)}">
            <xsl:text>This annotation says neither its place on the copy nor its hand.</xsl:text>
         </failure>
      </xsl:if>
   </xsl:template>
   <xsl:mode name="T112" on-no-match="deep-skip" on-multiple-match="fail"/>
   <xsl:template mode="T112"
                 as="element(failure)*"
                 match="tei:note[@type='annotation']"
                 priority="2">
      <xsl:if test="not(@subtype)">
         <failure code="T112" role="error" at="{f:place(.)}">
            <xsl:text>This annotation does not say whether it is handwritten, a stamp, a signature or typed.</xsl:text>
         </failure>
      </xsl:if>
   </xsl:template>
   <xsl:template mode="T112"
                 as="element(failure)*"
                 match="tei:note"
                 priority="1">
      <xsl:if test="@subtype">
         <failure code="T112" role="error" at="{f:place(.)}">
            <xsl:text>Only annotations have a subtype; this note is of type '</xsl:text>
            <xsl:value-of select="@type"/>
            <xsl:text>'.</xsl:text>
         </failure>
      </xsl:if>
   </xsl:template>
   <xsl:mode name="T113" on-no-match="deep-skip" on-multiple-match="fail"/>
   <xsl:template mode="T113"
                 as="element(failure)*"
                 match="tei:note[@type='rendition']">
      <xsl:if test="not(@target)">
         <failure code="T113" role="warning" at="{f:place(.)}">
            <xsl:text>This note on rendition has no target: which words does it mean?</xsl:text>
         </failure>
      </xsl:if>
      <xsl:if test="not(not(@target) or not(id(substring-after(@target, '#'))) or id(substring-after(@target, '#'))[self::tei:hi or self::tei:del or self::tei:add])">
         <failure code="T113" role="warning" at="{f:place(.)}">
            <xsl:text>This note on rendition points to a </xsl:text>
            <xsl:value-of select="name(id(substring-after(@target, '#'))[1])"/>
            <xsl:text>, not to a hi, del or add.</xsl:text>
         </failure>
      </xsl:if>
   </xsl:template>
   <xsl:mode name="T114" on-no-match="deep-skip" on-multiple-match="fail"/>
   <xsl:template mode="T114"
                 as="element(failure)*"
                 match="tei:note[@type='original']">
      <xsl:if test="not(@xml:lang or .//tei:foreign)">
         <failure code="T114" role="error" at="{f:place(.)}">
            <xsl:text>This note gives the original wording but not its language.</xsl:text>
         </failure>
      </xsl:if>
   </xsl:template>
   <xsl:mode name="T115" on-no-match="deep-skip" on-multiple-match="fail"/>
   <xsl:template mode="T115" as="element(failure)*" match="tei:note[@place='foot']">
      <xsl:if test="not(@n or @xml:id)">
         <failure code="T115" role="error" at="{f:place(.)}">
            <xsl:text>This foot note has neither a number nor an xml:id; nothing can refer to it.</xsl:text>
         </failure>
      </xsl:if>
   </xsl:template>
   <xsl:mode name="T116" on-no-match="deep-skip" on-multiple-match="fail"/>
   <xsl:template mode="T116"
                 as="element(failure)*"
                 match="tei:ref[@type='footnote']">
      <xsl:if test="not(@n)">
         <failure code="T116" role="error" at="{f:place(.)}">
            <xsl:text>This footnote sign has no number.</xsl:text>
         </failure>
      </xsl:if>
      <xsl:if test="not(not(id(substring-after(@target, '#'))) or id(substring-after(@target, '#'))/self::tei:note)">
         <failure code="T116" role="error" at="{f:place(.)}">
            <xsl:text>This footnote sign points to a </xsl:text>
            <xsl:value-of select="name(id(substring-after(@target, '#'))[1])"/>
            <xsl:text>, not to a note.</xsl:text>
         </failure>
      </xsl:if>
   </xsl:template>
   <xsl:mode name="T117" on-no-match="deep-skip" on-multiple-match="fail"/>
   <xsl:template mode="T117"
                 as="element(failure)*"
                 match="@hand[parent::tei:*]"
                 priority="2">
      <xsl:variable name="hand" select="id(substring-after(., '#'))"/>
      <xsl:if test="not(empty($hand) or $hand/self::tei:handNote)">
         <failure code="T117" role="error" at="{f:place(.)}">
            <xsl:text>'</xsl:text>
            <xsl:value-of select="."/>
            <xsl:text>' is a </xsl:text>
            <xsl:value-of select="name($hand[1])"/>
            <xsl:text>, not a handNote of the header.</xsl:text>
         </failure>
      </xsl:if>
   </xsl:template>
   <xsl:template mode="T117"
                 as="element(failure)*"
                 match="@resp[parent::tei:*]"
                 priority="1">
      <xsl:variable name="wrong"
                    select="for $pointer in tokenize(normalize-space(.), ' ')[starts-with(., '#')] return id(substring($pointer, 2))[not(ancestor-or-self::tei:titleStmt)]"/>
      <xsl:if test="not(empty($wrong))">
         <failure code="T117" role="error" at="{f:place(.)}">
            <xsl:text>'</xsl:text>
            <xsl:value-of select="."/>
            <xsl:text>' is a </xsl:text>
            <xsl:value-of select="name($wrong[1])"/>
            <xsl:text>, not somebody whom the header makes responsible.</xsl:text>
         </failure>
      </xsl:if>
   </xsl:template>
   <xsl:mode name="T118" on-no-match="deep-skip" on-multiple-match="fail"/>
   <xsl:template mode="T118"
                 as="element(failure)*"
                 match="@xml:lang[parent::tei:*] | @mainLang[parent::tei:*] | @ident[parent::tei:language]"
                 priority="2">
      <xsl:if test="not(matches(., '^([a-z]{2,3}(-[a-z]{3}){0,3})(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(-[a-wyz0-9](-[a-z0-9]{2,8})+)*(-x(-[a-z0-9]{1,8})+)?$|^x(-[a-z0-9]{1,8})+$', 'i'))">
         <failure code="T118" role="error" at="{f:place(.)}">
            <xsl:text>'</xsl:text>
            <xsl:value-of select="."/>
            <xsl:text>' is no language tag.</xsl:text>
         </failure>
      </xsl:if>
   </xsl:template>
   <xsl:template mode="T118"
                 as="element(failure)*"
                 match="@otherLangs[parent::tei:*]"
                 priority="1">
      <xsl:if test="not(every $tag in tokenize(normalize-space(.), ' ') satisfies matches($tag, '^([a-z]{2,3}(-[a-z]{3}){0,3})(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(-[a-wyz0-9](-[a-z0-9]{2,8})+)*(-x(-[a-z0-9]{1,8})+)?$|^x(-[a-z0-9]{1,8})+$', 'i'))">
         <failure code="T118" role="error" at="{f:place(.)}">
            <xsl:text>One of '</xsl:text>
            <xsl:value-of select="."/>
            <xsl:text>' is no language tag.</xsl:text>
         </failure>
      </xsl:if>
   </xsl:template>
   <xsl:mode name="T119" on-no-match="deep-skip" on-multiple-match="fail"/>
   <xsl:template mode="T119"
                 as="element(failure)*"
                 match="@xml:lang[ancestor::tei:text]">
      <xsl:variable name="listed"
                    select="/tei:TEI/tei:teiHeader/tei:profileDesc/tei:langUsage/tei:language/@ident"/>
      <xsl:if test="not(empty($listed) or . = ('und', $listed))">
         <failure code="T119" role="warning" at="{f:place(.)}">
            <xsl:text>The language '</xsl:text>
            <xsl:value-of select="."/>
            <xsl:text>' is not listed in langUsage.</xsl:text>
         </failure>
      </xsl:if>
   </xsl:template>
   <xsl:mode name="T120" on-no-match="deep-skip" on-multiple-match="fail"/>
   <xsl:template mode="T120"
                 as="element(failure)*"
                 match="@to[../@from][not(parent::tei:locus)] | @notAfter[../@notBefore]">
      <xsl:variable name="start"
                    select="string(if (self::attribute(to)) then ../@from else ../@notBefore)"/>
      <xsl:variable name="end" select="string(.)"/>
      <xsl:variable name="length"
                    select="if (starts-with($start, '-') or starts-with($end, '-')) then 0 else min((string-length($start), string-length($end), 10))"/>
      <xsl:if test="not(compare(substring($start, 1, $length), substring($end, 1, $length)) le 0)">
         <failure code="T120" role="error" at="{f:place(.)}">
            <xsl:text>This runs from </xsl:text>
            <xsl:value-of select="$start"/>
            <xsl:text> back to </xsl:text>
            <xsl:value-of select="$end"/>
            <xsl:text>.</xsl:text>
         </failure>
      </xsl:if>
   </xsl:template>
   <xsl:mode name="T121" on-no-match="deep-skip" on-multiple-match="fail"/>
   <xsl:template mode="T121"
                 as="element(failure)*"
                 match="tei:date | tei:birth | tei:death">
      <xsl:if test="not(count((@when, (@from, @to)[1], (@notBefore, @notAfter)[1])) le 1)">
         <failure code="T121" role="error" at="{f:place(.)}">
            <xsl:text>This date is given in two ways at once.</xsl:text>
         </failure>
      </xsl:if>
   </xsl:template>
   <xsl:mode name="T123" on-no-match="deep-skip" on-multiple-match="fail"/>
   <xsl:template mode="T123" as="element(failure)*" match="@source[parent::tei:*]">
      <xsl:variable name="wrong"
                    select="for $part in tokenize(., '\s+')[.] return $part[number(substring-before(substring-after(., '#char='), ',')) ge number(substring-after(substring-after(., '#char='), ','))]"/>
      <xsl:if test="not(empty($wrong))">
         <failure code="T123" role="error" at="{f:place(.)}">
            <xsl:text>'</xsl:text>
            <xsl:value-of select="$wrong[1]"/>
            <xsl:text>' ends before it begins.</xsl:text>
         </failure>
      </xsl:if>
   </xsl:template>
   <xsl:mode name="T124" on-no-match="deep-skip" on-multiple-match="fail"/>
   <xsl:template mode="T124" as="element(failure)*" match="tei:date[@cert]">
      <xsl:if test="not(@evidence or @resp)">
         <failure code="T124" role="warning" at="{f:place(.)}">
            <xsl:text>This date is inferred (cert="</xsl:text>
            <xsl:value-of select="@cert"/>
            <xsl:text>") but does not say what from.</xsl:text>
         </failure>
      </xsl:if>
   </xsl:template>
   <xsl:mode name="T130" on-no-match="deep-skip" on-multiple-match="fail"/>
   <xsl:template mode="T130"
                 as="element(failure)*"
                 match="tei:supplied | tei:gloss | tei:foreign | tei:unclear | tei:orig | tei:reg | tei:abbr | tei:expan | tei:sic | tei:corr | tei:hi | tei:del | tei:add | tei:seg | tei:pc | tei:p | tei:ab | tei:head | tei:item | tei:speaker | tei:salute | tei:signed | tei:dateline | tei:l | tei:label | tei:desc | tei:title | tei:persName | tei:placeName | tei:orgName | tei:name | tei:idno | tei:num | tei:date | tei:licence | tei:resp | tei:publisher | tei:note">
      <xsl:if test="not(descendant::text()[normalize-space()] or descendant::tei:gap or descendant::tei:pb or descendant::tei:ref)">
         <failure code="T130" role="error" at="{f:place(.)}">
            <xsl:text>This </xsl:text>
            <xsl:value-of select="name()"/>
            <xsl:text> is empty.</xsl:text>
         </failure>
      </xsl:if>
   </xsl:template>
   <xsl:mode name="T131" on-no-match="deep-skip" on-multiple-match="fail"/>
   <xsl:template mode="T131"
                 as="element(failure)*"
                 match="text()[contains(., '[') or contains(., ']')][ancestor::tei:text][not(parent::tei:pc)]">
      <xsl:if test="true()">
         <failure code="T131" role="error" at="{f:place(.)}">
            <xsl:text>A square bracket is left as a character: '</xsl:text>
            <xsl:value-of select="replace(normalize-space(.), '^.*?(.{0,20}[\[\]].{0,20}).*$', '$1')"/>
            <xsl:text>'.</xsl:text>
         </failure>
      </xsl:if>
   </xsl:template>
   <xsl:mode name="T132" on-no-match="deep-skip" on-multiple-match="fail"/>
   <xsl:template mode="T132" as="element(failure)*" match="tei:pb">
      <xsl:variable name="before"
                    select="string(preceding-sibling::node()[1]/self::text())"/>
      <xsl:variable name="after" select="string(following-sibling::node()[1]/self::text())"/>
      <xsl:if test="matches($before, '[\p{L}\p{N}]$') and matches($after, '^\s') or matches($before, '\s$') and matches($after, '^[\p{L}\p{N}]')">
         <failure code="T132" role="warning" at="{f:place(.)}">
            <xsl:text>There is white space on one side only of this page beginning: '</xsl:text>
            <xsl:value-of select="tokenize($before)[last()]"/>
            <xsl:text>|</xsl:text>
            <xsl:value-of select="tokenize($after)[1]"/>
            <xsl:text>'.</xsl:text>
         </failure>
      </xsl:if>
   </xsl:template>
   <xsl:mode name="T135" on-no-match="deep-skip" on-multiple-match="fail"/>
   <xsl:template mode="T135"
                 as="element(failure)*"
                 match="tei:list[@rend='numbered']/tei:item">
      <xsl:if test="not(@n)">
         <failure code="T135" role="warning" at="{f:place(.)}">
            <xsl:text>This item of a numbered list has no number.</xsl:text>
         </failure>
      </xsl:if>
   </xsl:template>
   <xsl:mode name="T137" on-no-match="deep-skip" on-multiple-match="fail"/>
   <xsl:template mode="T137" as="element(failure)*" match="tei:gap">
      <xsl:if test="not(not(@quantity) or @unit)">
         <failure code="T137" role="error" at="{f:place(.)}">
            <xsl:text>This gap has a quantity (</xsl:text>
            <xsl:value-of select="@quantity"/>
            <xsl:text>) but no unit.</xsl:text>
         </failure>
      </xsl:if>
      <xsl:if test="not(not(@unit) or @quantity or @extent)">
         <failure code="T137" role="error" at="{f:place(.)}">
            <xsl:text>This gap has a unit (</xsl:text>
            <xsl:value-of select="@unit"/>
            <xsl:text>) but no quantity.</xsl:text>
         </failure>
      </xsl:if>
   </xsl:template>
   <xsl:mode name="T141" on-no-match="deep-skip" on-multiple-match="fail"/>
   <xsl:template mode="T141" as="element(failure)*" match="tei:choice">
      <xsl:if test="count(*) gt 1 and count(distinct-values(*/normalize-space(.))) eq 1">
         <failure code="T141" role="warning" at="{f:place(.)}">
            <xsl:text>Both forms in this choice are '</xsl:text>
            <xsl:value-of select="normalize-space(*[1])"/>
            <xsl:text>'.</xsl:text>
         </failure>
      </xsl:if>
   </xsl:template>
   <xsl:mode name="T151" on-no-match="deep-skip" on-multiple-match="fail"/>
   <xsl:template mode="T151"
                 as="element(failure)*"
                 match="tei:standOff//tei:person"
                 priority="3">
      <xsl:if test="not(count(tei:persName[@type='main']) eq 1)">
         <failure code="T151" role="error" at="{f:place(.)}">
            <xsl:text>The entry '</xsl:text>
            <xsl:value-of select="@xml:id"/>
            <xsl:text>' has </xsl:text>
            <xsl:value-of select="count(tei:persName[@type='main'])"/>
            <xsl:text> main names; it should have exactly one.</xsl:text>
         </failure>
      </xsl:if>
   </xsl:template>
   <xsl:template mode="T151"
                 as="element(failure)*"
                 match="tei:standOff//tei:place"
                 priority="2">
      <xsl:if test="not(count(tei:placeName[@type='main']) eq 1)">
         <failure code="T151" role="error" at="{f:place(.)}">
            <xsl:text>The entry '</xsl:text>
            <xsl:value-of select="@xml:id"/>
            <xsl:text>' has </xsl:text>
            <xsl:value-of select="count(tei:placeName[@type='main'])"/>
            <xsl:text> main names; it should have exactly one.</xsl:text>
         </failure>
      </xsl:if>
   </xsl:template>
   <xsl:template mode="T151"
                 as="element(failure)*"
                 match="tei:standOff//tei:org"
                 priority="1">
      <xsl:if test="not(count(tei:orgName[@type='main']) eq 1)">
         <failure code="T151" role="error" at="{f:place(.)}">
            <xsl:text>The entry '</xsl:text>
            <xsl:value-of select="@xml:id"/>
            <xsl:text>' has </xsl:text>
            <xsl:value-of select="count(tei:orgName[@type='main'])"/>
            <xsl:text> main names; it should have exactly one.</xsl:text>
         </failure>
      </xsl:if>
   </xsl:template>
   <xsl:mode name="T152" on-no-match="deep-skip" on-multiple-match="fail"/>
   <xsl:template mode="T152"
                 as="element(failure)*"
                 match="tei:text//tei:persName | tei:text//tei:placeName | tei:text//tei:orgName">
      <xsl:if test="@type">
         <failure code="T152" role="error" at="{f:place(.)}">
            <xsl:text>In the text a name has no type ('</xsl:text>
            <xsl:value-of select="@type"/>
            <xsl:text>'); the register says which form it is.</xsl:text>
         </failure>
      </xsl:if>
   </xsl:template>
   <xsl:mode name="T153" on-no-match="deep-skip" on-multiple-match="fail"/>
   <xsl:template mode="T153" as="element(failure)*" match="tei:geo">
      <xsl:if test="not(matches(., '^\s*[+\-]?([0-8]?[0-9](\.[0-9]+)?|90(\.0+)?)\s+[+\-]?((1[0-7][0-9]|[0-9]?[0-9])(\.[0-9]+)?|180(\.0+)?)\s*$'))">
         <failure code="T153" role="error" at="{f:place(.)}">
            <xsl:text>'</xsl:text>
            <xsl:value-of select="."/>
            <xsl:text>' is no latitude and longitude.</xsl:text>
         </failure>
      </xsl:if>
   </xsl:template>
   <xsl:function name="f:place" as="xs:string">
      <xsl:param name="node" as="node()"/>
      <xsl:sequence select="string-join($node/ancestor-or-self::*/(1 + count(preceding-sibling::*)), '/')"/>
   </xsl:function>
</xsl:package>

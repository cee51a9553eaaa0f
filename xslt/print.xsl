<?xml version="1.0" encoding="UTF-8"?>
<!--
  The print XML: what the Typst template in print/ sets. It has no white space that is not to be
  printed, and every word and sign of it is printed as it stands.

  This stylesheet makes two kinds of elements, by what it is given:

  from TEI′ (see prepare.xsl)   <document n id lang title date notes>
      <title>, <place-date>     running text
      <fact label>              running text: sender, addressee, source, translators …
      <summary>                 running text
      <text>                    flow
      <doubts head>             <doubtful id>: running text, one for each doubt of the encoder
      <foot first note>         where the notes have two levels (outputs/print/feet.py): a textual note, and the first
                                note called on its page, with which it is set
      <kept archive short place mark>, <abbreviation short full>, <practice>: for the lists of the volume
  from <edition>, with what     <book>: <front lang title author place-date contents documents>
  the documents and registers       <name role>, for the title pages; <imprint label>, running text; <matter>s
  say (outputs/print/book.py)   <documents/>, in whose place the documents are put; <back>: <matter>s
                                <matter role head>, a part that is no document:
      <p [label]>               running text
      <row [document] [key] [role="head"]>  <cell>s, running text; then the page of that document, or the pages of that name

  Flow is a sequence of
      <block role [level begins]>  running text. The roles are the keys of roles in print/blocks.typ
      <list>                    <item>: its <label>, running text, then flow
      <quote>                   flow
      <table>                   <row>: <cell columns rows role>, running text
      inline elements           that go to the first line of the next block

  Running text is text and
      <add kind [open close]>   words and signs that are not the document's, with their brackets
      <em kind>                 words in another shape: shapes in print/inline.typ
      <lang code>               words in another language (BCP 47)
      <note id sign level [lemma]>   a note, called here by its sign: editorial, or textual on the words named as lemma;
                                <again note>: the sign of an editorial note once more
      <lemma note>              the words that a textual note speaks of; the note follows them
      <name key>                a name with entries in registers: their identifiers, with spaces between
      <margin id document>      a note for the margin beside the line
      <speaker>                 who speaks, run in
      <label>                   the typed label of a note or a list
      <break kind>              the end of a line, or of a paragraph within a note
      <link to>                 an address
      <doubt id document sign>  the sign of a doubt

  An element that has no template here keeps its words, and is told (P010); a name of print XML that the Typst template
  does not know stops the run. All identifiers begin with the number of their document, since Typst has one space for them.
-->
<xsl:package name="https://encoder.invalid/xslt/print" package-version="1.0" version="3.0" declared-modes="yes"
             xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
             xmlns:xs="http://www.w3.org/2001/XMLSchema"
             xmlns:p="https://encoder.invalid/ns/print" exclude-result-prefixes="#all"
             xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:include href="flow/labels.xsl"/>
  <xsl:include href="flow/reference.xsl"/>
  <xsl:include href="flow/standing.xsl"/>
  <xsl:include href="print/signs.xsl"/>
  <xsl:include href="print/front.xsl"/>
  <xsl:include href="print/back.xsl"/>
  <xsl:include href="print/document.xsl"/>
  <xsl:include href="print/facts.xsl"/>
  <xsl:include href="print/blocks.xsl"/>
  <xsl:include href="print/letter.xsl"/>
  <xsl:include href="print/lists.xsl"/>
  <xsl:include href="print/packed.xsl"/>
  <xsl:include href="print/inline.xsl"/>
  <xsl:include href="print/additions.xsl"/>
  <xsl:include href="print/apparatus.xsl"/>
  <xsl:include href="print/notes.xsl"/>
  <xsl:include href="print/doubts.xsl"/>
  <xsl:include href="print/fallback.xsl"/>

  <xsl:output method="xml" indent="no" omit-xml-declaration="yes"/>

  <!-- The document's number in the edition, or what stands for it until the book is put together. -->
  <xsl:param name="number" as="xs:string" select="'0'"/>

  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" as="element()">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="TEI" as="element(p:document)">
    <xsl:call-template name="document"/>
  </xsl:template>

  <xsl:template match="edition" as="element(p:book)" xpath-default-namespace="">
    <xsl:call-template name="volume"/>
  </xsl:template>

</xsl:package>

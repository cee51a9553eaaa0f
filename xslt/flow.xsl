<?xml version="1.0" encoding="UTF-8"?>
<!--
  The running text as HTML, for the pages of the HTML edition and of the EPUB: all modules of flow/. What differs
  between the two is in six functions and one mode, which each of them has in its own medium.xsl:

  f:role($name)           the role of a link or a part, by the names of DPUB-ARIA without "doc-"
  f:tongue($code)         the language of an element
  f:page-address($id)     where the page of another document is; empty if it is not there
  f:anchor($element)      what stands at the beginning of a block or a page break, to be linked to
  f:registered($name)     the register entry of a name, with @href and @name, if it is part of what is made
  mode "listed"           a note, and a doubt, in its list
-->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:include href="flow/labels.xsl"/>
  <xsl:include href="flow/languages.xsl"/>
  <xsl:include href="flow/signs.xsl"/>
  <xsl:include href="flow/reference.xsl"/>
  <xsl:include href="flow/citation.xsl"/>
  <xsl:include href="flow/standing.xsl"/>
  <xsl:include href="flow/text.xsl"/>
  <xsl:include href="flow/attributes.xsl"/>
  <xsl:include href="flow/fallback.xsl"/>
  <xsl:include href="flow/apparatus.xsl"/>
  <xsl:include href="flow/blocks.xsl"/>
  <xsl:include href="flow/lists.xsl"/>
  <xsl:include href="flow/letter.xsl"/>
  <xsl:include href="flow/words.xsl"/>
  <xsl:include href="flow/brackets.xsl"/>
  <xsl:include href="flow/notes.xsl"/>
  <xsl:include href="flow/links.xsl"/>
  <xsl:include href="flow/annotations.xsl"/>
  <xsl:include href="flow/doubts.xsl"/>

</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- Commands of TeX, and text that TeX prints as it stands. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:x="https://encoder.invalid/ns/tex">

  <!-- \name{argument}{argument}…; the arguments are TeX already. -->
  <xsl:function name="x:command" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="arguments" as="xs:string*"/>
    <xsl:sequence select="string-join(('\' || $name, if (exists($arguments)) then $arguments ! ('{' || . || '}') else '{}'))"/>
  </xsl:function>

  <!-- The characters that mean something to TeX, those that it cannot have in a line, and a hyphen that shows only
       where a line ends. -->
  <xsl:variable name="specials" as="map(xs:string, xs:string)" select="map {
      '\': '\textbackslash{}', '{': '\{', '}': '\}', '$': '\$', '&amp;': '\&amp;', '#': '\#', '%': '\%', '_': '\_',
      '^': '\textasciicircum{}', '~': '\textasciitilde{}', '&#xAD;': '\-' }"/>

  <xsl:function name="x:text" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string*">
      <xsl:analyze-string select="$text" regex="[\\{{}}$&amp;#%_^~&#xAD;]">
        <xsl:matching-substring>
          <xsl:sequence select="$specials(.)"/>
        </xsl:matching-substring>
        <xsl:non-matching-substring>
          <xsl:sequence select="."/>
        </xsl:non-matching-substring>
      </xsl:analyze-string>
    </xsl:variable>
    <xsl:sequence select="string-join($parts)"/>
  </xsl:function>

</xsl:stylesheet>

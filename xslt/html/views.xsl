<?xml version="1.0" encoding="UTF-8"?>
<!-- The switch between the views and voices. Hidden until edition.js is there to obey it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="https://encoder.invalid/ns/functions" exclude-result-prefixes="#all">

  <xsl:variable name="views" as="xs:string+" select="'reading', 'critical', 'diplomatic'"/>
  <xsl:variable name="voices" as="xs:string+" select="'author', 'hand', 'editor', 'doubt'"/>

  <xsl:template name="view-switch" as="element(h:form)">
    <form class="switch" id="edition-switch" hidden="hidden" autocomplete="off">
      <fieldset class="views">
        <legend><xsl:value-of select="f:label('view')"/></legend>
        <xsl:for-each select="$views">
          <label>
            <input type="radio" name="view" value="{.}">
              <xsl:if test=". = 'critical'">
                <xsl:attribute name="checked" select="'checked'"/>
              </xsl:if>
            </input>
            <span><xsl:value-of select="f:label('view-' || .)"/></span>
          </label>
        </xsl:for-each>
      </fieldset>
      <fieldset class="voices">
        <legend><xsl:value-of select="f:label('voices')"/></legend>
        <xsl:for-each select="$voices">
          <label class="voice-{.}">
            <input type="checkbox" name="voice" value="{.}" checked="checked"/>
            <span><xsl:value-of select="f:label('voice-' || .)"/></span>
          </label>
        </xsl:for-each>
      </fieldset>
    </form>
  </xsl:template>

</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- Elements, classes, macros and datatypes, and the list of all elements. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="https://encoder.invalid/ns/functions"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:mode name="values" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template mode="prose" as="element()" match="elementSpec">
    <section class="specification" id="element.{@ident}">
      <xsl:sequence select="f:heading(., '&lt;' || @ident || '&gt;')"/>
      <xsl:call-template name="specification"/>
    </section>
  </xsl:template>

  <xsl:template mode="prose" as="element()" match="classSpec | macroSpec | dataSpec">
    <section class="specification" id="{@ident}">
      <xsl:sequence select="f:heading(., @ident)"/>
      <xsl:call-template name="specification"/>
    </section>
  </xsl:template>

  <xsl:template name="specification" as="element()*">
    <p class="description"><xsl:apply-templates mode="prose" select="desc/node()"/></p>
    <dl>
      <xsl:if test="content">
        <dt>Holds</dt>
        <dd><xsl:call-template name="model"/></dd>
      </xsl:if>
      <xsl:if test="self::classSpec">
        <dt>Elements</dt>
        <dd><xsl:sequence select="f:listed(sort(key('member', @ident)/@ident))"/></dd>
      </xsl:if>
      <xsl:if test="classes">
        <dt>Belongs to</dt>
        <dd><xsl:sequence select="f:listed(classes/memberOf/@key)"/></dd>
      </xsl:if>
    </dl>
    <xsl:call-template name="attributes"/>
    <xsl:apply-templates mode="prose" select="constraintSpec, exemplum"/>
  </xsl:template>

  <!-- Its own attributes as a table; those of its classes are told there. -->
  <xsl:template name="attributes" as="element()?">
    <xsl:if test="attList/attDef">
      <table>
        <caption>Attributes of <code><xsl:value-of select="@ident"/></code></caption>
        <thead><tr><th scope="col">Name</th><th scope="col">What it says</th><th scope="col">Values</th></tr></thead>
        <tbody>
          <xsl:for-each select="attList/attDef">
            <tr>
              <th scope="row">
                <code><xsl:value-of select="@ident"/></code>
                <xsl:if test="@usage = 'req'"><span class="usage"> required</span></xsl:if>
              </th>
              <td><xsl:apply-templates mode="prose" select="desc/node()"/></td>
              <td><xsl:apply-templates mode="values" select="valList, datatype[not(../valList)]"/></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </xsl:if>
  </xsl:template>

  <xsl:template mode="values" as="element()" match="valList">
    <ul class="values"><xsl:apply-templates mode="values" select="valItem"/></ul>
  </xsl:template>

  <xsl:template mode="values" as="element()" match="valItem">
    <li>
      <code><xsl:value-of select="@ident"/></code>
      <xsl:if test="desc">: <xsl:apply-templates mode="prose" select="desc/node()"/></xsl:if>
    </li>
  </xsl:template>

  <xsl:template mode="values" as="item()+" match="datatype">
    <xsl:apply-templates mode="model" select="*"/>
    <xsl:if test="@maxOccurs">, one or more, with blanks between them</xsl:if>
  </xsl:template>

  <xsl:template name="elements" as="element()">
    <section id="elements">
      <h2>All elements</h2>
      <ul class="index">
        <xsl:for-each select="sort(//elementSpec/@ident)">
          <li><xsl:sequence select="f:link(.)"/></li>
        </xsl:for-each>
      </ul>
    </section>
  </xsl:template>

  <!-- A specification stands one level below the chapter that has it. -->
  <xsl:function name="f:heading" as="element()">
    <xsl:param name="specification" as="element()"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:element name="h{2 + count($specification/ancestor::div)}">
      <code><xsl:value-of select="$name"/></code>
    </xsl:element>
  </xsl:function>

  <xsl:function name="f:listed" as="item()*">
    <xsl:param name="names" as="attribute()*"/>
    <xsl:for-each select="$names">
      <xsl:if test="position() gt 1"><xsl:text>, </xsl:text></xsl:if>
      <xsl:sequence select="f:link(.)"/>
    </xsl:for-each>
  </xsl:function>

  <!-- The name of a specification, leading to it. -->
  <xsl:function name="f:link" as="element()">
    <xsl:param name="name" as="attribute()"/>
    <xsl:variable name="goal" as="element()" select="key('spec', $name, root($name))"/>
    <a href="#{'element.'[$goal/self::elementSpec] || $name}"><code><xsl:value-of select="$name"/></code></a>
  </xsl:function>

</xsl:stylesheet>

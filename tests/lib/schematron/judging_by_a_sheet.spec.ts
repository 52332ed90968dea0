import { test } from '@japa/runner'
import { broken, compileSheet } from '#lib/schematron'
import { readXml } from '#lib/xml/tree/reader'

const read = (text: string) => readXml(Buffer.from(text))
const CODES = '<codes><list name="units"><code value="KGM"/><code value="C62"/></list></codes>'

/** A schema of one pattern around these rules. */
const sheet = (rules: string, before = '') =>
  compileSheet(
    read(
      `<schema xmlns="http://purl.oclc.org/dsdl/schematron" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" queryBinding="xslt2">
       <ns prefix="a" uri="urn:a"/>${before}<pattern>${rules}</pattern></schema>`
    ),
    () => read(CODES)
  )

const rule = (context: string, id: string, asserted: string) =>
  `<rule context="${context}"><assert id="${id}" test="${asserted}">x</assert></rule>`

const bill = (inside: string) => read(`<a:bill xmlns:a="urn:a">${inside}</a:bill>`)

/** The identifiers that a document breaks, those that could not be computed marked. */
const idsOf = (rules: string, inside: string, before = '') =>
  broken(sheet(rules, before), bill(inside)).map(({ assertion, error }) =>
    error ? `${assertion.id} ${error.code}` : assertion.id
  )

/** Whether an expression is true of a bill. */
const isTrue = (asserted: string, inside: string) =>
  idsOf(rule('/a:bill', 'R', asserted), inside).length === 0

test.group('A sheet of Schematron', () => {
  test('adds decimals exactly, and doubles as doubles', ({ assert }) => {
    const amounts = '<a:n>185.76</a:n><a:n>14.29</a:n>'
    assert.isTrue(isTrue('sum(a:n/xs:decimal(.)) = 200.05', amounts))
    assert.isTrue(isTrue('sum(a:n) != 200.06', amounts))
    assert.isTrue(isTrue('round(-2.5) = -2 and round(2.5) = 3', ''))
    assert.isTrue(isTrue("xs:decimal('1.10') * 3 = 3.3 and 7 mod 4 = 3", ''))
  })

  test('compares every item with every other, as XPath does', ({ assert }) => {
    const codes = '<a:c>A</a:c><a:c>B</a:c>'
    assert.isTrue(isTrue("a:c = ('B', 'C')", codes))
    assert.isTrue(isTrue("a:c != 'A'", codes))
    assert.isFalse(isTrue("every $c in a:c satisfies $c = 'A'", codes))
    assert.isTrue(isTrue('not(a:none = a:none)', codes))
    assert.isTrue(isTrue('a:n > 9', '<a:n>10</a:n>'))
    assert.isTrue(isTrue('a:yes = true()', '<a:yes>1</a:yes>'))
  })

  test('asks the first rule that a node matches, and no other of its pattern', ({ assert }) => {
    const rules = rule('a:n[@kind]', 'FIRST', 'false()') + rule('a:n', 'SECOND', 'false()')
    assert.deepEqual(idsOf(rules, '<a:n kind="x"/><a:n/>'), ['FIRST', 'SECOND'])
  })

  test('finds a context wherever it stands, unless it begins at the root', ({ assert }) => {
    const deep = '<a:part><a:line><a:n/></a:line></a:part><a:line><a:n/></a:line>'
    assert.lengthOf(idsOf(rule('a:line/a:n', 'R', 'false()'), deep), 2)
    assert.lengthOf(idsOf(rule('/a:bill/a:line/a:n', 'R', 'false()'), deep), 1)
    assert.lengthOf(idsOf(rule('(a:part|a:bill)/a:line', 'R', 'false()'), deep), 2)
  })

  test('lets a rule that cannot be computed fail alone', ({ assert }) => {
    const rules = `<rule context="a:n"><let name="value" value="xs:decimal(.)"/>
      <assert id="NUMBER" test="$value &gt; 0">x</assert><assert id="TEXT" test=". != ''">x</assert>
      <assert id="SHORT" test="string-length(.) &lt; 3">x</assert></rule>`
    assert.deepEqual(idsOf(rules, '<a:n>100,00</a:n>'), ['NUMBER FORG0001', 'SHORT'])
  })

  test('matches nothing where the predicate of a context cannot be computed', ({ assert }) => {
    const rules = rule('a:n[xs:decimal(.) > 1]', 'R', 'false()')
    assert.deepEqual(idsOf(rules, '<a:n>un</a:n><a:n>2</a:n>'), ['R'])
  })

  test('knows the functions that it declares, and converts what they are given', ({ assert }) => {
    const own = `<xsl:function name="a:is-siret"><xsl:param name="id" as="xs:string?"/>
      <xsl:variable name="clean" select="normalize-space($id)"/>
      <xsl:sequence select="matches($clean, '^\\d{14}$')"/></xsl:function>`
    const rules = rule('a:id', 'SIRET', 'a:is-siret(.)')
    assert.deepEqual(idsOf(rules, '<a:id> 73282932000017 </a:id><a:id>7</a:id>', own), ['SIRET'])
    assert.deepEqual(idsOf(rule('/a:bill', 'R', 'a:is-siret(a:id)'), '<a:id/><a:id/>', own), [
      'R XPTY0004',
    ])
  })

  test('reads the list of codes that stands beside it', ({ assert }) => {
    const asserted = "document('c.xml')/codes/list[@name='units']/code[@value=$unit]"
    const rules = `<rule context="a:n"><let name="unit" value="@unit"/><assert id="UNIT" test="${asserted}">x</assert></rule>`
    assert.deepEqual(idsOf(rules, '<a:n unit="KGM"/><a:n unit="ZZ"/>'), ['UNIT'])
  })

  test('takes a report for broken when it is true, and a warning for a warning', ({ assert }) => {
    const rules =
      '<rule context="/a:bill"><report id="SAID" flag="warning" test="a:n">x</report></rule>'
    const [said] = broken(sheet(rules), bill('<a:n/>'))
    assert.deepEqual([said.assertion.id, said.assertion.isWarning], ['SAID', true])
    assert.deepEqual(idsOf(rules, ''), [])
  })

  test('asks an index for what each of many lines says of another', ({ assert }) => {
    const lines = Array.from({ length: 40 }, (_, rank) => `<a:l id="${rank}" up="${rank + 1}"/>`)
    const rules = `<rule context="a:l"><let name="up" value="@up"/>
      <assert id="UP" test="../a:l[@id = $up]">x</assert></rule>`
    assert.deepEqual(idsOf(rules, lines.join('')), ['UP'])
  })

  test('says which of its rules are written with what the engine does not know', ({ assert }) => {
    const made = sheet(rule('a:n', 'R', 'unheard-of(.)') + rule('a:n', 'S', 'true()'))
    assert.lengthOf(made.unknown, 1)
    assert.equal(made.asserts, 1)
  })
})

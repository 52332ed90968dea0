import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { SchemaSet, XmlRejected, xmlToObject } from '#lib/xml'
import { sharedData } from '#tests/helpers/shared_data'

const XS = 'xmlns:xs="http://www.w3.org/2001/XMLSchema"'

test.group(
  'Validating by an XSD written in ISO-8859-1 with an include and remote imports',
  (group) => {
    let folder: string
    group.setup(() => {
      folder = mkdtempSync(join(tmpdir(), 'halle-xsd-'))
      writeFileSync(
        join(folder, 'main.xsd'),
        Buffer.from(
          `<?xml version="1.0" encoding="ISO-8859-1"?><xs:schema ${XS} targetNamespace="urn:t" xmlns:t="urn:t" xmlns:xlink="http://www.w3.org/1999/xlink" elementFormDefault="qualified">
         <xs:include schemaLocation="types.xsd"/>
         <xs:import namespace="http://www.w3.org/XML/1998/namespace" schemaLocation="http://www.w3.org/2001/xml.xsd"/>
         <xs:import namespace="http://www.w3.org/1999/xlink" schemaLocation="http://www.w3.org/1999/xlink.xsd"/>
         <xs:element name="r"><xs:complexType><xs:sequence><xs:element name="c" type="t:Catégorie"/></xs:sequence>
         <xs:attribute ref="xml:id"/><xs:attribute ref="xlink:href"/></xs:complexType></xs:element></xs:schema>`,
          'latin1'
        )
      )
      writeFileSync(
        join(folder, 'types.xsd'),
        Buffer.from(
          `<?xml version="1.0" encoding="ISO-8859-1"?><xs:schema ${XS} targetNamespace="urn:t"><xs:simpleType name="Catégorie"><xs:restriction base="xs:string"><xs:enumeration value="délibération"/></xs:restriction></xs:simpleType></xs:schema>`,
          'latin1'
        )
      )
      return () => rmSync(folder, { recursive: true })
    })

    test('accepts a valid document and keeps the compiled schema', ({ assert }) => {
      const schema = SchemaSet.load(join(folder, 'main.xsd'))
      const valid = `<r xmlns="urn:t" xmlns:xlink="http://www.w3.org/1999/xlink" xml:id="a" xlink:href="http://x"><c>délibération</c></r>`
      assert.deepEqual(schema.validate(Buffer.from(valid)), [])
      assert.strictEqual(SchemaSet.load(join(folder, 'main.xsd')), schema)
    })

    test('says the line and the reason of each fault', ({ assert }) => {
      const schema = SchemaSet.load(join(folder, 'main.xsd'))
      const problems = schema.validate(Buffer.from('<r xmlns="urn:t">\n<c>autre</c></r>'))
      assert.equal(problems[0].line, 2)
      assert.match(problems[0].message, /enumeration|atomic|Catégorie/)
    })

    test('reports an unreadable document as a fault', ({ assert }) => {
      const schema = SchemaSet.load(join(folder, 'main.xsd'))
      const problems = schema.validate(Buffer.from('<!DOCTYPE r><r/>'))
      assert.equal(problems[0].line, 0)
      assert.match(problems[0].message, /DOCTYPE/)
    })
  }
)

const schemas = [
  ['actes', 'xsd-actes-typo', 'actesv1_1.xsd'],
  ['actes', 'xsd-pes', 'schemas_pes_v5.17', 'PES_V2', 'Rev0', 'PES_Aller.xsd'],
  ['ged', 'seda', 'seda-2.1', 'schema', 'seda-2.1-main.xsd'],
  ['ged', 'seda', 'seda-2.2', 'schema', 'seda-2.2-main.xsd'],
  ['parapheur', 'xsd', 'XAdES.xsd'],
].map((parts) => ({ name: parts.at(-1)!, path: sharedData(...parts) }))

test.group('Loading the official schemas', () => {
  for (const { name, path } of schemas) {
    test(`loads ${name} without a network`, ({ assert }) => {
      assert.isAbove(SchemaSet.load(path!).validate(Buffer.from('<r/>')).length, 0)
    }).skip(!path, 'official schemas are not here')
  }
})

test.group('Turning a small document into an object', () => {
  test('keeps texts, attributes and repeated children under local names', ({ assert }) => {
    const object = xmlToObject(
      Buffer.from('<a:r xmlns:a="urn:a"><a:c a:k="1">un</a:c><a:c/></a:r>')
    )
    const children = object.c as Record<string, unknown>[]
    assert.equal(children.length, 2)
    assert.deepEqual({ ...(children[0].$ as object) }, { k: '1' })
    assert.equal(children[0]._, 'un')
  })

  test('decodes ISO-8859-1 as the safe parser does', ({ assert }) => {
    const bytes = Buffer.from(
      '<?xml version="1.0" encoding="ISO-8859-1"?><r><c>é</c></r>',
      'latin1'
    )
    assert.equal((xmlToObject(bytes).c as { _: string }[])[0]._, 'é')
  })

  test('refuses first what the safe parser refuses', ({ assert }) => {
    const bomb = '<!DOCTYPE r [<!ENTITY a "aaaa">]><r>&a;</r>'
    assert.throws(() => xmlToObject(Buffer.from(bomb)), XmlRejected)
  })

  test('reads the classification of the ministry', ({ assert }) => {
    const path = sharedData('actes', 'samples', 's2low-responses', '999-1234----7-2_1.xml')
    const object = xmlToObject(readFileSync(path!))
    assert.equal((object.DateClassification as { _: string }[])[0]._, '2019-04-18')
  }).skip(!sharedData('actes', 'samples', 's2low-responses'), 'official samples are not here')
})

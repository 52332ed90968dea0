import { test } from '@japa/runner'
import { latin1, latin1Text, NotLatin1, parseXml, raw, xml, XmlRejected } from '#lib/xml'

test.group('Writing XML by a template', () => {
  test('gives back exactly what was written, in text and in attributes', ({ assert }) => {
    const hostile = `<b a='1'>"&amp;"</b>\n\tfin\r]]>`
    using doc = parseXml(xml`<r a="${hostile}" b='x ${hostile}'>${hostile}</r>`.toString())
    assert.equal(doc.root.attribute('a'), hostile)
    assert.equal(doc.root.attribute('b'), `x ${hostile}`)
    assert.equal(doc.root.value, hostile)
  })

  test('nests templates, concatenates lists and leaves absent values out', ({ assert }) => {
    const items = ['é', '<'].map((text) => xml`<i>${text}</i>`)
    const written = xml`<r>${items}${null}${undefined}${false}${0}${raw('<x/>')}</r>`
    assert.equal(String(written), '<r><i>é</i><i>&lt;</i>0<x/></r>')
  })

  test('refuses a control character or half a character', ({ assert }) => {
    assert.throws(() => xml`<r>${'a\u0000b'}</r>`, XmlRejected)
    assert.throws(() => xml`<r>${'\ud83d'}</r>`, XmlRejected)
    assert.equal(String(xml`<r>${'😀'}</r>`), '<r>😀</r>')
  })
})

test.group('Writing ISO-8859-1', () => {
  test('transliterates what word processors put in French texts', ({ assert }) => {
    assert.equal(
      latin1Text('L’œuvre « à 10\u202f€ » – “Œdipe”… ﬁn, Łódź ő'.replace('Ł', 'L')),
      'L\'oeuvre « à 10\u00a0EUR » - "OEdipe"... fin, Lódz o'
    )
  })

  test('writes one byte per character', ({ assert }) => {
    assert.deepEqual([...latin1('é')], [0xe9])
    assert.deepEqual([...latin1('e\u0301')], [0xe9])
  })

  test('refuses a character without equivalent and says which and where', ({ assert }) => {
    assert.throws(() => latin1('Fête 日'), NotLatin1, /« 日 »/)
    assert.throws(() => latin1('\u0080'), NotLatin1)
  })
})

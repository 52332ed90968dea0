import { test } from '@japa/runner'
import { parseXml, XmlRejected, type XmlRejectionCode } from '#lib/xml'

function rejection(read: () => unknown): XmlRejectionCode | null {
  try {
    read()
    return null
  } catch (error) {
    if (error instanceof XmlRejected) return error.code
    throw error
  }
}

test.group('Reading XML that comes from outside', () => {
  test('gives the root, texts, attributes and elements by XPath', ({ assert }) => {
    using doc = parseXml('<a:r xmlns:a="urn:a" a:k="1"><a:c>un</a:c><a:c>deux</a:c></a:r>')
    assert.equal(doc.root.name, 'r')
    assert.equal(doc.root.namespace, 'urn:a')
    assert.equal(doc.root.attribute('k'), '1')
    assert.equal(doc.text('a:c'), 'un')
    assert.deepEqual(doc.texts('/a:r/a:c'), ['un', 'deux'])
    assert.equal(doc.text('a:absent'), null)
    assert.equal(doc.text('count(a:c)'), '2')
    assert.deepEqual(
      doc.nodes('a:c').map((node) => node.value),
      ['un', 'deux']
    )
  })

  test('finds a default namespace through a prefix of the caller', ({ assert }) => {
    using doc = parseXml('<r xmlns="urn:b"><c>x</c></r>', { namespaces: { b: 'urn:b' } })
    assert.equal(doc.text('/b:r/b:c'), 'x')
  })

  test('reads ISO-8859-1, windows-1252 and UTF-8 with a byte order mark', ({ assert }) => {
    const latin = Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><r>é</r>', 'latin1')
    const windows = Buffer.concat([
      Buffer.from("<?xml version='1.0' encoding='windows-1252'?><r>"),
      Buffer.from([0x80, 0x92]),
      Buffer.from('</r>'),
    ])
    const marked = Buffer.from('\ufeff<?xml version="1.0" encoding="utf-8"?><r>é</r>')
    using a = parseXml(latin)
    using b = parseXml(windows)
    using c = parseXml(marked)
    assert.deepEqual([a.root.value, b.root.value, c.root.value], ['é', '€’', 'é'])
  })

  test('keeps the line numbers of the sender', ({ assert }) => {
    using doc = parseXml('<?xml version="1.0"?>\n<r>\n<c/></r>')
    assert.equal(doc.nodes('c')[0].line, 3)
  })
})

test.group('What the reader refuses', () => {
  test('refuses {code}')
    .with([
      { code: 'E_XML_DOCTYPE', text: '<!DOCTYPE r><r/>' },
      {
        code: 'E_XML_DOCTYPE',
        text: '<!-- a > b --><?p <?>\n<!DOCTYPE r [<!ENTITY e "x">]><r>&e;</r>',
      },
      { code: 'E_XML_DOCTYPE', text: '<!doctype r SYSTEM "file:///etc/passwd"><r/>' },
      { code: 'E_XML_ENTITY', text: '<r>&inconnue;</r>' },
      { code: 'E_XML_EMPTY', text: '' },
      { code: 'E_XML_MALFORMED', text: '<r><c></r>' },
      { code: 'E_XML_MALFORMED', text: 'pas du XML' },
      { code: 'E_XML_TOO_DEEP', text: '<a>'.repeat(65) + '</a>'.repeat(65) },
      { code: 'E_XML_MALFORMED', text: '<a>'.repeat(5000) + '</a>'.repeat(5000) },
      { code: 'E_XML_ENCODING', text: '<?xml version="1.0" encoding="UTF-7"?><r/>' },
    ])
    .run(({ assert }, { code, text }) => {
      assert.equal(
        rejection(() => parseXml(Buffer.from(text)).dispose()),
        code
      )
    })

  test('refuses a document larger than allowed', ({ assert }) => {
    const long = Buffer.from(`<r>${'x'.repeat(100)}</r>`)
    assert.equal(
      rejection(() => parseXml(long, { maxBytes: 50 })),
      'E_XML_TOO_LARGE'
    )
  })

  test('refuses bytes that are not in the declared encoding', ({ assert }) => {
    const bytes = Buffer.concat([Buffer.from('<r>'), Buffer.from([0xe9]), Buffer.from('</r>')])
    assert.equal(
      rejection(() => parseXml(bytes)),
      'E_XML_ENCODING'
    )
  })

  test('accepts the word DOCTYPE where it declares nothing', ({ assert }) => {
    const text = '<!-- <!DOCTYPE x> --><r><![CDATA[<!DOCTYPE x>]]></r>'
    using doc = parseXml(text)
    assert.equal(doc.root.value, '<!DOCTYPE x>')
  })

  test('accepts the deepest document allowed', ({ assert }) => {
    using doc = parseXml('<a>'.repeat(64) + '</a>'.repeat(64))
    assert.equal(doc.root.name, 'a')
  })
})

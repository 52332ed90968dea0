import { test } from '@japa/runner'
import { mediaTypeOf } from '#lib/media_type'
import { parseXml, XmlRejected, xmlToObject } from '#lib/xml'

type Order = 'le' | 'be'

/** A text as UTF-16 of that order, with the mark that it holds or none. */
function utf16(text: string, order: Order): Buffer {
  const bytes = Buffer.from(text, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}

function rejection(bytes: Buffer): string | null {
  try {
    parseXml(bytes).dispose()
    return null
  } catch (error) {
    if (error instanceof XmlRejected) return error.code
    throw error
  }
}

const MARK = '\ufeff'
const declared = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?>\n`

test.group('XML in UTF-16', () => {
  const READ: [what: string, head: string, order: Order][] = [
    ['a mark alone', MARK, 'le'],
    ['a mark alone, the other order', MARK, 'be'],
    ['a mark and its declaration', MARK + declared('UTF-16'), 'le'],
    ['a mark and its declaration, the other order', MARK + declared('utf-16'), 'be'],
    ['a mark and the order', MARK + declared('UTF-16BE'), 'be'],
    ['no mark, and the order', declared('UTF-16LE'), 'le'],
    ['no mark, and the other order', declared('utf-16be'), 'be'],
  ]
  for (const [what, head, order] of READ) {
    test(`${what} is read, and told by its content`, async ({ assert }) => {
      const bytes = utf16(`${head}<r a="é">Œuvre 𝄞 &amp; €</r>`, order)
      using doc = parseXml(bytes)
      assert.deepEqual([doc.root.value, doc.root.attribute('a')], ['Œuvre 𝄞 & €', 'é'])
      assert.equal(mediaTypeOf(bytes), 'application/xml')
      assert.equal(mediaTypeOf(bytes.subarray(0, 127)), 'application/xml')
    })
  }

  test('a large one is read whole', ({ assert }) => {
    const word = 'délibération '.repeat(100_000)
    using doc = parseXml(utf16(`${MARK}<r>${word}</r>`, 'be'))
    assert.equal(doc.root.value, word)
  })

  test('an object is made of it too', async ({ assert }) => {
    const object = await xmlToObject(utf16(`${MARK}<r><c>é</c></r>`, 'le'))
    assert.include(JSON.stringify(object), 'é')
  })
})

test.group('XML whose bytes and words disagree', () => {
  const half = Buffer.concat([
    utf16(`${MARK}<r>`, 'le'),
    Buffer.from([0x3d, 0xd8]),
    utf16('</r>', 'le'),
  ])
  const utf32 = (text: string, mark: number[]) =>
    Buffer.concat([
      Buffer.from(mark),
      ...[...text].map((sign) => Buffer.from([sign.codePointAt(0)!, 0, 0, 0])),
    ])
  const bytes8 = (text: string) => Buffer.from(text)

  const HOSTILE: [what: string, bytes: Buffer, code: string][] = [
    ['a DOCTYPE in UTF-16', utf16(`${MARK}<!DOCTYPE r><r/>`, 'le'), 'E_XML_DOCTYPE'],
    [
      'an entity declared in UTF-16',
      utf16(`${MARK}${declared('UTF-16')}<!DOCTYPE r [<!ENTITY e "x">]><r>&e;</r>`, 'be'),
      'E_XML_DOCTYPE',
    ],
    ['UTF-16 that says UTF-8', utf16(`${MARK}${declared('UTF-8')}<r/>`, 'le'), 'E_XML_ENCODING'],
    ['the wrong order', utf16(`${MARK}${declared('UTF-16BE')}<r/>`, 'le'), 'E_XML_ENCODING'],
    ['UTF-16 without mark nor order', utf16(`${declared('UTF-16')}<r/>`, 'le'), 'E_XML_ENCODING'],
    ['UTF-16 without mark nor declaration', utf16('<r/>', 'le'), 'E_XML_ENCODING'],
    ['UTF-8 that says UTF-16', bytes8(`${declared('UTF-16')}<r/>`), 'E_XML_ENCODING'],
    ['a UTF-8 mark that says UTF-16', bytes8(`${MARK}${declared('UTF-16')}<r/>`), 'E_XML_ENCODING'],
    [
      'a UTF-8 mark that says ISO-8859-1',
      bytes8(`${MARK}${declared('ISO-8859-1')}<r/>`),
      'E_XML_ENCODING',
    ],
    ['an odd length', utf16(`${MARK}<r/>`, 'le').subarray(0, -1), 'E_XML_ENCODING'],
    ['a byte more', Buffer.concat([utf16(`${MARK}<r/>`, 'be'), bytes8('x')]), 'E_XML_ENCODING'],
    ['half a surrogate pair', half, 'E_XML_ENCODING'],
    ['a lone low surrogate', utf16(`${MARK}<r>\udd1e</r>`, 'be'), 'E_XML_ENCODING'],
    ['UTF-32 with its mark', utf32('<r/>', [0xff, 0xfe, 0, 0]), 'E_XML_ENCODING'],
    ['UTF-32 without', utf32(`${declared('UTF-32')}<r/>`, []), 'E_XML_ENCODING'],
    ['UTF-32, the other order', Buffer.from('0000feff0000003c', 'hex'), 'E_XML_ENCODING'],
    ['EBCDIC', Buffer.from('4c6fa7949340a58599a28996', 'hex'), 'E_XML_ENCODING'],
    ['two marks', utf16(`${MARK}${MARK}<r/>`, 'le'), 'E_XML_MALFORMED'],
    ['a mark and nothing', utf16(MARK, 'le'), 'E_XML_MALFORMED'],
    ['a mark in another order than its text', utf16('\ufffe<r/>', 'le'), 'E_XML_MALFORMED'],
    ['a zero in the text', utf16(`${MARK}<r>\u0000</r>`, 'le'), 'E_XML_MALFORMED'],
    ['a name of another declaration', bytes8(`${declared('constructor')}<r/>`), 'E_XML_ENCODING'],
  ]
  for (const [what, bytes, code] of HOSTILE) {
    test(`${what} is refused: ${code}`, ({ assert }) => {
      assert.equal(rejection(bytes), code)
    })
  }

  test('an encoding that is refused is named', ({ assert }) => {
    assert.throws(() => parseXml(Buffer.from('4c6fa7949340', 'hex')), /EBCDIC/)
    assert.throws(() => parseXml(utf32('<r/>', [0xff, 0xfe, 0, 0])), /UTF-32/)
  })

  test('no two bytes in front make a DOCTYPE pass', ({ assert }) => {
    for (let first = 0; first < 256; first++)
      for (const second of [0x00, 0x3c, 0x3f, 0xbb, 0xfe, 0xff]) {
        const front = Buffer.from([first, second])
        const text = '<!DOCTYPE r [<!ENTITY e "x">]><r>&e;</r>'
        for (const body of [bytes8(text), utf16(text, 'le'), utf16(text, 'be')])
          assert.isNotNull(rejection(Buffer.concat([front, body])), `${first} ${second}`)
      }
  })

  test('what is no XML is not told to be', ({ assert }) => {
    const NONE = [
      utf16(`${MARK}bonjour`, 'le'),
      utf32('<r/>', [0xff, 0xfe, 0, 0]),
      Buffer.from([0xff, 0xfe]),
    ]
    for (const bytes of NONE)
      assert.notEqual(mediaTypeOf(bytes), 'application/xml', bytes.toString('hex'))
    assert.equal(mediaTypeOf(bytes8('<r/>')), 'application/xml')
    assert.equal(mediaTypeOf(Buffer.alloc(0)), 'text/plain')
  })
})

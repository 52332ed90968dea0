import { test } from '@japa/runner'
import { holdsControl } from '#lib/xml/control_bytes'
import { XmlRejected } from '#lib/xml'
import { readXml } from '#lib/xml/tree/reader'

const FORBIDDEN = Array.from({ length: 0x20 }, (_, code) => code).filter(
  (code) => ![9, 10, 13].includes(code)
)

test.group('Characters that no document may hold', () => {
  test('are seen wherever they stand, beside any byte', ({ assert }) => {
    for (let size = 1; size <= 13; size++) {
      for (let at = 0; at < size; at++) {
        for (const beside of [0x09, 0x20, 0x41, 0x7f, 0x80, 0xff]) {
          for (let code = 0; code < 0x100; code++) {
            const bytes = new Uint8Array(size + 8)
              .subarray(size % 4, (size % 4) + size)
              .fill(beside)
            bytes[at] = code
            assert.equal(
              holdsControl(bytes),
              FORBIDDEN.includes(code),
              `${code} at ${at} of ${size}`
            )
          }
        }
      }
    }
  })

  test('are refused in a text, a tag, a comment, an instruction, a section', ({ assert }) => {
    for (const written of [
      'a\u0001',
      '\u0002<b c="\u0003"/>',
      '<!--\u0004-->',
      '<?p \u0005?>',
      '<![CDATA[\u0006]]>',
    ])
      for (const encoding of ['utf8', 'utf16le'] as const)
        assert.equal(refusal(written, encoding), 'E_XML_MALFORMED', written)
  })

  test('are refused when a reference names them', ({ assert }) => {
    for (const name of ['&#0;', '&#8;', '&#x1f;', '&#xfffe;', '&#xd800;'])
      assert.equal(refusal(name, 'utf8'), 'E_XML_MALFORMED', name)
  })

  test('are the last two of the plane of letters too, in both writings', ({ assert }) => {
    for (const one of ['\ufffe', '\uffff'])
      for (const encoding of ['utf8', 'utf16le'] as const)
        assert.equal(refusal(one, encoding), 'E_XML_MALFORMED', one)
  })

  test('are no tabulation, no end of line, no letter of any language', ({ assert }) => {
    const words = 'à\tla\nligne\r\n€ 漢字 \u0085 \u007f \ufffd 😀'
    for (const encoding of ['utf8', 'utf16le'] as const)
      assert.equal(readXml(documentOf(words, encoding)).text, words.replace('\r\n', '\n'))
  })
})

function documentOf(written: string, encoding: 'utf8' | 'utf16le'): Buffer {
  const text = `<a>${written}</a>`
  return encoding === 'utf8' ? Buffer.from(text) : Buffer.from(`\ufeff${text}`, 'utf16le')
}

function refusal(written: string, encoding: 'utf8' | 'utf16le'): string | null {
  try {
    readXml(documentOf(written, encoding))
    return null
  } catch (error) {
    if (error instanceof XmlRejected) return error.code
    throw error
  }
}

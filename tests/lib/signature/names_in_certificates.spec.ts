import { test } from '@japa/runner'
import { summarizeCertificate } from '#lib/signature/certificate'
import { readDer } from '#lib/signature/der'
import { element } from '#lib/signature/der_writer'
import { nameText } from '#lib/signature/name_text'
import { cleanName } from '#lib/file_name'
import { isUnreadable } from '#web/unreadable_text'
import { readHolder } from '#lib/signature'
import { ecIdentity } from './ec_identities.js'

const UTF8 = 0x0c
const BMP = 0x1e
const UNIVERSAL = 0x1c

test.group('A name that a stranger wrote in a certificate', () => {
  const NAMES: [string, number, string, string][] = [
    ['a NUL', UTF8, '536f697a696300 4d61646563', 'Soizic Madec'],
    ['a sign of control', UTF8, '4d61646563 0b', 'Madec'],
    ['half of a pair', BMP, '004d d83d', 'M\ufffd'],
    ['an odd number of octets', BMP, '004d0061 00', 'Ma'],
    ['half of a pair in four octets', UNIVERSAL, '0000004d 0000d83d', 'M\ufffd'],
    ['no character at all', UNIVERSAL, '0000004d 7fffffff', 'M\ufffd'],
  ]
  for (const [what, tag, hex, right] of NAMES) {
    test(`with ${what} is a text that a base and an XML can hold`, ({ assert }) => {
      const text = nameText(readDer(element(tag, Buffer.from(hex.replaceAll(' ', ''), 'hex'))))
      assert.equal(text, right)
      assert.isFalse(isUnreadable(text))
    })
  }

  test('is read the same for its holder and for whoever verifies', async ({ assert }) => {
    const { certificate } = await ecIdentity({ name: 'Soizic  Madec' })
    const at = certificate.lastIndexOf('Soizic  Madec')
    certificate[at + 6] = 0
    assert.equal(readHolder(certificate).name, summarizeCertificate(certificate).commonName)
    assert.isFalse(isUnreadable(readHolder(certificate).subject))
  })

  test('of a file is never cut within a pair', ({ assert }) => {
    assert.isTrue(cleanName(`${'😀'.repeat(120)}.pdf`).isWellFormed())
    assert.isTrue(cleanName(`${'😀'.repeat(120)}x.pdf`).isWellFormed())
  })
})

import { test } from '@japa/runner'
import { openP12Apart } from '#web/reading/opening_p12'
import { heldWhile } from '#tests/helpers/event_loop'
import { testTrust } from '#tests/helpers/trust'

/** What a form lets through. */
const MOST_BYTES = 1_000_000
const HELD_AT_MOST_MS = 400

/** A sequence of so many small values, where a certificate file has two. */
function longSequence(): Buffer {
  const head = Buffer.from([0x30, 0x83, 0, 0, 0])
  head.writeUIntBE(MOST_BYTES - 5, 2, 3)
  return Buffer.concat([head, Buffer.alloc(MOST_BYTES - 5, Buffer.from([0x05, 0x00]))])
}

const HOSTILE: Record<string, () => Buffer> = {
  'sequences in each other': () => Buffer.alloc(MOST_BYTES, Buffer.from([0x30, 0x80])),
  'a sequence of half a million values': longSequence,
  'bytes that mean nothing': () => Buffer.alloc(MOST_BYTES, 'p12'),
}

test.group('A file of certificates', () => {
  test('is opened apart, and signs here', async ({ assert }) => {
    const { sealP12, pki } = await testTrust()
    const signer = await openP12Apart(sealP12, pki.password)
    assert.lengthOf(signer.chain, 2)
    assert.isAbove(signer.sign(Buffer.from('à signer')).length, 60)
  })

  test('says in its own words that its password is wrong', async ({ assert }) => {
    const { sealP12 } = await testTrust()
    await assert.rejects(() => openP12Apart(sealP12, 'faux'), /mot de passe ne correspond pas/)
  })

  for (const [shape, make] of Object.entries(HOSTILE)) {
    test(`made of ${shape} is refused, and pages are served meanwhile`, async ({ assert }) => {
      const bytes = make()
      const { outcome, heldMs } = await heldWhile(() =>
        openP12Apart(bytes, 'secret').catch((error) => error.code)
      )
      assert.equal(outcome, 'E_CERTIFICATE_UNREADABLE')
      assert.isBelow(heldMs, HELD_AT_MOST_MS)
    })
  }
})

import { sign } from 'node:crypto'
import { test } from '@japa/runner'
import { inspectNow } from '#tests/helpers/inspect_now'
import { ecChain } from './ec_identities.js'
import { foreignCms, type Manner } from './foreign_cms.js'
import { signedByHand } from './handmade_pdf.js'

type Chain = Awaited<ReturnType<typeof ecChain>>

/** BSI TR-03111 §5.2.1: r and s side by side. */
const PLAIN_SHA256 = '0.4.0.127.0.7.1.1.4.1.3'
const plain = ({ mayor }: Chain, attributes: Buffer) =>
  sign('sha256', attributes, { key: mayor.key, dsaEncoding: 'ieee-p1363' })
const damaged = (value: Buffer) => {
  const copy = Buffer.from(value)
  copy[copy.length - 1] ^= 1
  return copy
}

test.group('Signatures on elliptic curves', (group) => {
  let chain: Chain
  group.setup(async () => {
    chain = await ecChain()
  })

  async function verdictOn(manner: Manner) {
    const { mayor, authority, root } = chain
    const certificates = [mayor.certificate, authority.certificate]
    const cms = (digest: Buffer) => foreignCms(mayor, digest, { certificates, ...manner })
    const pdf = signedByHand(mayor.signer, {}, { cms })
    const { signatures } = await inspectNow(pdf, { trustAnchors: [root.certificate] })
    const { indication, subIndication } = signatures[0].verdict
    return [indication, subIndication]
  }

  test('ecdsa-with-SHA256 is verified', async ({ assert }) => {
    assert.deepEqual(await verdictOn({}), ['TOTAL_PASSED', null])
  })

  test('ecdsa-with-SHA256 with another value is false', async ({ assert }) => {
    const value = (attributes: Buffer) => damaged(sign('sha256', attributes, chain.mayor.key))
    assert.deepEqual(await verdictOn({ value }), ['TOTAL_FAILED', 'SIG_CRYPTO_FAILURE'])
  })

  test('a plain one of the German cards is verified', async ({ assert }) => {
    const value = (attributes: Buffer) => plain(chain, attributes)
    assert.deepEqual(await verdictOn({ algorithm: PLAIN_SHA256, value }), ['TOTAL_PASSED', null])
  })

  test('a plain one with another value is false', async ({ assert }) => {
    for (const spoil of [damaged, (value: Buffer) => value.subarray(1)]) {
      const value = (attributes: Buffer) => spoil(plain(chain, attributes))
      assert.deepEqual(await verdictOn({ algorithm: PLAIN_SHA256, value }), [
        'TOTAL_FAILED',
        'SIG_CRYPTO_FAILURE',
      ])
    }
  })

  for (const [what, algorithm] of [
    ['a digest that we do not read (plain, RIPEMD-160)', '0.4.0.127.0.7.1.1.4.1.6'],
    ['a digest that we do not read (SHA3-256)', '2.16.840.1.101.3.4.3.10'],
    ['a way of signing that is not of this key (RSA)', '1.2.840.113549.1.1.11'],
    ['a way of signing that is not of this key (Ed25519)', '1.3.101.112'],
  ]) {
    test(`${what} cannot be checked here`, async ({ assert }) => {
      assert.deepEqual(await verdictOn({ algorithm }), [
        'INDETERMINATE',
        'CRYPTO_CONSTRAINTS_FAILURE_NO_POE',
      ])
    })
  }
})

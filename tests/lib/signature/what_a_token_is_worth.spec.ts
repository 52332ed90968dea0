import { test } from '@japa/runner'
import { inspectNow } from '#tests/helpers/inspect_now'
import { demoSigners } from './demo_signers.js'
import { ecIdentity, type EcIdentity } from './ec_identities.js'
import { foreignToken } from './foreign_cms.js'
import { signedByHand } from './handmade_pdf.js'

const TIME_STAMPING = '1.3.6.1.5.5.7.3.8'
const [SHA256, SHA3] = ['0609608648016503040201', '0609608648016503040208']
const hex = (text: string) => Buffer.from(text, 'hex')

/** A document under the time-stamp of an authority alone; `spoil` changes the token that it bears. */
async function stamped(
  authority: EcIdentity,
  spoil: (token: Buffer) => Buffer = (one) => one,
  certificates = [authority.certificate]
) {
  const { mayor } = await demoSigners()
  const blank = signedByHand(mayor, {}, { cms: () => hex('3000') }).toString('latin1')
  const asToken = blank.replace('/ETSI.CAdES.detached', '/ETSI.RFC3161       ')
  const pdf = Buffer.from(asToken, 'latin1')
  const [, , first, from, length] = /ByteRange \[(\d+) (\d+) (\d+) (\d+)/.exec(asToken)!.map(Number)
  const covered = Buffer.concat([pdf.subarray(0, first), pdf.subarray(from, from + length)])
  const token = spoil(foreignToken(authority, covered, certificates))
  pdf.write(token.toString('hex'), first + 1, 'latin1')
  return pdf
}

/** All occurrences of some bytes replaced by as many others. */
function replaced(token: Buffer, one: Buffer, other: Buffer): Buffer {
  return Buffer.from(
    token.toString('hex').replaceAll(one.toString('hex'), other.toString('hex')),
    'hex'
  )
}

test.group('What a time-stamp of a whole document is worth', (group) => {
  let authority: EcIdentity
  group.setup(async () => {
    authority = await ecIdentity({ name: 'Horodatage', purpose: TIME_STAMPING })
  })
  const judged = async (pdf: Buffer, anchors = [authority.certificate]) => {
    const { status, signatures } = await inspectNow(pdf, { trustAnchors: anchors })
    return [status, signatures[0].verdict.subIndication]
  }

  test('it holds, and its authority is known or not', async ({ assert }) => {
    const pdf = await stamped(authority)
    assert.deepEqual(await judged(pdf), ['valid', null])
    assert.deepEqual(await judged(pdf, []), ['indeterminate', 'NO_CERTIFICATE_CHAIN_FOUND'])
  })

  test('a changed document is told from a changed token', async ({ assert }) => {
    const pdf = await stamped(authority)
    pdf[pdf.indexOf('approuve')] ^= 1
    assert.deepEqual(await judged(pdf), ['failed', 'HASH_FAILURE'])
    const last = (token: Buffer) =>
      Buffer.concat([token.subarray(0, -1), Buffer.from([token.at(-1)! ^ 1])])
    assert.deepEqual(await judged(await stamped(authority, last)), ['failed', 'SIG_CRYPTO_FAILURE'])
  })

  test('a digest that is not read here says nothing of the document', async ({ assert }) => {
    const strange = (token: Buffer) => replaced(token, hex(SHA256), hex(SHA3))
    assert.deepEqual(await judged(await stamped(authority, strange)), [
      'indeterminate',
      'CRYPTO_CONSTRAINTS_FAILURE_NO_POE',
    ])
  })

  test('a token that does not carry its authority says nothing of the document', async ({
    assert,
  }) => {
    const pdf = await stamped(authority, (token) => token, [])
    assert.deepEqual(await judged(pdf), ['indeterminate', 'NO_SIGNING_CERTIFICATE_FOUND'])
  })

  test('bytes that nobody signed after it are no alteration, and are not vouched for', async ({
    assert,
  }) => {
    const more = (token: Buffer) => Buffer.concat([token, hex('00004d4f5245')])
    assert.deepEqual(await judged(await stamped(authority, more)), ['indeterminate', 'GENERIC'])
  })
})

test.group('Bytes after the signature, where padding should be', () => {
  test('are no alteration, and are not vouched for', async ({ assert }) => {
    const { mayor, anchors } = await demoSigners()
    const pdf = signedByHand(mayor, {})
    const { status: before } = await inspectNow(pdf, { trustAnchors: anchors })
    assert.equal(before, 'valid')
    const end = pdf.indexOf('0>', pdf.indexOf('/Contents <'))
    pdf.write('abcd', end - 4, 'latin1')
    const { status, signatures } = await inspectNow(pdf, { trustAnchors: anchors })
    assert.deepEqual([status, signatures[0].verdict.subIndication], ['indeterminate', 'GENERIC'])
    pdf[pdf.indexOf('approuve')] ^= 1
    assert.equal((await inspectNow(pdf, { trustAnchors: anchors })).status, 'failed')
  })
})

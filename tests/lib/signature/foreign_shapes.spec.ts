import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import { readCertificates } from '#lib/signature'
import { checkSignable } from '#lib/signature'
import { sharedData } from '#tests/helpers/shared_data'
import { demoSigners, signWith } from './demo_signers.js'
import { signedByHand, appended } from './handmade_pdf.js'
import { inspectNow } from '#tests/helpers/inspect_now'

const missing = 'the cases are not on this machine'
const anchor = sharedData('house', 'cases', 'trust-anchor.pem')

const CASES: [string, string, string | null][] = [
  ['signer-by-key-identifier.pdf', 'TOTAL_PASSED', null],
  ['chain-only-in-dss.pdf', 'TOTAL_PASSED', null],
  ['ocsp-revoked-in-dss.pdf', 'INDETERMINATE', 'REVOKED_NO_POE'],
  ['no-signed-attributes.pdf', 'INDETERMINATE', 'SIG_CONSTRAINTS_FAILURE'],
  ['startxref-one-byte-early-after-signature.pdf', 'TOTAL_PASSED', null],
]

test.group('Signatures of other shapes', () => {
  for (const [name, indication, subIndication] of CASES) {
    const file = sharedData('house', 'cases', name)
    test(`${name} is ${indication}`, async ({ assert }) => {
      const trustAnchors = readCertificates(readFileSync(anchor!))
      const { signatures } = await inspectNow(readFileSync(file!), { trustAnchors })
      assert.equal(signatures[0].verdict.indication, indication)
      assert.equal(signatures[0].verdict.subIndication, subIndication)
    }).skip(!file || !anchor, missing)
  }

  test('an update whose startxref stops at the blanks before its table is no damage', async ({
    assert,
  }) => {
    const { mayor, seal, anchors } = await demoSigners()
    const signed = signedByHand(mayor, {})
    const later = appended(signed, { 40: '<</Type/Nothing>>' }).toString('latin1')
    const at = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(later)!
    const early = `${later.slice(0, at.index)}startxref\n${Number(at[1]) - 1}\n%%EOF\n`
    const file = Buffer.from(early, 'latin1')
    const options = { trustAnchors: anchors }
    assert.equal((await inspectNow(file, options)).status, 'valid')
    await assert.doesNotReject(() => checkSignable(file))
    const twice = await inspectNow(await signWith(file, seal), options)
    assert.equal(twice.status, 'valid')
    assert.lengthOf(twice.signatures, 2)
  })

  for (const [what, from, to] of [
    ['a digest', '0609608648016503040201', '0609608648016503040208'],
    ['a way of signing', '06092a864886f70d01010b', '06092a864886f70d01010e'],
    ['a format', '/SubFilter/ETSI.CAdES.detached', '/SubFilter/adbe.x509.rsa_sha1 '],
  ]) {
    test(`${what} that we do not know accuses nobody`, async ({ assert }) => {
      const { mayor, anchors } = await demoSigners()
      const signed = signedByHand(mayor, {}).toString('latin1')
      const strange = Buffer.from(signed.replaceAll(from, to), 'latin1')
      assert.notEqual(strange.toString('latin1'), signed)
      const { status, signatures } = await inspectNow(strange, { trustAnchors: anchors })
      assert.equal(signatures[0].verdict.indication, 'INDETERMINATE')
      assert.equal(status, 'indeterminate')
    })
  }
})

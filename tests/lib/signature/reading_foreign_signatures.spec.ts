import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import { readCertificates } from '#lib/signature'
import { sharedData } from '#tests/helpers/shared_data'
import { inspectNow } from '#tests/helpers/inspect_now'

const iparapheur = sharedData('parapheur', 'samples', 'PDF_avec_tags-signature_pades.pdf')
const threeSigners = sharedData('parapheur', 'our-output-samples', 'pades-b-t-3-signatures.pdf')
const archived = sharedData('parapheur', 'our-output-samples', 'pades-b-lta.pdf')
const testRoot = sharedData('parapheur', 'our-output-samples', 'root.crt.pem')
const missing = 'official samples are not on this machine'

test.group('Reading signatures that other tools made', () => {
  test('an i-Parapheur signature is intact, its authority unknown', async ({ assert }) => {
    const report = await inspectNow(readFileSync(iparapheur!), { trustAnchors: [] })
    assert.equal(report.status, 'indeterminate')
    const [signature] = report.signatures
    assert.equal(signature.verdict.subIndication, 'NO_CERTIFICATE_CHAIN_FOUND')
    assert.equal(signature.signer?.commonName, 'Christian Noir - Recette i-parapheur')
    assert.equal(signature.revocation.status, 'not_checked')
    assert.deepEqual(report.changedAfterSigning, [])
  }).skip(!iparapheur, missing)

  test('an i-Parapheur signature with one changed byte fails', async ({ assert }) => {
    const altered = readFileSync(iparapheur!)
    altered[2000] ^= 1
    const { signatures } = await inspectNow(altered, { trustAnchors: [] })
    assert.equal(signatures[0].verdict.subIndication, 'HASH_FAILURE')
  }).skip(!iparapheur, missing)

  test('RSA and ECDSA signatures with time-stamps pass when their root is trusted', async ({
    assert,
  }) => {
    const trustAnchors = readCertificates(readFileSync(testRoot!))
    const report = await inspectNow(readFileSync(threeSigners!), { trustAnchors })
    assert.equal(report.status, 'annotated') // each signer shows a stamp on the page
    assert.lengthOf(report.signatures, 3)
    for (const one of report.signatures) assert.equal(one.timestamp?.status, 'valid')
  }).skip(!threeSigners, missing)

  test('archival data added later is no alteration, and its lists answer on revocation', async ({
    assert,
  }) => {
    const trustAnchors = readCertificates(readFileSync(testRoot!))
    const report = await inspectNow(readFileSync(archived!), { trustAnchors })
    assert.equal(report.status, 'annotated') // each signer shows a stamp on the page
    assert.deepEqual(
      report.signatures.map((one) => one.kind),
      ['signature', 'signature', 'signature', 'timestamp']
    )
    assert.deepEqual(report.changedAfterSigning, [])
  }).skip(!archived, missing)

  test('after the certificate expired, a time-stamp still proves the signature', async ({
    assert,
  }) => {
    const trustAnchors = readCertificates(readFileSync(testRoot!))
    const at = new Date('2035-01-01T00:00:00Z')
    const report = await inspectNow(readFileSync(threeSigners!), { trustAnchors, at })
    assert.equal(report.status, 'annotated') // each signer shows a stamp on the page
  }).skip(!threeSigners, missing)
})

import { test } from '@japa/runner'
import * as x509 from '@peculiar/x509'
import { createPrivateKey, webcrypto } from 'node:crypto'
import { signerWith } from '#lib/signature'
import { checkRevocation } from '#lib/signature/revocation'
import { findTrust } from '#lib/signature/trust'
import { issue, type Identity } from '../../../simulators/pki/authority.js'
import { signWith } from './demo_signers.js'
import { samplePdf } from './sample_pdf.js'
import { inspectNow } from '#tests/helpers/inspect_now'

const now = new Date()
const inTenYears = new Date(now.getTime() + 10 * 366 * 24 * 3600 * 1000)

test.group('Trusting a certificate', (group) => {
  let root: Identity
  let authority: Identity
  let signer: Identity
  group.setup(async () => {
    root = await issue({ usage: 'root', subject: 'CN=Racine', years: 20 })
    authority = await issue({ usage: 'authority', subject: 'CN=AC', years: 10, issuer: root })
    signer = await issue({ usage: 'signature', subject: 'CN=Maire', years: 2, issuer: authority })
  })

  test('follows the authorities up to an anchor', ({ assert }) => {
    const trust = findTrust(signer.certificate, [authority.certificate], [root.certificate], now)
    assert.equal(trust.status, 'trusted')
    assert.lengthOf(trust.path, 3)
  })

  test('finds no path without the authority in between', ({ assert }) => {
    const trust = findTrust(signer.certificate, [], [root.certificate], now)
    assert.equal(trust.status, 'no_chain')
  })

  test('refuses an expired certificate', ({ assert }) => {
    const pool = [authority.certificate]
    const trust = findTrust(signer.certificate, pool, [root.certificate], inTenYears)
    assert.equal(trust.status, 'out_of_validity')
  })

  test('refuses a certificate that a mere signer issued', async ({ assert }) => {
    const forged = await issue({ usage: 'signature', subject: 'CN=Faux', years: 1, issuer: signer })
    const pool = [signer.certificate, authority.certificate]
    assert.equal(findTrust(forged.certificate, pool, [root.certificate], now).status, 'no_chain')
  })

  test('refuses an authority below one that may have none', async ({ assert }) => {
    const below = await issue({
      usage: 'authority',
      subject: 'CN=Trop',
      years: 5,
      issuer: authority,
    })
    const leaf = await issue({ usage: 'signature', subject: 'CN=Bas', years: 1, issuer: below })
    const pool = [below.certificate, authority.certificate]
    assert.equal(findTrust(leaf.certificate, pool, [root.certificate], now).status, 'constraints')
  })

  test('the certificate of an authority is not made to sign documents', async ({ assert }) => {
    const report = await inspectNow(await signWithIdentity(root), {
      trustAnchors: [root.certificate],
    })
    assert.equal(report.signatures[0].verdict.subIndication, 'SIG_CONSTRAINTS_FAILURE')
  })

  test('without a time-stamp, an expired certificate leaves a doubt', async ({ assert }) => {
    const trustAnchors = [root.certificate]
    const signed = await signWithIdentity(signer, [authority.certificate])
    const report = await inspectNow(signed, { trustAnchors, at: inTenYears })
    assert.equal(report.signatures[0].verdict.subIndication, 'OUT_OF_BOUNDS_NO_POE')
    assert.equal((await inspectNow(signed, { trustAnchors })).status, 'valid')
  })

  test('a revoked certificate is found in the list of its authority', async ({ assert }) => {
    const list = await revocationList(authority, signer)
    const report = await inspectNow(await signWithIdentity(signer, [authority.certificate]), {
      trustAnchors: [root.certificate],
      revocationLists: [list],
    })
    assert.equal(report.signatures[0].revocation.status, 'revoked')
    assert.equal(report.signatures[0].verdict.subIndication, 'REVOKED_NO_POE')
  })

  test('says that revocation was not checked rather than good', async ({ assert }) => {
    const path = [signer, authority, root].map((one) => one.certificate)
    assert.deepEqual(await checkRevocation(path, [], now), { status: 'not_checked' })
  })

  test('an older list does not hide what a later one says', async ({ assert }) => {
    const path = [signer, authority].map((one) => one.certificate)
    const older = await revocationList(authority, null)
    const later = await revocationList(authority, signer)
    assert.equal((await checkRevocation(path, [older], now)).status, 'good')
    assert.equal((await checkRevocation(path, [older, later], now)).status, 'revoked')
  })

  test('a list that has run out vouches for nobody', async ({ assert }) => {
    const path = [signer, authority].map((one) => one.certificate)
    const list = await revocationList(authority, null)
    const later = new Date(inTenYears.getTime() + 1000)
    assert.equal((await checkRevocation(path, [list], later)).status, 'not_checked')
  })

  test('a list of some certificates only does not vouch for the others', async ({ assert }) => {
    const path = [signer, authority].map((one) => one.certificate)
    // IssuingDistributionPoint: onlyContainsCACerts [2] TRUE
    const partial = await revocationList(authority, null, [
      new x509.Extension('2.5.29.28', true, Buffer.from('30038201ff', 'hex')),
    ])
    assert.equal((await checkRevocation(path, [partial], now)).status, 'not_checked')
  })

  test('a list signed by a mere signer revokes nobody', async ({ assert }) => {
    const forged = await revocationList(signer, authority)
    const path = [authority, signer].map((one) => one.certificate)
    assert.equal((await checkRevocation(path, [forged], now)).status, 'not_checked')
  })
})

async function signWithIdentity(identity: Identity, chain: Buffer[] = []): Promise<Buffer> {
  const key = createPrivateKey(identity.privateKey)
  return signWith(await samplePdf(), signerWith(key, [identity.certificate, ...chain]))
}

async function revocationList(
  issuer: Identity,
  revoked: Identity | null,
  extensions: x509.Extension[] = []
): Promise<Buffer> {
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
  const der = Buffer.from(issuer.privateKey.replace(/-----[^-]+-----|\s/g, ''), 'base64')
  const serials = revoked
    ? [new x509.X509Certificate(new Uint8Array(revoked.certificate)).serialNumber]
    : []
  const list = await x509.X509CrlGenerator.create({
    issuer: new x509.X509Certificate(new Uint8Array(issuer.certificate)).subject,
    thisUpdate: now,
    nextUpdate: inTenYears,
    signingAlgorithm: algorithm,
    signingKey: await webcrypto.subtle.importKey('pkcs8', der, algorithm, false, ['sign']),
    extensions,
    entries: serials.map((serialNumber) => ({
      serialNumber,
      revocationDate: new Date(now.getTime() - 1000),
    })),
  })
  return Buffer.from(list.rawData)
}

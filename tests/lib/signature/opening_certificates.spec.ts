import { generateKeyPairSync } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@japa/runner'
import forge from 'node-forge'
import { prepareSignature, completeSignature, readCertificates, signerWith } from '#lib/signature'
import { openP12 } from '#lib/signature/p12_reader'
import { hasTool, run } from '#tests/helpers/tools'
import { demoSigners, signWith } from './demo_signers.js'
import { opensslAcceptsCms } from './independent_tools.js'
import { samplePdf } from './sample_pdf.js'
import { signedParts } from './signed_parts.js'
import { inspectNow } from '#tests/helpers/inspect_now'

test.group('Certificate files', () => {
  test('a demonstration P12 opens with OpenSSL', async ({ assert }) => {
    const { pki } = await demoSigners()
    for (const file of [pki.mayorP12('kervalan'), pki.sealP12('kervalan')]) {
      const password = ['-passin', `pass:${pki.password}`]
      const { status, output } = run('openssl', ['pkcs12', '-in', file, ...password, '-nodes'])
      assert.equal(status, 0, output)
      assert.equal(output.match(/BEGIN CERTIFICATE/g)?.length, 3)
    }
  }).skip(!hasTool('openssl'), 'openssl is not installed')

  test('a demonstration P12 opens with node-forge, as the browser does', async ({ assert }) => {
    const { pki } = await demoSigners()
    const bytes = readFileSync(pki.mayorP12('kervalan')).toString('latin1')
    const store = forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(bytes), pki.password)
    const type = forge.pki.oids.pkcs8ShroudedKeyBag
    assert.isOk(store.getBags({ bagType: type })[type]![0].key)
  })

  test('refuses a wrong password and says so', async ({ assert }) => {
    const { pki } = await demoSigners()
    const bytes = readFileSync(pki.mayorP12('kervalan'))
    await assert.rejects(() => openP12(bytes, 'autre'), /mot de passe ne correspond pas/)
  })

  test('refuses what is no certificate file', async ({ assert }) => {
    await assert.rejects(() => openP12(Buffer.from('bonjour'), 'x'), /ne peut pas être lu/)
  })

  test('the certificates of a P12 keep their exact bytes', async ({ assert }) => {
    const { mayor, pki } = await demoSigners()
    const [authority] = readCertificates(readFileSync(pki.authorityFile))
    assert.isTrue(mayor.chain.some((der) => der.equals(authority)))
  })

  test('making the authorities again finds those that exist', async ({ assert }) => {
    const { pki, directory } = await demoSigners()
    const before = readFileSync(pki.mayorP12('kervalan'))
    const { ensurePki } = await import('../../../simulators/pki/index.js')
    const holder = { slug: 'kervalan', name: 'Commune de Kervalan', siren: '213500012', mayor: 'X' }
    await ensurePki({ dataDir: directory, holders: [holder] })
    assert.isTrue(readFileSync(pki.mayorP12('kervalan')).equals(before))
  })
})

test.group('Keys', () => {
  for (const [curve, digest] of [
    ['prime256v1', 'sha256'],
    ['secp384r1', 'sha384'],
  ]) {
    test(`an elliptic key on ${curve} signs with ${digest}, also from a P12`, async ({
      assert,
    }) => {
      const { directory } = await demoSigners()
      const { p12, certificateFile } = ellipticP12(curve, directory)
      const signer = await openP12(p12, 'secret')
      const signed = await signWith(await samplePdf(), signer)
      const report = await inspectNow(signed, { trustAnchors: [signer.certificate] })
      assert.equal(report.status, 'valid')
      const [parts] = await signedParts(signed)
      assert.equal(parts.parsed.digestName, digest)
      const { status, output } = opensslAcceptsCms(parts, directory, certificateFile)
      assert.equal(status, 0, output)
    }).skip(!hasTool('openssl'), 'openssl is not installed')
  }

  test('a value made by another key never reaches the document', async ({ assert }) => {
    const { mayor, seal } = await demoSigners()
    const { certificate } = mayor
    const prepared = await prepareSignature({
      pdf: await samplePdf(),
      certificate,
      signingTime: new Date(),
    })
    const value = seal.sign(prepared.signedAttributes)
    const attempt = () => completeSignature(prepared, value, { timestamp: null })
    await assert.rejects(attempt, /ne correspond pas au document ou au certificat/)
  })

  test('a key without its certificate signs nothing', async ({ assert }) => {
    const { mayor } = await demoSigners()
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    assert.throws(() => signerWith(privateKey, [mayor.certificate]), /ne peut pas être lu/)
  })
})

function ellipticP12(curve: string, directory: string) {
  const [keyFile, certificateFile, file] = ['ec.key', 'ec.crt', 'ec.p12'].map((name) =>
    join(directory, name)
  )
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: curve })
  writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }))
  const usage = ['-addext', 'keyUsage=critical,digitalSignature']
  const request = ['req', '-x509', '-key', keyFile, '-subj', '/CN=Anne Le Gall', '-days', '30']
  run('openssl', [...request, ...usage, '-out', certificateFile])
  const parts = ['-inkey', keyFile, '-in', certificateFile, '-passout', 'pass:secret']
  run('openssl', ['pkcs12', '-export', ...parts, '-out', file])
  return { p12: readFileSync(file), certificateFile }
}

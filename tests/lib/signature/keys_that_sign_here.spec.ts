import { createPrivateKey, X509Certificate } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { checkSigningCertificate, signerWith } from '#lib/signature'
import { hasTool } from '#tests/helpers/tools'
import { inspectNow } from '#tests/helpers/inspect_now'
import { signWith } from './demo_signers.js'
import { samplePdf } from './sample_pdf.js'

const folder = mkdtempSync(join(tmpdir(), 'halle-keys-'))

function identity(...kind: string[]) {
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-nodes', '-days', '30', '-subj', '/CN=Maire', '-newkey', ...kind],
      ...['-keyout', 'key', '-out', 'crt', '-addext', 'keyUsage=critical,nonRepudiation'],
    ],
    { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] }
  )
  const certificate = new X509Certificate(readFileSync(join(folder, 'crt'))).raw
  const key = createPrivateKey(readFileSync(join(folder, 'key')))
  const problem = checkSigningCertificate(certificate, [], {
    anchors: [certificate],
    at: new Date(),
  })
  return { certificate, problem, signer: signerWith(key, [certificate]) }
}

const rsa = (bits: number) => ['rsa', '-pkeyopt', `rsa_keygen_bits:${bits}`]
const curve = (name: string) => ['ec', '-pkeyopt', `ec_paramgen_curve:${name}`]

test.group('Keys that sign here', (group) => {
  group.tap((one) => one.skip(!hasTool('openssl'), 'openssl is not on this machine'))

  for (const kind of [rsa(2048), ...['P-256', 'P-384', 'P-521', 'brainpoolP384r1'].map(curve)]) {
    test(`${kind.at(-1)}: accepted, and what it signs is sound`, async ({ assert }) => {
      const { certificate, problem, signer } = identity(...kind)
      assert.isNull(problem)
      const pdf = await signWith(await samplePdf(), signer)
      const { status } = await inspectNow(pdf, { trustAnchors: [certificate] })
      assert.equal(status, 'valid')
    })
  }

  for (const kind of [
    ['rsa-pss', '-pkeyopt', 'rsa_keygen_bits:2048'],
    ['ed25519'],
    ['ed448'],
    rsa(1024),
    ...['P-224', 'secp256k1'].map(curve),
  ]) {
    test(`${kind[0]} ${kind.at(-1)}: refused before anything is signed`, ({ assert }) => {
      assert.equal(identity(...kind).problem, 'key_unusable')
    })
  }

  for (const kind of [['rsa-pss', '-pkeyopt', 'rsa_keygen_bits:2048'], ['ed25519']]) {
    test(`${kind[0]}: nothing leaves under a false name, whoever asks`, async ({ assert }) => {
      const { signer } = identity(...kind)
      await assert.rejects(async () => signWith(await samplePdf(), signer))
    })
  }
})

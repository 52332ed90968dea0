import { execFileSync } from 'node:child_process'
import { generateKeyPairSync, sign } from 'node:crypto'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { readDer } from '#lib/signature/der'
import { oid, sequence } from '#lib/signature/der_writer'
import { isValueOf } from '#lib/signature/signed_value'
import { inspectNow } from '#tests/helpers/inspect_now'
import { hasTool } from '#tests/helpers/tools'
import { demoSigners } from './demo_signers.js'
import { signedByHand } from './handmade_pdf.js'

const folder = mkdtempSync(join(tmpdir(), 'halle-ways-'))
const PSS = ['-keyopt', 'rsa_padding_mode:pss']
const NOT_CHECKED = 'CRYPTO_CONSTRAINTS_FAILURE_NO_POE'

const WAYS: Record<string, { with: string[]; status: string; because: string | null }> = {
  'PKCS #1': { with: [], status: 'valid', because: null },
  'PSS': { with: PSS, status: 'valid', because: null },
  'PSS with a short salt': {
    with: [...PSS, '-keyopt', 'rsa_pss_saltlen:20'],
    status: 'valid',
    because: null,
  },
  'PSS whose mask has another digest': {
    with: [...PSS, '-keyopt', 'rsa_mgf1_md:sha1'],
    status: 'indeterminate',
    because: NOT_CHECKED,
  },
  'a digest that we do not read': {
    with: ['-md', 'sha3-256'],
    status: 'indeterminate',
    because: NOT_CHECKED,
  },
  'two signers at once': {
    with: ['-signer', 'other.crt', '-inkey', 'other.key'],
    status: 'indeterminate',
    because: 'GENERIC',
  },
}

test.group('Ways of signing', (group) => {
  group.setup(() => {
    if (hasTool('openssl')) for (const name of ['one', 'other']) certificateOf(name)
  })

  for (const [what, { with: choices, status, because }] of Object.entries(WAYS)) {
    test(`${what}: ${status}, and nobody is accused`, async ({ assert }) => {
      const { mayor } = await demoSigners()
      const covered = bytesCoveredIn(
        signedByHand(mayor, {}, { cms: () => Buffer.from('3000', 'hex') })
      )
      const cms = cmsOver(covered, choices)
      const pdf = signedByHand(mayor, {}, { cms: () => cms })
      const report = await inspectNow(pdf, { trustAnchors: ['one', 'other'].map(derOf) })
      assert.equal(report.status, status)
      assert.equal(report.signatures[0].verdict.subIndication, because)
    }).skip(!hasTool('openssl'), 'openssl is not on this machine')
  }

  test('PSS is checked wherever it signs, and a key of another family accuses nobody', ({
    assert,
  }) => {
    const bytes = Buffer.from('le certificat est révoqué')
    const certificate = derOf('one')
    const key = readFileSync(join(folder, 'one.key'))
    const algorithm = readDer(pssWith('sha256'))
    const value = sign('sha256', bytes, { key, padding: 6 })
    const about = { algorithm, bytes, value, certificate, digestName: null }
    assert.isTrue(isValueOf(about))
    assert.isFalse(isValueOf({ ...about, bytes: Buffer.from('autre') }))
    const strange = generateKeyPairSync('ed25519').privateKey
    const eddsa = readDer(sequence(oid('1.3.101.112')))
    const other = { ...about, algorithm: eddsa, value: sign(null, bytes, strange) }
    assert.isNull(isValueOf(other), 'a key of another family accuses nobody')
  }).skip(!hasTool('openssl'), 'openssl is not on this machine')
})

function openssl(...words: string[]): Buffer {
  return execFileSync('openssl', words, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
}

function certificateOf(name: string): void {
  openssl(
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '30', '-subj', `/CN=${name}`],
    ...['-keyout', `${name}.key`, '-out', `${name}.crt`],
    ...['-addext', 'keyUsage=critical,nonRepudiation']
  )
}

const derOf = (name: string) => openssl('x509', '-in', `${name}.crt`, '-outform', 'DER')

function bytesCoveredIn(pdf: Buffer): Buffer {
  const range = /ByteRange \[(\d+) (\d+) (\d+) (\d+)/.exec(pdf.toString('latin1'))!
  const [, , first, from, length] = range.map(Number)
  return Buffer.concat([pdf.subarray(0, first), pdf.subarray(from, from + length)])
}

function cmsOver(content: Buffer, choices: string[]): Buffer {
  writeFileSync(join(folder, 'content'), content)
  const digest = choices.includes('-md') ? [] : ['-md', 'sha256']
  return openssl(
    ...['cms', '-sign', '-binary', '-cades', '-nosmimecap', '-in', 'content', '-outform', 'DER'],
    ...['-signer', 'one.crt', '-inkey', 'one.key', ...digest, ...choices]
  )
}

/** The parameters of RFC 8017 §A.2.3, as OpenSSL writes them. */
function pssWith(digest: string): Buffer {
  writeFileSync(join(folder, 'content'), 'x')
  const cms = openssl(
    ...['cms', '-sign', '-binary', '-in', 'content', '-outform', 'DER', '-md', digest],
    ...['-signer', 'one.crt', '-inkey', 'one.key', ...PSS]
  )
  const start = cms.lastIndexOf(Buffer.from('06092a864886f70d01010a', 'hex'))
  return cms.subarray(start - 2)
}

import { execFileSync } from 'node:child_process'
import { createHash, createPrivateKey, sign, type KeyObject } from 'node:crypto'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { OID } from '#lib/signature/algorithms'
import { certificateIdentity } from '#lib/signature/certificate'
import {
  explicit,
  implicit,
  integer,
  octetString,
  oid,
  sequence,
  setOf,
} from '#lib/signature/der_writer'
import { hasTool } from '#tests/helpers/tools'
import { inspectNow } from '#tests/helpers/inspect_now'
import { demoSigners } from './demo_signers.js'
import { signedByHand } from './handmade_pdf.js'

const [ED25519, ED448] = ['1.3.101.112', '1.3.101.113']
const DIGESTS: Record<string, string> = {
  sha512: '2.16.840.1.101.3.4.2.3',
  sha256: '2.16.840.1.101.3.4.2.1',
  shake256: '2.16.840.1.101.3.4.2.12',
}

interface Person {
  certificate: Buffer
  key: KeyObject
}

/** Openssl knows both curves; the library of our simulators knows one. */
function person(name: 'ed25519' | 'ed448'): Person {
  const folder = mkdtempSync(join(tmpdir(), 'halle-eddsa-'))
  const openssl = (...words: string[]) =>
    execFileSync('openssl', words, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  openssl(
    ...['req', '-x509', '-newkey', name, '-nodes', '-days', '30', '-subj', `/CN=Maire ${name}`],
    ...['-keyout', 'key', '-out', 'crt', '-addext', 'keyUsage=critical,nonRepudiation']
  )
  const key = createPrivateKey(readFileSync(join(folder, 'key')))
  return { certificate: openssl('x509', '-in', 'crt', '-outform', 'DER'), key }
}

interface Manner {
  algorithm?: string
  digest?: keyof typeof DIGESTS
  /** What becomes of the value. */
  spoilt?: (value: Buffer) => Buffer
}

/** A CMS as RFC 8419 wants it: the attributes themselves are signed, and never their digest. */
function cmsBy({ certificate, key }: Person, covered: Buffer, manner: Manner = {}): Buffer {
  const name = manner.digest ?? 'sha512'
  const algorithm = sequence(oid(DIGESTS[name]))
  const digest = createHash(name, name === 'shake256' ? { outputLength: 64 } : {})
    .update(covered)
    .digest()
  const attribute = (type: string, value: Buffer) => sequence(oid(type), setOf(value))
  const bound = sequence(
    sequence(sequence(octetString(createHash('sha256').update(certificate).digest())))
  )
  const attributes = setOf(
    attribute(OID.contentType, oid(OID.data)),
    attribute(OID.messageDigest, octetString(digest)),
    attribute(OID.signingCertificateV2, bound)
  )
  const value = sign(null, attributes, key)
  const { issuer, serial } = certificateIdentity(certificate)
  const info = sequence(
    integer(1),
    sequence(issuer, serial),
    algorithm,
    implicit(0, attributes),
    sequence(oid(manner.algorithm ?? ED25519)),
    octetString(manner.spoilt?.(value) ?? value)
  )
  const body = sequence(
    integer(1),
    setOf(algorithm),
    sequence(oid(OID.data)),
    implicit(0, setOf(certificate)),
    setOf(info)
  )
  return sequence(oid(OID.signedData), explicit(0, body))
}

const NOT_CHECKED = 'CRYPTO_CONSTRAINTS_FAILURE_NO_POE'

test.group('A PDF signed with a key of Edwards', (group) => {
  group.tap((one) => one.skip(!hasTool('openssl'), 'openssl is not on this machine'))

  async function judged(by: Person, manner: Manner = {}, change?: (pdf: Buffer) => void) {
    const { mayor } = await demoSigners()
    const blank = () => Buffer.from('3000', 'hex')
    const covered = bytesCoveredIn(signedByHand(mayor, {}, { cms: blank }))
    const pdf = signedByHand(mayor, {}, { cms: () => cmsBy(by, covered, manner) })
    change?.(pdf)
    const { status, signatures } = await inspectNow(pdf, { trustAnchors: [by.certificate] })
    return [status, signatures[0].verdict.subIndication]
  }

  test('Ed25519 is checked, with SHA-512 as RFC 8419 wants or another digest', async ({
    assert,
  }) => {
    const mayor = person('ed25519')
    assert.deepEqual(await judged(mayor), ['valid', null])
    assert.deepEqual(await judged(mayor, { digest: 'sha256' }), ['valid', null])
  })

  test('Ed25519 says who changed the document, or the value', async ({ assert }) => {
    const mayor = person('ed25519')
    const at = (pdf: Buffer) => pdf.indexOf('approuve')
    assert.deepEqual(await judged(mayor, {}, (pdf) => void (pdf[at(pdf)] ^= 1)), [
      'failed',
      'HASH_FAILURE',
    ])
    const flipped = (value: Buffer) =>
      Buffer.concat([value.subarray(0, 5), Buffer.from([value[5] ^ 1]), value.subarray(6)])
    for (const spoilt of [flipped, (value: Buffer) => value.subarray(1), () => Buffer.alloc(0)])
      assert.deepEqual(await judged(mayor, { spoilt }), ['failed', 'SIG_CRYPTO_FAILURE'])
  })

  test('Ed448, and what no one signs with it, are not checked here, and accuse nobody', async ({
    assert,
  }) => {
    const mayor = person('ed448')
    for (const manner of [
      { algorithm: ED448, digest: 'shake256' },
      { algorithm: ED448, digest: 'sha512' },
      { algorithm: ED25519 },
    ] as Manner[])
      assert.deepEqual(await judged(mayor, manner), ['indeterminate', NOT_CHECKED])
  })
})

function bytesCoveredIn(pdf: Buffer): Buffer {
  const range = /ByteRange \[(\d+) (\d+) (\d+) (\d+)/.exec(pdf.toString('latin1'))!
  const [, , first, from, length] = range.map(Number)
  return Buffer.concat([pdf.subarray(0, first), pdf.subarray(from, from + length)])
}

import 'reflect-metadata'
import { KeyObject, createHash, randomBytes, sign, webcrypto } from 'node:crypto'
import * as x509 from '@peculiar/x509'
import { signerWith, type LocalSigner } from '#lib/signature'
import { OID } from '#lib/signature/algorithms'
import { certificateIdentity } from '#lib/signature/certificate'
import { child } from '#lib/signature/der'
import {
  element,
  explicit,
  generalizedTime,
  octetString,
  oid,
  sequence,
} from '#lib/signature/der_writer'

x509.cryptoProvider.set(globalThis.crypto)

const EC = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
const DAY = 24 * 3600 * 1000
const SHA1 = '1.3.14.3.2.26'

/** A certificate on the curve P-256, with its key: made in no time. */
export interface EcIdentity {
  certificate: Buffer
  key: KeyObject
  keys: webcrypto.CryptoKeyPair
  signer: LocalSigner
}

interface Wanted {
  name: string
  issuer?: EcIdentity
  isAuthority?: boolean
  /** Extended usages; that of a time-stamp stands alone and critical. */
  purpose?: string
  /** Says that it needs no check (a responder's). */
  unchecked?: boolean
  /** Its last instant, in 400 days unless said. */
  until?: Date
}

/** Issues one, by `issuer` or by itself. */
export async function ecIdentity(wanted: Wanted) {
  const { name, issuer, isAuthority, purpose, unchecked } = wanted
  const keys = (await webcrypto.subtle.generateKey(EC, true, [
    'sign',
    'verify',
  ])) as webcrypto.CryptoKeyPair
  const above = issuer && new x509.X509Certificate(new Uint8Array(issuer.certificate))
  const { keyCertSign, cRLSign, digitalSignature, nonRepudiation } = x509.KeyUsageFlags
  const made = await x509.X509CertificateGenerator.create({
    serialNumber: `4${randomBytes(10).toString('hex').slice(1)}`,
    subject: `CN=${name}`,
    issuer: above?.subject ?? `CN=${name}`,
    notBefore: new Date(Date.now() - DAY),
    notAfter: wanted.until ?? new Date(Date.now() + 400 * DAY),
    signingAlgorithm: EC,
    publicKey: keys.publicKey,
    signingKey: issuer?.keys.privateKey ?? keys.privateKey,
    extensions: [
      new x509.BasicConstraintsExtension(Boolean(isAuthority), undefined, true),
      new x509.KeyUsagesExtension(
        isAuthority ? keyCertSign | cRLSign : digitalSignature | nonRepudiation,
        true
      ),
      ...(purpose
        ? [new x509.ExtendedKeyUsageExtension([purpose], purpose === OID.timeStamping)]
        : []),
      ...(unchecked
        ? [new x509.Extension(OID.ocspNoCheck, false, Uint8Array.from([0x05, 0x00]))]
        : []),
    ],
  })
  const certificate = Buffer.from(made.rawData)
  const key = KeyObject.from(keys.privateKey)
  return { certificate, key, keys, signer: signerWith(key, [certificate]) }
}

/** A root, the authority below it and a signer of that authority. */
export async function ecChain() {
  const root = await ecIdentity({ name: 'Racine', isAuthority: true })
  const authority = await ecIdentity({ name: 'AC', issuer: root, isAuthority: true })
  const mayor = await ecIdentity({ name: 'Maire', issuer: authority })
  return { root, authority, mayor }
}

/** The list of an authority, good for a day, which names some certificates as revoked. */
export async function listOf(issuer: EcIdentity, ...revoked: EcIdentity[]): Promise<Buffer> {
  const made = await x509.X509CrlGenerator.create({
    issuer: new x509.X509Certificate(new Uint8Array(issuer.certificate)).subject,
    thisUpdate: new Date(Date.now() - 3600_000),
    nextUpdate: new Date(Date.now() + DAY),
    signingAlgorithm: EC,
    signingKey: issuer.keys.privateKey,
    entries: revoked.map(({ certificate }) => ({
      serialNumber: new x509.X509Certificate(new Uint8Array(certificate)).serialNumber,
      revocationDate: new Date(Date.now() - 2 * 3600_000),
    })),
  })
  return Buffer.from(made.rawData)
}

export type CertStatus = 'good' | 'unknown' | { revoked: Date; reason?: number }

interface Answer {
  about: EcIdentity
  issuer: EcIdentity
  status: CertStatus
  /** Who signs it: the issuer unless another is named. */
  by?: EcIdentity
}

/** What RFC 6960 calls a basic answer. */
export function basicOcsp({ about, issuer, status, by = issuer }: Answer): Buffer {
  const { subject, publicKey } = certificateIdentity(issuer.certificate)
  const hashed = (bytes: Buffer) => octetString(createHash('sha1').update(bytes).digest())
  const certId = sequence(
    sequence(oid(SHA1)),
    hashed(subject),
    hashed(child(publicKey, 1).value.subarray(1)),
    certificateIdentity(about.certificate).serial
  )
  const single = sequence(
    certId,
    statusOf(status),
    generalizedTime(new Date(Date.now() - 3600_000)),
    explicit(0, generalizedTime(new Date(Date.now() + DAY)))
  )
  const responder = explicit(1, certificateIdentity(by.certificate).subject)
  const data = sequence(responder, generalizedTime(new Date()), sequence(single))
  const value = sign('sha256', data, by.key)
  return sequence(
    data,
    sequence(oid('1.2.840.10045.4.3.2')),
    element(0x03, Buffer.from([0]), value),
    explicit(0, sequence(by.certificate))
  )
}

/** The whole answer, as a server sends it. */
export function wholeOcsp(answer: Answer): Buffer {
  const bytes = sequence(oid('1.3.6.1.5.5.7.48.1.1'), octetString(basicOcsp(answer)))
  return sequence(element(0x0a, Buffer.from([0])), explicit(0, bytes))
}

function statusOf(status: CertStatus): Buffer {
  if (status === 'good') return element(0x80)
  if (status === 'unknown') return element(0x82)
  const reason =
    status.reason === undefined ? [] : [explicit(0, element(0x0a, Buffer.from([status.reason])))]
  return element(0xa1, generalizedTime(status.revoked), ...reason)
}

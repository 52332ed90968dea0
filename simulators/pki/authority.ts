import 'reflect-metadata'
import { webcrypto } from 'node:crypto'
import * as x509 from '@peculiar/x509'

x509.cryptoProvider.set(globalThis.crypto)

/** A certificate and its private key, as the simulators keep them. */
export interface Identity {
  certificate: Buffer
  /** PKCS#8, PEM. */
  privateKey: string
}

/** What a certificate is for: it decides the extensions. */
export type Usage = 'root' | 'authority' | 'signature' | 'seal' | 'timestamp' | 'tls'

export interface Request {
  usage: Usage
  /** RFC 4514 name. */
  subject: string
  years: number
  issuer?: Identity
  /** DNS names and addresses, for a TLS server. */
  hosts?: string[]
}

const RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 3072,
}

const { KeyUsageFlags } = x509

/** Makes a key and its certificate, signed by `issuer`, or by itself for a root. */
export async function issue(request: Request): Promise<Identity> {
  const keys = (await webcrypto.subtle.generateKey(RSA, true, [
    'sign',
    'verify',
  ])) as webcrypto.CryptoKeyPair
  const issuer = request.issuer ? await importIssuer(request.issuer) : null
  const now = new Date()
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: serialNumber(),
    subject: request.subject,
    issuer: issuer?.subject ?? request.subject,
    notBefore: new Date(now.getTime() - 24 * 3600 * 1000),
    notAfter: new Date(now.getTime() + request.years * 365.25 * 24 * 3600 * 1000),
    signingAlgorithm: RSA,
    publicKey: keys.publicKey,
    signingKey: issuer?.key ?? keys.privateKey,
    extensions: await extensions(request, keys.publicKey, issuer?.publicKey ?? keys.publicKey),
  })
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey))
  return { certificate: Buffer.from(certificate.rawData), privateKey: pem(pkcs8, 'PRIVATE KEY') }
}

/** A DER blob in PEM, 64 characters a line (RFC 7468 §2). */
export function pem(der: Buffer, label: string): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
}

async function importIssuer(identity: Identity) {
  const certificate = new x509.X509Certificate(new Uint8Array(identity.certificate))
  const der = Buffer.from(identity.privateKey.replace(/-----[^-]+-----|\s/g, ''), 'base64')
  return {
    subject: certificate.subject,
    publicKey: certificate.publicKey,
    key: await webcrypto.subtle.importKey('pkcs8', der, RSA, false, ['sign']),
  }
}

async function extensions(
  request: Request,
  key: webcrypto.CryptoKey,
  issuerKey: x509.PublicKeyType
): Promise<x509.Extension[]> {
  return [
    basicConstraints(request.usage),
    new x509.KeyUsagesExtension(KEY_USAGES[request.usage], true),
    await x509.SubjectKeyIdentifierExtension.create(key),
    await x509.AuthorityKeyIdentifierExtension.create(issuerKey),
    ...purpose(request),
  ]
}

const KEY_USAGES: Record<Usage, number> = {
  root: KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign,
  authority: KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign,
  signature: KeyUsageFlags.nonRepudiation,
  seal: KeyUsageFlags.nonRepudiation | KeyUsageFlags.digitalSignature,
  timestamp: KeyUsageFlags.digitalSignature,
  tls: KeyUsageFlags.digitalSignature | KeyUsageFlags.keyEncipherment,
}

function basicConstraints(usage: Usage): x509.Extension {
  if (usage === 'root') return new x509.BasicConstraintsExtension(true, 1, true)
  if (usage === 'authority') return new x509.BasicConstraintsExtension(true, 0, true)
  return new x509.BasicConstraintsExtension(false, undefined, true)
}

/** RFC 3161 §2.3 wants the time-stamping usage alone and critical. */
function purpose({ usage, hosts = [] }: Request): x509.Extension[] {
  if (usage === 'timestamp') {
    return [new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.timeStamping], true)]
  }
  if (usage !== 'tls') return []
  const names = hosts.map(
    (host) => ({ type: isAddress(host) ? 'ip' : 'dns', value: host }) as const
  )
  return [
    new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth], false),
    new x509.SubjectAlternativeNameExtension(names),
  ]
}

const isAddress = (host: string) => /^[\d.]+$/.test(host)

/** Positive and not zero: the first byte stays below 0x80 (RFC 5280 §4.1.2.2). */
function serialNumber(): string {
  const bytes = Buffer.from(webcrypto.getRandomValues(new Uint8Array(12)))
  bytes[0] = (bytes[0] & 0x3f) | 0x40
  return bytes.toString('hex')
}

import { X509Certificate, createPrivateKey, sign, type KeyObject } from 'node:crypto'
import { digestFor } from './algorithms.js'
import { CertificateUnreadable } from './errors.js'

/** A key that this process holds, with the certificates that speak for it. */
export interface LocalSigner {
  certificate: Buffer
  chain: Buffer[]
  sign(bytes: Buffer): Buffer
}

/** What a .p12 gives, as plain data: a key in PKCS#8, and every certificate of the file. */
export interface OpenedP12 {
  key: Buffer
  certificates: Buffer[]
}

/** A signer on what a .p12 gave. */
export function signerOn({ key, certificates }: OpenedP12): LocalSigner {
  return signerWith(createPrivateKey({ key, format: 'der', type: 'pkcs8' }), certificates)
}

/** A signer on a private key; the certificate of that key is found among the given ones. */
export function signerWith(key: KeyObject, certificates: Buffer[]): LocalSigner {
  const own = certificates.find((der) => isCertificateOf(der, key))
  if (!own) throw new CertificateUnreadable()
  return {
    certificate: own,
    chain: certificates.filter((der) => der !== own),
    sign: (attributes) => sign(digestFor(own), attributes, key),
  }
}

/** Whether a certificate in DER is that of a private key. */
export function isCertificateOf(der: Buffer, key: KeyObject): boolean {
  return new X509Certificate(der).checkPrivateKey(key)
}

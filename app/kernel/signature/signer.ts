import { X509Certificate, createPrivateKey, sign, type KeyObject } from 'node:crypto'
import forge from 'node-forge'
import { digestFor } from './algorithms.js'
import { CertificateUnreadable, WrongCertificatePassword } from './errors.js'

/** A key that this process holds, with the certificates that speak for it. */
export interface LocalSigner {
  certificate: Buffer
  chain: Buffer[]
  sign(bytes: Buffer): Buffer
}

/**
 * Opens a .p12/.pfx and returns a signer on it.
 * Throws E_CERTIFICATE_UNREADABLE or E_CERTIFICATE_PASSWORD.
 */
export function openP12(bytes: Buffer, password: string): LocalSigner {
  const store = openStore(bytes, password)
  const { certBag, pkcs8ShroudedKeyBag, keyBag } = forge.pki.oids
  const keys = [...bagsOf(store, pkcs8ShroudedKeyBag), ...bagsOf(store, keyBag)]
  if (keys.length === 0) throw new CertificateUnreadable()
  const key = createPrivateKey({ key: keyDer(keys[0]), format: 'der', type: 'pkcs8' })
  return signerWith(key, bagsOf(store, certBag).map(certificateDer))
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

type Store = ReturnType<typeof forge.pkcs12.pkcs12FromAsn1>
type Bag = forge.pkcs12.Bag

function bagsOf(store: Store, type: string): Bag[] {
  return store.getBags({ bagType: type })[type] ?? []
}

/** node-forge leaves undecoded what is not RSA; its bytes serve node:crypto all the same. */
function keyDer(bag: Bag): Buffer {
  const { pki } = forge
  return derOf(bag.key ? pki.wrapRsaPrivateKey(pki.privateKeyToAsn1(bag.key)) : bag.asn1)
}

function certificateDer(bag: Bag): Buffer {
  return derOf(bag.cert ? forge.pki.certificateToAsn1(bag.cert) : bag.asn1)
}

const derOf = (node: forge.asn1.Asn1) => Buffer.from(forge.asn1.toDer(node).getBytes(), 'latin1')

function isCertificateOf(der: Buffer, key: KeyObject): boolean {
  return new X509Certificate(der).checkPrivateKey(key)
}

function openStore(bytes: Buffer, password: string) {
  const asn1 = parseAsn1(bytes)
  try {
    return forge.pkcs12.pkcs12FromAsn1(asn1, false, password)
  } catch {
    throw new WrongCertificatePassword()
  }
}

function parseAsn1(bytes: Buffer) {
  try {
    return forge.asn1.fromDer(bytes.toString('latin1'))
  } catch {
    throw new CertificateUnreadable()
  }
}

import { createPrivateKey, sign, X509Certificate, type KeyObject } from 'node:crypto'
import forge from 'node-forge'

/** A certificate and its key, as the signature page opens them in the browser. */
export interface Certificate {
  certificate: Buffer
  chain: Buffer[]
  key: KeyObject
}

/** Opens a P12; throws when the password is wrong. */
export function openP12(bytes: Buffer, password: string): Certificate {
  const asn1 = forge.asn1.fromDer(forge.util.createBuffer(bytes.toString('binary')))
  const p12 = forge.pkcs12.pkcs12FromAsn1(asn1, password)
  const bags = (oid: string) => p12.getBags({ bagType: oid })[oid] ?? []
  const keyBag = bags(forge.pki.oids.pkcs8ShroudedKeyBag)[0] ?? bags(forge.pki.oids.keyBag)[0]
  const pem = forge.pki.privateKeyToPem(keyBag.key!)
  const key = createPrivateKey(pem)
  const certificates = bags(forge.pki.oids.certBag).map((bag) =>
    Buffer.from(forge.asn1.toDer(forge.pki.certificateToAsn1(bag.cert!)).getBytes(), 'binary')
  )
  const own = certificates.find((der) => new X509Certificate(der).checkPrivateKey(key))
  if (!own) throw new Error('Le fichier P12 ne contient pas le certificat de sa clé')
  return { certificate: own, chain: certificates.filter((der) => der !== own), key }
}

/** What the browser does in the second phase: RSA PKCS#1 v1.5 over the attributes. */
export const signBytes = (bytes: Buffer, { key }: Certificate): Buffer => sign('sha256', bytes, key)

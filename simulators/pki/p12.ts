import forge from 'node-forge'
import { pem, type Identity } from './authority.js'

/**
 * A password-protected PKCS#12 with the key, its certificate and the authorities above, in the
 * AES-256 form that both OpenSSL 3 and node-forge open.
 */
export function makeP12(
  identity: Identity,
  chain: Buffer[],
  password: string,
  name: string
): Buffer {
  const certificates = [identity.certificate, ...chain].map((der) =>
    forge.pki.certificateFromPem(pem(der, 'CERTIFICATE'))
  )
  const key = forge.pki.privateKeyFromPem(identity.privateKey)
  const store = forge.pkcs12.toPkcs12Asn1(key, certificates, password, {
    algorithm: 'aes256',
    friendlyName: name,
    // As OpenSSL does: a browser opens it in pure JavaScript
    count: 2048,
  })
  return Buffer.from(forge.asn1.toDer(store).getBytes(), 'latin1')
}

import { X509Certificate, createHash, createPrivateKey, sign, type KeyObject } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import forge from 'node-forge'
import { digestFor } from './algorithms.js'
import {
  CertificateTooSlow,
  CertificateUnreadable,
  CertificateUnsupported,
  WrongCertificatePassword,
} from './errors.js'
import { openPfx } from './p12/open_pfx.js'
import type { P12Tools } from './p12/tools.js'
import { P12Error, type P12Trouble } from './p12/trouble.js'

/** A key that this process holds, with the certificates that speak for it. */
export interface LocalSigner {
  certificate: Buffer
  chain: Buffer[]
  sign(bytes: Buffer): Buffer
}

const TROUBLES: Record<P12Trouble, typeof CertificateUnreadable> = {
  password: WrongCertificatePassword,
  unreadable: CertificateUnreadable,
  too_slow: CertificateTooSlow,
  unsupported: CertificateUnsupported,
}

/** Other requests are answered in the middle of a long derivation. */
const tools: P12Tools = {
  forge: forge as unknown as P12Tools['forge'],
  digest: (name, bytes) => createHash(name.replace('-', '').toLowerCase()).update(bytes).digest(),
  breathe: () => nextTurn(),
}

/**
 * Opens a .p12/.pfx and returns a signer on it. Throws E_CERTIFICATE_UNREADABLE,
 * E_CERTIFICATE_PASSWORD, E_CERTIFICATE_TOO_SLOW, E_CERTIFICATE_UNSUPPORTED.
 */
export async function openP12(bytes: Buffer, password: string): Promise<LocalSigner> {
  try {
    const { keys, certificates } = await openPfx(tools, bytes, password)
    return signerAmong(keys, certificates.map(Buffer.from))
  } catch (error) {
    if (error instanceof P12Error) throw new TROUBLES[error.trouble]()
    throw error
  }
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

/** The first key that has its certificate. */
function signerAmong(keys: Uint8Array[], certificates: Buffer[]): LocalSigner {
  for (const der of keys) {
    const key = createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' })
    if (certificates.some((one) => isCertificateOf(one, key))) return signerWith(key, certificates)
  }
  throw new CertificateUnreadable()
}

function isCertificateOf(der: Buffer, key: KeyObject): boolean {
  return new X509Certificate(der).checkPrivateKey(key)
}

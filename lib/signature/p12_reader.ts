import { createHash, createPrivateKey, X509Certificate } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import forge from 'node-forge'
import { attempt } from '#lib/attempt'
import {
  CertificateTooSlow,
  CertificateUnreadable,
  CertificateUnsupported,
  WrongCertificatePassword,
} from './errors.js'
import { openPfx } from './p12/open_pfx.js'
import type { P12Tools } from './p12/tools.js'
import { P12Error, type P12Trouble } from './p12/trouble.js'
import { isCertificateOf, signerOn, type LocalSigner, type OpenedP12 } from './signer.js'

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
 * Opens a .p12/.pfx. Throws E_CERTIFICATE_UNREADABLE, E_CERTIFICATE_PASSWORD,
 * E_CERTIFICATE_TOO_SLOW, E_CERTIFICATE_UNSUPPORTED.
 */
export async function readP12(file: { bytes: Buffer; password: string }): Promise<OpenedP12> {
  try {
    const { keys, certificates } = await openPfx(tools, file.bytes, file.password)
    return keyAmong(keys, certificates.map(Buffer.from))
  } catch (error) {
    if (error instanceof P12Error) throw new TROUBLES[error.trouble]()
    throw error
  }
}

/** Opens a file of our own where we stand; a stranger's is opened by `openP12Apart`. */
export const openP12 = async (bytes: Buffer, password: string): Promise<LocalSigner> =>
  signerOn(await readP12({ bytes, password }))

/** The first key that has its certificate; one that cannot be read does not spoil the others. */
function keyAmong(keys: Uint8Array[], certificates: Buffer[]): OpenedP12 {
  const sound = certificates.filter((der) => attempt(() => new X509Certificate(der)) !== null)
  for (const key of keys.map((der) => Buffer.from(der))) {
    const opened = attempt(() => createPrivateKey({ key, format: 'der', type: 'pkcs8' }))
    if (opened && sound.some((one) => attempt(() => isCertificateOf(one, opened)))) {
      return { key, certificates: sound }
    }
  }
  throw new CertificateUnreadable()
}

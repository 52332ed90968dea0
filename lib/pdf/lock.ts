import { Witness } from './witness/witness.js'
import { saysEncrypted } from './xref_chain.js'

/**
 * Whether a document asks for a password or restricts what may be done with it: /Encrypt in one of
 * its trailers (ISO 32000-1 §7.5.5), wherever else these letters may stand. One that is null, or leads
 * to nothing, is as if it were not there (§7.3.7, §7.3.10), unless the tables are lost with it.
 */
export function isLocked(bytes: Buffer): boolean {
  try {
    const witness = new Witness(bytes)
    if (witness.isScanned) return witness.trailer('Encrypt') !== null
    return witness.trailers.some((one) => witness.resolve(one.get('Encrypt')) !== null)
  } catch {
    return saysEncrypted(bytes) // damaged: what is left of its trailers may still say it
  }
}

import { Witness } from './witness/witness.js'
import { saysEncrypted } from './xref_chain.js'

/**
 * Whether a document asks for a password or restricts what may be done with it: /Encrypt in one of
 * its trailers (ISO 32000-1 §7.5.5), wherever else these letters may stand.
 */
export function isLocked(bytes: Buffer): boolean {
  try {
    return new Witness(bytes).trailer('Encrypt') !== null
  } catch {
    return saysEncrypted(bytes) // damaged: what is left of its trailers may still say it
  }
}

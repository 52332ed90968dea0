import { createHash, createPublicKey, X509Certificate, type KeyObject } from 'node:crypto'
import { instantOf } from './times.js'

/** A key that signs seals, as it is announced: its public half and the time of its service. */
export interface SealKey {
  /** SHA-256 of the SubjectPublicKeyInfo, in hexadecimal: what a signature names it by. */
  id: string
  publicKey: KeyObject
  /** ISO 8601; null when the file does not say. */
  since: string | null
  until: string | null
}

/** A file of keys that is not what `sealKeysFrom` expects; its message says where, in French. */
export class SealKeysUnreadable extends Error {}

const BLOCK = /([^]*?)(-----BEGIN ([A-Z ]+)-----[^-]+-----END \3-----)/g

/**
 * The keys of a text: PEM blocks (public, or the private one of the platform), each after lines that
 * say its dates (RFC 7468 §2 lets words stand before a block): `Depuis : …`, `Jusque : …`. A certificate
 * says its own.
 */
export function parseSealKeys(text: string): SealKey[] {
  const keys = [...text.matchAll(BLOCK)].map(([, words, pem, kind]) => {
    const key = sealKeyOf(publicKeyIn(pem))
    if (kind === 'CERTIFICATE') return { ...key, ...validityOf(pem) }
    return { ...key, since: dateIn(words, 'Depuis'), until: dateIn(words, 'Jusque') }
  })
  if (keys.length === 0) throw new SealKeysUnreadable('Aucune clé dans ce fichier.')
  return keys
}

/** The text of public keys: what is published, and what a reader hands to the verifier. */
export function writeSealKeys(keys: SealKey[]): string {
  return keys.map((key) => blockOf(key, pemOf(key.publicKey))).join('\n')
}

/** One block of a key file, with its words. */
export function blockOf({ id, since, until }: Omit<SealKey, 'publicKey'>, pem: string): string {
  const dates = [since && `Depuis : ${since}`, until && `Jusque : ${until}`]
  return [`Empreinte : ${id}`, ...dates.filter(Boolean), pem].join('\n')
}

/** A key in PEM: PKCS#8 when private, SPKI when public. */
export const pemOf = (key: KeyObject): string =>
  key.type === 'private'
    ? (key.export({ type: 'pkcs8', format: 'pem' }) as string)
    : (key.export({ type: 'spki', format: 'pem' }) as string)

/** A public key under the name that seals give it: the SHA-256 of its SPKI, in hexadecimal. */
export function sealKeyOf(publicKey: KeyObject): SealKey {
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  const id = createHash('sha256').update(spki).digest('hex')
  return { id, publicKey, since: null, until: null }
}

function publicKeyIn(pem: string): KeyObject {
  try {
    const key = createPublicKey(pem)
    if (['ec', 'rsa'].includes(key.asymmetricKeyType ?? '')) return key
  } catch {
    // said below, with the other reason
  }
  throw new SealKeysUnreadable(
    'Ce fichier contient autre chose que des clés de scellement (EC ou RSA).'
  )
}

function validityOf(pem: string): Pick<SealKey, 'since' | 'until'> {
  const { validFromDate, validToDate } = new X509Certificate(pem)
  return { since: validFromDate.toISOString(), until: validToDate.toISOString() }
}

function dateIn(words: string, name: string): string | null {
  const found = new RegExp(`^${name} *: *(\\S+)\\s*$`, 'm').exec(words)
  if (!found) return null
  if (instantOf(found[1]) === null) {
    throw new SealKeysUnreadable(
      `« ${name} : ${found[1]} » n’est pas une date (AAAA-MM-JJTHH:MM:SS.mmmZ).`
    )
  }
  return found[1]
}

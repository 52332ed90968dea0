import { createHash, hkdfSync } from 'node:crypto'
import { pipeline, type Readable } from 'node:stream'
import { decrypting, encrypting, encryptedSize } from '#lib/cipher/cipher'
import type { Place } from './place.js'

/** What the base is written under in the place of a backup, and what says which key that is. */
export interface BaseKey {
  key: Buffer
  id: string
}

/** From the secret of the application, which the keys of the backup hold under their own lock. */
export function baseKeyOf(appKey: string): BaseKey {
  const key = Buffer.from(hkdfSync('sha256', appKey, '', 'halle.sauvegarde.base', 32))
  return { key, id: createHash('sha256').update(key).digest('hex').slice(0, 16) }
}

const FOLDER = 'bases/'

/**
 * The same place, where whatever is of the base is encrypted before it goes and opened as it comes:
 * whoever serves the place reads no row. Documents and keys have locks of their own. A file opens under
 * its own name only; one that was touched fails with E_DOCUMENT_DAMAGED.
 */
export function shutPlace(place: Place, { key }: BaseKey): Place {
  const ring = { current: 1, keys: new Map([[1, key]]) }
  const identityOf = (storageKey: string) => ({ tenantId: '', storageKey, sha256: '' })
  return {
    ...place,
    async put(name, source, size) {
      if (!name.startsWith(FOLDER)) return place.put(name, source, size)
      const shut = pipeline(source, encrypting(ring, identityOf(name)), () => undefined)
      await place.put(name, shut as unknown as Readable, encryptedSize(size))
    },
    async read(name) {
      const source = await place.read(name)
      if (!name.startsWith(FOLDER)) return source
      return pipeline(
        source,
        decrypting(ring, identityOf(name)),
        () => undefined
      ) as unknown as Readable
    },
  }
}

/** The place as a moment was written in it: older ones have their base in the clear. */
export const placeOf = (place: Place, base: { shut?: string }, appKey: string): Place => {
  if (!base.shut) return place
  const own = baseKeyOf(appKey)
  if (own.id === base.shut) return shutPlace(place, own)
  throw new Error('La base sauvegardée n’est pas sous la clé (APP_KEY) de ces réglages.')
}

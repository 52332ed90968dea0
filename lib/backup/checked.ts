import { createHash } from 'node:crypto'
import { pipeline as pouring, Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Place } from './place.js'

/** What a place gives back is not what it was given. */
export class NotReadBack extends Error {
  constructor(name: string) {
    super(`${name} ne se relit pas comme il a été écrit : rien de cette sauvegarde n’est gardé.`)
  }
}

/** The digest of what passes, in hexadecimal, once it has all passed. */
export function hashing() {
  const hash = createHash('sha256')
  let size = 0
  const through = new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk)
      size += chunk.length
      done(null, chunk)
    },
  })
  return { through, ended: () => ({ sha256: hash.digest('hex'), size }) }
}

/** Reads a file of the place to its end; returns its digest and its size in bytes. */
export async function digestOf(
  place: Place,
  name: string
): Promise<{ sha256: string; size: number }> {
  const { through, ended } = hashing()
  await pipeline(await place.read(name), through.resume())
  return ended()
}

/**
 * Writes a file in the place, then reads it back: throws NotReadBack, and leaves nothing, when it is
 * not what was given. Returns its digest.
 */
export async function putChecked(
  place: Place,
  name: string,
  source: Readable,
  size: number
): Promise<{ sha256: string; size: number }> {
  const { through, ended } = hashing()
  // Whoever writes hears of a source that breaks, however early it does
  pouring(source, through, () => undefined)
  await place.put(name, through, size)
  const written = ended()
  const back = await digestOf(place, name)
  if (written.size === size && back.sha256 === written.sha256) return written
  await place.remove(name)
  throw new NotReadBack(name)
}

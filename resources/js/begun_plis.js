import { BegunPli } from '../../lib/sealing.ts'
import { withStore } from './kept_files.js'

/** While pieces leave, what is kept is written once a second at most. */
const EVERY_MS = 1000

const keyOf = (base) => `pli:${base}`

/**
 * A sealing under way stays in this browser, with its keys, until it is deposited, given up, or its
 * person leaves the service. The server is told nothing of it.
 */
export function keeperOf(base, begun) {
  let last = 0
  let timer = null
  const write = () => {
    last = performance.now()
    timer = null
    return withStore('readwrite', (store) => store.put(begun.build(), keyOf(base)))
  }
  return {
    note() {
      timer ??= setTimeout(write, Math.max(0, last + EVERY_MS - performance.now()))
    },
    write,
    forget() {
      clearTimeout(timer)
      return forgetBegun(base)
    },
  }
}

export const forgetBegun = (base) => withStore('readwrite', (store) => store.delete(keyOf(base)))

/** What this browser kept of a sealing to that consultation, or null. */
export async function keptBegun(base) {
  const bytes = await withStore('readonly', (store) => store.get(keyOf(base)))
  try {
    return bytes ? BegunPli.parse(bytes) : null
  } catch {
    // Written by an older page: what it began is begun again
    return null
  }
}

/** What the server has of a pli that may go on: its pieces. Null once it is deposited, or not hers. */
export async function standing(base, begun) {
  const answer = await fetch(`${base}/plis/${begun.pli}`, {
    headers: { accept: 'application/json' },
  })
  if (!answer.ok) return null
  const { state, pieces, establishment } = await answer.json()
  if (state !== 'draft') return null
  begun.held = new Set(pieces)
  return { establishment, count: pieces.length }
}

/** Reads the file that another device gave. @throws SealingRefused, or when it is for another tender */
export async function broughtBegun(file, tender) {
  const begun = BegunPli.parse(new Uint8Array(await file.arrayBuffer()))
  if (begun.tender !== tender)
    throw new Error('Ce fichier de reprise est celui d’une autre consultation.')
  return begun
}

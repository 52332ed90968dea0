import {
  headOf,
  importKey,
  newKey,
  newSalt,
  sealPiece,
  sealedSize,
  spanOf,
} from '../../lib/uploads/sealed_pieces.ts'

const NO_KEY =
  'Ouvrez d’abord un des fichiers avec sa clé : ceux que vous envoyez partent chiffrés sous la même.'

/** The key that an address carries in its fragment, which no browser tells to a server. */
export const keyIn = (address) => /#cle=([\w-]+)/.exec(address)?.[1] ?? null

/** Where this browser remembers the key of an exchange until it is closed; it never leaves it. */
const placeOf = (exchange) => `halle-echange ${exchange}`

/** Remembers the key of an exchange. */
export function keepKey(exchange, key) {
  sessionStorage.setItem(placeOf(exchange), key)
  return key
}

/** The key of an exchange: of the address, or of this browser; null when neither has it. */
export function knownKey(exchange) {
  const said = keyIn(location.hash)
  if (said) keepKey(exchange, said)
  return sessionStorage.getItem(placeOf(exchange))
}

/** The same, drawn when there is none yet. */
export const ownKey = (exchange) => knownKey(exchange) ?? keepKey(exchange, newKey())

/** A file as it leaves sealed: the server sees neither its content nor its name. */
export async function sealing(file, form) {
  const known = knownKey(form.dataset.dropSealed)
  if (!known) throw new Error(NO_KEY)
  const key = await importKey(known)
  const [head, salt] = [headOf(file.name), newSalt()]
  const whole = new Blob([head, file])
  const { size, count } = sealedSize(file.size, head.length)
  return {
    size,
    name: 'Fichier chiffré',
    isSealed: true,
    async piece(rank) {
      const { start, end } = spanOf(rank)
      const plain = new Uint8Array(await whole.slice(start, end).arrayBuffer())
      return sealPiece(key, plain, { rank, count, salt })
    },
  }
}

import {
  headOf,
  importKey,
  newKey,
  newSalt,
  sealPiece,
  sealedSize,
  spanOf,
} from '../../lib/uploads/sealed_pieces.ts'

const IN_FRAGMENT = /#cle=([\w-]+)/

/** Where this browser remembers the key of an exchange until it is closed; it never leaves it. */
const placeOf = (exchange) => `halle-echange ${exchange}`

/** The key of an exchange: of the address, or of this browser; null when neither has it. */
export function knownKey(exchange) {
  const [, said] = IN_FRAGMENT.exec(location.hash) ?? []
  if (said) sessionStorage.setItem(placeOf(exchange), said)
  return sessionStorage.getItem(placeOf(exchange))
}

/** The same, drawn when there is none yet. */
export function ownKey(exchange) {
  const known = knownKey(exchange)
  if (known) return known
  const drawn = newKey()
  sessionStorage.setItem(placeOf(exchange), drawn)
  return drawn
}

/** A file as it leaves sealed: the server sees neither its content nor its name. */
export async function sealing(file, form) {
  const key = await importKey(ownKey(form.dataset.dropSealed))
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

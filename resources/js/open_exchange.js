import { importKey, openPiece, PIECE, splitHead } from '../../lib/uploads/sealed_pieces.ts'
import { knownKey, ownKey } from './exchange_sealing.js'
import { once } from './once.js'

const REFUSED = 'Cette clé n’ouvre pas ce fichier, ou le fichier a été altéré.'

/** Shows its key to who sends: she gives it herself. */
function showKey() {
  const part = document.querySelector('[data-exchange-key]')
  if (!part) return
  const isDraft = document.querySelector('form[data-drop-sealed]') !== null
  const key = isDraft ? ownKey(part.dataset.exchangeKey) : knownKey(part.dataset.exchangeKey)
  part.querySelector('[data-key-shown]').textContent =
    key ?? '(ce navigateur ne l’a plus : retrouvez-la où vous l’avez notée)'
}

/** The plain octets of a file that is received sealed, and its name. */
async function opened(href, size, key) {
  const count = Math.ceil(size / PIECE)
  const parts = []
  let name, salt
  for (let rank = 0; rank < count; rank++) {
    const range = `bytes=${rank * PIECE}-${Math.min((rank + 1) * PIECE, size) - 1}`
    const answer = await fetch(href, { headers: { range } })
    if (!answer.ok) throw new Error('Le fichier n’a pas pu être lu : rechargez la page.')
    const piece = new Uint8Array(await answer.arrayBuffer())
    const one = await openPiece(key, piece, { rank, count, salt })
    salt = one.salt
    if (rank > 0) parts.push(new Blob([one.plain]))
    else {
      const first = splitHead(one.plain)
      name = first.name
      parts.push(new Blob([first.rest]))
    }
  }
  return { name, blob: new Blob(parts) }
}

function save({ name, blob }) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
}

/** A sealed file is decrypted here: its key never leaves the browser. */
export const start = once(() => {
  showKey()
  document.addEventListener('click', async (event) => {
    const part = document.querySelector('[data-exchange-open]')
    const link = event.target.closest?.('[data-exchange-file]')
    if (!part || !link) return
    event.preventDefault()
    const words = part.querySelector('[data-open-words]')
    const typed = part.querySelector('[data-key-typed]').value.trim()
    words.textContent = 'Le fichier se déchiffre dans votre navigateur.'
    try {
      const key = await importKey(typed || (knownKey(part.dataset.exchangeOpen) ?? ''))
      save(await opened(link.href, Number(link.dataset.exchangeFile), key))
      words.textContent = 'Le fichier est déchiffré.'
    } catch (error) {
      words.textContent =
        error.name === 'Error' && !error.cause && error.message.includes(':')
          ? error.message
          : REFUSED
    }
  })
})

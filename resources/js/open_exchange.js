import {
  importKey,
  openPiece,
  PIECE,
  PieceRefused,
  splitHead,
} from '../../lib/uploads/sealed_pieces.ts'
import { keepKey, keyIn, knownKey, ownKey } from './exchange_sealing.js'
import { once } from './once.js'

const NO_KEY = 'Écrivez d’abord la clé que votre correspondant vous a donnée.'
const REFUSED = 'Cette clé n’ouvre pas ce fichier, ou le fichier a été altéré.'
const UNREAD = 'Le fichier n’a pas pu être lu : rechargez la page, puis essayez encore.'
const NOT_YET = '(elle se tire ici quand vous ajoutez des fichiers)'
const LOST = '(ce navigateur ne l’a plus : retrouvez-la où vous l’avez notée)'

/** Shows its key to who sends, and makes of each address one that carries it: she gives it herself. */
function showKey({ dataset: { exchange } }) {
  const shown = document.querySelector('[data-key-shown]')
  if (!shown) return
  // A second key would leave the files that are there unreadable
  const hasFiles = document.querySelector('[data-exchange-file]') !== null
  const isFirst = !hasFiles && document.querySelector('form[data-drop-sealed]')
  const key = isFirst ? ownKey(exchange) : knownKey(exchange)
  shown.textContent = key ?? (hasFiles ? LOST : NOT_YET)
  for (const link of key ? document.querySelectorAll('[data-door]') : [])
    link.href = `${link.dataset.door}#cle=${key}`
}

/** The plain octets of a file that is received sealed, and its name. */
async function opened(href, size, key) {
  const count = Math.ceil(size / PIECE)
  const parts = []
  let name, salt
  for (let rank = 0; rank < count; rank++) {
    const range = `bytes=${rank * PIECE}-${Math.min((rank + 1) * PIECE, size) - 1}`
    const answer = await fetch(href, { headers: { range } })
    if (!answer.ok) throw new Error(UNREAD)
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

/** Decrypts the file of a link and saves it; a key that opened one is remembered. Says how it went. */
async function open(part, link) {
  const { exchange } = part.dataset
  const typed = part.querySelector('[data-key-typed]').value.trim()
  const text = keyIn(typed) ?? (typed || knownKey(exchange))
  if (!text) return NO_KEY
  try {
    const key = await importKey(text)
    save(await opened(link.href, Number(link.dataset.exchangeFile), key))
    keepKey(exchange, text)
    showKey(part)
    return 'Le fichier est déchiffré.'
  } catch (error) {
    return error instanceof PieceRefused ? REFUSED : UNREAD
  }
}

/** A sealed file is decrypted here: its key never leaves the browser. */
export const start = once(() => {
  const part = document.querySelector('[data-exchange]')
  // From the address, while it says it: the page that follows has another
  knownKey(part.dataset.exchange)
  showKey(part)
  document.addEventListener('click', async (event) => {
    const link = event.target.closest?.('[data-exchange-file]')
    const words = part.querySelector('[data-open-words]')
    if (!link || !words) return
    event.preventDefault()
    words.textContent = 'Le fichier se déchiffre dans votre navigateur.'
    words.textContent = await open(part, link)
  })
})

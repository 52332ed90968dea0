import { once } from './once.js'
import { progressOf } from './upload_progress.js'
import { say } from './toast.js'

const AT_ONCE = 3
const PAUSES = [0, 1000, 2000, 5000, 10000, 20000, 30000, 60000, 60000]
const TYPE = { 'content-type': 'application/offset+octet-stream' }
const CUT =
  'La connexion est coupée. Ce qui est parti est gardé : pressez encore le bouton pour reprendre.'

/** What goes again: the line is cut, or the server is for a moment not there. */
const mayPass = (answer) => !answer || answer.status >= 500 || answer.status === 429

async function ask(url, options, onWait) {
  for (const pause of PAUSES) {
    if (pause) onWait()
    await new Promise((done) => setTimeout(done, pause))
    const answer = await fetch(url, options).catch(() => null)
    if (answer?.ok) return answer
    if (!mayPass(answer)) {
      throw Object.assign(new Error((await answer.json()).title), { status: answer.status })
    }
  }
  throw new Error(CUT)
}

const inBase64 = (text) => btoa(String.fromCodePoint(...new TextEncoder().encode(text)))

/** What was begun of a file in this page: a sealed one goes on under the salt of then. */
const begun = new WeakMap()

/** A file as it leaves: as it is, or sealed in the page. */
async function outgoing(file, form) {
  if (form.dataset.dropSealed === undefined) {
    const piece = async (rank, bytes) => file.slice(rank * bytes, (rank + 1) * bytes)
    return { size: file.size, name: file.name, piece }
  }
  const { sealing } = await import('./exchange_sealing.js')
  return sealing(file, form)
}

/** Where a file was begun before, in this browser; the server says what it has of it. */
const mark = (door, { name, size, lastModified }) => `${door} ${name} ${size} ${lastModified}`

async function begin(door, file, { size, name, isSealed }, onWait) {
  // What a page sealed before was under a salt that is gone with it: it begins again
  const known = begun.get(file)?.url ?? (!isSealed && localStorage.getItem(mark(door, file)))
  if (known) {
    const standing = await ask(known, {}, onWait).catch((error) => {
      if (error.status === 404) return null
      throw error
    })
    if (standing) return { url: known, ...(await standing.json()) }
  }
  const metadata = `filename ${inBase64(name)}`
  const headers = { 'upload-length': String(size), 'upload-metadata': metadata }
  const answer = await ask(door, { method: 'POST', headers }, onWait)
  const url = answer.headers.get('location')
  if (!isSealed) localStorage.setItem(mark(door, file), url)
  return { url, ...(await (await ask(url, {}, onWait)).json()) }
}

/** Sends one file, the pieces that are missing, several at once. */
async function sendFile(door, file, form, shown) {
  const out = begun.get(file)?.out ?? (await outgoing(file, form))
  const { url, pieceBytes, missing } = await begin(door, file, out, shown.wait)
  begun.set(file, { out, url })
  shown.spared(out.size - missing.length * pieceBytes)
  const lane = async () => {
    for (let rank = missing.shift(); rank !== undefined; rank = missing.shift()) {
      await shown.gate()
      const body = await out.piece(rank, pieceBytes)
      await ask(`${url}/${rank}`, { method: 'PUT', headers: TYPE, body }, shown.wait)
      shown.sent(body.size ?? body.length)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  shown.say('Fichier reçu, vérification en cours')
  await ask(`${url}/fin`, { method: 'POST' }, shown.wait)
}

function progressing(form, total) {
  const shown = progressOf(form)
  let bytes = 0
  let open = null
  let gate = Promise.resolve()
  shown.drive({
    pause: () => (gate = new Promise((resolve) => (open = resolve))),
    resume: () => open?.(),
    stop: () => location.reload(),
  })
  const add = (more) => shown.advance(Math.min((bytes += more), total), total)
  return {
    ...{ sent: add, spared: (more) => more > 0 && add(more), gate: () => gate, say: shown.say },
    wait: () => shown.say('La connexion est coupée : l’envoi reprendra de lui-même'),
    remove: shown.remove,
  }
}

async function deposit(form, field) {
  const files = [...field.files]
  const door = form.dataset.dropDoor
  const shown = progressing(
    form,
    files.reduce((sum, { size }) => sum + size, 0)
  )
  try {
    for (const file of files) await sendFile(door, file, form, shown)
    // Forgotten together: after a cut, those that had come must not come twice
    for (const file of files) localStorage.removeItem(mark(door, file))
    // They have come by the door of the box: the form goes without them, and says the end
    field.value = ''
    form.submit()
  } catch (error) {
    shown.remove()
    say(error.message)
  }
}

/** A form whose files are laid in a drop box before it leaves: any size, and a cut is taken up. */
export const start = once(() => {
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (form.dataset.dropDoor === undefined || event.defaultPrevented) return
    const field = form.querySelector('input[type="file"]')
    if (!field?.files.length) return
    event.preventDefault()
    if (!form.querySelector('[data-sending]')) deposit(form, field)
  })
})

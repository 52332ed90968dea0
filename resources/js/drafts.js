import { forgetAllFiles, forgetFiles, keepFiles, restoreFiles } from './kept_files.js'
import { say } from './toast.js'
import { once } from './once.js'
import { saidMoment } from './said_dates.js'
import { keyOf, write, readDraft, put } from './draft_values.js'

const WAIT = 400
const SENT = 'brouillon-envoye'

/** Says what came back, and lets one do without it. */
function note(form, ...words) {
  const line = document.createElement('p')
  line.className = 'draft-note'
  line.setAttribute('role', 'status')
  // One thing in the line, whatever it is made of
  const said = document.createElement('span')
  said.append(...words)
  line.append(said)
  const forget = document.createElement('button')
  forget.type = 'button'
  forget.className = 'button button-quiet button-small'
  forget.textContent = 'L’oublier'
  forget.addEventListener('click', () => {
    forgetLocal(form)
    form.reset()
    for (const field of form.querySelectorAll('input[type="file"]')) {
      field.dispatchEvent(new Event('change', { bubbles: true }))
    }
    line.remove()
  })
  line.append(forget)
  form.prepend(line)
}

/** The server has what was typed: the copy of this device is not needed any more. */
export function forgetLocal(form) {
  forgetKey(keyOf(form))
}

function forgetKey(key) {
  localStorage.removeItem(key)
  return forgetFiles(key)
}

/** A form that was sent is forgotten when the server says that it received that very sending. */
async function forgetReceived() {
  const { key, id } = JSON.parse(sessionStorage.getItem(SENT) ?? '{}')
  if (!id || document.body.dataset.received !== id) return
  sessionStorage.removeItem(SENT)
  await forgetKey(key)
}

async function restore(form) {
  const draft = readDraft(form)
  // Sent back with its faults, a form already says what was typed; its files, no page can give back.
  const refused = document.querySelector('[data-errors]') !== null
  if (draft && !refused && put(form, draft.values)) {
    if (draft.seen && form.elements.seen) form.elements.seen.value = draft.seen
    const at = saidMoment(draft.at)
    note(form, 'Votre saisie du ', at, ' a été retrouvée sur cet appareil.')
  }
  const files = await restoreFiles(form, keyOf(form))
  if (files.length > 0) {
    const names = files.map((name) => `« ${name} »`).join(', ')
    note(form, `${files.length === 1 ? 'Fichier retrouvé' : 'Fichiers retrouvés'} : ${names}.`)
  }
}

/** By this name the server says which sending it received. */
function nameSending(form) {
  const field = form.elements._sent ?? document.createElement('input')
  Object.assign(field, { type: 'hidden', name: '_sent', value: newName() })
  if (!field.isConnected) form.append(field)
}

// Not randomUUID: a town hall's own network may be reached without TLS.
const newName = () =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')

/** What is typed in a form with data-draft is kept in the browser until the server has it. */
export async function start() {
  const forms = [...document.querySelectorAll('form[data-draft]')]
  for (const form of forms) nameSending(form)
  listen()
  await forgetReceived()
  for (const form of forms) await restore(form)
}

const listen = once(() => {
  let timer
  document.addEventListener('input', (event) => {
    const form = event.target.form
    if (form?.dataset.draft === undefined || form.dataset.keptWhenSent !== undefined) return
    clearTimeout(timer)
    timer = setTimeout(() => write(form), WAIT)
  })
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (form.dataset.draft !== undefined) {
      clearTimeout(timer)
      write(form)
      keepFiles(form, keyOf(form))
      const sent = { key: keyOf(form), id: form.elements._sent?.value }
      sessionStorage.setItem(SENT, JSON.stringify(sent))
    }
    // Leaving on purpose, often from a shared computer: nothing stays behind.
    if (form.dataset.logout !== undefined) {
      forgetAllFiles()
      for (const key of Object.keys(localStorage)) {
        if (/^(brouillon:|tus::)/.test(key)) localStorage.removeItem(key)
      }
    }
  })
  addEventListener('offline', () =>
    say('La connexion est coupée. Votre saisie reste sur cet appareil.')
  )
})

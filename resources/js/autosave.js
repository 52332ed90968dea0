import { forgetLocal } from './drafts.js'
import { once } from './once.js'
import { saidHour } from './said_dates.js'

const WAIT = 1500

/** Forms in which something was typed that the server does not have yet. */
const pending = new Map()

function bodyOf(form) {
  const body = new URLSearchParams(new FormData(form))
  body.set('brouillon', 'garder')
  return body
}

function note(form, ...words) {
  const line = form.querySelector('[data-autosave-note]')
  line?.replaceChildren(...words)
}

/** Gives the server what was typed; until it has it, the browser's own copy stays. */
async function send(form, { leaving = false } = {}) {
  clearTimeout(pending.get(form))
  pending.delete(form)
  const answer = await fetch(form.action, {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: bodyOf(form),
    keepalive: leaving,
  }).catch(() => null)
  if (leaving || form.dataset.sent !== undefined) return
  // Only 204 says that it is kept: a sign-in page answers 200 too.
  if (answer?.status !== 204) {
    return note(form, 'Votre saisie reste sur cet appareil en attendant le serveur.')
  }
  if (!pending.has(form)) forgetLocal(form)
  note(form, 'Brouillon gardé à ', saidHour(Date.now()), '.')
}

/** What is typed in a form with data-autosave is kept on the server as it comes, and on leaving. */
export function start() {
  listen()
}

const listen = once(() => {
  document.addEventListener('input', (event) => {
    const form = event.target.form
    if (form?.dataset.autosave === undefined) return
    clearTimeout(pending.get(form))
    pending.set(
      form,
      setTimeout(() => send(form), WAIT)
    )
  })
  document.addEventListener('submit', (event) => {
    event.target.dataset.sent = ''
    clearTimeout(pending.get(event.target))
    pending.delete(event.target)
  })
  addEventListener('pagehide', () => {
    for (const form of [...pending.keys()]) send(form, { leaving: true })
  })
})

import { say } from './toast.js'
import { once } from './wake.js'

const WAIT = 400
const MONTH = 30 * 24 * 3600 * 1000

/** One person's draft of one form at one address: a shared computer mixes nobody's words. */
function keyOf(form) {
  const person = document.body.dataset.person ?? 'public'
  return `brouillon:${person}:${location.pathname}:${form.dataset.draft}`
}

function fieldsOf(form) {
  return [...form.elements].filter(
    (field) => field.name && !/^(hidden|password|file|submit|button)$/.test(field.type)
  )
}

function write(form) {
  const values = fieldsOf(form).map((field) => [
    field.name,
    field.value,
    /^(checkbox|radio)$/.test(field.type) ? field.checked : null,
  ])
  localStorage.setItem(keyOf(form), JSON.stringify({ at: Date.now(), values }))
}

function readDraft(form) {
  const draft = JSON.parse(localStorage.getItem(keyOf(form)) ?? 'null')
  return draft && Date.now() - draft.at < MONTH ? draft : null
}

function put(form, values) {
  let changed = false
  for (const [name, value, checked] of values) {
    const same = fieldsOf(form).filter((field) => field.name === name)
    const field = checked === null ? same[0] : same.find((one) => one.value === value)
    if (!field) continue
    if (checked === null && field.value !== value) changed = Boolean((field.value = value) || 1)
    if (checked !== null && field.checked !== checked) changed = ((field.checked = checked), true)
  }
  return changed
}

function note(form, draft) {
  const line = document.createElement('p')
  line.className = 'draft-note'
  const when = new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeStyle: 'short' })
  line.append(`Votre saisie du ${when.format(draft.at)} a été retrouvée sur cet appareil.`)
  const forget = document.createElement('button')
  forget.type = 'button'
  forget.className = 'button button-quiet button-small'
  forget.textContent = 'L’oublier'
  forget.addEventListener('click', () => {
    forgetLocal(form)
    form.reset()
    line.remove()
  })
  line.append(forget)
  form.prepend(line)
}

/** The server has what was typed: the copy of this device is not needed any more. */
export function forgetLocal(form) {
  localStorage.removeItem(keyOf(form))
}

/** A form that was sent is forgotten once another page answers; not by a sign-in or error page. */
function forgetSent() {
  const sent = sessionStorage.getItem('brouillon-envoye')
  if (!sent || document.body.dataset.keepDrafts !== undefined) return
  // Refused elsewhere than where it was typed, it has become a draft of the server.
  const cameBack = [...document.querySelectorAll('form[data-draft]')].some(
    (one) => keyOf(one) === sent
  )
  if (!cameBack || !document.querySelector('[data-errors]')) localStorage.removeItem(sent)
  sessionStorage.removeItem('brouillon-envoye')
}

function restore(form) {
  const draft = readDraft(form)
  if (!draft || document.querySelector('[data-errors]')) return
  if (put(form, draft.values)) note(form, draft)
}

/** What is typed in a form with data-draft is kept in the browser until it is sent. */
export function start() {
  forgetSent()
  for (const form of document.querySelectorAll('form[data-draft]')) restore(form)
  listen()
}

const listen = once(() => {
  let timer
  document.addEventListener('input', (event) => {
    const form = event.target.form
    if (form?.dataset.draft === undefined) return
    clearTimeout(timer)
    timer = setTimeout(() => write(form), WAIT)
  })
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (form.dataset.draft !== undefined) {
      write(form)
      sessionStorage.setItem('brouillon-envoye', keyOf(form))
    }
    // Leaving on purpose, often from a shared computer: nothing stays behind.
    if (form.dataset.logout !== undefined) {
      for (const key of Object.keys(localStorage)) {
        if (/^(brouillon:|tus::)/.test(key)) localStorage.removeItem(key)
      }
    }
  })
  addEventListener('offline', () =>
    say('La connexion est coupée. Votre saisie reste sur cet appareil.')
  )
})

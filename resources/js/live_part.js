import { Idiomorph } from 'idiomorph'
import { isBegun, isOfBegun, begunForms } from './begun_forms.js'

/** A document that is being read stays open, at its page. */
const isSameDocument = (old, fresh) =>
  old.matches?.('[data-reader]') && old.dataset.reader === fresh.dataset?.reader

/** A line that is chosen stays so; the box of another line never takes its place. */
const isSameBox = (old, fresh) =>
  old.matches?.('.list-pick input') &&
  (old.dataset.pickAll !== undefined || old.value === fresh.value)

/** What a person has opened, written or is holding stays as she left it. */
const callbacks = {
  beforeNodeMorphed: (old, fresh) =>
    !isSameDocument(old, fresh) &&
    !isSameBox(old, fresh) &&
    !(old instanceof HTMLFormElement && isBegun(old)) &&
    !isOfBegun(old) &&
    !old.matches?.('dialog[open]'),
  beforeAttributeUpdated: (name, node) =>
    !(name === 'open' && node.matches('details')) && name !== 'data-ready',
  beforeNodeRemoved: (node) => !node.matches?.('dialog[open]'),
}

async function fetchPage(address) {
  const answer = await fetch(address, {
    headers: { 'X-Requested-With': 'live' },
    credentials: 'same-origin',
  })
  if (!answer.ok || answer.redirected) return null
  return new DOMParser().parseFromString(await answer.text(), 'text/html')
}

/** A form that is being filled and that the new state no longer has: nothing is taken away from under the hand. */
function hold(part, address) {
  if (part.previousElementSibling?.dataset.held !== undefined) return
  const [line, body, words] = ['div', 'div', 'p'].map((tag) => document.createElement(tag))
  line.className = 'callout callout-waiting'
  line.dataset.held = ''
  body.className = 'callout-body'
  words.textContent =
    'L’état a changé pendant que vous écriviez : cette saisie ne peut plus être envoyée. Copiez-la si elle vous sert, puis '
  words.append(
    Object.assign(document.createElement('a'), {
      href: address,
      textContent: 'mettez la page à jour',
    }),
    '.'
  )
  body.append(words)
  line.append(body)
  part.before(line)
  announce(words.textContent)
}

const actionOf = (form) => form.getAttribute('action')

/** What a part says, without the hours, which pass by themselves, nor the words of a document that is read. */
function textOf(part) {
  const copy = part.cloneNode(true)
  for (const time of copy.querySelectorAll('time, .reader-body')) time.remove()
  return copy.textContent.replace(/\s+/g, ' ').trim()
}

/** Puts the new part in the place of the old one; true when it says something else. */
function replace(part, fresh, address) {
  if (textOf(part) === textOf(fresh)) return false
  const offered = new Set([...fresh.querySelectorAll('form')].map(actionOf))
  if (!begunForms(part).every((form) => offered.has(actionOf(form)))) hold(part, address)
  else {
    Idiomorph.morph(part, document.importNode(fresh, true), {
      morphStyle: 'outerHTML',
      restoreFocus: true,
      ignoreActiveValue: true,
      callbacks,
    })
  }
  return true
}

/** What a part has to say when it has changed: its own sentence, or the next step of a thing. */
const wordsOf = (part) =>
  (part.dataset.says ?? part.querySelector('#suite')?.textContent ?? '').trim()

function announce(words) {
  let region = document.getElementById('annonce')
  if (!region) {
    region = Object.assign(document.createElement('p'), { id: 'annonce', className: 'hidden-text' })
    region.setAttribute('role', 'status')
    document.body.append(region)
  }
  region.textContent = words
}

/** The state of a thing is said in the head of the page too. */
const withItsHead = (part) =>
  [part, ...(part.dataset.with ?? '').split(' ').map((id) => document.getElementById(id))].filter(
    Boolean
  )

/** Asks for the parts again, those of one address together; true when something was new. */
export async function refresh(parts) {
  const addressOf = (part) => part.dataset.refresh || location.href
  const said = parts.map(wordsOf)
  let moved = false
  for (const address of new Set(parts.map(addressOf))) {
    const page = await fetchPage(address)
    const some = parts.filter((one) => page && addressOf(one) === address).flatMap(withItsHead)
    for (const part of some) {
      const fresh = page.getElementById(part.id)
      if (fresh && replace(part, fresh, address)) moved = true
    }
  }
  const words = parts.map((part) => wordsOf(document.getElementById(part.id)))
  const news = words.filter((one, index) => one && one !== said[index])
  if (news.length > 0) announce(`Mis à jour : ${news.join('. ')}`)
  return moved
}

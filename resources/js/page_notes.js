import { once } from './once.js'
import { layOver, pageNumbered, showWhenDrawn } from './page_areas.js'
import { showingWhere } from './note_place.js'

const MARGIN = 12

const numbersIn = (said) => said.split(' ').map(Number)

/** A note of the list, over its page: one goes from it to what was said. */
function markFor(note) {
  const [page, left, top, width, height] = numbersIn(note.dataset.note)
  const place = pageNumbered(page)
  if (!place) return
  const mark = document.createElement('a')
  const number = document.createElement('span')
  number.textContent = note.dataset.noteNumber
  mark.className = height ? 'laid-note laid-note-area' : 'laid-note'
  mark.href = `#${note.id}`
  mark.setAttribute('aria-label', `Note ${note.dataset.noteNumber}`)
  mark.append(number)
  layOver(mark, { left, top, width, height })
  place.append(mark)
}

/** The page that was asked for before the viewer had laid it. */
let wanted = null

function show() {
  for (const mark of document.querySelectorAll('.laid-note')) mark.remove()
  for (const note of document.querySelectorAll('[data-note]')) markFor(note)
  if (wanted !== null && pageNumbered(wanted)) go()
}

function go() {
  const place = pageNumbered(wanted)
  const pages = place.closest('.viewer-pages')
  wanted = null
  pages.scrollTop = place.offsetTop - MARGIN
  pages.focus({ preventScroll: true })
}

/** Goes to the page of a note in the viewer, which opens once it comes into sight. */
function goTo(event) {
  const link = event.target.closest?.('[data-note-show]')
  const reader = document.querySelector('[data-reader]')
  if (!link || !reader) return
  event.preventDefault()
  wanted = numbersIn(link.dataset.noteShow)[0]
  reader.scrollIntoView({ block: 'center' })
  if (pageNumbered(wanted)) go()
}

/** The notes of a document over its pages, and the place of the one that is being written. */
export const start = once(() => {
  showWhenDrawn('laid-note', show)
  document.addEventListener('click', goTo)
  const field = document.querySelector('input[data-note-place]')
  if (field) showingWhere(field)
})

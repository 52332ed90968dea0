import { once } from './once.js'
import { between, layOver, lineOf, pageNumbered, showWhenDrawn } from './page_areas.js'

/** In hundredths of the page: less is a click that slipped. */
const SMALLEST = 0.5

function areasIn(text) {
  return text.split('\n').flatMap((line) => {
    const parts = line.split(';').map((part) => Number(part.trim().replace(',', '.')))
    if (parts.length !== 5 || parts.some((part) => !(part >= 0))) return []
    const [page, left, top, width, height] = parts
    return [{ page, left, top, width, height }]
  })
}

function markFor(area) {
  const mark = document.createElement('div')
  mark.className = 'drawn-area'
  mark.setAttribute('aria-hidden', 'true')
  layOver(mark, area)
  return mark
}

/**
 * Rectangles drawn over the pages of the viewer, written in a field as anybody may type them: the
 * field is what is sent, and what the pages show.
 */
export const start = once(() => {
  const field = document.querySelector('textarea[data-drawn-areas]')
  if (!field) return
  let from = null

  const show = () => {
    for (const mark of document.querySelectorAll('.drawn-area')) mark.remove()
    for (const area of areasIn(field.value)) pageNumbered(area.page)?.append(markFor(area))
  }

  document.addEventListener('pointerdown', (event) => {
    const place = event.target.closest?.('.viewer-page')
    if (!place || event.button !== 0 || event.pointerType === 'touch') return
    event.preventDefault()
    from = { place, x: event.clientX, y: event.clientY }
  })
  document.addEventListener('pointerup', (event) => {
    if (!from) return
    const area = between(from.place, from, { x: event.clientX, y: event.clientY })
    from = null
    if (Math.min(area.width, area.height) < SMALLEST) return
    field.value = [field.value.trim(), lineOf(area)].filter(Boolean).join('\n')
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
  field.addEventListener('input', show)
  showWhenDrawn('drawn-area', show)
})

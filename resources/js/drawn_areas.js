import { once } from './once.js'

/** In hundredths of the page: less is a click that slipped. */
const SMALLEST = 0.5

const hundredths = (value) => Math.round(Math.max(0, Math.min(1, value)) * 10_000) / 100

/** A rectangle between two points of a page, in hundredths of it. */
function between(place, one, other) {
  const { left, top, width, height } = place.getBoundingClientRect()
  const xs = [one, other].map(({ x }) => hundredths((x - left) / width))
  const ys = [one, other].map(({ y }) => hundredths((y - top) / height))
  return {
    page: Number(place.dataset.page),
    left: Math.min(...xs),
    top: Math.min(...ys),
    width: Math.abs(xs[0] - xs[1]),
    height: Math.abs(ys[0] - ys[1]),
  }
}

const round = (value) => Number(value.toFixed(2))
const lineOf = ({ page, left, top, width, height }) =>
  [page, ...[left, top, width, height].map(round)].join(' ; ')

function areasIn(text) {
  return text.split('\n').flatMap((line) => {
    const parts = line.split(';').map((part) => Number(part.trim().replace(',', '.')))
    if (parts.length !== 5 || parts.some((part) => !(part >= 0))) return []
    const [page, left, top, width, height] = parts
    return [{ page, left, top, width, height }]
  })
}

function markFor({ left, top, width, height }) {
  const mark = document.createElement('div')
  mark.className = 'drawn-area'
  mark.setAttribute('aria-hidden', 'true')
  mark.style.left = `${left}%`
  mark.style.top = `${top}%`
  mark.style.width = `${width}%`
  mark.style.height = `${height}%`
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
    for (const area of areasIn(field.value)) {
      document.querySelector(`.viewer-page[data-page="${area.page}"]`)?.append(markFor(area))
    }
  }
  const isMine = (nodes) => [...nodes].every((node) => node.classList?.contains('drawn-area'))

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
  // The viewer draws its pages as they come before the eyes, and again when they grow
  new MutationObserver((changes) => {
    const isOther = changes.some(
      ({ addedNodes, removedNodes }) => !isMine(addedNodes) || !isMine(removedNodes)
    )
    if (isOther) show()
  }).observe(document.body, { subtree: true, childList: true })
  show()
})

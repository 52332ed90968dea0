import { between, lineOf } from './page_areas.js'

/** In hundredths of the page: less is a point. */
const SMALLEST = 0.5

const pointIn = ({ page, left, top }) => ({ page, left, top, width: 0, height: 0 })

/**
 * The place of a note, shown over the page: one presses the button, then the page, once or along a
 * rectangle. It is written in `field` as anybody may type it; Escape gives up.
 */
export function showingWhere(field) {
  const line = field.form.querySelector('[data-note-drawing]')
  const button = line.querySelector('button')
  let from = null
  line.hidden = false

  function shows(isOn) {
    from = null
    button.setAttribute('aria-pressed', String(isOn))
    const reader = document.querySelector('[data-reader]')
    reader.classList.toggle('is-shown-where', isOn)
    if (isOn) reader.scrollIntoView({ block: 'center' })
  }
  const isOn = () => button.getAttribute('aria-pressed') === 'true'

  button.addEventListener('click', () => shows(!isOn()))
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !isOn()) return
    shows(false)
    button.focus()
  })
  document.addEventListener('pointerdown', (event) => {
    const place = isOn() && event.button === 0 && event.target.closest?.('.viewer-page')
    if (!place) return
    event.preventDefault()
    from = { place, x: event.clientX, y: event.clientY }
  })
  document.addEventListener('pointercancel', () => (from = null))
  document.addEventListener('pointerup', (event) => {
    if (!from) return
    const area = between(from.place, from, { x: event.clientX, y: event.clientY })
    const isPoint = Math.min(area.width, area.height) < SMALLEST
    field.value = lineOf(isPoint ? pointIn(area) : area)
    field.dispatchEvent(new Event('input', { bubbles: true }))
    shows(false)
    field.form.scrollIntoView({ block: 'center' })
    field.form.querySelector('textarea').focus()
  })
}

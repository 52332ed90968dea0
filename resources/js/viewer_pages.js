import { TextLayer } from 'pdfjs-dist/build/pdf.min.mjs'

/** Beyond so many pixels a page is drawn coarser: phones give a canvas no more memory. */
const MOST_PIXELS = 16_000_000
const MARGIN = 24

/** Of two documents side by side, each page says whose it is. */
const ofName = (name) =>
  document.querySelectorAll('[data-reader]').length > 1 ? `, ${name}` : ''

function placeOf(number, count, name) {
  const place = document.createElement('section')
  place.className = 'viewer-page'
  place.dataset.page = number
  place.setAttribute('aria-label', `Page ${number} sur ${count}${ofName(name)}`)
  return place
}

function canvasFor({ width, height }) {
  const canvas = document.createElement('canvas')
  const ratio = Math.min(devicePixelRatio || 1, Math.sqrt(MOST_PIXELS / (width * height)))
  canvas.width = Math.floor(width * ratio)
  canvas.height = Math.floor(height * ratio)
  canvas.setAttribute('aria-hidden', 'true')
  return { canvas, transform: ratio === 1 ? undefined : [ratio, 0, 0, ratio, 0, 0] }
}

/** Drawn off the page, then put in place at once: a page never flickers. */
async function drawPage(place, page, scale) {
  const viewport = page.getViewport({ scale })
  resize(place, viewport)
  place.style.setProperty('--total-scale-factor', scale)
  const { canvas, transform } = canvasFor(viewport)
  const text = document.createElement('div')
  text.className = 'textLayer'
  await page.render({ canvas, viewport, transform }).promise
  const textContentSource = page.streamTextContent({ includeMarkedContent: true })
  await new TextLayer({ textContentSource, container: text, viewport }).render()
  place.replaceChildren(canvas, text)
}

function resize(place, { width, height }) {
  place.style.width = `${Math.floor(width)}px`
  place.style.height = `${Math.floor(height)}px`
}

const isOnScreen = (part) => {
  const { top, bottom } = part.getBoundingClientRect()
  return !document.hidden && bottom > 0 && top < innerHeight
}

/** The pages of a document one under the other; those that are looked at are drawn, and no other. */
export async function layPages(part, pdf, { name, onMove, onDrawn, onRead }) {
  const first = await pdf.getPage(1)
  const natural = first.getViewport({ scale: 1 })
  const places = Array.from({ length: pdf.numPages }, (_, index) =>
    placeOf(index + 1, pdf.numPages, name)
  )
  part.append(...places)
  let scale = 1
  let turn = 0

  const watcher = new IntersectionObserver(
    (seen) => {
      for (const { target, isIntersecting } of seen) {
        if (isIntersecting) show(target, turn)
        else if (target.firstChild) target.replaceChildren()
      }
    },
    { root: part, rootMargin: '100% 0px' }
  )

  async function show(place, mine) {
    const page = await pdf.getPage(Number(place.dataset.page))
    if (mine !== turn) return
    await drawPage(place, page, scale)
    onDrawn(place)
    see()
  }

  /** A page is seen once it was drawn and under the eyes; a document is read once all are. */
  const seen = new Set()
  function see() {
    const number = current()
    if (seen.size === places.length || !isOnScreen(part)) return
    if (places[number - 1].firstChild) seen.add(number)
    if (seen.size === places.length) onRead()
  }

  const current = () => {
    const middle = part.scrollTop + part.clientHeight / 2
    const found = places.findLastIndex((place) => place.offsetTop <= middle)
    return Math.max(0, found) + 1
  }
  const moved = () => {
    onMove()
    see()
  }
  part.addEventListener('scroll', moved, { passive: true })

  return {
    count: pdf.numPages,
    current,
    go(number) {
      const reached = Math.max(1, Math.min(pdf.numPages, number))
      part.scrollTop = places[reached - 1].offsetTop - MARGIN / 2
      return reached
    },
    /** At 1 the page is as wide as there is room; what one was reading stays in sight. */
    async draw(zoom) {
      // Before they have a size, all pages are at the same place.
      const here = turn === 0 ? 1 : current()
      const room = Math.min(part.clientWidth - MARGIN, 900)
      scale = (room / natural.width) * zoom
      turn++
      watcher.disconnect()
      for (const place of places) {
        place.replaceChildren()
        resize(place, first.getViewport({ scale }))
      }
      this.go(here)
      for (const place of places) watcher.observe(place)
    },
    close: () => watcher.disconnect(),
  }
}

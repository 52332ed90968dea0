import { getDocument, GlobalWorkerOptions } from 'pdfjs-dist/build/pdf.min.mjs'
import workerAddress from 'pdfjs-dist/build/pdf.worker.min.mjs?url'
import { layPages } from './viewer_pages.js'
import { toolbar } from './viewer_bar.js'
import { searchIn } from './viewer_search.js'

const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3]
const resources = `${import.meta.env.BASE_URL}pdfjs/`

GlobalWorkerOptions.workerSrc = workerAddress

/** What pdf.js fetches when a document needs it, from our own server; no WebAssembly: the policy refuses it. */
const asked = (url) => ({
  url,
  // The server does not take for a reading what the page opens by itself
  httpHeaders: { 'x-page': 'viewer' },
  cMapUrl: `${resources}cmaps/`,
  standardFontDataUrl: `${resources}standard_fonts/`,
  wasmUrl: `${resources}wasm/`,
  useWasm: false,
  enableXfa: false,
})

function region(name) {
  const part = document.createElement('div')
  part.className = 'viewer-pages'
  part.tabIndex = 0
  part.setAttribute('role', 'region')
  part.setAttribute('aria-label', `Pages de ${name}`)
  return part
}

/** Pages, first and last, and the zoom, from the keyboard; the arrows scroll as everywhere. */
function keys(pages, zoomBy) {
  const doings = {
    'PageDown': () => pages.go(pages.current() + 1),
    'PageUp': () => pages.go(pages.current() - 1),
    'Home': () => pages.go(1),
    'End': () => pages.go(pages.count),
    '+': () => zoomBy(1),
    '-': () => zoomBy(-1),
  }
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !doings[event.key]) return
    event.preventDefault()
    doings[event.key]()
  }
}

/** A scrollbar that comes is no change; a telephone that turns, or a window that narrows, is one. */
const SCROLLBAR = 24

function whenResized(part, act) {
  let width = part.clientWidth
  const watcher = new ResizeObserver(() => {
    if (Math.abs(part.clientWidth - width) <= SCROLLBAR) return
    width = part.clientWidth
    act()
  })
  watcher.observe(part)
  return watcher
}

/**
 * Draws a PDF in `body`, with its text for whoever listens to it. Rejects when pdf.js cannot read
 * it: the browser's own viewer then has its chance. Returns what forgets it. `onRead` is told once
 * every page was before the eyes.
 */
export async function view(body, { href, name, focus, onRead }) {
  const loading = getDocument(asked(href))
  const pdf = await loading.promise
  const part = region(name)
  let zoom = ZOOMS.indexOf(1)
  const search = searchIn(pdf, part)
  const pages = await layPages(part, pdf, {
    name,
    onMove: () => bar.show(),
    onDrawn: search.mark,
    onRead,
  })
  const zoomBy = async (step) => {
    zoom = Math.max(0, Math.min(ZOOMS.length - 1, zoom + step))
    await pages.draw(ZOOMS[zoom])
    bar.show()
  }
  const bar = toolbar({ pages, zoomBy, zoom: () => ZOOMS[zoom], search, href, body })
  body.replaceChildren(bar.element, part)
  part.addEventListener('keydown', keys(pages, zoomBy))
  await pages.draw(ZOOMS[zoom])
  bar.show()
  if (focus) part.focus()
  const resized = whenResized(part, () => zoomBy(0))
  return () => {
    resized.disconnect()
    pages.close()
    return loading.destroy()
  }
}

import type { PDF, PdfDict } from '@libpdf/core'
import { SignedPage } from './signed_page.js'
import { displayedSize, placeOnPage, type Place, type Size } from './placement.js'

/** Along which edge of the page a mark stands, and how far from it, in points. */
interface Manner {
  edge: 'top' | 'bottom'
  margin: number
}

/**
 * The preferred place when it hides nothing of the page, fields and earlier stamps included; else
 * the nearest that hides nothing. The preferred one again when there is none, or when the page
 * cannot be read to its end.
 */
export function freePlace(pdf: PDF, page: PdfDict, preferred: Place, manner: Manner): Place {
  const shown = new SignedPage(pdf, page, '')
  const isFree = (place: Place) => !shown.isCovered(placeOnPage(pdf, page, place).rect)
  const others = placesFrom(preferred, displayedSize(pdf, page), manner)
  return [preferred, ...others].find(isFree) ?? preferred
}

const STEP = 12
/** Across a page of any size: a plan of twenty metres is not to be searched by the centimetre. */
const MOST_STEPS = 100

/**
 * Where a mark of that size may stand, by order of preference: along its edge, from the right; along
 * the other one, from the left; then wherever there is room, starting from its edge.
 */
function placesFrom({ width, height }: Place, page: Size, { edge, margin }: Manner): Place[] {
  const [right, top] = [page.width - margin - width, page.height - margin - height]
  const columns = steps(margin, right).map((way) => right - way)
  const rows = steps(margin, top).map((way) => (edge === 'top' ? top - way : margin + way))
  const along = (y: number, list = columns) => list.map((x) => ({ x, y, width, height }))
  const far = edge === 'top' ? margin : top
  const [first, ...others] = rows
  return [...along(first), ...along(far, columns.toReversed()), ...others.flatMap((y) => along(y))]
}

/** How far to go, from nothing to what is between the bounds. */
function steps(from: number, to: number): number[] {
  const step = Math.max(STEP, (to - from) / MOST_STEPS)
  const count = Math.max(0, Math.floor((to - from) / step))
  return Array.from({ length: count + 1 }, (_, rank) => rank * step)
}

import { type PDF, PdfDict } from '@libpdf/core'
import { arrayAt, resolved } from '#lib/pdf/document'
import { boxOf, rotationOf, unitOf, visibleBox, type Box } from '#lib/pdf/page'
import { drawnPages, type Drawn } from './drawn.js'

const DPI = 24
const BEYOND = 3
const SLIGHT = 40
/** A reader that draws one page in two ways, each time by chance, shows both in so many times. */
const MOST_DRAWINGS = 8

/** What a page shows otherwise than before, in words, and how many pixels are not sure of themselves. */
export interface Pixels {
  different: string | null
  unsteady: number
}

/**
 * Compares a page of two files, the marks of the second one left out. What differs is drawn again:
 * poppler may draw the same bytes in two ways (a font that is missing, found by chance), which says
 * nothing of our copy. Only a pixel that no two drawings share counts, and the others are told.
 */
export function differentPixels(before: string, after: string, pdf: PDF, page: number): Pixels {
  const [was, is] = [before, after].map((path) => drawnPages(path, page, DPI))
  if (!was || !is) return { different: was ? 'no longer drawn' : null, unsteady: 0 }
  if (was.width !== is.width || was.height !== is.height)
    return { different: 'of another size', unsteady: 0 }
  const marks = marksOn(pdf, page, was)
  const doubtful = new Set(apart(was, is).filter((at) => !isMarked(at, was.width, marks)))
  const first = doubtful.size
  const seen: [Drawn[], Drawn[]] = [[was], [is]]
  for (let times = 1; doubtful.size > 0 && times < MOST_DRAWINGS; times++) {
    for (const [side, path] of [before, after].entries()) {
      const again = drawnPages(path, page, DPI)
      if (again) seen[side].push(again)
    }
    for (const at of doubtful)
      if (seen[0].some((one) => seen[1].some((other) => isClose(one, other, at))))
        doubtful.delete(at)
  }
  const count = doubtful.size
  return {
    different: count > 0 ? `${count} pixels outside of the marks` : null,
    unsteady: first - count,
  }
}

const isClose = (one: Drawn, other: Drawn, at: number) =>
  Math.abs(one.grey[at] - other.grey[at]) < SLIGHT

function apart(was: Drawn, is: Drawn): number[] {
  const found: number[] = []
  for (let at = 0; at < was.grey.length; at++) if (!isClose(was, is, at)) found.push(at)
  return found
}

function isMarked(at: number, width: number, marks: Box[]): boolean {
  const [x, y] = [at % width, Math.floor(at / width)]
  return marks.some(
    ([left, top, right, bottom]) =>
      x >= left - BEYOND && x <= right + BEYOND && y >= top - BEYOND && y <= bottom + BEYOND
  )
}

/** Where our marks are on the drawn page: left, top, right, bottom in pixels. */
function marksOn(pdf: PDF, number: number, drawn: Drawn): Box[] {
  const page = pdf.context.resolve(pdf.context.pages.getPage(number - 1)!) as PdfDict
  const [left, bottom, right, top] = visibleBox(pdf, page)
  const rotation = rotationOf(pdf, page)
  // Some readers heed /UserUnit and some do not: the picture says which
  const width = rotation % 180 === 0 ? right - left : top - bottom
  const [scale] = [DPI / 72, (DPI / 72) * unitOf(pdf, page)].toSorted(
    (one, other) => Math.abs(drawn.width - width * one) - Math.abs(drawn.width - width * other)
  )
  const items = arrayAt(pdf, page, 'Annots')?.toArray().slice(-2) ?? []
  return items.flatMap((item) => {
    const mark = resolved(pdf, item)
    const box = mark instanceof PdfDict ? boxOf(pdf, resolved(pdf, mark.get('Rect'))) : null
    if (!box) return []
    const [x, y, x2, y2] = box
    const turned: Record<number, Box> = {
      0: [x - left, top - y2, x2 - left, top - y],
      90: [y - bottom, x - left, y2 - bottom, x2 - left],
      180: [right - x2, y - bottom, right - x, y2 - bottom],
      270: [top - y2, right - x2, top - y, right - x],
    }
    return [turned[rotation].map((value) => value * scale) as Box]
  })
}

import { type PDF, PdfDict } from '@libpdf/core'
import { arrayAt, resolved } from '#lib/pdf/document'
import { boxOf, rotationOf, unitOf, visibleBox, type Box } from '#lib/pdf/page'

/** In points, as the reader sees it. */
export interface Size {
  width: number
  height: number
}

/** A rectangle as the reader sees it: points from the bottom left of the displayed page. */
export interface Place extends Size {
  x: number
  y: number
}

/**
 * Where a stamp goes in the page's own space, how its drawing turns to stand upright, and the size
 * at which it is drawn: readers shrink it with its rectangle (ISO 32000-1 §12.5.5).
 */
export interface Placement {
  rect: Box
  matrix: number[]
  width: number
  height: number
}

export const STAMP_WIDTH = 168
export const STAMP_HEIGHT = 52
export const MARGIN = 24
const GAP = 8

/** What turns a drawing by so many degrees, against the turn of the page that it stands on. */
export const UPRIGHT: Record<number, number[]> = {
  0: [1, 0, 0, 1, 0, 0],
  90: [0, 1, -1, 0, 0, 0],
  180: [-1, 0, 0, -1, 0, 0],
  270: [0, -1, 1, 0, 0, 0],
}

/** Converts what the reader sees into the page's space, whatever its rotation, its crop and its unit. */
export function placeOnPage(pdf: PDF, page: PdfDict, asked: Place): Placement {
  const box = visibleBox(pdf, page)
  const rotation = rotationOf(pdf, page)
  const place = keptInside(asked, displayedSize(pdf, page))
  const unit = unitOf(pdf, page)
  const [x, y, width, height] = [place.x, place.y, place.width, place.height].map(
    (points) => points / unit
  )
  const corner = toPageSpace(x, y, box, rotation)
  const opposite = toPageSpace(x + width, y + height, box, rotation)
  return {
    rect: [
      Math.min(corner.x, opposite.x),
      Math.min(corner.y, opposite.y),
      Math.max(corner.x, opposite.x),
      Math.max(corner.y, opposite.y),
    ],
    matrix: UPRIGHT[rotation],
    width: asked.width,
    height: asked.height,
  }
}

/** The same place moved, and shrunk when it must be, until the whole of it is on the page. */
function keptInside({ x, y, width, height }: Place, size: Size): Place {
  const scale = Math.min(1, size.width / width, size.height / height)
  const [shrunkWidth, shrunkHeight] = [width * scale, height * scale]
  return {
    x: Math.min(Math.max(0, x), size.width - shrunkWidth),
    y: Math.min(Math.max(0, y), size.height - shrunkHeight),
    width: shrunkWidth,
    height: shrunkHeight,
  }
}

/** Stamps fill the foot of the page from the right, then the row above. */
export function nextAtTheFoot(pdf: PDF, page: PdfDict): Place {
  const size = displayedSize(pdf, page)
  const taken = visibleSignatures(pdf, page)
  const room = size.width - 2 * MARGIN + GAP
  const columns = Math.max(1, Math.floor(room / (STAMP_WIDTH + GAP)))
  const column = (taken % columns) + 1
  const row = Math.floor(taken / columns)
  return {
    x: Math.max(0, size.width - MARGIN - column * STAMP_WIDTH - (column - 1) * GAP),
    y: Math.min(MARGIN + row * (STAMP_HEIGHT + GAP), Math.max(0, size.height - STAMP_HEIGHT)),
    width: STAMP_WIDTH,
    height: STAMP_HEIGHT,
  }
}

function visibleSignatures(pdf: PDF, page: PdfDict): number {
  const annotations = arrayAt(pdf, page, 'Annots')?.toArray() ?? []
  return annotations.filter((item) => {
    const dict = resolved(pdf, item)
    if (!(dict instanceof PdfDict) || dict.getName('FT')?.value !== 'Sig') return false
    const rect = boxOf(pdf, resolved(pdf, dict.get('Rect')))
    return rect !== null && rect[2] > rect[0] && rect[3] > rect[1]
  }).length
}

/** Width and height of a page as the reader sees it, in points. */
export function displayedSize(pdf: PDF, page: PdfDict): Size {
  const [left, bottom, right, top] = visibleBox(pdf, page)
  const unit = unitOf(pdf, page)
  const [width, height] = [(right - left) * unit, (top - bottom) * unit]
  return rotationOf(pdf, page) % 180 === 0 ? { width, height } : { width: height, height: width }
}

function toPageSpace(x: number, y: number, [left, bottom, right, top]: Box, rotation: number) {
  if (rotation === 90) return { x: right - y, y: bottom + x }
  if (rotation === 180) return { x: right - x, y: top - y }
  if (rotation === 270) return { x: left + y, y: top - x }
  return { x: left + x, y: bottom + y }
}

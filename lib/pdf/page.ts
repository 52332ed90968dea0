import { type PDF, PdfArray, PdfDict, PdfNumber, type PdfObject, type PdfRef } from '@libpdf/core'
import { PdfUnreadable } from '#lib/signature/errors'
import { ordered, shownBox, type Box } from './boxes.js'
import { resolved } from './document.js'

export type { Box }

export interface Page {
  ref: PdfRef
  dict: PdfDict
}

const DEEPEST_PAGE_TREE = 64

/** The page at an index from 0, or from the end when it is negative. */
export function pageAt(pdf: PDF, index: number): Page {
  const pages = pdf.context.pages
  const count = pages.getPageCount()
  const wanted = index < 0 ? count + index : index
  const ref = pages.getPage(Math.min(Math.max(wanted, 0), count - 1))
  const dict = ref && pdf.context.resolve(ref)
  if (!ref || !(dict instanceof PdfDict)) throw new PdfUnreadable()
  return { ref, dict }
}

/** An attribute that a page may hold from its ancestors (ISO 32000-1 §7.7.3.4). */
export function inherited(pdf: PDF, page: PdfDict, key: string): PdfObject | null {
  let node: PdfDict | null = page
  for (let depth = 0; node && depth < DEEPEST_PAGE_TREE; depth++) {
    const value = resolved(pdf, node.get(key))
    if (value) return value
    const parent = resolved(pdf, node.get('Parent'))
    node = parent instanceof PdfDict ? parent : null
  }
  return null
}

/** What of the page is shown, whatever its boxes say. */
export function visibleBox(pdf: PDF, page: PdfDict): Box {
  const [media, crop] = ['MediaBox', 'CropBox'].map((key) => boxOf(pdf, inherited(pdf, page, key)))
  return shownBox(media, crop)
}

/** Degrees clockwise, one of 0, 90, 180, 270. */
export function rotationOf(pdf: PDF, page: PdfDict): number {
  const value = inherited(pdf, page, 'Rotate')
  return quarterTurns(value instanceof PdfNumber ? value.value : 0)
}

/** Degrees as the nearest of 0, 90, 180, 270. */
export function quarterTurns(degrees: number): number {
  return (((Math.round(degrees / 90) * 90) % 360) + 360) % 360
}

/** In points: no page that is read or printed is smaller, or larger, than these. */
const SHORTEST_PAGE = 36
const LONGEST_PAGE = 150_000

/**
 * How many points one unit of a page is (ISO 32000-1 table 30); 1 for a /UserUnit that would make a
 * dot of the page, or a landscape. Its ancestors do not give it.
 */
export function unitOf(pdf: PDF, page: PdfDict): number {
  const value = resolved(pdf, page.get('UserUnit'))
  const unit = value instanceof PdfNumber ? value.value : 1
  const [left, bottom, right, top] = visibleBox(pdf, page)
  const longest = Math.max(right - left, top - bottom) * unit
  return longest >= SHORTEST_PAGE && longest <= LONGEST_PAGE ? unit : 1
}

/** Four numbers as a box whose corners are in order, or null. */
export function boxOf(pdf: PDF, value: PdfObject | null): Box | null {
  if (!(value instanceof PdfArray) || value.length !== 4) return null
  const sides = value.toArray().map((item) => resolved(pdf, item))
  if (!sides.every((side) => side instanceof PdfNumber)) return null
  return ordered(sides.map((side) => side.value))
}

import { type PDF, PdfArray, PdfBool, PdfDict, PdfNumber } from '@libpdf/core'
import { widened } from '#lib/pdf/content/matrix'
import { dictAt, resolved } from '#lib/pdf/document'
import { boxOf, type Box } from '#lib/pdf/page'

const ICON = 24

/** Where a mark says that its lines and its corners are (ISO 32000-1 §12.5.6). */
export const POINTS = ['QuadPoints', 'Vertices', 'L', 'InkList', 'CL']

/** What a reader that draws a mark itself adds around it: borders, leaders, the cloud of an outline. */
const AROUND = ['Border', 'BS', 'BE', 'RD', 'LL', 'LLE', 'LLO']

/** An end of line is some widths of the line (ISO 32000-1 table 176). */
const END_OF_LINE = 10

/**
 * Where a mark may be seen: its rectangle, every point that it names, even beside a drawing, what is
 * drawn around them, and the window that it opens. Some readers draw a highlight again by its
 * /QuadPoints when its drawing does not hold them.
 */
export function placeOf(pdf: PDF, mark: PdfDict): Box | null {
  const rectangle = boxOf(pdf, resolved(pdf, mark.get('Rect')))
  if (!rectangle) return null
  const [left, bottom, right, top] = rectangle
  const flags = resolved(pdf, mark.get('F'))
  const keepsItsSize = flags instanceof PdfNumber && (flags.value & (8 | 16)) !== 0
  const isIcon = mark.getName('Subtype')?.value === 'Text' || keepsItsSize
  const reach = isIcon ? Math.max(ICON, right - left, top - bottom) : 0
  const wide: Box = isIcon ? [left - reach, top - reach, left + reach, top + reach] : rectangle
  const points = POINTS.flatMap((key) => numbersIn(pdf, resolved(pdf, mark.get(key))))
  let place = joined(rectangle, wide)
  for (let at = 0; at + 1 < points.length; at += 2)
    place = joined(place, [points[at], points[at + 1], points[at], points[at + 1]])
  return withWindow(pdf, mark, widened(place, marginOf(pdf, mark)))
}

/** In points. A border of one point is everywhere, and hides nothing. */
function marginOf(pdf: PDF, mark: PdfDict): number {
  const around = AROUND.flatMap((key) => numbersIn(pdf, resolved(pdf, mark.get(key))))
  const widest = around.reduce((sum, one) => sum + Math.abs(one), 0)
  const ends = mark.has('LE') ? END_OF_LINE : 0
  return widest > 1 ? widest * (ends || 1) : ends
}

/** A note that opens shows the window of its words too (ISO 32000-1 §12.5.6.14). */
function withWindow(pdf: PDF, mark: PdfDict, place: Box): Box {
  const popup = dictAt(pdf, mark, 'Popup')
  const isOpen = [mark, popup].some((one) => one && isTrue(pdf, one, 'Open'))
  const window = popup && isOpen ? boxOf(pdf, resolved(pdf, popup.get('Rect'))) : null
  return window ? joined(place, window) : place
}

function isTrue(pdf: PDF, dict: PdfDict, key: string): boolean {
  const value = resolved(pdf, dict.get(key))
  return value instanceof PdfBool && value.value
}

function numbersIn(pdf: PDF, value: unknown): number[] {
  if (value instanceof PdfDict) {
    const items = [...value.keys()].map((key) => resolved(pdf, value.get(key.value)))
    return items.flatMap((item) => (item instanceof PdfNumber ? [item.value] : []))
  }
  if (value instanceof PdfNumber) return [value.value]
  if (!(value instanceof PdfArray)) return []
  return value.toArray().flatMap((item) => {
    const one = resolved(pdf, item)
    return one instanceof PdfNumber ? [one.value] : numbersIn(pdf, one)
  })
}

function joined(one: Box, other: Box): Box {
  return [
    Math.min(one[0], other[0]),
    Math.min(one[1], other[1]),
    Math.max(one[2], other[2]),
    Math.max(one[3], other[3]),
  ]
}

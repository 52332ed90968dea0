import { type PDF, PdfArray, type PdfDict, PdfNumber } from '@libpdf/core'
import { resolved } from '#lib/pdf/document'
import { boxOf, type Box } from '#lib/pdf/page'

const ICON = 24

/**
 * Where a mark may be seen: its rectangle, and every point that it names, even beside a drawing. Some
 * readers draw a highlight again by its /QuadPoints when its drawing does not hold them.
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
  const points = ['QuadPoints', 'Vertices', 'L', 'InkList', 'CL'].flatMap((key) =>
    numbersIn(pdf, resolved(pdf, mark.get(key)))
  )
  let place = joined(rectangle, wide)
  for (let at = 0; at + 1 < points.length; at += 2)
    place = joined(place, [points[at], points[at + 1], points[at], points[at + 1]])
  return place
}

function numbersIn(pdf: PDF, value: unknown): number[] {
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

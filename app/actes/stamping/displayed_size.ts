import type { PDF, PdfDict } from '@libpdf/core'
import { rotationOf, visibleBox } from '#lib/pdf/page'

/** Width and height of a page as the reader sees it, in points. */
export function displayedSize(pdf: PDF, page: PdfDict): { width: number; height: number } {
  const [left, bottom, right, top] = visibleBox(pdf, page)
  const turned = rotationOf(pdf, page) % 180 !== 0
  const [width, height] = [right - left, top - bottom]
  return turned ? { width: height, height: width } : { width, height }
}

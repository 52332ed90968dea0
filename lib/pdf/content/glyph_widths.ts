import { type PDF, PdfArray, PdfDict, PdfNumber } from '@libpdf/core'
import { arrayAt, resolved } from '../document.js'

/** How a font spends its bytes: how many a character takes, and how wide it is for a size of 1. */
export interface GlyphWidths {
  bytesEach: 1 | 2
  widthOf(code: number): number
}

/** As wide as the widest letter of the standard fonts: what is not known is held to take more room. */
const WIDEST = 1.02

/** The widest that a code draws in a standard font that says no width (ISO 32000-1 §9.6.2.2). */
function standardWidth(code: number): number {
  const letter = String.fromCharCode(code)
  if (/[MWmw@%]/.test(letter)) return WIDEST
  return /[a-z0-9 .,;:'()-]/.test(letter) ? 0.62 : 0.85
}

export const UNKNOWN_FONT: GlyphWidths = { bytesEach: 1, widthOf: standardWidth }

/** The widths that a font dictionary announces (ISO 32000-1 §9.6.2.1, §9.7.4.3). */
export function glyphWidths(pdf: PDF, font: PdfDict): GlyphWidths {
  return font.getName('Subtype')?.value === 'Type0' ? composite(pdf, font) : simple(pdf, font)
}

function simple(pdf: PDF, font: PdfDict): GlyphWidths {
  const widths = numbersOf(pdf, arrayAt(pdf, font, 'Widths'))
  const first = numberAt(pdf, font, 'FirstChar') ?? 0
  const matrix = numbersOf(pdf, arrayAt(pdf, font, 'FontMatrix'))
  const scale = font.getName('Subtype')?.value === 'Type3' ? Math.abs(matrix[0] ?? 0.001) : 0.001
  const isNamed = resolved(pdf, font.get('Encoding')) instanceof PdfDict
  const unknown = (code: number) => (isNamed ? WIDEST : standardWidth(code))
  const widthOf = (code: number) =>
    widths[code - first] === undefined ? unknown(code) : widths[code - first] * scale
  return { bytesEach: 1, widthOf }
}

function composite(pdf: PDF, font: PdfDict): GlyphWidths {
  const descendant = resolved(pdf, arrayAt(pdf, font, 'DescendantFonts')?.at(0))
  if (!(descendant instanceof PdfDict)) return { bytesEach: 2, widthOf: () => 1 }
  const byDefault = numberAt(pdf, descendant, 'DW') ?? 1000
  const known = compositeWidths(pdf, arrayAt(pdf, descendant, 'W'))
  return { bytesEach: 2, widthOf: (code) => (known.get(code) ?? byDefault) / 1000 }
}

/** `first [w w w]` or `first last w`. */
function compositeWidths(pdf: PDF, array: PdfArray | null): Map<number, number> {
  const widths = new Map<number, number>()
  const items = (array?.toArray() ?? []).map((item) => resolved(pdf, item))
  for (let at = 0; at + 1 < items.length;) {
    const [first, second, third] = items.slice(at, at + 3)
    if (!(first instanceof PdfNumber)) break
    if (second instanceof PdfArray) {
      numbersOf(pdf, second).forEach((width, rank) => widths.set(first.value + rank, width))
      at += 2
    } else if (second instanceof PdfNumber && third instanceof PdfNumber) {
      const last = Math.min(second.value, first.value + 65_535)
      for (let code = first.value; code <= last; code++) widths.set(code, third.value)
      at += 3
    } else break
  }
  return widths
}

function numberAt(pdf: PDF, dict: PdfDict, key: string): number | null {
  const value = resolved(pdf, dict.get(key))
  return value instanceof PdfNumber ? value.value : null
}

function numbersOf(pdf: PDF, array: PdfArray | null): number[] {
  return (array?.toArray() ?? []).map((item) => {
    const value = resolved(pdf, item)
    return value instanceof PdfNumber ? value.value : 0
  })
}

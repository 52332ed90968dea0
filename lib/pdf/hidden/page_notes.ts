import type { PDFPageProxy } from 'pdfjs-dist'
import type { Box } from '../page.js'

/** An annotation as pdf.js tells it: what of it may carry words. */
interface Annotation {
  subtype?: string
  rect?: number[]
  contentsObj?: { str: string }
  titleObj?: { str: string }
  alternativeText?: string
  fieldValue?: unknown
  hasAppearance?: boolean
}

export interface PageNotes {
  /** Where redaction was marked, and not done (ISO 32000-1 §12.5.6.23). */
  pending: Box[]
  /** Where readers draw an annotation by themselves, each in its own way. */
  undrawn: Box[]
  /** What its annotations and fields say, shown or not. */
  words: string[]
}

/** Those that may be filled, or as broad as a name (ISO 32000-1 §12.5.6). */
const DRAWN_BY_READERS = 'FreeText Line Ink PolyLine Stamp Caret Widget'.split(' ')

/** What a page carries beside what it draws. */
export async function notesOn(page: PDFPageProxy): Promise<PageNotes> {
  const annotations = (await page.getAnnotations()) as Annotation[]
  return {
    pending: annotations.flatMap(({ subtype, rect }) =>
      subtype === 'Redact' && rect ? [rect as Box] : []
    ),
    undrawn: annotations.flatMap(({ subtype = '', rect, hasAppearance }) =>
      DRAWN_BY_READERS.includes(subtype) && !hasAppearance && rect ? [rect as Box] : []
    ),
    words: annotations.flatMap(({ contentsObj, titleObj, alternativeText, fieldValue }) =>
      [contentsObj?.str, titleObj?.str, alternativeText, fieldValue]
        .flat()
        .filter((value): value is string => typeof value === 'string')
    ),
  }
}

import type { PDF, PdfDict } from '@libpdf/core'
import type { RevisionComparison } from '#lib/pdf/compare'
import { inheritedEntry } from '#lib/pdf/form'

/** What a field, or its place on a page, may take from the fields above it (ISO 32000-1 §12.7.3.1). */
const INHERITED = ['FT', 'Ff', 'V', 'DA', 'Q', 'MaxLen', 'Opt', 'AA']

/** Whether a field takes the same from those above it, whichever they are; `except` some entries. */
export function inheritsTheSame(
  [before, after]: [PDF, PDF],
  comparison: RevisionComparison,
  [was, is]: [PdfDict, PdfDict],
  except: string[] = []
): boolean {
  return INHERITED.filter((key) => !except.includes(key)).every((key) =>
    comparison.isSame(inheritedEntry(before, was, key), inheritedEntry(after, is, key))
  )
}

import { PdfDict } from '@libpdf/core'
import { RedactionRefused } from './errors.js'

/**
 * What tells of a drawing, or links to it, and draws nothing (ISO 32000-1 tables 30, 89, 95). Images
 * and forms come by the content that draws them, one by one.
 */
const NOTES = 'Metadata PieceInfo StructParent StructParents LastModified Thumb OC AA A Alternates'
const LINKS = 'OPI Ref Name Parent Annots ID Measure PtData AF Properties XObject'
export const LEFT_BEHIND = new Set(`${NOTES} ${LINKS}`.split(' '))
/** Dictionaries whose keys are names that the document chose: all of them are kept. */
export const OF_NAMES = new Set(
  'Font ExtGState ColorSpace Pattern Shading CharProcs Colorants'.split(' ')
)
/** A font whose letters are drawings may draw whole images (ISO 32000-1 §9.6.5): nobody follows them. */
export function refuseDrawnLetters(dict: PdfDict): void {
  const resources = dict.get('CharProcs') ? dict.get('Resources') : null
  if (resources instanceof PdfDict && resources.get('XObject')) {
    throw new RedactionRefused(
      'Les lettres de ce document sont des images : imprimez-le dans un nouveau PDF, puis occultez celui-ci.'
    )
  }
}

import { type PDF, PdfArray, PdfDict, PdfNumber } from '@libpdf/core'
import { catalogOf, dictAt, resolved } from '#lib/pdf/document'
import { PdfCertified } from './errors.js'

/**
 * A certification at level 1 forbids every change, a signature too (ISO 32000-1 §12.8.2.2).
 * Throws E_PDF_CERTIFIED.
 */
export function refuseWhenCertified(pdf: PDF): void {
  const permissions = dictAt(pdf, catalogOf(pdf), 'Perms')
  const certification = permissions && dictAt(pdf, permissions, 'DocMDP')
  const references = certification && resolved(pdf, certification.get('Reference'))
  const first = references instanceof PdfArray ? resolved(pdf, references.at(0)) : null
  const parameters = first instanceof PdfDict ? dictAt(pdf, first, 'TransformParams') : null
  const level = parameters && resolved(pdf, parameters.get('P'))
  if (level instanceof PdfNumber && level.value === 1) throw new PdfCertified()
}

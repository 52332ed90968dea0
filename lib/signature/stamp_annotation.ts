import { type PDF, PdfDict, PdfName, PdfNumber, PdfString } from '@libpdf/core'
import { catalogOf, dictAt } from '#lib/pdf/document'
import { redrawsFields } from '#lib/pdf/form'
import { appendTo } from '#lib/pdf/form_update'
import type { Holder } from '#lib/pdf/holder'
import type { PdfUpdate } from '#lib/pdf/update'
import { drawAppearance, numbers, type Appearance } from './appearance.js'
import type { Placement } from './placement.js'

export const PRINTED_AND_LOCKED = 132

/**
 * Readers that are told to draw the fields themselves (/NeedAppearances) may draw nothing for a
 * signature: the stamp is an annotation of its own then. A certification may forbid that one, never
 * the field.
 */
export function isRedrawn(pdf: PDF): boolean {
  const permissions = dictAt(pdf, catalogOf(pdf), 'Perms')
  return redrawsFields(pdf) && !permissions?.has('DocMDP')
}

/** A stamp of its own on a page, at its place; `appearance` is that of a stamp. */
export async function addStamp(
  pdf: PDF,
  update: PdfUpdate,
  page: Holder,
  appearance: Appearance,
  placement: Placement
): Promise<void> {
  const { title, name, details } = (appearance as Appearance & { kind: 'stamp' }).text
  const stamp = PdfDict.of({
    Type: PdfName.of('Annot'),
    Subtype: PdfName.of('Stamp'),
    Contents: PdfString.fromString([title, name, ...details].join(' ')),
    F: PdfNumber.of(PRINTED_AND_LOCKED),
    P: page.ref,
    Rect: numbers(placement.rect),
    AP: PdfDict.of({ N: await drawAppearance(pdf, update, appearance, placement) }),
  })
  appendTo(pdf, update, page, 'Annots', update.add(stamp))
}

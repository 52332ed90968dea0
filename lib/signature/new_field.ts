import { type PDF, PdfDict, PdfName, PdfNumber, PdfString, type PdfRef } from '@libpdf/core'
import type { OpenPdf } from '#lib/pdf/document'
import { appendTo } from '#lib/pdf/form_update'
import { pageAt } from '#lib/pdf/page'
import type { PdfUpdate } from '#lib/pdf/update'
import { drawAppearance, numbers, type Appearance } from './appearance.js'
import { freePlace } from './free_place.js'
import { MARGIN, nextAtTheFoot, placeOnPage, type Place } from './placement.js'
import { addStamp, isRedrawn, PRINTED_AND_LOCKED } from './stamp_annotation.js'

/**
 * A field of that name on its page, with its signature and its stamp, as the place that it takes in
 * the form.
 */
export async function addField(
  { pdf }: OpenPdf,
  update: PdfUpdate,
  name: string,
  signature: PdfRef,
  appearance: Appearance
): Promise<PdfRef> {
  const page = pageAt(pdf, appearance.kind === 'stamp' ? (appearance.page ?? -1) : 0)
  const placement =
    appearance.kind === 'stamp'
      ? placeOnPage(pdf, page.dict, appearance.place ?? freeAtTheFoot(pdf, page.dict))
      : null
  const isBeside = placement !== null && isRedrawn(pdf)
  const own = isBeside ? null : placement
  const widget = update.add(
    PdfDict.of({
      Type: PdfName.of('Annot'),
      Subtype: PdfName.of('Widget'),
      FT: PdfName.of('Sig'),
      T: PdfString.fromString(name),
      V: signature,
      F: PdfNumber.of(PRINTED_AND_LOCKED),
      P: page.ref,
      Rect: numbers(own?.rect ?? [0, 0, 0, 0]),
      AP: PdfDict.of({ N: await drawAppearance(pdf, update, appearance, own) }),
    })
  )
  const holder = { dict: page.dict, ref: page.ref, object: page.dict }
  appendTo(pdf, update, holder, 'Annots', widget)
  if (isBeside) await addStamp(pdf, update, holder, appearance, placement)
  return widget
}

function freeAtTheFoot(pdf: PDF, page: PdfDict): Place {
  return freePlace(pdf, page, nextAtTheFoot(pdf, page), { edge: 'bottom', margin: MARGIN })
}

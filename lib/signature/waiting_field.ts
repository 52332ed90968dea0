import { type PDF, PdfDict, PdfNumber, PdfRef } from '@libpdf/core'
import { arrayAt, dictAt, resolved } from '#lib/pdf/document'
import type { FormField } from '#lib/pdf/form'
import { boxOf, quarterTurns, rotationOf, unitOf } from '#lib/pdf/page'
import type { PdfUpdate } from '#lib/pdf/update'
import { drawAppearance, type Appearance } from './appearance.js'
import { FieldAlreadySigned } from './errors.js'
import { UPRIGHT, type Placement } from './placement.js'

/**
 * Puts the signature in a field that its author left for it; the stamp takes the rectangle of its
 * first place, which may be empty. Throws E_SIGNATURE_FIELD_TAKEN.
 */
export async function fillWaitingField(
  pdf: PDF,
  update: PdfUpdate,
  field: FormField & { ref: PdfRef },
  signature: PdfRef,
  appearance: Appearance
): Promise<void> {
  if (dictAt(pdf, field.dict, 'V')) throw new FieldAlreadySigned(field.name)
  update.change({ dict: field.dict, ref: field.ref, object: field.dict }, 'V', signature)
  const kid = arrayAt(pdf, field.dict, 'Kids')?.at(0)
  const ref = kid instanceof PdfRef ? kid : field.ref
  const widget = resolved(pdf, ref)
  if (!(widget instanceof PdfDict)) return
  const placement = placeInField(pdf, widget, ref)
  const isEmpty = !(placement.width > 0 && placement.height > 0)
  const shown = isEmpty ? { kind: 'none' as const } : appearance
  const drawn = PdfDict.of({ N: await drawAppearance(pdf, update, shown, placement) })
  update.change({ dict: widget, ref, object: widget }, 'AP', drawn)
}

/**
 * The rectangle of the widget, and how the stamp turns in it: as its author said (/MK /R, ISO
 * 32000-1 table 189), or else to stand upright on the page as it is read.
 */
function placeInField(pdf: PDF, widget: PdfDict, ref: PdfRef): Placement {
  const rect = boxOf(pdf, resolved(pdf, widget.get('Rect'))) ?? [0, 0, 0, 0]
  const page = pageOf(pdf, widget, ref)
  const said = resolved(pdf, dictAt(pdf, widget, 'MK')?.get('R'))
  const ofPage = page ? rotationOf(pdf, page) : 0
  const rotation = said instanceof PdfNumber ? quarterTurns(said.value) : ofPage
  const unit = page ? unitOf(pdf, page) : 1
  const [across, up] = [rect[2] - rect[0], rect[3] - rect[1]].map((side) => side * unit)
  const [width, height] = rotation % 180 === 0 ? [across, up] : [up, across]
  return { rect, matrix: UPRIGHT[rotation], width, height }
}

/** The page that a widget names, or the one that holds it. */
function pageOf(pdf: PDF, widget: PdfDict, ref: PdfRef): PdfDict | null {
  const named = dictAt(pdf, widget, 'P')
  if (named) return named
  for (const page of pdf.context.pages.getPages()) {
    const dict = resolved(pdf, page)
    const items = dict instanceof PdfDict ? arrayAt(pdf, dict, 'Annots')?.toArray() : null
    const holds = items?.some(
      (item) => item instanceof PdfRef && item.objectNumber === ref.objectNumber
    )
    if (holds) return dict as PdfDict
  }
  return null
}

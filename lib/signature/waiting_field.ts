import { type PDF, PdfDict, PdfNumber, PdfRef } from '@libpdf/core'
import { arrayAt, dictAt, resolved } from '#lib/pdf/document'
import type { FormField } from '#lib/pdf/form'
import { boxOf, quarterTurns, rotationOf, unitOf } from '#lib/pdf/page'
import type { Holder } from '#lib/pdf/holder'
import type { PdfUpdate } from '#lib/pdf/update'
import { drawAppearance, type Appearance } from './appearance.js'
import { FieldAlreadySigned } from './errors.js'
import { addStamp, isRedrawn } from './stamp_annotation.js'
import { UPRIGHT, type Placement } from './placement.js'

/**
 * Puts the signature in a field that its author left for it; the stamp takes the rectangle of its
 * first place, which may be empty, and stands on it where readers draw the fields themselves. Throws E_SIGNATURE_FIELD_TAKEN.
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
  const page = pageOf(pdf, widget, ref)
  const placement = placeInField(pdf, widget, page?.dict ?? null)
  const isEmpty = !(placement.width > 0 && placement.height > 0)
  const isBeside =
    page !== null &&
    !isEmpty &&
    appearance.kind === 'stamp' &&
    !isHidden(pdf, widget) &&
    isRedrawn(pdf)
  const shown = isEmpty || isBeside ? { kind: 'none' as const } : appearance
  const drawn = PdfDict.of({ N: await drawAppearance(pdf, update, shown, placement) })
  update.change({ dict: widget, ref, object: widget }, 'AP', drawn)
  if (isBeside) await addStamp(pdf, update, page, appearance, placement)
}

/** Hidden or never shown (ISO 32000-1 table 165): what its author hides, no stamp shows beside it. */
function isHidden(pdf: PDF, widget: PdfDict): boolean {
  const flags = resolved(pdf, widget.get('F'))
  return flags instanceof PdfNumber && (flags.value & 0b100010) !== 0
}

/**
 * The rectangle of the widget, and how the stamp turns in it: as its author said (/MK /R, ISO
 * 32000-1 table 189), or else to stand upright on the page as it is read.
 */
function placeInField(pdf: PDF, widget: PdfDict, page: PdfDict | null): Placement {
  const rect = boxOf(pdf, resolved(pdf, widget.get('Rect'))) ?? [0, 0, 0, 0]
  const said = resolved(pdf, dictAt(pdf, widget, 'MK')?.get('R'))
  const ofPage = page ? rotationOf(pdf, page) : 0
  const rotation = said instanceof PdfNumber ? quarterTurns(said.value) : ofPage
  const unit = page ? unitOf(pdf, page) : 1
  const [across, up] = [rect[2] - rect[0], rect[3] - rect[1]].map((side) => side * unit)
  const [width, height] = rotation % 180 === 0 ? [across, up] : [up, across]
  return { rect, matrix: UPRIGHT[rotation], width, height }
}

/** The page that a widget names, or the one that holds it. */
function pageOf(pdf: PDF, widget: PdfDict, ref: PdfRef): (Holder & { ref: PdfRef }) | null {
  const named = widget.get('P')
  const pages =
    named instanceof PdfRef
      ? [named, ...pdf.context.pages.getPages()]
      : pdf.context.pages.getPages()
  for (const page of pages) {
    const dict = resolved(pdf, page)
    if (!(dict instanceof PdfDict)) continue
    const holds = arrayAt(pdf, dict, 'Annots')
      ?.toArray()
      .some((item) => item instanceof PdfRef && item.objectNumber === ref.objectNumber)
    if (holds || page === named) return { dict, ref: page, object: dict }
  }
  return null
}

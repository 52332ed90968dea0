import {
  PDF,
  PdfArray,
  PdfDict,
  PdfName,
  PdfNumber,
  PdfRef,
  PdfStream,
  PdfString,
} from '@libpdf/core'
import { arrayAt, dictAt, resolved, type OpenPdf } from '#lib/pdf/document'
import { appendTo, fieldNames, formHolder, signatureFields, type FormField } from '#lib/pdf/form'
import { boxOf, pageAt, type Page } from '#lib/pdf/page'
import type { PdfUpdate } from '#lib/pdf/update'
import { FieldAlreadySigned } from './errors.js'
import { freePlace } from './free_place.js'
import { MARGIN, nextAtTheFoot, placeOnPage, type Place, type Placement } from './placement.js'
import { drawStamp, type StampText } from './stamp.js'

/** A visible stamp, or a signature that shows nothing on the page. */
export type Appearance =
  | { kind: 'none' }
  | {
      kind: 'stamp'
      text: StampText
      /** From 0, or from the end when negative; the last page by default. */
      page?: number
      /** As the reader sees the page; the next free place at its foot by default. */
      place?: Place
    }

/** Where a signature went, and whether it shows something at a place that we chose. */
interface FilledField {
  name: string
  isShown: boolean
}

const PRINTED_AND_LOCKED = 132
const SIGNATURES_EXIST_APPEND_ONLY = 3

/**
 * Puts the signature dictionary in a field: the waiting field of that name, or a new one.
 * An appearance is always written, even empty: PDF/A forbids a widget without one
 * (ISO 19005-1 §6.5.3). Throws E_SIGNATURE_FIELD_TAKEN.
 */
export async function fillSignatureField(
  document: OpenPdf,
  update: PdfUpdate,
  signature: PdfRef,
  wanted: { fieldName?: string; appearance: Appearance }
): Promise<FilledField> {
  const { pdf } = document
  const form = formHolder(pdf, update)
  update.change(form, 'SigFlags', PdfNumber.of(SIGNATURES_EXIST_APPEND_ONLY))
  const named = signatureFields(pdf).filter((field) => field.name === wanted.fieldName)
  const waiting = named.find((field) => !dictAt(pdf, field.dict, 'V')) ?? named[0]
  if (waiting?.ref) {
    await fillWaitingField(
      pdf,
      update,
      { ...waiting, ref: waiting.ref },
      signature,
      wanted.appearance
    )
    return { name: waiting.name, isShown: false }
  }
  const name = (!waiting && wanted.fieldName) || freeName(pdf)
  const page = pageAt(pdf, wanted.appearance.kind === 'stamp' ? (wanted.appearance.page ?? -1) : 0)
  const field = await newField(pdf, page, name, signature, wanted.appearance, update)
  appendTo(pdf, update, form, 'Fields', field)
  appendTo(pdf, update, { dict: page.dict, ref: page.ref, object: page.dict }, 'Annots', field)
  return { name, isShown: wanted.appearance.kind === 'stamp' }
}

async function newField(
  pdf: PDF,
  page: Page,
  name: string,
  signature: PdfRef,
  appearance: Appearance,
  update: PdfUpdate
): Promise<PdfRef> {
  const placement =
    appearance.kind === 'stamp'
      ? placeOnPage(pdf, page.dict, appearance.place ?? freeAtTheFoot(pdf, page.dict))
      : null
  const dict = PdfDict.of({
    Type: PdfName.of('Annot'),
    Subtype: PdfName.of('Widget'),
    FT: PdfName.of('Sig'),
    T: PdfString.fromString(name),
    V: signature,
    F: PdfNumber.of(PRINTED_AND_LOCKED),
    P: page.ref,
    Rect: numbers(placement?.rect ?? [0, 0, 0, 0]),
    AP: PdfDict.of({ N: await appearanceStream(pdf, update, appearance, placement) }),
  })
  return update.add(dict)
}

function freeAtTheFoot(pdf: PDF, page: PdfDict): Place {
  return freePlace(pdf, page, nextAtTheFoot(pdf, page), { edge: 'bottom', margin: MARGIN })
}

async function fillWaitingField(
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
  const rect = boxOf(pdf, resolved(pdf, widget.get('Rect'))) ?? [0, 0, 0, 0]
  const [width, height] = [rect[2] - rect[0], rect[3] - rect[1]]
  const shown = width > 0 && height > 0 ? appearance : { kind: 'none' as const }
  const placement = { rect, matrix: [1, 0, 0, 1, 0, 0], width, height }
  const drawn = PdfDict.of({ N: await appearanceStream(pdf, update, shown, placement) })
  update.change({ dict: widget, ref, object: widget }, 'AP', drawn)
}

async function appearanceStream(
  pdf: PDF,
  update: PdfUpdate,
  appearance: Appearance,
  placement: Placement | null
): Promise<PdfRef> {
  if (appearance.kind === 'none' || !placement) return update.add(emptyForm())
  const drawing = await drawStamp(appearance.text, placement.width, placement.height)
  const embedded = await pdf.embedPage(await PDF.load(drawing), 0)
  const stream = pdf.context.resolve(embedded.ref)
  if (stream instanceof PdfStream) stream.set('Matrix', numbers(placement.matrix))
  return embedded.ref
}

function emptyForm(): PdfStream {
  return PdfStream.fromDict({
    Type: PdfName.of('XObject'),
    Subtype: PdfName.of('Form'),
    BBox: numbers([0, 0, 0, 0]),
    Resources: new PdfDict(),
  })
}

/** No field of the form, signature or not, bears it already: two of a name would be one field. */
function freeName(pdf: PDF): string {
  const taken = new Set(fieldNames(pdf))
  let number = signatureFields(pdf).length + 1
  while (taken.has(`Signature${number}`)) number++
  return `Signature${number}`
}

const numbers = (values: number[]) => new PdfArray(values.map((value) => PdfNumber.of(value)))

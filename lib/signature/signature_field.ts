import { type PDF, PdfNumber, type PdfRef } from '@libpdf/core'
import { dictAt, type OpenPdf } from '#lib/pdf/document'
import { fieldNames, signatureFields } from '#lib/pdf/form'
import { appendTo, formHolder } from '#lib/pdf/form_update'
import type { PdfUpdate } from '#lib/pdf/update'
import type { Appearance } from './appearance.js'
import { addField } from './new_field.js'
import { fillWaitingField } from './waiting_field.js'

/** Where a signature went, and whether it shows something at a place that we chose. */
interface FilledField {
  name: string
  isShown: boolean
}

const SIGNATURES_EXIST_APPEND_ONLY = 3

/**
 * Puts the signature dictionary in a field: the waiting field of that name, or a new one.
 * Throws E_SIGNATURE_FIELD_TAKEN.
 */
export async function fillSignatureField(
  document: OpenPdf,
  update: PdfUpdate,
  signature: PdfRef,
  wanted: { fieldName?: string; appearance: Appearance }
): Promise<FilledField> {
  const { pdf } = document
  const { appearance } = wanted
  const form = formHolder(pdf, update)
  update.change(form, 'SigFlags', PdfNumber.of(SIGNATURES_EXIST_APPEND_ONLY))
  const named = signatureFields(pdf).filter((field) => field.name === wanted.fieldName)
  const waiting = named.find((field) => !dictAt(pdf, field.dict, 'V')) ?? named[0]
  if (waiting?.ref) {
    await fillWaitingField(pdf, update, { ...waiting, ref: waiting.ref }, signature, appearance)
    return { name: waiting.name, isShown: false }
  }
  const name = (!waiting && wanted.fieldName) || freeName(pdf)
  const field = await addField(document, update, name, signature, appearance)
  appendTo(pdf, update, form, 'Fields', field)
  return { name, isShown: appearance.kind === 'stamp' }
}

/** No field of the form, signature or not, bears it already: two of a name would be one field. */
function freeName(pdf: PDF): string {
  const taken = new Set(fieldNames(pdf))
  let number = signatureFields(pdf).length + 1
  while (taken.has(`Signature${number}`)) number++
  return `Signature${number}`
}

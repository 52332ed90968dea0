import { type PDF, PdfArray, PdfDict, PdfRef, type PdfObject } from '@libpdf/core'
import { arrayAt, catalogOf, resolved } from './document.js'
import type { Holder } from './holder.js'
import type { PdfUpdate } from './update.js'

/** The form, created in the catalogue when there is none. */
export function formHolder(pdf: PDF, update: PdfUpdate): Holder {
  const catalog = catalogOf(pdf)
  const catalogRef = pdf.context.info.trailer.getRef('Root')!
  const current = catalog.get('AcroForm')
  const dict = resolved(pdf, current)
  const catalogHolder = { dict: catalog, ref: catalogRef, object: catalog }
  if (dict instanceof PdfDict) {
    return current instanceof PdfRef
      ? { dict, ref: current, object: dict }
      : { ...catalogHolder, dict, within: 'AcroForm' }
  }
  const created = PdfDict.of({ Fields: new PdfArray([]) })
  const ref = update.add(created)
  update.change(catalogHolder, 'AcroForm', ref)
  return { dict: created, ref, object: created }
}

/**
 * Appends to an array of a dictionary. The dictionary gets an array of its own: an indirect one may
 * also be that of another page, or the fields of the form.
 */
export function appendTo(
  pdf: PDF,
  update: PdfUpdate,
  holder: Holder,
  key: string,
  item: PdfObject
) {
  const items = arrayAt(pdf, holder.dict, key)?.toArray() ?? []
  update.change(holder, key, new PdfArray([...items, item]))
}

import type { PdfDict, PdfObject, PdfRef } from '@libpdf/core'

/** A dictionary, and the indirect object that must be written again when it changes. */
export interface Holder {
  dict: PdfDict
  ref: PdfRef
  object: PdfObject
  /** The entry of the object that holds the dictionary, when that is not the object itself. */
  within?: string
}

import type { PDF } from '@libpdf/core'
import { usesSkeletonAsDrawing } from '#lib/pdf/skeleton_use'
import { PdfMisleading } from './errors.js'

/** Refuses to sign a page that another page draws: nobody builds one but to deceive. */
export function refuseWhenMisleading(pdf: PDF): void {
  if (usesSkeletonAsDrawing(pdf)) throw new PdfMisleading()
}

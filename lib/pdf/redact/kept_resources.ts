import { type PDF, PdfArray, PdfDict, PdfStream } from '@libpdf/core'
import { dictAt, resolved } from '../document.js'
import { RedactionInexact } from './errors.js'
import type { FreshPdf } from './fresh_pdf.js'
import { placedOperations } from '../content/operations.js'
import { isShow } from './rewrite_show.js'

const KEPT = ['Font', 'ExtGState', 'ColorSpace', 'Pattern', 'Shading']

interface Rewritten {
  pdf: PDF
  fresh: FreshPdf
  /** Of the page, from 1. */
  number: number
}

/**
 * Fonts, colours and states of a content, with the images and the forms that it really draws.
 * @throws E_REDACTION_INEXACT
 */
export function keptResources(about: Rewritten, resources: PdfDict, objects: PdfDict): PdfDict {
  const copy = new PdfDict()
  for (const key of KEPT) {
    const names = dictAt(about.pdf, resources, key)
    if (!names) continue
    if (key === 'Pattern' || key === 'ExtGState') refuseWords(about, names)
    copy.set(key, about.fresh.copy(names, true))
  }
  if ([...objects].length > 0) copy.set('XObject', objects)
  return copy
}

/** Words that are drawn by a pattern or by a mask are not followed: nobody could take them away. */
function refuseWords({ pdf, number }: Rewritten, names: PdfDict): void {
  for (const [, value] of names) {
    const one = resolved(pdf, value)
    const mask = one instanceof PdfDict ? dictAt(pdf, one, 'SMask') : null
    const drawn = one instanceof PdfStream ? one : mask && resolved(pdf, mask.get('G'))
    if (!(drawn instanceof PdfStream)) continue
    const isFollowed = placedOperations(Buffer.from(drawn.getDecodedData())).every(
      (operation) => !isShow(operation) && operation.operator !== 'Do'
    )
    if (!isFollowed) {
      throw new RedactionInexact(number, 'un motif ou un masque y est dessiné avec des mots')
    }
  }
}

/** The streams of a page, one after the other (ISO 32000-1 §7.8.2). */
export function contentOf(pdf: PDF, page: PdfDict): Buffer {
  const contents = resolved(pdf, page.get('Contents'))
  const parts = contents instanceof PdfArray ? contents.toArray() : [contents]
  const streams = parts.map((part) => resolved(pdf, part))
  const texts = streams.flatMap((one) => (one instanceof PdfStream ? [one.getDecodedData()] : []))
  return Buffer.concat(texts.flatMap((text) => [Buffer.from(text), Buffer.from('\n')]))
}

import { createHash } from 'node:crypto'
import type { PDF } from '@libpdf/core'
import { loadPdf } from '../pdf/document.js'
import { pageAt, rotationOf, visibleBox } from '../pdf/page.js'
import { contentOf } from '../pdf/redact/kept_resources.js'
import { pageImages } from './page_images.js'

/** A part was not, once written, the pages that it was cut from. */
export class CutInexact extends Error {
  constructor() {
    super('a part does not read as the pages that it is made of')
  }
}

/**
 * Some pages of a PDF as a PDF of their own, read again before it is given. @throws CutInexact, and
 * what `loadPdf` throws
 */
export async function cutPdf({
  bytes,
  pages,
}: {
  bytes: Buffer
  pages: number[]
}): Promise<Buffer> {
  const pdf = await loadPdf(bytes)
  const part = Buffer.from(await (await pdf.extractPages(pages)).save())
  const again = await loadPdf(part)
  const isSame =
    again.context.pages.getPageCount() === pages.length &&
    pages.every((page, index) => digestOf(pdf, page) === digestOf(again, index))
  if (!isSame) throw new CutInexact()
  return part
}

/** What a page shows: its frame, what it draws, and the points of its large images. */
function digestOf(pdf: PDF, index: number): string {
  const { dict } = pageAt(pdf, index)
  const digest = createHash('sha256')
  digest.update(JSON.stringify([visibleBox(pdf, dict), rotationOf(pdf, dict)]))
  digest.update(contentOf(pdf, dict))
  for (const image of pageImages(pdf, dict)) digest.update(image.data)
  return digest.digest('hex')
}

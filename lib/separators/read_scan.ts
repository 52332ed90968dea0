import type { PDF } from '@libpdf/core'
import { loadPdf } from '../pdf/document.js'
import { pageAt } from '../pdf/page.js'
import { samplesOf } from '../pdf/redact/image_samples.js'
import type { ScannedPage } from './cut_at.js'
import { greyOf, isWhite } from './grey.js'
import { pageImages, showsOnly } from './page_images.js'
import { readCodes } from './read_codes.js'
import { readSheetCode, type SheetOrder } from './sheet_code.js'

export interface ScanAsked {
  bytes: Buffer
  /** Of the member whose sheets are looked for. */
  siren: string
  /** Pages, from 0: the first, and the one after the last. */
  from: number
  to: number
}

/** How many pages a scan has, and what some of them are. */
export interface ScanRead {
  count: number
  pages: ScannedPage<SheetOrder>[]
}

/**
 * Looks for the sheets of a member among some pages of a PDF. A page that cannot be read is a page
 * like others. Throws what `loadPdf` throws.
 */
export async function readScan({ bytes, siren, from, to }: ScanAsked): Promise<ScanRead> {
  const pdf = await loadPdf(bytes)
  const count = pdf.context.pages.getPageCount()
  const pages: ScannedPage<SheetOrder>[] = []
  for (let index = from; index < Math.min(to, count); index++) {
    pages.push(await readPage(pdf, index, siren).catch(() => 'page' as const))
  }
  return { count, pages }
}

async function readPage(pdf: PDF, index: number, siren: string): Promise<ScannedPage<SheetOrder>> {
  const { dict } = pageAt(pdf, index)
  const images = pageImages(pdf, dict)
  // A sheet that nobody scanned says its code in words
  if (images.length === 0) {
    const text = pdf.getPage(index)?.extractText({ includeChars: false }).text ?? ''
    const sheet = readSheetCode(text.replace(/\s/g, ''), siren)
    return sheet ? { sheet } : 'page'
  }
  let isBlank = true
  for (const image of images) {
    const samples = await samplesOf(pdf, image)
    if (!samples) return 'page'
    const grey = greyOf(samples)
    if (isWhite(grey)) continue
    isBlank = false
    for (const text of await readCodes(grey)) {
      const sheet = readSheetCode(text, siren)
      if (sheet) return { sheet }
    }
  }
  return isBlank && showsOnly(pdf, dict, images) ? 'blank' : 'page'
}

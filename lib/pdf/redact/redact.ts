import type { PDF } from '@libpdf/core'
import { catalogOf, loadPdf } from '../document.js'
import { cutsOf } from './cuts.js'
import { RedactionRefused } from './errors.js'
import { judgePages } from './judge_pages.js'
import { judgeRedacted } from './judge_redacted.js'
import type { RedactionOrder } from './order.js'
import { writePages, type RedactedPage } from './write_pages.js'

export type { RedactedPage }

const MOST_PAGES = 300

export interface Redacted {
  bytes: Buffer
  pages: RedactedPage[]
}

/**
 * A new PDF without what was asked to go: its letters are no more in the file, its points no more in
 * the images, and of the file before it nothing else comes but what its pages draw. It is read again
 * by other readers before it is given.
 * Throws E_REDACTION…, and what `loadPdf` throws.
 */
export async function redactPdf({
  bytes,
  order,
}: {
  bytes: Buffer
  order: RedactionOrder
}): Promise<Redacted> {
  const pdf = await loadPdf(bytes)
  refuseWhole(pdf)
  const { runs, cuts } = await cutsOf(pdf, bytes, order)
  const written = await writePages(pdf, runs, cuts)
  const kept = runs.map(
    (page, index) => page.reduce((sum, { glyphs }) => sum + glyphs.length, 0) - cuts[index].letters
  )
  await judgePages(written.bytes, order, kept)
  await judgeRedacted(written.bytes, order)
  return written
}

/** What no page by page copy would keep as it is. */
function refuseWhole(pdf: PDF): void {
  if (pdf.isEncrypted) {
    throw new RedactionRefused(
      'Ce document est chiffré : imprimez-le dans un nouveau PDF, puis occultez celui-ci.'
    )
  }
  if (catalogOf(pdf).get('OCProperties')) {
    throw new RedactionRefused(
      'Ce document a des calques, que l’on montre ou cache : imprimez-le dans un nouveau PDF, puis occultez celui-ci.'
    )
  }
  if (pdf.context.pages.getPageCount() > MOST_PAGES) {
    throw new RedactionRefused(`Ce document a plus de ${MOST_PAGES} pages : coupez-le d’abord.`)
  }
}

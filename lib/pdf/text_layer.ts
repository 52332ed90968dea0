import { loadPdf } from './document.js'

/** The words that a PDF holds as text, page by page; a scanned page has none. */
export interface TextLayer {
  pages: string[]
  /** There was more than is read of a document. */
  isCut: boolean
}

const MOST_PAGES = 300
const MOST_SIGNS = 400_000

/**
 * Reads the text of a PDF, up to a bound. A page that cannot be read counts for an empty one.
 * Throws what `loadPdf` throws: E_PDF_UNREADABLE, E_PDF_LOCKED, E_PDF_EXCESSIVE.
 */
export async function textLayer(bytes: Buffer): Promise<TextLayer> {
  const pdf = await loadPdf(bytes)
  const count = pdf.getPageCount()
  const pages: string[] = []
  let left = MOST_SIGNS
  for (let index = 0; index < Math.min(count, MOST_PAGES) && left > 0; index++) {
    const text = textOf(() => pdf.getPage(index)?.extractText({ includeChars: false }).text)
    pages.push(text.slice(0, left))
    left -= text.length
  }
  return { pages, isCut: pages.length < count || left < 0 }
}

function textOf(read: () => string | undefined): string {
  try {
    // PostgreSQL keeps no zero in a text, and nobody writes one
    return (read() ?? '').replaceAll('\0', ' ').replace(/\s+/g, ' ').trim()
  } catch {
    return '' // one broken page does not take the others away
  }
}

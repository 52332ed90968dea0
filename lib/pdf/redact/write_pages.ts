import { PdfArray, PdfDict, PdfName, PdfNumber, PdfStream, type PDF } from '@libpdf/core'
import { resolved } from '../document.js'
import { inherited, pageAt, rotationOf, visibleBox, type Box } from '../page.js'
import type { PageCut } from './cuts.js'
import { FreshPdf } from './fresh_pdf.js'
import { contentOf } from './kept_resources.js'
import { PageRewrite } from './rewrite_page.js'
import type { Run } from './shown_runs.js'

/** What went from a page. */
export interface RedactedPage {
  page: number
  letters: number
  areas: number
  images: number
}

/** A new PDF of the pages of another, each without what goes from it. @throws E_REDACTION… */
export async function writePages(
  pdf: PDF,
  runs: Run[][],
  cuts: PageCut[]
): Promise<{ bytes: Buffer; pages: RedactedPage[] }> {
  const fresh = new FreshPdf(pdf)
  const [root, tree] = [fresh.reserve(), fresh.reserve()]
  const told: RedactedPage[] = []
  const kids = []
  for (const [index, cut] of cuts.entries()) {
    const { dict } = pageAt(pdf, index)
    const rewrite = new PageRewrite({ pdf, fresh, number: index + 1 }, runs[index], cut)
    const resources = inherited(pdf, dict, 'Resources')
    const known = resources instanceof PdfDict ? resources : new PdfDict()
    const page = await rewrite.page(contentOf(pdf, dict), known)
    const content = Buffer.concat([Buffer.from('q\n'), page.content, marks(cut.boxes)])
    kids.push(
      fresh.add(
        new PdfDict([
          ['Type', PdfName.of('Page')],
          ['Parent', tree],
          ...frameOf(pdf, dict),
          ['Resources', page.resources],
          ['Contents', fresh.add(new PdfStream([], content))],
        ])
      )
    )
    const { letters, areas } = cut
    if (letters + areas > 0) told.push({ page: index + 1, letters, areas, images: rewrite.images })
  }
  const pages: [string, PdfName | PdfNumber | PdfArray][] = [
    ['Type', PdfName.of('Pages')],
    ['Count', PdfNumber.of(kids.length)],
    ['Kids', new PdfArray(kids)],
  ]
  fresh.add(new PdfDict(pages), tree)
  fresh.add(
    new PdfDict([
      ['Type', PdfName.of('Catalog')],
      ['Pages', tree],
    ]),
    root
  )
  return { bytes: fresh.bytes(root), pages: told }
}

/** The size of a page, how it is turned, and its unit. */
function frameOf(pdf: PDF, page: PdfDict): [string, PdfArray | PdfNumber][] {
  const box = new PdfArray(visibleBox(pdf, page).map((side) => PdfNumber.of(side)))
  const unit = resolved(pdf, page.get('UserUnit'))
  return [
    ['MediaBox', box],
    ['Rotate', PdfNumber.of(rotationOf(pdf, page))],
    ...(unit instanceof PdfNumber ? [['UserUnit', unit] as [string, PdfNumber]] : []),
  ]
}

/** Black over each place, drawn from the page itself once all that it saved is restored. */
function marks(boxes: Box[]): Buffer {
  const places = boxes.map(
    ([left, bottom, right, top]) =>
      `${[left, bottom, right - left, top - bottom].map((side) => side.toFixed(2)).join(' ')} re f`
  )
  return Buffer.from(`\nQ\n0 g\n${places.join('\n')}\n`)
}
